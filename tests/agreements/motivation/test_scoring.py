"""The arithmetic of the pulse, against the standard library and figures from printed tables."""

import math
import statistics

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from agreements.motivation.scoring import (
    Moment,
    change_between,
    has_shifted,
    interval_of,
    is_low_rate,
    quartiles_of,
    score_of,
    spread_of,
    summary_of,
    t_quantile,
    turned,
    welch_half_width,
)

STEP = st.integers(1, 5)
SCORES = st.lists(st.sampled_from([n / 6 for n in range(6, 31)]), min_size=2, max_size=60)
NEAR = {"rel_tol": 1e-9, "abs_tol": 1e-9}


@pytest.mark.parametrize(
    ("freedom", "value"),
    [(1, 12.706), (2, 4.303), (4, 2.776), (5, 2.571), (9, 2.262), (14, 2.145), (30, 2.042)],
)
def test_t_is_that_of_the_printed_table(freedom, value):
    assert round(t_quantile(0.975, freedom), 3) == value


@given(st.floats(1, 500), st.floats(0.55, 0.999))
def test_t_grows_with_the_probability_and_comes_near_the_normal(freedom, probability):
    here = t_quantile(probability, freedom)
    assert here < t_quantile(probability + 0.0005, freedom)
    assert here >= statistics.NormalDist().inv_cdf(probability) - 1e-6


@given(SCORES)
def test_median_quartiles_mean_and_spread_are_those_of_the_library(scores):
    q1, median, q3 = quartiles_of(scores)
    expected = statistics.quantiles(scores, n=4, method="inclusive")
    assert all(map(lambda a, b: math.isclose(a, b, **NEAR), (q1, median, q3), expected))
    assert math.isclose(median, statistics.median(scores), **NEAR)
    told = summary_of(scores, invited=len(scores) + 3)
    assert math.isclose(told.mean, statistics.mean(scores), **NEAR)
    assert math.isclose(told.spread, statistics.stdev(scores), **NEAR)


@given(SCORES, st.integers(1, 40))
def test_the_interval_holds_the_mean_and_stays_on_the_scale(scores, silent):
    told = summary_of(scores, invited=len(scores) + silent)
    if told.low is None:
        assert told.is_unanimous
    else:
        assert 1 <= told.low <= told.mean <= told.high <= 5


@given(SCORES, st.integers(1, 10))
def test_the_more_of_a_circle_answer_the_closer_the_interval(scores, silent):
    assume(spread_of(scores) > 0)
    n = len(scores)
    near = interval_of(3, spread_of(scores), n=n, invited=n + silent)
    far = interval_of(3, spread_of(scores), n=n, invited=n + silent + 10)
    assert near[1] - near[0] <= far[1] - far[0]


def test_an_interval_by_hand():
    """Fifteen of twenty-four, mean 3.7, deviation 0.6: ± 2.145 · 0.6 / √15 · √(9/23)."""
    low, high = interval_of(3.7, 0.6, n=15, invited=24)
    half = 2.144787 * 0.6 / math.sqrt(15) * math.sqrt(9 / 23)
    assert math.isclose(low, 3.7 - half, abs_tol=1e-5)
    assert math.isclose(high, 3.7 + half, abs_tol=1e-5)


def test_where_all_were_heard_or_all_agree_there_is_no_interval():
    census = summary_of([2, 3, 4, 4, 5], invited=5)
    assert census.is_census
    assert (census.low, census.high) == (None, None)
    alike = summary_of([4.0] * 12, invited=20)
    assert alike.is_unanimous
    assert (alike.low, alike.high, alike.median) == (None, None, 4)


def test_a_merge_may_leave_more_answers_than_people_asked():
    assert summary_of([1, 2, 3, 4, 5], invited=4).invited == 5


@given(STEP)
def test_a_statement_that_is_turned_twice_is_itself(step):
    assert turned(turned(step, is_reversed=True), is_reversed=True) == step
    assert turned(step, is_reversed=False) == step
    assert turned(step, is_reversed=True) == 6 - step


@pytest.mark.parametrize(
    ("values", "score"),
    [
        ([4, 5, 3], 4),
        ([4, 5, None], 4.5),
        ([4, None, None], None),
        ([None, None, None], None),
        ([2], 2),
        ([None], None),
        ([4, 4, 4, 4, 4, None, None], 4),
        ([4, 4, 4, 4, None, None, None], None),
    ],
)
def test_two_of_three_make_a_score(values, score):
    assert score_of(values) == score


@given(st.lists(st.one_of(st.none(), STEP), min_size=3, max_size=3))
def test_a_score_lies_between_what_was_answered(values):
    said = [value for value in values if value is not None]
    score = score_of(values)
    assert (score is None) == (len(said) < 2)
    assert score is None or min(said) <= score <= max(said)


def test_a_change_is_told_when_it_is_large_and_the_interval_says_so():
    before = Moment(40, 3.0, 0.5)
    assert change_between(before, Moment(40, 3.5, 0.5)) == 1
    assert change_between(before, Moment(40, 2.5, 0.5)) == -1
    assert change_between(before, Moment(40, 3.25, 0.1)) == 0  # clear, and too small to matter
    assert change_between(Moment(5, 3.0, 1.2), Moment(5, 3.8, 1.2)) == 0  # large, and not clear
    assert change_between(Moment(5, 3.0, 0), Moment(5, 3.3, 0)) == 1


def test_the_interval_of_a_difference_by_hand():
    """Two samples of ten, deviations 0.5 and 1.0: 13.24 degrees of freedom."""
    freedom = (0.025 + 0.1) ** 2 / (0.025**2 / 9 + 0.1**2 / 9)
    assert round(freedom, 2) == 13.24
    half = welch_half_width(Moment(10, 3, 0.5), Moment(10, 3, 1.0))
    assert math.isclose(half, t_quantile(0.975, freedom) * math.sqrt(0.125), abs_tol=1e-12)


@given(st.integers(5, 50), st.floats(1, 5), st.floats(0, 2), st.floats(1, 5), st.floats(0, 2))
def test_a_change_seen_from_the_other_side_is_its_opposite(n, one, wide, other, narrow):
    before, after = Moment(n, one, wide), Moment(n, other, narrow)
    assert change_between(before, after) == -change_between(after, before)


def test_badges():
    assert is_low_rate(n=14, invited=24)
    assert not is_low_rate(n=15, invited=25)
    same = ({1, 2, 3, 4, 5}, {1, 2, 3, 4, 5})
    assert not has_shifted((10, 20), (13, 20), parties=same)
    assert has_shifted((10, 20), (14, 20), parties=same)
    assert has_shifted((10, 20), (10, 20), parties=({1, 2, 3, 4}, {1, 2, 3}))
    assert not has_shifted((10, 20), (10, 20), parties=({1, 2, 3, 4, 5}, {1, 2, 3, 4}))
