"""Whoever subtracts published figures from each other finds no group of fewer than five."""

import itertools
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.models import PulseResult
from agreements.motivation import counting, transitions
from agreements.motivation.counting import Heard
from agreements.motivation.disclosure import may_show_steps, shown_groups, told_so_far
from agreements.motivation.kinds import LEAST, Dimension
from agreements.motivation.scoring import score_of
from tests.agreements.motivation.scene import at_random, open_pulse, tokens_of

CIRCLES = ("government", "others", "")
SIZES = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 30), min_size=1)
STEP = st.one_of(st.none(), st.integers(1, 5))


def smallest_found(whole, groups):
    """The smallest group that comes out of the whole and the shown ones by subtraction."""
    found = list(groups)
    for number in range(1, len(groups) + 1):
        found += [whole - sum(some) for some in itertools.combinations(groups, number)]
    return min((size for size in found if size), default=LEAST)


@given(SIZES)
def test_of_any_breakdown_no_subtraction_finds_fewer_than_five(sizes):
    shown = shown_groups(sizes)
    assert smallest_found(sum(sizes.values()), [sizes[name] for name in shown]) >= LEAST


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"a": 12, "b": 3}, set()),  # the three would be the whole without the twelve
        ({"a": 12, "b": 6, "c": 3}, {"a"}),  # the next smallest is hidden with them
        ({"a": 12, "b": 5, "c": 4, "d": 4}, {"a", "b"}),
        ({"a": 12, "b": 5}, {"a", "b"}),
        ({"a": 12}, set()),  # that is the whole
        ({"a": 4, "b": 4}, set()),
    ],
)
def test_the_next_smallest_is_hidden_with_the_small_one(sizes, shown):
    assert shown_groups(sizes) == shown


class Item:
    """A statement, as far as counting asks about it."""

    def __init__(self, code):
        self.code, self.dimension = code, Dimension(code[0])
        self.is_reversed = code in {"T3", "X1"}


ITEMS = [Item(code) for code in ("T1", "T2", "T3", "X1")]
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(CIRCLES),
        st.fixed_dictionaries({i.code: STEP for i in ITEMS}),
        st.sampled_from([True, True, True, False]),
    ).map(lambda fields: Heard(*fields)),
    max_size=45,
)


def heard(circle, said, number=1, *, by_mail=True):
    return [Heard(circle, said, by_mail)] * number


def cells_of(figures, measure):
    return {
        row["circle"]: row["n"]
        for row in figures
        if row.get("measure") == measure and not row.get("suppressed")
    }


def attack(people, figures):
    """The smallest group of people whose answers somebody can compute from what is published, who
    subtracts shown groups, and what was said on paper, from the whole; 1 where what nearly all
    said of one statement, or the mean that is withheld, comes out."""
    smallest = min(smaller_by_groups(people, figures), smaller_by_paper(people, figures))
    return 1 if statement_found(people, figures) or mean_found(figures) else smallest


def smaller_by_paper(people, figures):
    """Whoever knows all that was said on paper: of how many others each figure then tells."""
    found = [LEAST]
    for row in figures:
        if row.get("suppressed"):
            continue
        asked = [row["item"]] if "item" in row else counting.measures_of(ITEMS)[row["measure"]]
        circle = row.get("circle", "all")
        others = [each for each in people if each.by_mail and circle in ("all", each.circle)]
        if "item" in row:
            number = sum(each.said[row["item"].code] is not None for each in others)
        else:
            number = sum(_has_score(each.said, asked) for each in others)
        least = 10 if {"q1", "counts"} & row.keys() else LEAST
        found.append(number if number < least else LEAST)
    return min(found)


def statement_found(people, figures):
    """Whether the mean of a measure and the steps of the other statements tell the step that nine
    of ten chose of the withheld one."""
    counts = {row["item"].code: row.get("counts") for row in figures if "item" in row}
    for row in figures:
        if row.get("measure") != "T" or row.get("circle") != "all" or row.get("mean") is None:
            continue
        told = [code for code in ("T1", "T2", "T3") if counts[code]]
        if len(told) == 2:
            (hidden,) = {"T1", "T2", "T3"} - set(told)
            if sum(counts[code][5] for code in told) == 0:
                return len(steps_that_fit(row, counts, told, hidden)) == 1
    return False


def steps_that_fit(row, counts, told, hidden):
    """The steps that nine of ten may have chosen of the hidden statement."""
    n = row["n"]
    known = sum(good_sum(code, counts[code]) for code in told)
    low, high = (3 * n * (row["mean"] + side) - known for side in (-0.05, 0.05))
    fit = set()
    for step in range(1, 6):
        rest = n // 10
        least, most = step * (n - rest) + rest, step * (n - rest) + 5 * rest
        if least <= high and most >= low:
            fit.add(6 - step if hidden == "T3" else step)
    return fit


def good_sum(code, counts):
    steps = range(5, 0, -1) if code == "T3" else range(1, 6)
    return sum(step * number for step, number in zip(steps, counts, strict=False))


