"""The reporting calendar: which party owes which value by when, and who is late."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.charter.states import CollaborationState, PartyState
from agreements.goals.kinds import Frequency
from agreements.goals.models import Indicator, Measurement, PeriodLock, ReportingDuty
from agreements.goals.periods import Period, periods_between
from agreements.goals.states import GoalState, MeasurementState

M = MeasurementState
GIVEN = frozenset({M.SUBMITTED, M.VERIFIED, M.DISPUTED})
SLOT = ("indicator", "region", "party", "starts_on", "ends_on")
SHOWN = ("value", "numerator", "denominator")  # of a value in a list of what is owed
READ = (*SLOT, *SHOWN, "state", "submitted_at", "superseded_by")


class Standing(TextChoices):
    """How a value that is owed stands on a day."""

    LATE = "late", _("Late")
    RETURNED = "returned", _("Returned")
    DUE = "due", _("Due")
    NOT_OVER = "not_over", _("Not over yet")
    GIVEN = "given", _("Reported")
    GIVEN_LATE = "given_late", _("Reported late")
    CLOSED = "closed", _("Closed without a value")


S = Standing
WAITING = (S.LATE, S.RETURNED, S.DUE)


@dataclass(frozen=True)
class Owed:
    """One value that a party owes: for these days, by that day."""

    duty: ReportingDuty
    period: Period
    due_on: dt.date
    standing: Standing
    measurement: Measurement | None = None

    @property
    def indicator(self):
        return self.duty.indicator

    @property
    def party(self):
        return self.duty.party

    @property
    def region(self):
        return self.duty.region

    @property
    def is_late(self):
        return self.standing == S.LATE

    @property
    def is_waiting(self):
        return self.standing in WAITING


def owed_values(collaborations, *, until, since=None, today=None, parties=None):
    """Everything that fell or falls due between two days, the earliest first; three queries.

    Without `since` everything that was ever owed: what is late stays late until it is given.
    Without `parties` what each of them owes.
    """
    today = today or timezone.localdate()
    duties = _duties_of(collaborations, until, parties)
    if not duties:
        return []
    told = _Told(duties)
    found = [
        told.about(duty, period, due_on, today)
        for duty in duties
        for period, due_on in _periods_of(duty, until)
        if due_on <= until and (since is None or due_on >= since)
    ]
    return sorted(found, key=lambda one: (one.due_on, one.indicator.name, one.duty.pk))


def _duties_of(collaborations, until, parties):
    used = Indicator.objects.active().exclude(goal__state=GoalState.CLOSED)
    rows = ReportingDuty.objects.filter(
        indicator__in=used, indicator__goal__collaboration__in=collaborations, starts_on__lte=until
    )
    if parties is not None:
        rows = rows.filter(party__in=parties)
    return list(
        rows.select_related("indicator__goal__collaboration", "party__organization", "region")
    )


def _periods_of(duty, until):
    """Each period of the duty's time with the day by which its value is owed.

    A single value is of the days of the duty, or of its first day where it has no last one. A
    party that has left owes nothing for the time after.
    """
    allowed = dt.timedelta(days=duty.days_after)
    if _is_once(duty):
        periods = [Period(duty.starts_on, duty.ends_on or duty.starts_on)]
    else:
        last = min(duty.ends_on or until, until)
        periods = periods_between(duty.indicator.frequency, duty.starts_on, last)
    left_on = duty.party.ends_on
    for period in periods:
        if left_on is None or period.ends_on <= left_on:
            yield period, period.ends_on + allowed


class _Told:
    """What was reported of some duties, and which days are closed by now."""

    def __init__(self, duties):
        self.values, self.first_given = {}, {}
        once = {_slot_of(duty) for duty in duties if _is_once(duty)}
        rows = Measurement.objects.filter(
            indicator__in={duty.indicator_id for duty in duties},
            party__in={duty.party_id for duty in duties},
        )
        for row in rows.only(*READ).order_by("ends_on", "pk"):
            slot = _slot_of(row)
            key = slot if slot in once else (slot, row.starts_on, row.ends_on)
            if row.superseded_by_id is None:
                self.values[key] = row
            if row.submitted_at is not None:
                earlier = self.first_given.get(key, row.submitted_at)
                self.first_given[key] = min(earlier, row.submitted_at)
        places = {duty.indicator.goal.collaboration_id for duty in duties}
        self.locks = list(PeriodLock.objects.holding().filter(collaboration__in=places))

    def about(self, duty, period, due_on, today):
        slot = _slot_of(duty)
        key = slot if _is_once(duty) else (slot, period.starts_on, period.ends_on)
        value = self.values.get(key)
        given = self.first_given.get(key)
        standing = standing_of(value, period, due_on, today, given=given)
        if standing in WAITING and self._is_closed(duty, period):
            standing = S.CLOSED
        return Owed(duty, period, due_on, standing, value)

    def _is_closed(self, duty, period):
        """Nobody can report it now, so nobody is asked for it."""
        place = duty.indicator.goal.collaboration
        if place.state == CollaborationState.CLOSED or duty.party.state != PartyState.ACTIVE:
            return True
        return not _is_once(duty) and any(
            lock.collaboration_id == place.pk and lock.touches(period) for lock in self.locks
        )


def standing_of(value, period, due_on, today, *, given=None):
    """Reported in time, reported late, late, returned, due, or not even over.

    `given`: when it was first reported; whoever checks it or has it corrected makes nothing late.
    """
    if value is not None and value.state in GIVEN:
        day = timezone.localdate(given or value.submitted_at)
        return S.GIVEN if day <= due_on else S.GIVEN_LATE
    if given is not None:  # and given back; a draft may follow it
        return S.RETURNED
    if today > due_on:
        return S.LATE
    return S.NOT_OVER if period.ends_on > today else S.DUE


def _is_once(duty):
    return duty.indicator.frequency == Frequency.ONCE


def _slot_of(row):
    return row.indicator_id, row.region_id, row.party_id
