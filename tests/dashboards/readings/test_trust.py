"""Mutual trust from behaviour: the two demo scenarios, worked out by hand."""

import datetime as dt

import pytest

from agreements.models import Commitment
from dashboards.readings.core import ElementState
from dashboards.readings.element import Scope
from dashboards.readings.elements.trust import TRUST
from tests.factories.action import CommitmentFactory
from tests.factories.charter import CollaborationFactory, CycleFactory

pytestmark = pytest.mark.django_db

TODAY = dt.date(2023, 11, 21)
SULBAR = (
    ("07-31", "kept"),
    ("08-15", "late"),
    ("08-31", "kept"),
    ("08-31", "kept"),
    ("08-20", "kept"),
    ("09-30", "late"),
    ("09-30", "not_kept"),
    ("09-15", "kept"),
    ("08-31", "kept"),
    ("09-30", "not_kept"),
)
BOGOR = (
    ("04-30", "kept"),
    ("06-30", "late"),
    ("08-15", "kept"),
    ("10-15", "not_kept"),
    ("10-10", "late"),
    ("10-10", "kept"),
)


def promise(collaboration, due_on, outcome, **fields):
    """A promise of 2023 that ended as the scenario says."""
    if outcome in {"kept", "late"}:
        done = due_on if outcome == "kept" else due_on + dt.timedelta(days=9)
        fields |= {"kept": True, "reported_done_on": done, "confirmed_on": done}
    else:
        fields |= {"state": outcome}
    fields.setdefault("made_on", dt.date(2023, 1, 2))
    return CommitmentFactory(collaboration=collaboration, due_on=due_on, **fields)


def scenario(outcomes):
    collaboration = CollaborationFactory(starts_on=dt.date(2023, 1, 1))
    CycleFactory(collaboration=collaboration, starts_on=dt.date(2023, 1, 1), label="2023")
    for day, outcome in outcomes:
        promise(collaboration, dt.date.fromisoformat(f"2023-{day}"), outcome)
    return collaboration


def read(collaboration):
    reading = TRUST.read(Scope.of(collaboration, today=TODAY))
    (signal,) = reading.signals
    return reading, signal


@pytest.mark.parametrize(("outcomes", "kept", "due"), [(SULBAR, 6, 10), (BOGOR, 3, 6)])
def test_both_scenarios_read_as_worked_out_by_hand(outcomes, kept, due):
    reading, signal = read(scenario(outcomes))
    assert (signal.numerator, signal.denominator) == (kept, due)
    assert reading.state is ElementState.DEVELOPING
    assert reading.window.cycle == "2023"


def test_the_ids_are_exactly_those_of_the_promises():
    collaboration = scenario(SULBAR)
    _reading, signal = read(collaboration)
    kept = Commitment.objects.filter(collaboration=collaboration).kept_on_time()
    assert set(signal.counted) == set(kept.values_list("pk", flat=True))
    others = Commitment.objects.filter(collaboration=collaboration).exclude(pk__in=kept)
    assert set(signal.missing) == set(others.values_list("pk", flat=True))


@pytest.mark.parametrize("state", ["proposed", "declined", "cancelled"])
def test_promises_nobody_stands_behind_do_not_count(state):
    collaboration = scenario(SULBAR)
    promise(collaboration, dt.date(2023, 8, 1), state)
    assert read(collaboration)[1].denominator == 10


def test_a_promise_due_today_or_before_the_cycle_does_not_count_yet():
    collaboration = scenario(SULBAR)
    promise(collaboration, TODAY, "accepted")
    promise(collaboration, dt.date(2022, 12, 31), "kept", made_on=dt.date(2022, 1, 3))
    assert read(collaboration)[1].denominator == 10


def test_moving_the_date_does_not_help():
    collaboration = scenario(SULBAR)
    promise(
        collaboration,
        dt.date(2023, 10, 20),
        "kept",
        original_due_on=dt.date(2023, 10, 1),
    )
    assert (read(collaboration)[1].numerator, read(collaboration)[1].denominator) == (6, 11)


def test_reported_but_not_confirmed_is_not_kept():
    collaboration = scenario(SULBAR)
    promise(
        collaboration, dt.date(2023, 10, 1), "reported_done", reported_done_on=dt.date(2023, 9, 30)
    )
    assert (read(collaboration)[1].numerator, read(collaboration)[1].denominator) == (6, 11)


def test_without_a_cycle_the_last_twelve_months_count():
    collaboration = CollaborationFactory()
    for day in ("2022-11-20", "2022-11-21", "2023-11-20"):
        promise(collaboration, dt.date.fromisoformat(day), "not_kept", made_on=dt.date(2022, 1, 1))
    reading, signal = read(collaboration)
    assert (reading.window.starts_on, reading.window.cycle) == (dt.date(2022, 11, 21), "")
    assert signal.denominator == 2
    assert reading.state is ElementState.NOT_ENOUGH


def test_another_collaborations_promises_are_not_read():
    collaboration = scenario(BOGOR)
    scenario(SULBAR)
    assert read(collaboration)[1].denominator == 6
