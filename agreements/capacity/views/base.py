"""What the pages of capacity share: the guard of the charter, the way back, forms and buttons."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.generic import View

from agreements.capacity.forms.newest import NewestMixin
from agreements.capacity.rules.standing import collaboration_of
from agreements.charter.clock import today_in
from agreements.charter.states import CollaborationState
from agreements.charter.views.base import CharterFormPage, CharterPage
from collabgov.kit.errors import Refused

OLDER = "older"  # in an address: selects list everything


def is_open(collaboration):
    return collaboration.state != CollaborationState.CLOSED


class CapacityPage(CharterPage):
    """A page about one of them, for who may do its verb; it leads back to the record."""

    find_collaboration = staticmethod(collaboration_of)

    def get_success_url(self):
        return f"{self.home().get_absolute_url()}{'#' if self.anchor else ''}{self.anchor}"

    def home(self):
        return self.record


class CapacityForm(CapacityPage, CharterFormPage):
    """A small form with one purpose."""

    template_name = "agreements/capacity/form.html"

    def get_lead(self):
        return self.lead or str(self.record)

    def get_form(self, form_class=None):
        """A day that begins as today begins as today where the collaboration is at home."""
        form = super().get_form(form_class)
        for field in form.fields.values():
            if field.initial is timezone.localdate:
                field.initial = today_in(self.collaboration)
            if isinstance(field, NewestMixin):
                field.shows_all = OLDER in self.request.GET
            self._say_why_empty(field)
        return form

    def _say_why_empty(self, field):
        """A choice of nothing says what is missing and leads to where the first one is made."""
        words, page = getattr(field, "nothing_yet", ("", ""))
        if not words or field.queryset.exists():
            return
        field.help_text = words
        if page:
            address = reverse(f"agreements:{page}", args=[self.collaboration.pk])
            field.help_text = format_html('{} <a href="{}">{}</a>', words, address, _("Add one"))

    def get_context_data(self, **kwargs):
        """With `older`, the address that lists what is too old for the selects, if anything is."""
        context = super().get_context_data(**kwargs)
        long = (each for each in context["form"].fields.values() if isinstance(each, NewestMixin))
        if OLDER not in self.request.GET and any(field.has_older() for field in long):
            address = self.request.GET.copy()
            address[OLDER] = "1"
            context["older"] = f"?{address.urlencode()}"
        return context


class OfCollaboration:
    """The form offers what belongs to this collaboration, as far as it is the user's to choose."""

    def get_form_kwargs(self):
        more = {"collaboration": self.collaboration, "user": self.request.user}
        return {**super().get_form_kwargs(), **more}


class CapacityButton(CapacityPage, View):
    """A button: the verb is carried out, a refusal becomes a message."""

    http_method_names = ["post"]
    said = ""

    @property
    def seen(self):
        """What the page showed of the record when its button was drawn."""
        return self.request.POST.get("seen", "")

    def post(self, request, *args, **kwargs):
        try:
            self.carry_out()
        except (Refused, ValidationError) as refusal:
            for sentence in getattr(refusal, "messages", [str(refusal)]):
                messages.error(request, sentence)
        else:
            messages.success(request, self.said)
        return self.back()

    def back(self) -> HttpResponseRedirect:
        return redirect(self.get_success_url())

    def carry_out(self):
        raise NotImplementedError
