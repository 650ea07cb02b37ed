"""The reporting calendar: which party owes which value by when, and who is late."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.goals.kinds import Frequency
from agreements.goals.models import Indicator, Measurement, ReportingDuty
from agreements.goals.periods import Period, periods_between
from agreements.goals.states import GoalState, MeasurementState

M = MeasurementState
GIVEN = frozenset({M.SUBMITTED, M.VERIFIED, M.DISPUTED})
SOON = dt.timedelta(days=14)


class Standing(TextChoices):
    """How a value that is owed stands on a day."""

    LATE = "late", _("Late")
    RETURNED = "returned", _("Returned")
    DUE = "due", _("Due")
    NOT_OVER = "not_over", _("Not over yet")
    GIVEN = "given", _("Reported")
    GIVEN_LATE = "given_late", _("Reported late")


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
    def is_late(self):
        return self.standing == S.LATE

    @property
    def is_waiting(self):
        return self.standing in WAITING


def owed_values(collaborations, *, since, until, today=None):
    """Everything that fell or falls due between two days, the earliest first; two queries."""
    today = today or timezone.localdate()
    used = Indicator.objects.active().exclude(goal__state=GoalState.CLOSED)
    duties = ReportingDuty.objects.filter(
        indicator__in=used, indicator__goal__collaboration__in=collaborations, starts_on__lte=until
    ).select_related("indicator__goal__collaboration", "party__organization", "region")
    duties = list(duties)
    values = _values_of(duties)
    found = []
    for duty in duties:
        for period, due_on in _periods_of(duty, until):
            if since <= due_on <= until:
                key = (duty.indicator_id, duty.region_id, duty.party_id, *_days(period))
                value = values.get(key)
                standing = standing_of(value, period, due_on, today)
                found.append(Owed(duty, period, due_on, standing, value))
    return sorted(found, key=lambda one: (one.due_on, one.indicator.name, one.duty.pk))


def standing_of(value, period, due_on, today):
    """Reported in time, reported late, late, returned, due, or not even over."""
    if value is not None and value.state in GIVEN:
        day = timezone.localdate(value.submitted_at)
        return S.GIVEN if day <= due_on else S.GIVEN_LATE
    if today > due_on:
        return S.LATE
    if value is not None and value.state == M.RETURNED:
        return S.RETURNED
    return S.NOT_OVER if period.ends_on > today else S.DUE


def _periods_of(duty, until):
    """Each period of the duty's time with the day by which its value is owed."""
    allowed = dt.timedelta(days=duty.days_after)
    if duty.indicator.frequency == Frequency.ONCE:
        if duty.ends_on is not None:
            yield Period(duty.starts_on, duty.ends_on), duty.ends_on + allowed
        return
    last = min(duty.ends_on or until, until)
    for period in periods_between(duty.indicator.frequency, duty.starts_on, last):
        yield period, period.ends_on + allowed


def _values_of(duties):
    """The standing values of what is owed, by what they are for."""
    if not duties:
        return {}
    once = {duty.indicator_id: duty for duty in duties if _is_once(duty) and duty.ends_on}
    rows = Measurement.objects.standing().filter(
        indicator__in={duty.indicator_id for duty in duties}
    )
    found = {}
    for row in rows.order_by("ends_on", "pk"):
        key = (row.indicator_id, row.region_id, row.party_id)
        if duty := once.get(row.indicator_id):
            found[(*key, duty.starts_on, duty.ends_on)] = row
        else:
            found[(*key, row.starts_on, row.ends_on)] = row
    return found


def _is_once(duty):
    return duty.indicator.frequency == Frequency.ONCE


def _days(period):
    return period.starts_on, period.ends_on
