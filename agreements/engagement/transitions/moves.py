"""Move a meeting from one state to the next; each move leaves a line in its history."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open
from agreements.engagement.agenda_page import carried_here
from agreements.engagement.kinds import Answer
from agreements.engagement.models import Meeting, MeetingChange
from agreements.engagement.schedule import is_to_come
from agreements.engagement.states import MEETING_MOVES, MeetingState
from agreements.engagement.transitions.agenda import take_up
from collabgov.kit.errors import EditConflict, Refused
from collabgov.kit.states import require_move


@transaction.atomic
def hold(*, meeting, by, present=None, version=None, now=None):
    """The planned meeting took place; `present` are the rows of its list that were there.

    Silence is not attendance: without `present`, only who had said that they come was there.
    Open topics that came to this meeting are on its agenda from now on.
    """
    together = lock_open(meeting.collaboration_id)
    fresh = _locked(meeting)
    fresh.collaboration = together
    if version is not None and fresh.version != version:
        raise EditConflict(_("Somebody else saved this in the meantime."))
    if is_to_come(fresh, now):
        raise Refused(_("This meeting is still to come."))
    coming = carried_here(fresh)
    held = _move(meeting, MeetingState.HELD, by=by)
    there = Q(answer=Answer.YES) if present is None else Q(pk__in=[row.pk for row in present])
    held.attendances.exclude(there).update(is_present=False)
    held.attendances.filter(there).update(is_present=True)
    take_up(held, coming)
    return held


@transaction.atomic
def cancel(*, meeting, by, reason):
    """The planned meeting will not take place; the reason stays in its history."""
    reason = reason.strip()
    if not reason:
        raise Refused(_("Say why the meeting is cancelled."))
    return _move(meeting, MeetingState.CANCELLED, by=by, note=reason)


def _locked(meeting):
    """As it is now: somebody may have moved it to another day since the page was opened."""
    return Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)


def _move(meeting, target, *, by, note=""):
    lock_open(meeting.collaboration_id)
    fresh = _locked(meeting)
    source = MeetingState(fresh.state)
    require_move(MEETING_MOVES, current=source, target=target)
    fresh.state = target
    fresh.version += 1
    fresh.save(update_fields=["state", "version", "updated_at"])
    MeetingChange.objects.create(
        meeting=fresh, from_state=source, to_state=target, note=note, made_by=by
    )
    return fresh
