"""Put a meeting that was logged by itself into a series, or take it out again."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open, lock_row
from agreements.engagement.models import Meeting, MeetingChange
from agreements.engagement.recurrence import meets_on
from agreements.engagement.states import MeetingState
from collabgov.kit.errors import EditConflict, Refused
from collabgov.kit.models import save_checked


@transaction.atomic
def place_in_series(*, meeting, by, version, series):
    """The meeting counts as one of the series from now on; with None, as one of no series.

    Its open topics and questions then follow to the next meeting of that series. On a day of the
    rule it takes that day's place, so that no second meeting is planned for it.
    """
    lock_open(meeting.collaboration_id)
    fresh = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if fresh.version != version:
        raise EditConflict(_("Somebody else saved this meeting while you were writing."))
    chosen = lock_row(series) if series else None
    if chosen and chosen.collaboration_id != fresh.collaboration_id:
        raise Refused(_("This series is of another collaboration."))
    if fresh.series == chosen:
        raise Refused(_("It is like that already."))
    was, fresh.series = fresh.series, chosen
    if fresh.series_slot:
        _give_back(was)
    fresh.series_slot, fresh.follows_series = _slot_of(fresh), False
    fresh.version += 1
    save_checked(fresh)
    note = _("Series: %(before)s → %(after)s") % {"before": was or "—", "after": chosen or "—"}
    MeetingChange.objects.create(
        meeting=fresh, from_state=fresh.state, to_state=fresh.state, note=note, made_by=by
    )
    return fresh


def _give_back(series):
    """The day that it took is free again; the next meeting that is planned for it has a new id."""
    left = lock_row(series)
    left.version += 1
    left.save(update_fields=["version", "updated_at"])


def _slot_of(meeting):
    """The day of the rule that it takes: its own, when the rule has it and no other one took it."""
    series, day = meeting.series, meeting.held_on
    if series is None or meeting.state == MeetingState.CANCELLED:
        return None
    others = series.meetings.exclude(pk=meeting.pk)
    is_free = not others.filter(series_slot=day).exists()
    return day if is_free and meets_on(series.rule, series.first_on, day) else None
