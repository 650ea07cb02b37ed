"""Begin a series of meetings, change it from a day on, end it."""

from dataclasses import dataclass, field

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.clock import now_in
from agreements.charter.transitions.locking import lock_open, require_reason
from agreements.engagement.models import Meeting, MeetingChange, MeetingSeries, SeriesChange
from agreements.engagement.recurrence import LONGEST, check_rule, meets_on
from agreements.engagement.schedule import is_ahead
from agreements.engagement.states import MeetingState, SeriesState
from agreements.engagement.transitions.planning import (
    COPIED,
    Planned,
    ahead_of,
    days_for,
    fill,
    free_numbers,
    make_meeting,
    numbered,
    planned_of,
    running,
    standing,
)
from agreements.engagement.transitions.rescheduling import ask_again, change_line
from collabgov.kit.errors import EditConflict
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago

A_DAY = relativedelta(days=1)
A_PERIOD = relativedelta(months=3)  # the longest from one meeting of a series to the next


@dataclass
class Reshaped(Planned):
    """What a change of the rule did to the planned meetings; `stayed` were changed by hand."""

    moved: list[Meeting] = field(default_factory=list)
    cancelled: list[Meeting] = field(default_factory=list)
    stayed: list[Meeting] = field(default_factory=list)


@transaction.atomic
def begin_series(*, collaboration, by, now=None, is_sample=False, **fields):
    """A new series, with its meetings of the next months; sent twice, it makes one.

    `fields`: rule, first_on, last_on, skips_holidays, title and what each meeting copies.
    """
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, **fields}
    if twin := made_a_moment_ago(MeetingSeries.objects, when="created_at", **said):
        return Planned(twin, made=list(planned_of(twin)))
    now = now_in(fresh, now)
    series = MeetingSeries(is_sample=is_sample, **said)
    _require_sense(series, today=now.date())
    _require_days_to_come(series, now=now)
    save_checked(series)
    _log(series, by=by, came_from="")
    done = fill(series, by=by, until=now.date() + ahead_of(series), now=now)
    done.passed = _passed(series, now=now)
    return done


@transaction.atomic
def edit_series(*, series, by, version, from_day, reason="", now=None, **fields):
    """From that day on the series is as `fields` say; EditConflict when the form is older.

    Planned meetings from that day that nobody changed by hand move to the days of the new rule;
    those that no longer fit are cancelled with the reason. What was changed by hand stays.
    """
    fresh = running(series)
    fresh.next_version(version)
    now, pattern = now_in(fresh.collaboration, now), fresh.pattern
    for name, value in fields.items():
        setattr(fresh, name, value)
    if fresh.first_on < from_day:
        sentence = _("The first day under the new rule cannot be before the day it holds from.")
        raise ValidationError({"first_on": sentence})
    _require_sense(fresh, today=now.date())
    save_checked(fresh)
    facts = {"since": max(from_day, now.date()), "reason": reason.strip(), "now": now}
    done = _reshape(fresh, by=by, is_as_often=pattern == fresh.pattern, **facts)
    _log(fresh, by=by, came_from=SeriesState.RUNNING, note=reason.strip())
    return done


@transaction.atomic
def end_series(*, series, by, version, from_day, reason, now=None):
    """No meeting of it from that day on: those that are planned are cancelled with the reason.

    Until that day it meets: what is not planned yet is planned now. EditConflict when somebody
    changed the series after the form was opened.
    """
    words = require_reason(reason)
    fresh = running(series)
    if fresh.version != version:
        raise EditConflict(_("Somebody else saved this in the meantime."))
    now = now_in(fresh.collaboration, now)
    if from_day > now.date() + LONGEST:
        sentence = _("Choose a day within the next year, or give the series a last day.")
        raise ValidationError({"from_day": sentence})
    before = fill(fresh, by=by, until=from_day - A_DAY, now=now)
    done = Reshaped(fresh, made=before.made, skipped=before.skipped, taken=before.taken)
    for meeting in planned_of(fresh).filter(held_on__gte=from_day).order_by("held_on", "pk"):
        _cancel(meeting, by=by, note=words)
        done.cancelled.append(meeting)
    fresh.ended_on = from_day
    fresh.version += 1
    save_checked(fresh)
    _log(fresh, by=by, came_from=SeriesState.RUNNING, note=words)
    return done


def _require_sense(series, *, today):
    """A plain rule, a first day that it falls on, within a year from now."""
    check_rule(series.rule)
    if series.first_on > today + LONGEST:
        raise ValidationError({"first_on": _("Choose a first day within the next year.")})
    if not meets_on(series.rule, series.first_on, series.first_on):
        raise ValidationError({"first_on": _("The series does not meet on this day.")})


