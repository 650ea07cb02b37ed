"""The arithmetic under the drawings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards.charts.geometry import below, nudge, number, point, ring_part, share


def test_the_top_is_at_nought_degrees_and_angles_run_clockwise():
    assert point((100, 100), 50, 0) == pytest.approx((100, 50))
    assert point((100, 100), 50, 90) == pytest.approx((150, 100))


def test_a_number_is_written_short_and_never_as_minus_nought():
    assert [number(value) for value in (1.0, 1.25, 0.0, -0.001, 33.333)] == [
        "1",
        "1.25",
        "0",
        "0",
        "33.33",
    ]


def test_nothing_of_nothing_is_nought():
    assert share(0, 0) == 0
    assert share(5, 0) == 0
    assert share(1, 4) == 0.25


def test_labels_far_apart_stay_where_they_are():
    assert nudge([10, 100], gap=15) == [10, 100]


def test_labels_on_each_other_are_pushed_apart_evenly():
    assert nudge([50, 50], gap=16) == [42, 58]


def test_labels_keep_their_order_and_stay_inside():
    top, bottom = nudge([2, 1], gap=15, lowest=0, highest=100)
    assert bottom == 0
    assert top == 15


@given(st.lists(st.floats(0, 200), max_size=8), st.floats(1, 20))
def test_nudged_labels_never_overlap(places, gap):
    moved = sorted(nudge(places, gap=gap))
    assert len(moved) == len(places)
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(moved))


def test_a_ring_part_over_more_than_half_a_turn_takes_the_long_way():
    assert " 0 1 1 " in ring_part((0, 0), 10, 20, (0, 200))
    assert " 0 0 1 " in ring_part((0, 0), 10, 20, (0, 100))


@pytest.mark.parametrize(("angles", "is_below"), [((0, 60), False), ((120, 240), True)])
def test_text_below_the_centre_is_known(angles, is_below):
    assert below(angles) is is_below
