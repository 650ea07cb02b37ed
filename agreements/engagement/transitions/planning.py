"""Put the meetings of a series into the calendar: one for each day of its rule."""

import datetime as dt
import re
import uuid
from dataclasses import dataclass, field
from itertools import count

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext as _

from actors.models import Region
from agreements.charter.clock import now_in
from agreements.charter.models import Party
from agreements.charter.states import CollaborationState
from agreements.charter.transitions.locking import lock_open, lock_row
from agreements.engagement.models import Attendance, Holiday, Meeting, MeetingChange, MeetingSeries
from agreements.engagement.recurrence import LONGEST, Pattern, days_of
from agreements.engagement.schedule import is_ahead
from agreements.engagement.states import MeetingState
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

AHEAD, AHEAD_OF_QUARTERS = relativedelta(months=3), relativedelta(months=7)
COPIED = ("kind", "mode", "place", "starts_at", "ends_at", "facilitator")
# A rule gives each day once: a second meeting for it would have the same id, and be refused.
ONE_EACH = uuid.UUID("0d3b0a52-6d0f-4b57-9a06-8a5c1c1f7b61")
NUMBER = re.compile(r" #(\d+)$")


@dataclass
class Planned:
    """What a planning did: new meetings, days a holiday took, days that had a meeting already."""

    series: MeetingSeries
    made: list[Meeting] = field(default_factory=list)
    skipped: tuple[tuple[dt.date, str], ...] = ()
    taken: list[Meeting] = field(default_factory=list)
    passed: tuple[dt.date, ...] = ()  # of a new series, too late to be planned


@transaction.atomic
def plan_ahead(*, series, by, now=None):
    """Plan some months more than are planned, at most a year ahead; doubles none."""
    fresh = running(series)
    now = now_in(fresh.collaboration, now)
    last = planned_of(fresh).order_by("-held_on").values_list("held_on", flat=True).first()
    until = max(last or now.date(), now.date()) + ahead_of(fresh)
    return fill(fresh, by=by, until=min(until, now.date() + LONGEST), now=now)


@transaction.atomic
def keep_planned(*, series, now=None):
    """What every day sees to: the next months are planned. In the name of who wrote last."""
    fresh = running(series)
    now = now_in(fresh.collaboration, now)
    by = fresh.changes.order_by("-made_at", "-pk").first().made_by
    return fill(fresh, by=by, until=now.date() + ahead_of(fresh), now=now)


def rehearse(verb):
    """What a verb would do: it is done, told, and taken back."""
    with transaction.atomic():
        done = verb()
        transaction.set_rollback(True)
    return done


def ahead_of(series):
    """How far ahead: three months, and where it meets once in three, as far as the second one."""
    return AHEAD_OF_QUARTERS if series.pattern == Pattern.QUARTERLY else AHEAD


def series_to_plan():
    """Every series that runs, in a collaboration that is open."""
    rows = MeetingSeries.objects.running().select_related("collaboration").order_by("pk")
    return rows.exclude(collaboration__state=CollaborationState.CLOSED)


def fill(series, *, by, until, now):
    """Make the meetings that the rule asks for until that day and that are not there yet."""
    _invite_who_joined(series, by=by, today=now.date())
    days = days_for(series, since=now.date(), until=until)
    done = Planned(series, skipped=days.skipped)
    slots = set(series.meetings.exclude(series_slot=None).values_list("series_slot", flat=True))
    busy = {row.held_on: row for row in standing(series)}
    numbers = free_numbers(standing(series))
    for day in days.meets:
        if day in slots or not is_ahead(day, series.starts_at, now=now):
            continue
        if day in busy:
            done.taken.append(busy[day])
        else:
            done.made.append(make_meeting(series, day, number=next(numbers), by=by))
    return done


def days_for(series, *, since, until):
    """The days of its rule in that span, without the holidays that it skips."""
    if series.last_on:
        until = min(until, series.last_on)
    holidays = holidays_of(series.collaboration) if series.skips_holidays else None
    return days_of(series.rule, series.first_on, since=since, until=until, holidays=holidays)


def holidays_of(collaboration):
    """The name of each day off: the country's, and those of the regions that all parties share."""
    rows = Holiday.objects.in_regions(shared_regions(collaboration))
    return {row.day: row.label for row in rows.order_by("-region", "pk")}


def shared_regions(collaboration):
    """The regions in which every party is at home: a regency's day off is not the province's."""
    homes = Region.objects.filter(
        organizations__parties__in=Party.objects.current().filter(collaboration=collaboration)
    )
    chains = [
        {region.pk for region in _upwards(home)}
        for home in homes.select_related("parent__parent__parent").distinct()
    ]
    return set.intersection(*chains) if chains else set()


def _upwards(region):
    while region is not None:
        yield region
        region = region.parent


def planned_of(series):
    return series.meetings.filter(state=MeetingState.PLANNED)


def standing(series):
    """Its meetings without the cancelled ones."""
    return series.meetings.exclude(state=MeetingState.CANCELLED).order_by("held_on", "pk")


def free_numbers(meetings):
    """Running numbers for new meetings, after the highest there is; else after how many."""
    titles = [row.title for row in meetings]
    found = [int(match[1]) for title in titles if (match := NUMBER.search(title))]
    return count(max([len(titles), *found]) + 1)


def numbered(series, number):
    return f"{series.title} #{number}"


def make_meeting(series, day, *, number, by):
    """A planned meeting with everything that the series says; all parties of now are invited."""
    meeting = Meeting(
        collaboration=series.collaboration,
        series=series,
        series_slot=day,
        held_on=day,
        follows_series=True,
        title=numbered(series, number),
        state=MeetingState.PLANNED,
        logged_by=by,
        submission_id=uuid.uuid5(ONE_EACH, f"{series.pk} {day} {series.version}"),
        is_sample=series.is_sample,
        **{name: getattr(series, name) for name in COPIED},
    )
    save_checked(meeting)
    MeetingChange.objects.create(meeting=meeting, to_state=meeting.state, made_by=by)
    _invite(meeting, _parties_of(series))
    return meeting


def _parties_of(series):
    rows = Party.objects.current().filter(collaboration=series.collaboration)
    return list(rows.select_related("organization").order_by("pk"))


def _invite(meeting, parties):
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting, organization_id=party.organization_id, is_sample=meeting.is_sample
        )
        for party in parties
    )


def _invite_who_joined(series, *, by, today):
    """Parties that came after a meeting was planned are invited too, unless people changed it."""
    ahead = planned_of(series).filter(follows_series=True, held_on__gte=today)
    parties = _parties_of(series)
    for meeting in ahead.prefetch_related("attendances").order_by("held_on", "pk"):
        there = {row.organization_id for row in meeting.attendances.all()}
        missing = [party for party in parties if party.organization_id not in there]
        if not missing:
            continue
        _invite(meeting, missing)
        meeting.version += 1
        meeting.save(update_fields=["version", "updated_at"])
        names = ", ".join(party.organization.label for party in missing)
        MeetingChange.objects.create(
            meeting=meeting,
            from_state=meeting.state,
            to_state=meeting.state,
            note=_("Invited as well: %(names)s.") % {"names": names},
            made_by=by,
        )


def running(series):
    """The series as it is now, locked after its collaboration; refused once it has ended."""
    lock_open(series.collaboration_id)
    fresh = lock_row(series)
    if not fresh.is_running:
        raise Refused(_("This series has ended. Begin another one instead."))
    return fresh
