"""Move one planned meeting to another day or time; whoever answered is asked again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.charter.clock import now_in
from agreements.charter.transitions.locking import lock_open, require_reason
from agreements.engagement.models import Meeting, MeetingChange
from agreements.engagement.schedule import is_ahead
from agreements.engagement.states import MeetingState
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from collabgov.kit.hours import hours
from collabgov.kit.models import save_checked


@transaction.atomic
def reschedule(*, meeting, by, version, held_on, starts_at, ends_at, reason, now=None):
    """The planned meeting takes place on another day or at another time; its history says why."""
    words = require_reason(reason)
    together = lock_open(meeting.collaboration_id)
    now = now_in(together, now)
    fresh = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    _require_planned(fresh)
    if fresh.version != version:
        raise EditConflict(_("Somebody else saved this meeting while you were writing."))
    was, new = (fresh.held_on, fresh.starts_at, fresh.ends_at), (held_on, starts_at, ends_at)
    if was == new:
        raise Refused(_("It is planned for that day and time already."))
    if not is_ahead(held_on, starts_at, now=now):
        raise ValidationError(_has_passed(held_on, starts_at, now=now))
    fresh.held_on, fresh.starts_at, fresh.ends_at = new
    fresh.follows_series = False
    fresh.version += 1
    save_checked(fresh)
    ask_again(fresh)
    change_line(fresh, by=by, was=was, reason=words)
    return fresh


def _has_passed(held_on, starts_at, *, now):
    """Say what has passed: the day, or only the hour; today without one has begun."""
    if held_on < now.date():
        said = _("Choose a day still to come; a meeting that took place is logged instead.")
        return {"held_on": said}
    if starts_at is None:
        return {"starts_at": _("Say at what time today: an hour still to come.")}
    said = _("This hour of today has passed. Choose a later one, or another day.")
    return {"starts_at": said}


def ask_again(meeting):
    """The answers were about another day or time: everybody is asked anew."""
    rows = meeting.attendances.exclude(answer="")
    rows.update(answer="", answer_note="", answered_at=None, answered_by=None)


def change_line(meeting, *, by, was, reason=""):
    """A line of the meeting's history: from when to when, and why."""
    now = (meeting.held_on, meeting.starts_at, meeting.ends_at)
    zone = meeting.zone
    moved = f"{when_in_words(*was, zone)} → {when_in_words(*now, zone)}" if was != now else ""
    note = ". ".join(part for part in (moved, reason) if part)
    return MeetingChange.objects.create(
        meeting=meeting,
        from_state=meeting.state,
        to_state=meeting.state,
        note=note,
        made_by=by,
    )


def when_in_words(held_on, starts_at, ends_at, zone):
    day = date_format(held_on, "l, j F Y")
    times = hours(starts_at, ends_at, zone)
    return f"{day}, {times}" if times else day


def _require_planned(meeting):
    if meeting.state == MeetingState.PLANNED:
        return
    if meeting.state == MeetingState.CANCELLED:
        raise IllegalMove(_("This meeting is cancelled. Plan another one instead."))
    if meeting.state == MeetingState.HELD:
        raise IllegalMove(_("This meeting has taken place; correct its day in its form instead."))
    raise IllegalMove(
        _(
            "Its minutes are shared, so it moves no more. A wrong day is corrected in its form, "
            "and the minutes are shared again."
        )
    )
