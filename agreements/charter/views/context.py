"""Pages that describe the system context, and the button that says “still so”."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from agreements.charter import transitions
from agreements.charter.context import ContextFactor
from agreements.charter.forms.context import ContextForm
from agreements.charter.forms.people import ConfirmForm
from agreements.charter.kinds import ContextKind
from agreements.charter.models import Collaboration
from agreements.charter.views.base import CharterEditPage, CharterFormPage, CharterPage
from agreements.charter.views.drivers import OfCollaborationFormMixin
from collabgov.kit.errors import Refused


class ContextCreate(OfCollaborationFormMixin, CharterFormPage):
    model = Collaboration
    form_class = ContextForm
    part = "context"
    title = _("Describe the context")
    lead = _("Something around the collaboration that it did not choose and has to work with.")
    submit_label = _("Record it")
    success_message = _("The context is recorded.")

    def get_initial(self):
        """The kind whose link was followed."""
        kind = self.request.GET.get("kind", "")
        return {"kind": kind} if kind in ContextKind.values else {}

    def carry_out(self, form):
        return transitions.add_context(
            collaboration=self.record, by=self.request.user, **form.without_version
        )


class ContextEdit(OfCollaborationFormMixin, CharterEditPage):
    model = ContextFactor
    related = ("collaboration",)
    form_class = ContextForm
    part = "context"
    title = _("Edit a part of the context")
    submit_label = _("Save it")
    success_message = _("The context is saved.")

    def carry_out(self, form):
        return transitions.edit_context(
            factor=self.record, by=self.request.user, **form.cleaned_data
        )


class ContextReview(CharterPage, View):
    """A button: somebody looked again, and it is still so."""

    http_method_names = ["post"]
    model = ContextFactor
    related = ("collaboration",)
    part = "context"

    def post(self, request, *args, **kwargs):
        try:
            transitions.review_context(factor=self.record, by=request.user)
        except (Refused, ValidationError) as refusal:
            for sentence in getattr(refusal, "messages", [str(refusal)]):
                messages.error(request, sentence)
        else:
            messages.success(request, _("Noted: it is still so today."))
        return redirect(self.get_success_url())


class ContextRemove(CharterFormPage):
    """For what was recorded in error; asks once."""

    model = ContextFactor
    related = ("collaboration",)
    form_class = ConfirmForm
    part = "context"
    title = _("Remove a part of the context")
    note = _("For what was recorded in error. The history keeps its words.")
    is_final = True
    submit_label = _("Remove it")
    success_message = _("It is removed.")

    def get_lead(self):
        return self.record.description

    def carry_out(self, form):
        return transitions.remove_context(factor=self.record, by=self.request.user)
