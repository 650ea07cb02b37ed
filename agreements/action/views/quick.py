"""One screen to say how all my promises are going."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from agreements.action.quick_rows import forms_for, has_more, save_all
from collabgov.kit.access import OwnPageMixin


class QuickUpdate(OwnPageMixin, TemplateView):
    """My open promises that nobody spoke about today: a choice and a line each, saved together."""

    template_name = "agreements/action/quick.html"

    @cached_property
    def forms(self):
        return forms_for(self.request.user, self.request.POST)

    def post(self, request, *args, **kwargs):
        told = [form for form in self.forms if form.has_changed()]
        are_valid = [form.is_valid() for form in told]
        if not all(are_valid) or not save_all(told, by=request.user):
            return self.render_to_response(self.get_context_data())
        if told:
            saved = ngettext("%d update is saved.", "%d updates are saved.", len(told))
            messages.success(request, saved % len(told))
        else:
            messages.info(request, _("There was nothing new to save."))
        return redirect("agreements:commitment-quick")

    def get_context_data(self, **kwargs):
        more = {"forms": self.forms, "is_more": has_more(self.request.user)}
        return super().get_context_data(**kwargs) | more
