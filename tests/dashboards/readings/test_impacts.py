"""IMP: the numbers that the design papers computed by hand, from records."""

import datetime as dt
from decimal import Decimal

import pytest

from agreements.goals.courses import courses_of
from agreements.goals.kinds import Direction, IndicatorLevel
from agreements.goals.progress import Lack, Verdict, percent
from agreements.goals.states import MeasurementState
from agreements.models import Indicator
from dashboards.panels.evidence import evidence_of
from dashboards.readings.core import ElementState
from dashboards.readings.element import Scope
from dashboards.readings.elements.impacts import IMPACTS
from dashboards.readings.shared import DRAWN, courses_in
from tests.factories.charter import CollaborationFactory
from tests.factories.goals import (
    BaselineFactory,
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory(drivers=False)


def indicator(collaboration, *, start=None, target=None, values=(), **fields):
    """`start` and `target` are (value, day), `values` (value, day, state)."""
    row = IndicatorFactory(goal__collaboration=collaboration, **fields)
    if start:
        BaselineFactory(indicator=row, value=Decimal(str(start[0])), as_of=start[1])
    if target:
        TargetFactory(indicator=row, value=Decimal(str(target[0])), due_on=target[1])
    for value, day, *state in values:
        more = {"state": state[0]} if state else {}
        if state and state[0] != MeasurementState.VERIFIED:
            more |= {"verified_by": None, "verified_at": None}
        if state and state[0] == MeasurementState.DRAFT:
            more |= {"submitted_by": None, "submitted_at": None}
        MeasurementFactory(
            indicator=row, value=Decimal(str(value)), starts_on=day, ends_on=day, **more
        )
    return row


def course(row):
    return courses_of([Indicator.objects.get(pk=row.pk)])[row.pk]


def shares(row):
    found = course(row).progress
    return str(percent(found.share)), str(percent(found.elapsed)), found.verdict


DECREE, WEEK_II = dt.date(2023, 7, 2), dt.date(2023, 8, 13)
YEAR_END, NEXT_YEAR_END = dt.date(2023, 12, 31), dt.date(2024, 12, 31)
Q1, Q2, Q3 = dt.date(2023, 3, 31), dt.date(2023, 6, 30), dt.date(2023, 9, 30)


def reached(collaboration, **more):
    return indicator(
        collaboration,
        start=(0, DECREE),
        target=(16_377, YEAR_END),
        values=[(9_085, WEEK_II)],
        level=IndicatorLevel.OUTPUT,
        **more,
    )


def left(collaboration):
    return indicator(
        collaboration,
        start=(0, DECREE),
        target=(16_377, NEXT_YEAR_END),
        values=[(1_054, WEEK_II)],
    )


def reports_in_time(collaboration):
    return indicator(
        collaboration, start=(50, Q1), target=(90, YEAR_END), values=[(58, Q2), (61, Q3)]
    )


def test_stunting_is_reached_ahead_of_the_time_elapsed(collaboration):
    assert shares(reached(collaboration)) == ("55.5", "23.1", Verdict.AHEAD)


def test_stunting_left_is_on_track(collaboration):
    assert shares(left(collaboration)) == ("6.4", "7.7", Verdict.ON_TRACK)


def test_reports_in_time_are_behind(collaboration):
    assert shares(reports_in_time(collaboration)) == ("27.5", "66.5", Verdict.BEHIND)


def test_offices_that_use_it_are_on_track_and_an_output_that_is_not_in_the_reading(collaboration):
    row = indicator(
        collaboration,
        start=(40, dt.date(2023, 1, 31)),
        target=(100, YEAR_END),
        values=[(65, Q2), (82, Q3)],
        level=IndicatorLevel.OUTPUT,
    )
    assert shares(row) == ("70.0", "72.5", Verdict.ON_TRACK)
    assert read(collaboration).state is ElementState.NOT_STARTED


def differing(collaboration, state):
    return indicator(
        collaboration,
        start=(30, Q1),
        target=(5, dt.date(2024, 6, 30)),
        values=[(34, Q3, state)],
        direction=Direction.DOWN,
    )


def test_a_disputed_value_is_left_out_and_said(collaboration):
    row = differing(collaboration, MeasurementState.DISPUTED)
    reading = read(collaboration)
    assert course(row).verdict is Verdict.NOT_ENOUGH
    assert reading.state is ElementState.NOT_ENOUGH
    (beside,) = reading.signals[0].beside
    assert (beside.pk, len(beside.why)) == (row.pk, 2)  # no value that counts; one disputed


def test_verified_it_would_go_the_wrong_way(collaboration):
    row = differing(collaboration, MeasurementState.VERIFIED)
    found = course(row).progress
    assert (str(percent(found.share, 0)), found.verdict) == ("-16", Verdict.REVERSE)
    reading = read(collaboration)
    assert reading.state is ElementState.NEEDS_ATTENTION
    assert reading.limiting.gauge.code == "IMP.pace"


def test_inflation_has_no_definition_and_nothing_to_compare_with(collaboration):
    row = indicator(
        collaboration,
        values=[(1.19, dt.date(2023, 11, 1), MeasurementState.DRAFT)],
        undefined=True,
    )
    lacks = course(row).progress.lacks
    assert lacks == (Lack.DEFINITION, Lack.BASELINE, Lack.TARGET, Lack.VALUE)
    assert read(collaboration).state is ElementState.NOT_ENOUGH


def test_children_out_of_school_have_no_target_and_one_value(collaboration):
    row = indicator(collaboration, start=(48_000, dt.date(2023, 7, 31)), direction=Direction.DOWN)
    assert course(row).progress.lacks == (Lack.TARGET, Lack.VALUE)


def read(collaboration):
    return IMPACTS.read(Scope.of(collaboration))


def numbers(signal):
    return signal.numerator, signal.denominator


def test_the_element_counts_outcomes_that_can_be_judged(collaboration):
    good, slow = left(collaboration), reports_in_time(collaboration)
    reached(collaboration)
    unknown = indicator(collaboration)
    reading = read(collaboration)
    pace, reverse = reading.signals
    assert (pace.counted, pace.missing) == ((good.pk,), (slow.pk,))
    assert [one.pk for one in pace.beside] == [unknown.pk]
    assert numbers(reverse) == (0, 2)
    assert reading.state is ElementState.DEVELOPING  # behind on half is not behind on more


def test_behind_on_more_than_half_needs_attention(collaboration):
    left(collaboration)
    reports_in_time(collaboration)
    reports_in_time(collaboration)
    assert read(collaboration).state is ElementState.NEEDS_ATTENTION


def test_a_single_one_in_reverse_needs_attention_whatever_the_others(collaboration):
    for _number in range(3):
        left(collaboration)
    differing(collaboration, MeasurementState.VERIFIED)
    reading = read(collaboration)
    assert reading.state is ElementState.NEEDS_ATTENTION
    assert reading.limiting.gauge.code == "IMP.reverse"


def test_everything_on_track_is_established(collaboration):
    left(collaboration)
    assert read(collaboration).state is ElementState.ESTABLISHED


def test_the_lines_behind_the_reading_say_how_far_each_has_come(collaboration):
    left(collaboration)
    indicator(collaboration, start=(48_000, DECREE))
    pace, _reverse = evidence_of(read(collaboration))
    facts = pace.counted.lines[0].facts
    assert any("6,4%" in fact and "7,7%" in fact for fact in facts)
    assert any("1.054" in fact and "16.377" in fact for fact in facts)
    assert len(pace.beside) == 1


def test_reading_many_indicators_asks_no_more_than_reading_one(
    collaboration, django_assert_max_num_queries
):
    for _number in range(5):
        left(collaboration)
    with django_assert_max_num_queries(6):
        read(collaboration)


def test_the_way_is_worked_out_of_outcomes_and_of_what_is_drawn_and_of_no_more(collaboration):
    goal = GoalFactory(collaboration=collaboration)
    outputs = IndicatorFactory.create_batch(DRAWN + 1, goal=goal, level=IndicatorLevel.OUTPUT)
    outcome = IndicatorFactory(goal=goal)
    asked = courses_in(Scope.of(collaboration))
    assert asked.keys() == {*(row.pk for row in outputs[:DRAWN]), outcome.pk}
