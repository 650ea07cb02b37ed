"""Log a meeting, change a meeting."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic.detail import SingleObjectMixin

from agreements.engagement import transitions
from agreements.engagement.agenda_page import coming_here
from agreements.engagement.forms.conflict import differences, is_recorded
from agreements.engagement.forms.prefill import (
    EXPECTED,
    prefill_of,
    roll_called,
    typed_of,
    with_carried,
)
from agreements.engagement.forms.typed import typed_from
from agreements.engagement.states import MeetingState
from agreements.engagement.views.keeping import address_of, keep_repeat, own_draft
from agreements.engagement.views.sheet import SheetView, collaborations_for
from agreements.models import Collaboration, Meeting
from collabgov.kit.access import OwnPageMixin, VisibleRowsMixin
from collabgov.kit.ids import as_id


class SentAgainMixin:
    """What a saved form says when it comes again."""

    def done(self, meeting):
        """Sent twice it is one meeting; sent again with other words, the words are kept."""
        typed = {**typed_from(self.request.POST), "submission_id": str(meeting.submission_id)}
        if not meeting.is_repeat or not (draft := keep_repeat(self.request.user, meeting, typed)):
            return super().done(meeting)
        messages.warning(self.request, said_of(draft))
        return redirect(address_of(draft, draft.submission_id, self.request.user))


class MeetingCreate(SentAgainMixin, OwnPageMixin, SheetView):
    """Whoever takes part in a collaboration may log a meeting of it."""

    @cached_property
    def collaborations(self):
        return collaborations_for(self.request.user)

    def open(self):
        if not self.collaborations:
            self.forbid("agreements.log_meeting")

    def get(self, request, *args, **kwargs):
        if draft_id := request.GET.get("draft"):
            return self.resume(draft_id)
        return super().get(request, *args, **kwargs)

    def first_text(self):
        chosen = chosen_of(self.request, self.collaborations)
        if chosen is None:
            return {}
        self.awaited = Meeting.objects.awaiting_record(chosen)
        return prefill_of(chosen, self.request.user)

    def resume(self, draft_id):
        if draft := own_draft(self.request.user, draft_id):
            return self.page(self.sheet(draft.fields))
        saved = Meeting.objects.visible_to(self.request.user).made_by_form(draft_id)
        if saved is None:
            raise Http404
        return redirect(saved)

    def carry_out(self, sheet):
        return transitions.log_meeting(
            collaboration=sheet.collaboration,
            by=self.request.user,
            submission_id=sheet.typed["submission_id"],
            **sheet.lines(),
        )


class RollCallMixin:
    """A planned meeting whose hour has come is held once it is saved: with whom is asked."""

    def judged(self, sheet):
        """Nobody becomes present unasked: of a meeting that has begun, who came is asked once."""
        if sheet.typed.get("roll") == EXPECTED and not sheet.is_to_come:
            asked = self.sheet(roll_called(sheet.typed, self.meeting), check=True)
            asked.refuse(who_was_there())
            return self.page(asked)
        return super().judged(sheet)

    def done(self, meeting):
        if (self.meeting.state, meeting.state) != (MeetingState.PLANNED, MeetingState.HELD):
            return super().done(meeting)
        messages.success(self.request, said_held(meeting))
        return redirect(meeting)


class MeetingEdit(RollCallMixin, VisibleRowsMixin, SingleObjectMixin, SheetView):
    """Rows first (404), verb second (403); the text of a refused verb is kept as a draft."""

    model = Meeting

    def get_queryset(self):
        return super().get_queryset().select_related("collaboration")

    def open(self):
        self.meeting = self.get_object()
        if not self.request.user.has_perm("agreements.edit_meeting", self.meeting):
            self.forbid("agreements.edit_meeting")

    def first_text(self):
        if "draft" in self.request.GET:
            return draft_of(self.request, self.meeting)
        self.unsaved = self.meeting.drafts.visible_to(self.request.user).first()
        return with_carried(typed_of(self.meeting), *coming_here(self.meeting))

    def carry_out(self, sheet):
        return transitions.edit_meeting(
            meeting=self.meeting,
            by=self.request.user,
            version=as_id(sheet.typed.get("version")),
            submission_id=sheet.typed["submission_id"],
            **sheet.lines(),
        )

    def conflict(self, sheet):
        """Both texts side by side; what was sent twice is no conflict."""
        self.meeting = self.get_object()
        saved = self.sheet(typed_of(self.meeting), check=True)
        differing = differences(sheet, saved) if saved.is_valid() else []
        if not differing and is_recorded(sheet.lines()["commitments"], saved.recorded):
            return self.done(self.meeting)
        mine = self.sheet({**sheet.typed, "version": str(self.meeting.version)})
        mine.conflict = differing
        return self.page(mine)


def who_was_there():
    return _(
        "By its day and hour this meeting has taken place. Tick who was there, then save again: "
        "who did not say that they come is not ticked."
    )


def said_held(meeting):
    """That saving made it a meeting that was held, and how many were there."""
    rows = meeting.attendances
    return _(
        "The meeting is saved and marked as held: of %(listed)d on the list %(present)d were there."
    ) % {"listed": rows.count(), "present": rows.present().count()}


def said_of(draft):
    """Why somebody who saved a new meeting sees the form again."""
    if draft.meeting_id:
        return _(
            "This meeting is saved already. Your changes are below: check them, then save them."
        )
    return _(
        "A meeting was saved from this form already. Your text is below: save it to log another."
    )


def chosen_of(request, collaborations):
    """The collaboration that the address names, else the one that was used last."""
    wanted = request.GET.get("collaboration")
    if not wanted:
        return last_used(request.user, collaborations)
    if found := [row for row in collaborations if row.pk == as_id(wanted)]:
        return found[0]
    if Collaboration.objects.visible_to(request.user).filter(pk=as_id(wanted)).exists():
        raise PermissionDenied("agreements.log_meeting")
    raise Http404


def last_used(user, collaborations):
    """The collaboration of the meeting this user logged last, or the only one there is."""
    if len(collaborations) == 1:
        return collaborations[0]
    logged = user.logged_meetings.filter(collaboration__in=collaborations).order_by("-pk")
    last = logged.values_list("collaboration", flat=True).first()
    return next((row for row in collaborations if row.pk == last), None)


def draft_of(request, meeting):
    """The text of the draft that the address names; a foreign one is missing."""
    draft = own_draft(request.user, request.GET["draft"])
    if draft is None or draft.meeting_id != meeting.pk:
        raise Http404
    return draft.fields