def mean_found(figures):
    """Whether the steps of all its statements tell the mean of a measure that is withheld."""
    withheld = {row["measure"] for row in figures if "measure" in row and row.get("suppressed")}
    return any("counts" in row and counting.measure_of(row["item"]) in withheld for row in figures)


def smaller_by_groups(people, figures):
    smallest = LEAST
    for measure, asked in counting.measures_of(ITEMS).items():
        cells = cells_of(figures, measure)
        whole = cells.pop("all", None)
        if whole is not None:
            scored = sum(_has_score(each.said, asked) for each in people)
            assert whole == scored
            smallest = min(smallest, whole, smallest_found(whole, list(cells.values())))
        else:
            assert not cells
    return smallest


def _has_score(said, asked):
    return score_of([said[item.code] for item in asked]) is not None


@given(PEOPLE)
def test_of_whatever_was_answered_nobody_computes_the_score_of_fewer_than_five(people):
    figures = counting.figures_of(people, ITEMS, invited=60)
    assert attack(people, figures) >= LEAST
    for row in figures:
        counts = row.get("counts")
        steps = counts and counts[:-1]
        assert counts is None or (sum(steps) >= 10 and max(steps) < 0.9 * sum(steps))
        if row["n"] < 10 or row.get("circle", "all") != "all":
            assert not {"q1", "q3", "spread", "low", "high", "counts"} & row.keys()
        if row.get("suppressed"):
            assert not {"median", "mean", "q1", "low", "counts"} & row.keys()


def test_without_the_complement_the_attack_finds_a_small_group(monkeypatch):
    people = heard("government", {"T1": 4, "T2": 4, "T3": 2, "X1": 3}, 6)
    people += heard("government", {"T1": 3, "T2": 4, "T3": 2, "X1": 3}, 6)
    people += heard("others", {"T1": 1, "T2": 1, "T3": 5, "X1": 3}, 3)
    figures = counting.figures_of(people, ITEMS, invited=20)
    assert attack(people, figures) >= LEAST
    naive = lambda sizes: frozenset(name for name, size in sizes.items() if size >= LEAST)  # noqa: E731
    monkeypatch.setattr(counting, "shown_groups", naive)
    figures = counting.figures_of(people, ITEMS, invited=20)
    assert attack(people, figures) == 3


def half_and_half(one, other, hidden, number=5, **more):
    """Ten of whom half choose one step of T1 and T2, half another; nine of ten one step of T3."""
    said = [{"T1": one[0], "T2": other[0]}] * number + [{"T1": one[1], "T2": other[1]}] * number
    return [
        Heard("", {**steps, "T3": 3 if place == 0 else hidden, "X1": place % 5 + 1}, by_mail=True)
        for place, steps in enumerate(said)
    ]


@pytest.mark.parametrize("hidden", [1, 2, 4, 5])
def test_of_a_statement_on_which_nearly_all_agree_nothing_comes_out_by_subtraction(hidden):
    people = half_and_half((3, 4), (2, 5), hidden)
    figures = counting.figures_of(people, ITEMS, invited=30)
    assert attack(people, figures) >= LEAST
    trust, *_others = figures
    assert trust["mean"]
    rows = [row for row in figures if "item" in row and row["item"].dimension == "T"]
    assert {row["reason"] for row in rows} == {"together"}


def test_without_the_other_statements_withheld_the_attack_finds_the_one_that_is(monkeypatch):
    def each_for_itself(told, asked, answers, *, invited):
        rows = {}
        for item in asked:
            counts = counting._counts(item, answers)
            shows = may_show_steps(counts)
            rows[item.code] = {"item": item, "n": len(answers), "invited": invited} | (
                {"counts": counts} if shows else {"suppressed": True, "reason": "alike"}
            )
        return rows

    monkeypatch.setattr(counting, "_steps_of", each_for_itself)
    people = half_and_half((3, 4), (2, 5), 2)
    assert attack(people, counting.figures_of(people, ITEMS, invited=30)) == 1
    people = [  # all have a score of four, by other steps each
        Heard("", dict(zip(("T1", "T2", "T3"), steps, strict=True)) | {"X1": 3}, by_mail=True)
        for steps in [(5, 4, 3), (4, 5, 3), (3, 5, 2), (5, 3, 2)] * 3
    ]
    figures = counting.figures_of(people, ITEMS, invited=30)
    assert (figures[0]["reason"], attack(people, figures)) == ("alike", 1)


def test_of_a_withheld_measure_no_steps_are_told():
    people = [
        Heard("", dict(zip(("T1", "T2", "T3"), steps, strict=True)) | {"X1": 3}, by_mail=True)
        for steps in [(5, 4, 3), (4, 5, 3), (3, 5, 2), (5, 3, 2)] * 3
    ]
    figures = counting.figures_of(people, ITEMS, invited=30)
    assert not [row for row in figures if "counts" in row]


