"""Answer an invitation to a planned meeting."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open, lock_row
from agreements.engagement.kinds import ANSWERED, Answer
from agreements.engagement.models import Meeting, MeetingChange
from agreements.engagement.states import MeetingState
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked


@transaction.atomic
def answer_invitation(*, attendance, by, answer, note="", now=None):
    """Who is invited comes, does not, or perhaps; said again, the last word holds.

    Each word is a line of the meeting's history; the same one sent twice is one.
    """
    if answer not in Answer.values:
        raise Refused(_("Answer yes, no or perhaps."))
    now = now or timezone.now()
    lock_open(attendance.meeting.collaboration_id)
    meeting = Meeting.objects.select_for_update(no_key=True, of=("self",)).get(
        pk=attendance.meeting_id
    )
    if meeting.state != MeetingState.PLANNED:
        raise IllegalMove(_("This meeting is no longer planned, so nobody is asked any more."))
    if meeting.held_on < timezone.localdate(now):
        raise Refused(_("The day of this meeting has passed, so nobody is asked any more."))
    fresh = lock_row(attendance)
    said, was = (answer, note.strip()), (fresh.answer, fresh.answer_note)
    fresh.answer, fresh.answer_note = said
    fresh.answered_by, fresh.answered_at = by, now
    save_checked(fresh)
    if said != was:
        MeetingChange.objects.create(
            meeting=meeting,
            from_state=meeting.state,
            to_state=meeting.state,
            event=ANSWERED[answer],
            subject=str(fresh),
            note=fresh.answer_note,
            made_by=by,
        )
    return fresh