def _passed(series, *, now):
    """The days of its rule that are too late to be planned."""
    days = days_for(series, since=series.first_on, until=now.date()).meets
    return tuple(day for day in days if not is_ahead(day, series.starts_at, now=now))


def _require_days_to_come(series, *, now):
    """A series that ended before it was written down would run for ever without a meeting."""
    if series.last_on is None:
        return
    days = days_for(series, since=now.date(), until=series.last_on).meets
    if _passed(series, now=now) and not any(
        is_ahead(day, series.starts_at, now=now) for day in days
    ):
        sentence = _(
            "All days of this series have passed. Choose a later first day or more meetings; "
            "a meeting that took place is logged by itself."
        )
        raise ValidationError({"first_on": sentence})


def _reshape(series, *, by, is_as_often, since, reason, now):
    """Lay the planned meetings on the days of the new rule, in their order."""
    ours = planned_of(series).filter(held_on__gte=since)
    free = list(ours.filter(follows_series=True).order_by("held_on", "pk"))
    fixed = standing(series).exclude(pk__in=[row.pk for row in free])
    until = max([now.date() + ahead_of(series), *(row.held_on for row in free)])
    further = until + A_PERIOD if is_as_often else until
    days = days_for(series, since=max(since, series.first_on), until=further)
    done = Reshaped(series, skipped=days.skipped)
    done.stayed = [row for row in fixed if row.held_on >= since]
    wanted = _wanted(series, days.meets, free=free, fixed=fixed, done=done, now=now)
    # Moved by a few days, the last of them may fall behind the span: it is not cancelled for that.
    wanted = [day for place, day in enumerate(wanted) if day <= until or place < len(free)]
    places = _places(free, wanted)
    numbers = free_numbers(fixed)
    for meeting, day in places:
        if day is None:
            _cancel(meeting, by=by, note=reason or _("The series no longer meets on this day."))
            done.cancelled.append(meeting)
        elif meeting is None:
            done.made.append(make_meeting(series, day, number=next(numbers), by=by))
        elif _follow(meeting, series, day, number=next(numbers), by=by, reason=reason):
            done.moved.append(meeting)
    return done


def _wanted(series, meets, *, free, fixed, done, now):
    """The days that need a meeting: not those that have one by hand, or had one called off."""
    ours = {row.pk for row in free}
    rows = series.meetings.exclude(pk__in=ours).exclude(series_slot=None)
    slots = set(rows.values_list("series_slot", flat=True))
    busy = {row.held_on: row for row in fixed}
    done.taken = [busy[day] for day in meets if day in busy and day not in slots]
    return [
        day
        for day in meets
        if day not in slots and day not in busy and is_ahead_of(day, series, now)
    ]


def is_ahead_of(day, series, now):
    return (day, series.starts_at or now.time()) >= (now.date(), now.time())


def _places(free, wanted):
    """Pairs of meeting and day in order of day: who has its day keeps it, the others move up.

    A meeting beside None falls out, a day beside None needs a new one.
    """
    kept = {row.series_slot: row for row in free if row.series_slot in set(wanted)}
    loose = [row for row in free if row.series_slot not in kept]
    gaps = [day for day in wanted if day not in kept]
    moved = dict(zip(gaps, loose, strict=False))
    fallen = [(row, None) for row in loose[len(gaps) :]]
    return fallen + [(kept.get(day) or moved.get(day), day) for day in wanted]


def _follow(meeting, series, day, *, number, by, reason):
    """Write the series into one of its meetings; whether anything of it changed."""
    facts = {"title": numbered(series, number), "held_on": day, "series_slot": day}
    facts |= {name: getattr(series, name) for name in COPIED}
    if all(getattr(meeting, name) == value for name, value in facts.items()):
        return False
    was = (meeting.held_on, meeting.starts_at, meeting.ends_at)
    for name, value in facts.items():
        setattr(meeting, name, value)
    meeting.version += 1
    save_checked(meeting)
    if was != (meeting.held_on, meeting.starts_at, meeting.ends_at):
        ask_again(meeting)
    change_line(meeting, by=by, was=was, reason=reason)
    return True


def _cancel(meeting, *, by, note):
    source, meeting.state = meeting.state, MeetingState.CANCELLED
    meeting.series_slot, meeting.follows_series = None, False
    meeting.version += 1
    save_checked(meeting)
    MeetingChange.objects.create(
        meeting=meeting, from_state=source, to_state=meeting.state, note=note, made_by=by
    )


def _log(series, *, by, came_from, note=""):
    SeriesChange.objects.create(
        series=series, from_state=came_from, to_state=series.state, note=note, made_by=by
    )