def test_few_who_all_agree_are_told_like_few_who_do_not():
    people = heard("government", dict.fromkeys(("T1", "T2", "X1"), 4) | {"T3": 2}, 6)
    trust = counting.figures_of(people, ITEMS, invited=9)[0]
    assert (trust["median"], trust["mean"]) == (4, 4)
    others = [
        Heard("government", {"T1": step, "T2": step, "T3": 6 - step}, by_mail=True)
        for step in (3, 4, 4, 4, 4, 5)
    ]
    assert counting.figures_of(others, ITEMS, invited=9)[0] == trust


@pytest.mark.parametrize("code", ["T1", "X1"])
def test_of_many_who_nearly_all_agree_neither_steps_nor_figures_are_told(code):
    same = {"T1": 4, "T2": 4, "T3": 2, "X1": 2}
    people = heard("government", same, 18) + heard("others", dict.fromkeys(same, 3), 2)
    for row in counting.figures_of(people, ITEMS, invited=24):
        assert row["suppressed"]
        assert row["reason"] == "alike"


def test_a_circle_of_one_mind_is_not_told_beside_the_whole():
    same = {"T1": 4, "T2": 4, "T3": 2, "X1": 2}
    people = heard("others", same, 6)
    for step in (1, 2, 3, 4):
        people += heard("government", dict.fromkeys(same, step), 3)
    assert set(cells_of(counting.figures_of(people, ITEMS, invited=30), "T")) == {"all"}


def test_of_a_single_statement_no_circle_is_told():
    """The whole is told step by step: what one circle said would be the rest."""
    people = [
        Heard(circle, {"T1": step, "T2": 3, "T3": 3, "X1": step}, by_mail=True)
        for circle in ("government", "others")
        for step in (1, 2, 3, 4, 5, 2)
    ]
    figures = counting.figures_of(people, ITEMS, invited=30)
    assert set(cells_of(figures, "T")) == {"all", "government", "others"}
    assert set(cells_of(figures, "X1")) == {"all"}


def test_ten_of_whom_six_do_not_know_are_not_told_step_by_step():
    assert not may_show_steps([1, 0, 2, 0, 1, 6])
    assert not may_show_steps([0, 0, 0, 10, 0, 20])  # all who know say the same


@pytest.mark.parametrize(
    ("counts", "shows"),
    [
        ([0, 0, 0, 10, 0, 0], False),  # all alike
        ([0, 0, 0, 9, 1, 0], False),  # nine of ten
        ([0, 0, 1, 8, 1, 0], True),
        ([0, 2, 2, 3, 2, 0], False),  # nine people
    ],
)
def test_single_steps_are_shown_of_ten_who_differ(counts, shows):
    assert may_show_steps(counts) is shows


@given(st.integers(5, 60), st.data())
def test_while_it_is_open_nobody_is_guessed_from_how_many_answered(invited, data):
    answered = data.draw(st.integers(0, invited))
    low, high = told_so_far(answered, invited)
    assert low <= answered <= high
    assert high - low >= LEAST - 1
    assert invited - low >= LEAST - 1


@given(st.integers(5, 60))
def test_while_it_is_open_what_is_told_changes_with_every_fifth_answer_at_most(invited):
    told = [told_so_far(answered, invited) for answered in range(invited + 1)]
    steps = Counter(told)
    assert min(steps.values()) >= LEAST
    assert told == sorted(told)


@pytest.mark.django_db
def test_publishing_counts_nothing_again_and_shows_no_circle_of_three():
    wave, runner = open_pulse(parties=7, each=3, outside=3)
    for token in tokens_of(wave)[:15]:
        transitions.answer(token=token, said=at_random(wave, random.Random(7)))
    closed = transitions.close_wave(wave=wave, by=runner)
    before = list(PulseResult.objects.filter(wave=wave).order_by("pk").values())
    transitions.publish_wave(wave=closed, by=runner)
    assert list(PulseResult.objects.filter(wave=wave).order_by("pk").values()) == before
    circles = set(PulseResult.objects.filter(wave=wave).values_list("circle", flat=True))
    assert circles == {"all"}  # twelve of government, three outside: neither is shown alone


def saying(circle, *steps, by_mail=True):
    said = [{"T1": step, "T2": step, "T3": 6 - step, "X1": step} for step in steps]
    return [Heard(circle, each, by_mail) for each in said]


def test_four_by_mail_beside_three_on_paper_are_no_circle():
    people = saying("government", *[1, 2, 3, 4, 5] * 2) + saying("others", 2, 3, 4, 5)
    people += saying("others", 1, 3, 5, by_mail=False)
    figures = counting.figures_of(people, ITEMS, invited=40)
    assert set(cells_of(figures, "T")) == {"all"}


def test_steps_of_eight_by_mail_are_not_told_beside_four_on_paper():
    people = saying("", *[1, 2, 3, 4] * 3) + saying("", 1, 2, 3, 4, by_mail=False)
    people[:4] = [each._replace(said=each.said | {"T1": None}) for each in people[:4]]
    trust, *figures = counting.figures_of(people, ITEMS, invited=40)
    assert trust["q1"]
    rows = [row for row in figures if "item" in row and row["item"].dimension == "T"]
    assert {row.get("reason") for row in rows} == {"few_detail"}
