"""The registry: every element of the framework once, every signal with a threshold."""

import pytest
from django.conf import settings
from django.utils import translation

from dashboards.readings.element import Scope
from dashboards.readings.registry import BY_CODE, ELEMENTS, read_all
from dashboards.readings.sentences import percent
from dashboards.readings.thresholds import RULE_VERSION, THRESHOLDS
from tests.factories.charter import CollaborationFactory

CODES = [
    *("CTX", "DRV"),
    *("PE1", "PE2", "PE3", "PE4a", "PE4b"),
    *("SM1", "SM2", "SM3", "SM4"),
    *("CJ1", "CJ2", "CJ3", "CJ4"),
    *("ACT", "IMP", "ADP"),
]


def test_every_element_of_the_framework_is_listed_once_and_in_order():
    assert [element.code for element in ELEMENTS] == CODES
    assert list(BY_CODE) == CODES


@pytest.mark.django_db
def test_every_signal_has_a_threshold_and_every_threshold_a_signal():
    readings = read_all(Scope.of(CollaborationFactory()))
    codes = [signal.gauge.code for reading in readings for signal in reading.signals]
    assert sorted(codes) == sorted(THRESHOLDS)
    for reading in readings:
        for signal in reading.signals:
            assert signal.gauge.code.startswith(f"{reading.element.code}.")


@pytest.mark.django_db
def test_reading_everything_asks_a_fixed_number_of_questions(django_assert_max_num_queries):
    collaboration = CollaborationFactory()
    with django_assert_max_num_queries(29):
        read_all(Scope.of(collaboration))


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_reading_has_a_sentence_in_both_languages(language):
    with translation.override(language):
        for reading in read_all(Scope.of(CollaborationFactory())):
            assert reading.sentence
            assert "%(" not in reading.sentence


def test_the_page_about_measuring_says_every_signal_with_its_thresholds():
    lines = (settings.BASE_DIR / "docs" / "measuring.md").read_text().splitlines()
    for code, rule in THRESHOLDS.items():
        (line,) = [line for line in lines if f"`{code}`" in line]
        numbers = f"| {rule.min_den} | {percent(rule.low)} | {percent(rule.high)} |"
        assert line.endswith(numbers), code
    assert f"(version {RULE_VERSION})" in "\n".join(lines)
