"""How far an indicator has come: the design paper's figures, and every way there is too little."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.goals.kinds import Direction
from agreements.goals.progress import (
    Coverage,
    Lack,
    Point,
    Reach,
    Step,
    Verdict,
    elapsed_share,
    percent,
    progress,
    step_for,
)


def day(text):
    return dt.date.fromisoformat(text)


def judged(baseline, target, *values, direction=Direction.UP, **more):
    """Progress from (day, value) pairs."""
    return progress(
        direction=direction,
        baseline=Point(day(baseline[0]), Decimal(baseline[1])) if baseline else None,
        steps=[Step(day(target[0]), Decimal(target[1]))] if target else [],
        points=[Point(day(on), Decimal(value)) for on, value in values],
        **more,
    )


# --- figures of the design paper ------------------------------------------------------------

START = ("2023-07-02", 0)


def test_children_reached_are_ahead_of_the_time_elapsed():
    read = judged(START, ("2023-12-31", 16377), ("2023-08-13", 9085))
    assert read.share == Fraction(9085, 16377)
    assert read.elapsed == Fraction(42, 182)
    assert (percent(read.share), percent(read.elapsed)) == (Decimal("55.5"), Decimal("23.1"))
    assert read.verdict is Verdict.AHEAD
    assert read.lacks == ()


def test_children_no_longer_stunted_are_on_track_though_below_the_time_elapsed():
    read = judged(START, ("2024-12-31", 16377), ("2023-08-13", 1054))
    assert (read.share, read.elapsed) == (Fraction(1054, 16377), Fraction(42, 548))
    assert (percent(read.share), percent(read.elapsed)) == (Decimal("6.4"), Decimal("7.7"))
    assert read.verdict is Verdict.ON_TRACK


def over_days(baseline, target, value, *, passed, of):
    """The same with a number of days instead of dates."""
    start = day("2023-01-01")
    return progress(
        direction=Direction.UP if target > baseline else Direction.DOWN,
        baseline=Point(start, Decimal(baseline)),
        steps=[Step(start + dt.timedelta(of), Decimal(target))],
        points=[Point(start + dt.timedelta(passed), Decimal(value))],
    )


@pytest.mark.parametrize(
    ("figures", "passed", "of", "share", "elapsed", "verdict"),
    [
        ((50, 90, 61), 183, 275, "27.5", "66.5", Verdict.BEHIND),  # reports on time, in percent
        ((40, 100, 82), 242, 334, "70.0", "72.5", Verdict.ON_TRACK),  # agencies that use the system
        (
            (30, 5, 34),
            100,
            200,
            "-16.0",
            "50.0",
            Verdict.REVERSE,
        ),  # differing figures, fewer wanted
    ],
)
def test_the_other_scenario(figures, passed, of, share, elapsed, verdict):
    read = over_days(*figures, passed=passed, of=of)
    assert (percent(read.share), percent(read.elapsed)) == (Decimal(share), Decimal(elapsed))
    assert read.verdict is verdict


def test_less_is_better_by_the_same_formula():
    read = judged(
        ("2022-12-31", 264), ("2024-12-31", 200), ("2023-12-31", 230), direction=Direction.DOWN
    )
    assert read.share == Fraction(34, 64)
    assert read.verdict is Verdict.AHEAD


# --- not enough data, and why ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("baseline", "target", "values", "lacks"),
    [
        (None, None, [("2023-11-30", "1.19")], {Lack.BASELINE, Lack.TARGET}),
        (("2023-07-31", 48000), None, [], {Lack.TARGET, Lack.VALUE}),
        (START, ("2023-12-31", 100), [], {Lack.VALUE}),
        (START, ("2023-12-31", 0), [("2023-08-13", 1)], {Lack.WAY}),
        (START, ("2023-07-02", 10), [("2023-08-13", 1)], {Lack.TIME}),
        # The year of the baseline itself, and the one before, are no progress since.
        (
            ("2022-12-31", 264),
            ("2024-12-31", 200),
            [("2021-12-31", 262), ("2022-12-31", 264)],
            {Lack.VALUE},
        ),
    ],
)
def test_too_little_is_said_with_every_reason(baseline, target, values, lacks):
    read = judged(baseline, target, *values)
    assert read.verdict is Verdict.NOT_ENOUGH
    assert set(read.lacks) == lacks
    assert not read.is_judged
    assert read.share is read.elapsed is None


def test_without_a_definition_nothing_is_judged():
    read = judged(START, ("2023-12-31", 16377), ("2023-08-13", 9085), is_defined=False)
    assert (read.verdict, read.lacks) == (Verdict.NOT_ENOUGH, (Lack.DEFINITION,))
    assert read.latest.value == 9085, "the value is still shown"


# --- which value, which step ----------------------------------------------------------------


def test_the_latest_period_counts_in_whatever_order_they_come():
    read = judged(START, ("2023-12-31", 100), ("2023-10-31", 70), ("2023-08-31", 90))
    assert read.latest.value == 70


@pytest.mark.parametrize(
    ("on", "due"),
    [
        ("2023-06-30", "2023-12-31"),
        ("2023-12-31", "2023-12-31"),
        ("2024-01-31", "2024-12-31"),
        ("2025-03-31", "2024-12-31"),
    ],
)
def test_the_step_due_next_is_the_target_and_after_the_last_the_last(on, due):
    steps = [Step(day("2024-12-31"), Decimal(100)), Step(day("2023-12-31"), Decimal(20))]
    assert step_for(steps, day(on)).due_on == day(due)


def test_past_the_due_day_all_of_the_time_has_elapsed():
    read = judged(START, ("2023-12-31", 100), ("2024-06-30", 90))
    assert (read.elapsed, read.verdict) == (1, Verdict.ON_TRACK)
    assert elapsed_share(day("2024-01-01"), day("2024-01-01"), day("2024-01-01")) == 1


def test_more_than_the_target_stays_more_than_all():
    read = judged(START, ("2023-12-31", 100), ("2023-12-31", 130))
    assert percent(read.share) == Decimal("130.0")


def test_exactly_as_far_as_time_is_ahead_and_exactly_four_fifths_is_on_track():
    assert over_days(0, 100, 50, passed=50, of=100).verdict is Verdict.AHEAD
    assert over_days(0, 100, 40, passed=50, of=100).verdict is Verdict.ON_TRACK
    assert over_days(0, 1000, 399, passed=50, of=100).verdict is Verdict.BEHIND
    assert over_days(0, 100, 0, passed=50, of=100).verdict is Verdict.BEHIND


# --- keep in range --------------------------------------------------------------------------


def in_range(*values, lower="1", upper="3", is_defined=True):
    return progress(
        direction=Direction.RANGE,
        baseline=None,
        steps=[Step(day("2023-12-31"), lower=Decimal(lower), upper=Decimal(upper))],
        points=[Point(dt.date(2023, n, 28), Decimal(v)) for n, v in enumerate(values, start=1)],
        is_defined=is_defined,
    )


def test_a_range_is_read_by_the_share_of_periods_inside_both_ends_included():
    read = in_range("1", "3", "3.01", "2", "0.99")
    assert (read.in_range, read.periods, read.share) == (3, 5, Fraction(3, 5))
    assert read.verdict is Verdict.BEHIND
    assert in_range("1", "3", "2", "2", "9").verdict is Verdict.ON_TRACK


@pytest.mark.parametrize("ends", [{"lower": Decimal(1)}, {"upper": Decimal(3)}, {}])
def test_half_a_range_is_none_and_holds_nothing(ends):
    step = Step(day("2023-12-31"), **ends)
    assert not step.is_range
    assert not step.holds(Decimal(2))


def test_a_range_needs_three_periods_and_a_range():
    assert in_range("1", "2").lacks == (Lack.PERIODS,)
    no_range = progress(
        direction=Direction.RANGE,
        baseline=None,
        steps=[Step(day("2023-12-31"), Decimal(5))],
        points=[Point(dt.date(2023, n, 1), Decimal(2)) for n in (1, 2, 3)],
    )
    assert no_range.lacks == (Lack.TARGET,)
    assert in_range("1", "2", "2", is_defined=False).lacks == (Lack.DEFINITION,)


def test_a_range_that_changes_judges_each_period_by_its_own():
    read = progress(
        direction=Direction.RANGE,
        baseline=None,
        steps=[
            Step(day("2023-02-28"), lower=Decimal(0), upper=Decimal(9)),
            Step(day("2023-12-31"), lower=Decimal(0), upper=Decimal(3)),
        ],
        points=[Point(dt.date(2023, n, 28), Decimal(5)) for n in (1, 2, 3)],
    )
    assert read.in_range == 2


# --- properties -----------------------------------------------------------------------------

figures = st.decimals(-(10**6), 10**6, places=2)


@given(figures, figures, figures, st.integers(1, 400), st.integers(1, 400))
def test_turned_upside_down_every_verdict_stays(baseline, target, value, passed, of):
    if baseline == target:
        return
    one = over_days(baseline, target, value, passed=passed, of=of)
    other = over_days(-baseline, -target, -value, passed=passed, of=of)
    assert (one.share, one.verdict) == (other.share, other.verdict)


@given(figures, figures, st.integers(1, 400), st.integers(1, 400))
def test_standing_at_the_target_is_always_ahead(baseline, target, passed, of):
    if baseline == target:
        return
    read = over_days(baseline, target, target, passed=passed, of=of)
    assert (read.share, read.verdict) == (1, Verdict.AHEAD)
    assert 0 <= read.elapsed <= 1


# --- coverage -------------------------------------------------------------------------------


def test_regions_are_read_by_the_lowest_the_highest_and_the_gap():
    coverage = Coverage(
        (
            Reach("Pasangkayu", Decimal(90), Decimal(360)),
            Reach("Bambalamotu", Decimal(389), Decimal(389)),
            Reach("Polewali", None, Decimal(100)),
            Reach("Binuang", Decimal(7), None),
            Reach("Anreapi", Decimal(0), Decimal(0)),
        )
    )
    assert (coverage.lowest.region, coverage.highest.region) == ("Pasangkayu", "Bambalamotu")
    assert coverage.gap == Fraction(3, 4)
    assert len(coverage.known) == 2


def test_one_region_has_no_gap_and_none_has_no_lowest():
    assert Coverage((Reach("Mamuju", Decimal(1), Decimal(2)),)).gap is None
    assert Coverage(()).lowest is Coverage(()).highest is None


def test_where_less_is_better_a_region_is_read_from_its_baseline():
    reach = Reach("Mamuju", Decimal(20), Decimal(10), start=Decimal(30))
    assert reach.share == Fraction(1, 2)
    assert Reach("Mamuju", Decimal(20), Decimal(10), start=None).share is None
