"""The verbs of a meeting: it took place, it is cancelled, its minutes are shared and adopted."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from agreements.charter.views.base import CharterEditPage
from agreements.engagement import transitions
from agreements.engagement.forms.cancel import CancelForm
from agreements.engagement.forms.hold import HoldForm
from agreements.engagement.schedule import is_to_come
from agreements.engagement.views.series import OfMeeting
from agreements.models import Meeting
from collabgov.kit.access import RuleRequiredMixin
from collabgov.kit.errors import Refused


class MeetingVerbMixin(RuleRequiredMixin, SingleObjectMixin):
    """A POST that calls one transition and says what came of it."""

    model = Meeting
    http_method_names = ["post"]
    verb = None
    said = ""

    def get_queryset(self):
        return super().get_queryset().select_related("collaboration")

    def post(self, request, *args, **kwargs):
        meeting = self.get_object()
        try:
            type(self).verb(meeting=meeting, by=request.user, **self.facts())
        except Refused as refusal:
            return self.refused(meeting, refusal)
        messages.success(request, self.said)
        return redirect(meeting)

    def facts(self):
        return {}

    def refused(self, meeting, refusal):
        messages.error(self.request, str(refusal))
        return redirect(meeting)


class MeetingHold(OfMeeting, CharterEditPage):
    """Asks who was there first: silence is not attendance.

    Of a meeting that is still to come it asks nothing; it says when it can be asked.
    """

    rule_name = "agreements.edit_meeting"
    form_class = HoldForm
    title = _("The meeting took place")
    note = _("Who answered that they come is ticked. Tick who else was there, untick who was not.")
    submit_label = _("Mark as held")
    success_message = _("The meeting is marked as held.")
    template_name = "agreements/engagement/hold_form.html"

    def get_template_names(self):
        if is_to_come(self.record):
            return ["agreements/engagement/hold_too_early.html"]
        return super().get_template_names()

    def post(self, request, *args, **kwargs):
        """The buttons that tick all or none show the list again and save nothing."""
        if request.POST.get("tick") in HoldForm.TICKS:
            return self.render_to_response(self.get_context_data(form=self.ticked()))
        return super().post(request, *args, **kwargs)

    def ticked(self):
        kwargs = {**self.get_form_kwargs(), "data": None, "files": None}
        return HoldForm(**kwargs, tick=self.request.POST["tick"])

    def get_lead(self):
        return self.record.title

    def carry_out(self, form):
        return transitions.hold(meeting=self.record, by=self.request.user, **form.cleaned_data)


class MinutesAdopt(MeetingVerbMixin, View):
    rule_name = "agreements.publish_minutes"
    verb = transitions.adopt_minutes
    said = _("The minutes are adopted. Nobody can change them any more.")


class MeetingCancel(MeetingVerbMixin, View):
    """Asks for the reason first."""

    http_method_names = ["get", "post"]
    rule_name = "agreements.edit_meeting"
    verb = transitions.cancel
    said = _("The meeting is cancelled.")
    form = None

    def get(self, request, *args, **kwargs):
        return self.ask(self.get_object())

    def post(self, request, *args, **kwargs):
        self.form = CancelForm(request.POST)
        if not self.form.is_valid():
            return self.ask(self.get_object())
        return super().post(request, *args, **kwargs)

    def facts(self):
        return self.form.cleaned_data

    def refused(self, meeting, refusal):
        self.form.add_error("reason", str(refusal))
        return self.ask(meeting)

    def ask(self, meeting):
        context = {"meeting": meeting, "form": self.form or CancelForm()}
        return render(self.request, "agreements/engagement/meeting_cancel.html", context)
