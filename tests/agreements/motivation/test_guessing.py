"""From the median and the mean of a few, nobody computes what each of them said."""

import itertools
from collections import Counter, defaultdict

import pytest

from agreements.motivation import counting
from agreements.motivation.guessing import Told, could_be_told, one_decimal
from agreements.motivation.kinds import LEAST
from agreements.motivation.scoring import possible_scores, summary_of

FEW = range(5, 10)
ONE, THREE = possible_scores(1), possible_scores(3)


def sets_of(values, n):
    return itertools.combinations_with_replacement(values, n)


def told_of(scores, values):
    """What is told of these people: how many, the median and the mean, or nothing."""
    asked = [None] if values == ONE else [None] * 3
    people = [counting.Score("", score, by_mail=True) for score in scores]
    (row,) = counting._of_measure("T", people, asked, invited=30)
    return row["n"], row.get("median"), row.get("mean")


def guesses(values, n, told=told_of):
    """By what is told, how many sets of scores it could be."""
    alike = defaultdict(list)
    for scores in sets_of(values, n):
        alike[Told.of(scores)].append(scores)
    found = defaultdict(int)
    for sets in alike.values():
        found[told(sets[0], values)] += len(sets)
    return found


@pytest.mark.parametrize("n", FEW)
def test_whatever_a_few_say_of_one_statement_it_could_be_five_other_things(n):
    assert min(guesses(ONE, n).values()) >= LEAST


def test_of_five_scores_of_three_statements_it_could_be_five_others():
    assert min(guesses(THREE, 5).values()) >= LEAST


def test_with_the_mean_always_told_single_answers_come_out():
    def told(scores, values):
        told = summary_of(scores, invited=30)
        return told.n, one_decimal(told.median), one_decimal(told.mean)

    assert min(guesses(ONE, 5, told).values()) == 1


def test_with_quartiles_and_spread_put_back_most_sets_come_out():
    def told(scores, values):
        told = summary_of(scores, invited=30)
        return told.n, told.median, told.q1, told.q3, told.mean, told.spread

    found = Counter(told(scores, ONE) for scores in sets_of(ONE, 7))
    assert sum(number == 1 for number in found.values()) > 0.9 * len(found)


@pytest.mark.parametrize("n", [5, 6, 9])
def test_the_search_finds_exactly_the_sets_that_are_told_alike(n):
    by_told = defaultdict(list)
    for scores in sets_of(ONE, n):
        by_told[Told.of(scores)].append(scores)
    for told, sets in by_told.items():
        found = list(told.sets_of([round(each * 210) for each in ONE]))
        assert len(found) == len(sets)


def test_all_five_at_the_end_of_the_scale_are_not_told_by_their_mean():
    assert not could_be_told([5] * 5, THREE, least=LEAST)
    assert could_be_told([4] * 5, THREE, least=LEAST)


def test_figures_are_rounded_half_upwards_whatever_a_sum_of_thirds_ends_on():
    assert one_decimal(3.25) == 3.3
    assert one_decimal(10 / 3) == 3.3
    assert one_decimal(3.2499999999999996) == 3.3


@pytest.mark.parametrize("known", [[1], [5, 5, 5], [1, 2, 5, 5], [3] * 6], ids=str)
def test_beside_what_is_known_the_search_finds_exactly_the_sets_that_are_told_alike(known):
    parts = [round(each * 210) for each in known]
    by_told = defaultdict(list)
    for scores in sets_of(ONE, 5):
        by_told[Told.of([*scores, *known])].append(scores)
    for told, sets in by_told.items():
        found = list(told.sets_of([round(each * 210) for each in ONE], known=parts))
        assert len(found) == len(sets)


def test_whoever_knows_what_was_said_on_paper_has_fewer_to_guess_from():
    """Five by mail who say 5, beside four on paper: the mean of nine says it to who used those."""
    by_mail = [counting.Score("", 5, by_mail=True)] * 5
    on_paper = [counting.Score("", score, by_mail=False) for score in (2, 3, 3, 4)]
    (row,) = counting._of_measure("X1", by_mail + on_paper, [None], invited=30)
    assert row["reason"] == "telling"
    assert could_be_told([5] * 5 + [2, 3, 3, 4], ONE, least=LEAST)
