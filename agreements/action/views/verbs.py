"""What people do with a commitment: one small page or button for each verb."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, View
from django.views.generic.detail import SingleObjectMixin

from agreements.action import forms, transitions
from agreements.action.models import Commitment
from agreements.action.next_steps import BY_NAME
from collabgov.kit.access import RuleRequiredMixin
from collabgov.kit.errors import Refused


class OneCommitmentMixin(RuleRequiredMixin, SingleObjectMixin):
    """A verb on a commitment that is seen (404) and may be acted on (403)."""

    model = Commitment
    context_object_name = "commitment"

    def get_queryset(self):
        return super().get_queryset().select_related("organization", "collaboration")

    def back(self):
        """Return to the page that asked when it is ours, else to the commitment."""
        asked = self.request.POST.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(
            asked, self.request.get_host(), require_https=self.request.is_secure()
        )
        return redirect(asked if is_ours else self.object)


class VerbMixin(OneCommitmentMixin):
    """A verb that asks nothing: POST, then back, with a sentence on what happened."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        try:
            self.verb(commitment=self.object, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, self.said)
        return self.back()


class VerbFormMixin(OneCommitmentMixin):
    """A verb that asks: the form stands on the commitment's page, and here when it has errors."""

    template_name = "agreements/action/verb.html"
    refused_at = None

    def dispatch(self, request, *args, **kwargs):
        self.object = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"commitment": self.object}

    def form_valid(self, form):
        try:
            self.verb(commitment=self.object, by=self.request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(self.refused_at, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, self.said)
        return self.back()

    def get_context_data(self, **kwargs):
        step = BY_NAME[self.form_class.name]
        return super().get_context_data(**kwargs) | {
            "step": step,
            "next": self.request.POST.get("next", ""),
        }


class Accept(VerbMixin, View):
    rule_name = "agreements.answer_commitment"
    verb = staticmethod(transitions.accept)
    said = _("The commitment is accepted.")


class Decline(VerbFormMixin, FormView):
    rule_name = "agreements.answer_commitment"
    verb = staticmethod(transitions.decline)
    form_class = forms.DeclineForm
    said = _("The commitment is declined.")


class ConfirmAnswer(VerbMixin, View):
    rule_name = "agreements.settle_answer"
    verb = staticmethod(transitions.confirm_answer)
    said = _("Your organization confirms the coordinator's answer.")


class CorrectAnswer(VerbFormMixin, FormView):
    rule_name = "agreements.settle_answer"
    verb = staticmethod(transitions.correct_answer)
    form_class = forms.CorrectForm
    said = _("The answer is corrected.")


class Start(VerbMixin, View):
    rule_name = "agreements.update_progress"
    verb = staticmethod(transitions.start)
    said = _("The commitment is under way.")


class ReportDone(VerbMixin, View):
    rule_name = "agreements.update_progress"
    verb = staticmethod(transitions.report_done)
    said = _("Reported done. Another party confirms it now; until then you can undo it.")


class TakeBack(VerbMixin, View):
    rule_name = "agreements.take_back_report"
    verb = staticmethod(transitions.take_back)
    said = _("The report is taken back: the commitment is under way again.")


class Confirm(VerbMixin, View):
    rule_name = "agreements.confirm_commitment"
    verb = staticmethod(transitions.confirm)
    said = _("Confirmed: the promise was kept.")


class SendBack(VerbFormMixin, FormView):
    rule_name = "agreements.send_back_commitment"
    verb = staticmethod(transitions.send_back)
    form_class = forms.SendBackForm
    said = _("Sent back: the commitment is under way again.")


class MarkNotKept(VerbFormMixin, FormView):
    rule_name = "agreements.mark_not_kept"
    verb = staticmethod(transitions.mark_not_kept)
    form_class = forms.NotKeptForm
    said = _("The commitment is marked as not kept.")


class Cancel(VerbFormMixin, FormView):
    rule_name = "agreements.cancel_commitment"
    verb = staticmethod(transitions.cancel)
    form_class = forms.CancelForm
    said = _("The commitment is cancelled.")


class MoveDueDate(VerbFormMixin, FormView):
    rule_name = "agreements.change_due_date"
    verb = staticmethod(transitions.change_due_date)
    form_class = forms.DueDateForm
    refused_at = "new_due_on"
    said = _("The due date is moved; the first one stays on record.")


class UpdateProgress(VerbFormMixin, FormView):
    rule_name = "agreements.update_progress"
    verb = staticmethod(transitions.note_progress)
    form_class = forms.ProgressForm
    said = _("Thank you, your update is saved.")
