"""What people say stands beside what the records show, and neither changes the other."""

import datetime as dt
from fractions import Fraction

import pytest
from django.conf import settings
from django.utils import translation
from hypothesis import HealthCheck, given
from hypothesis import settings as pace
from hypothesis import strategies as st

from agreements.motivation.kinds import LEAST, Circle
from agreements.motivation.scoring import quartiles_of
from dashboards.readings.core import ElementState, SignalState
from dashboards.readings.element import Scope
from dashboards.readings.perception import Perception, one_decimal
from dashboards.readings.registry import BY_CODE
from dashboards.readings.thresholds import PERCEPTION
from tests.dashboards.readings.pulses import ago, wave_of
from tests.factories.action import CommitmentFactory
from tests.factories.charter import CollaborationFactory

UNHURRIED = pace(deadline=None, suppress_health_check=[HealthCheck.too_slow])
ALL = {"T": 3.0, "U": 4.0, "L": 2.9, "C": 4.5, "X2": 2.5}
PARTS = {"SM1": "T", "SM2": "U", "SM3": "L", "SM4": "C", "CJ2": "X2"}


def said(median=None, *, n=6, **more):
    day = dt.date(2026, 9, 1)
    return Perception("SM1.perception", "Denyut", "/", day, invited=9, n=n, median=median, **more)


def read(code, collaboration, **on):
    return BY_CODE[code].read(Scope.of(collaboration, **on))


@pytest.mark.parametrize(
    ("median", "state"),
    [
        (None, SignalState.NED),
        (1.0, SignalState.LOW),
        (2.96, SignalState.LOW),
        (3.0, SignalState.MID),
        (10 / 3, SignalState.MID),
        (3.96, SignalState.MID),
        (4.0, SignalState.HIGH),
        ((11 / 3 + 13 / 3) / 2, SignalState.HIGH),
        (5.0, SignalState.HIGH),
    ],
)
def test_a_median_is_read_by_its_value_as_it_was_frozen(median, state):
    assert said(median).state is state


@UNHURRIED
@given(st.lists(st.integers(3, 15), min_size=LEAST, max_size=40))
def test_whatever_people_answer_the_state_is_that_of_the_true_median(thirds):
    """Scores are thirds; stored as floats they must not slip over a threshold."""
    _low, median, _high = quartiles_of([each / 3 for each in thirds])
    ordered = sorted(thirds)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / Fraction(2) / 3
    expected = (
        SignalState.LOW if middle < 3 else SignalState.MID if middle < 4 else SignalState.HIGH
    )
    assert said(median, n=len(thirds)).state is expected


@UNHURRIED
@given(st.one_of(st.none(), st.floats(1, 5)), st.integers(0, LEAST - 1))
def test_of_fewer_than_five_nothing_is_ever_told(median, n):
    perception = said(median, n=n)
    assert perception.is_withheld
    with translation.override("en"):
        assert perception.label == "Not enough respondents"
        assert perception.sentence.startswith("Not enough respondents")
        assert "edian" not in perception.sentence


def test_the_sentence_says_of_how_many_and_until_when():
    with translation.override("en"):
        perception = said(10 / 3)
        words, day = perception.sentence, perception.day
    assert words == f"Median 3.3 of 5, by 6 of 9 people, until {day}."


def test_the_page_about_measuring_says_each_with_its_thresholds():
    lines = (settings.BASE_DIR / "docs" / "measuring.md").read_text().splitlines()
    for code, rule in PERCEPTION.items():
        (line,) = [line for line in lines if f"`{code}`" in line]
        with translation.override("en"):
            low, high = one_decimal(rule.low), one_decimal(rule.high)
        assert line.endswith(f"| {rule.min_den} | {low} | {high} |"), code


def test_motivation_and_the_support_of_leaders_are_asked_about_and_nothing_else():
    asked = {code for code, element in BY_CODE.items() if element.asked}
    assert asked == set(PARTS)
    assert {f"{code}.perception" for code in PARTS} == set(PERCEPTION)


@pytest.mark.django_db
def test_each_part_reads_its_own_measure_of_the_last_published_wave():
    collaboration = CollaborationFactory()
    wave_of(collaboration, dict.fromkeys(ALL, 1.0), ended=120)
    last = wave_of(collaboration, ALL)
    for code, measure in PARTS.items():
        found = read(code, collaboration).perception
        assert found.median == ALL[measure]
        assert found.href == last.get_absolute_url()
        assert (found.n, found.invited) == (6, 9)


@pytest.mark.django_db
def test_a_wave_that_is_not_published_or_lies_before_the_window_or_elsewhere_is_not_read():
    collaboration = CollaborationFactory()
    wave_of(collaboration, ALL, published=False)
    wave_of(collaboration, ALL, ended=500)
    wave_of(CollaborationFactory(), ALL)
    assert read("SM1", collaboration).perception is None


@pytest.mark.django_db
def test_a_breakdown_is_never_read():
    collaboration = CollaborationFactory()
    wave_of(collaboration, ALL, circle=Circle.GOVERNMENT)
    assert read("SM1", collaboration).perception is None


@pytest.mark.django_db
def test_a_withheld_wave_is_not_filled_up_from_the_wave_before():
    collaboration = CollaborationFactory()
    wave_of(collaboration, ALL, ended=120)
    wave_of(collaboration, dict.fromkeys(ALL), n=4)
    found = read("SM1", collaboration).perception
    assert found.is_withheld
    assert found.median is None
    assert found.why
    assert found.look is ElementState.NOT_ENOUGH


@pytest.mark.django_db
@pytest.mark.parametrize("median", [None, 1.0, 3.5, 5.0])
def test_what_people_say_never_changes_what_the_records_show(median):
    collaboration = CollaborationFactory()
    CommitmentFactory.create_batch(5, collaboration=collaboration, kept=True)
    CommitmentFactory.create_batch(5, collaboration=collaboration, overdue=True)
    before = read("SM1", collaboration)
    wave_of(collaboration, {"T": median})
    after = read("SM1", collaboration)
    assert (after.state, after.signals) == (before.state, before.signals)
    assert after.explanation == before.explanation


@pytest.mark.django_db
def test_a_published_wave_alone_is_evidence_but_no_reading_of_records():
    collaboration = CollaborationFactory()
    assert read("SM1", collaboration).state is ElementState.NOT_STARTED
    wave_of(collaboration, {"T": 5.0})
    reading = read("SM1", collaboration)
    assert reading.state is ElementState.NOT_ENOUGH
    assert reading.perception.state is SignalState.HIGH


@pytest.mark.django_db
def test_all_parts_ask_for_the_wave_once(django_assert_num_queries):
    scope = Scope.of(CollaborationFactory())
    with django_assert_num_queries(1):
        for code in PARTS:
            BY_CODE[code].asked(scope)


@pytest.mark.django_db
def test_on_an_earlier_day_a_later_wave_is_unknown():
    collaboration = CollaborationFactory()
    wave_of(collaboration, ALL, ended=5)
    assert read("SM1", collaboration, today=ago(30)).perception is None


def test_a_figure_is_printed_half_upwards_as_on_the_page_of_the_pulse():
    with translation.override("en"):
        assert one_decimal(Fraction(13, 4)) == "3.3"
        assert one_decimal(Fraction(57, 20)) == "2.9"
        assert one_decimal(2.95) == "3.0"
