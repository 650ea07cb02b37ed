"""A change is judged from what people said, not from figures that were rounded for the page."""

import pytest

from agreements.motivation.comparing import with_changes
from agreements.motivation.counting import Heard, figures_of
from agreements.motivation.kinds import Dimension
from agreements.motivation.scoring import Moment, change_between


class Item:
    """A statement, as far as counting asks about it."""

    def __init__(self, code):
        self.code, self.dimension, self.is_reversed = code, Dimension(code[0]), False


ITEMS = [Item("T1"), Item("T2"), Item("T3")]


def people(*groups):
    """So many who say the same step to everything, group after group."""
    codes = [item.code for item in ITEMS]
    said = [dict.fromkeys(codes, step) for step, number in groups for _one in range(number)]
    return [Heard("", steps, by_mail=True) for steps in said]


def trust_of(answers, before):
    figures = figures_of(answers, ITEMS, invited=200)
    row, *_items = with_changes(figures, answers, ITEMS, before=before)
    assert row["measure"] == "T"
    return row


def test_a_change_that_only_rounding_makes_is_none():
    before, after = people((3, 76), (4, 24)), people((3, 54), (4, 46))  # 3.24 and 3.46
    told = [trust_of(some, before)["mean"] for some in (before, after)]
    assert told == [3.2, 3.5]
    rounded = [Moment(100, mean, spread) for mean, spread in zip(told, (0.43, 0.5), strict=True)]
    assert change_between(*rounded) == 1
    assert trust_of(after, before)["change"] == 0


def test_a_change_of_three_tenths_that_the_interval_bears_out_is_told():
    before, after = people((3, 76), (4, 24)), people((3, 46), (4, 54))  # 3.24 and 3.54
    assert trust_of(after, before)["change"] == 1
    assert trust_of(before, after)["change"] == -1


@pytest.mark.parametrize(
    "before",
    [[], people((2, 5), (3, 4)), people((2, 19), (3, 1))],
    ids=["none", "of nine", "of one mind"],
)
def test_nothing_is_compared_with_what_is_not_shown_in_detail(before):
    assert trust_of(people((4, 10), (5, 10)), before)["change"] is None


@pytest.mark.parametrize(
    "after", [people((4, 5), (5, 4)), people((5, 19), (4, 1))], ids=["of nine", "of one mind"]
)
def test_what_is_told_of_few_or_withheld_has_no_change(after):
    assert "change" not in trust_of(after, people((2, 10), (3, 10)))
