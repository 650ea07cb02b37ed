"""One tap on an invitation: yes, no, perhaps."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from agreements.engagement import transitions
from agreements.engagement.models import Attendance
from agreements.engagement.transitions.drafts import storable
from collabgov.kit.access import RuleRequiredMixin
from collabgov.kit.errors import Refused

LONGEST_NOTE = 200


class InvitationAnswer(RuleRequiredMixin, SingleObjectMixin, View):
    """Back to where the buttons were: the meeting, or the page that shows what comes next."""

    rule_name = "agreements.answer_invitation"
    model = Attendance
    http_method_names = ["post"]

    def get_queryset(self):
        rows = super().get_queryset()
        return rows.select_related("meeting__collaboration", "organization", "person")

    def post(self, request, *args, **kwargs):
        attendance = self.get_object()
        note = request.POST.get("note", attendance.answer_note)
        try:
            transitions.answer_invitation(
                attendance=attendance,
                by=request.user,
                answer=request.POST.get("answer", ""),
                note=storable(note)[:LONGEST_NOTE],
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Your answer is saved."))
        return redirect("dashboards:home" if "home" in request.POST else attendance.meeting)
