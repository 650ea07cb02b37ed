"""The limiting-signal rule, on numbers alone."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboards.readings.core import ElementState, Gauge, RecordKind, Signal, SignalState, judge
from dashboards.readings.sentences import sentence_of
from dashboards.readings.thresholds import Threshold

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

RULES = {
    "plain": Threshold(Fraction("0.5"), Fraction("0.8"), min_den=5),
    "small": Threshold(Fraction("0.5"), Fraction("0.8"), min_den=1),
    "inverse": Threshold(Fraction("0.34"), Fraction("0.01"), min_den=1, inverse=True),
}


class OurGauge(Gauge):
    """A gauge with the thresholds of this file, so that the product's may change."""

    @property
    def threshold(self):
        return RULES[self.code]


def signal(numerator, denominator, code="plain", *, has_evidence=True):
    gauge = OurGauge(code, f"promises kept ({code})", "all of them", RecordKind.COMMITMENT)
    return Signal(gauge, numerator, denominator, has_evidence=has_evidence)


@pytest.mark.parametrize(
    ("numerator", "denominator", "state"),
    [
        (0, 0, SignalState.NED),
        (4, 4, SignalState.NED),
        (5, 5, SignalState.HIGH),
        (0, 5, SignalState.LOW),
        (499, 1000, SignalState.LOW),
        (5, 10, SignalState.MID),
        (799, 1000, SignalState.MID),
        (8, 10, SignalState.HIGH),
    ],
)
def test_a_threshold_belongs_to_the_better_side(numerator, denominator, state):
    assert signal(numerator, denominator).state is state


@pytest.mark.parametrize(
    ("numerator", "state"),
    [
        (0, SignalState.HIGH),
        (1, SignalState.HIGH),
        (2, SignalState.MID),
        (34, SignalState.MID),
        (35, SignalState.LOW),
        (100, SignalState.LOW),
    ],
)
def test_an_inverse_signal_is_better_when_smaller(numerator, state):
    assert signal(numerator, 100, "inverse").state is state


def test_a_signal_without_a_least_number_still_needs_one_record():
    assert signal(0, 0, "small").state is SignalState.NED
    assert signal(1, 1, "small").state is SignalState.HIGH


def test_no_signals_or_no_evidence_is_not_started():
    assert judge([]).state is ElementState.NOT_STARTED
    assert judge([signal(0, 9, has_evidence=False)]).state is ElementState.NOT_STARTED


@pytest.mark.parametrize(
    ("evaluated", "total", "state"),
    [
        (0, 1, ElementState.NOT_ENOUGH),
        (1, 1, ElementState.ESTABLISHED),
        (1, 2, ElementState.ESTABLISHED),
        (1, 3, ElementState.NOT_ENOUGH),
        (2, 3, ElementState.ESTABLISHED),
        (2, 4, ElementState.ESTABLISHED),
    ],
)
def test_half_of_the_signals_rounded_up_must_be_readable(evaluated, total, state):
    signals = [signal(9, 10)] * evaluated + [signal(2, 2)] * (total - evaluated)
    assert judge(signals).state is state


def test_too_few_readable_signals_hide_even_a_low_one():
    assert judge([signal(0, 9), signal(1, 1), signal(1, 1)]).state is ElementState.NOT_ENOUGH


def test_one_low_signal_decides_and_the_lowest_is_named():
    lowest = signal(1, 10)
    verdict = judge([signal(10, 10), signal(6, 10), signal(4, 10), lowest])
    assert verdict.state is ElementState.NEEDS_ATTENTION
    assert verdict.limiting is lowest


def test_without_a_low_one_the_weakest_in_between_is_named():
    weakest = signal(5, 10)
    verdict = judge([signal(10, 10), signal(7, 10), weakest])
    assert (verdict.state, verdict.limiting) == (ElementState.DEVELOPING, weakest)


def test_not_enough_data_names_the_signal_that_lacks_least():
    nearest = signal(4, 4)
    assert judge([signal(1, 1), nearest]).limiting is nearest


def test_the_sentence_names_the_signal_with_its_numbers_and_threshold():
    verdict = judge([signal(4, 10)])
    words = sentence_of(verdict, "nothing")
    assert "promises kept (plain) 4" in words
    assert "10" in words
    assert "50%" in words


@pytest.mark.parametrize("numerator", [0, 20, 90])
def test_an_inverse_sentence_speaks_of_a_limit(numerator):
    assert "34%" in (words := sentence_of(judge([signal(numerator, 100, "inverse")]), "")) or (
        "1%" in words
    )


signals = st.builds(
    lambda denominator, share, code, has_evidence: signal(
        round(denominator * share), denominator, code, has_evidence=has_evidence
    ),
    st.integers(0, 40),
    st.floats(0, 1),
    st.sampled_from(sorted(RULES)),
    st.booleans(),
)
READ = (ElementState.NEEDS_ATTENTION, ElementState.DEVELOPING, ElementState.ESTABLISHED)


@UNHURRIED
@given(st.lists(signals, max_size=5))
def test_every_list_of_signals_has_a_verdict_and_a_sentence(some):
    verdict = judge(some)
    assert (verdict.limiting is None) == (verdict.state is ElementState.NOT_STARTED)
    assert "%(" not in sentence_of(verdict, "records")


@UNHURRIED
@given(st.lists(signals, min_size=1, max_size=5))
def test_one_more_high_signal_never_lowers_a_state_that_was_read(some):
    before = judge(some).state
    after = judge([*some, signal(10, 10)]).state
    assert before not in READ or after is before


@UNHURRIED
@given(st.lists(signals, min_size=1, max_size=5))
def test_one_more_low_signal_never_raises_a_state_that_was_read(some):
    before = judge(some).state
    after = judge([*some, signal(0, 10)]).state
    assert before not in READ or after is ElementState.NEEDS_ATTENTION


@UNHURRIED
@given(st.lists(signals, min_size=1, max_size=5), st.randoms())
def test_the_order_of_signals_does_not_matter_for_the_state(some, random):
    shuffled = random.sample(some, len(some))
    assert judge(some).state is judge(shuffled).state


@UNHURRIED
@given(st.integers(5, 60))
def test_one_more_kept_promise_never_lowers_a_signal(total):
    order = [SignalState.LOW, SignalState.MID, SignalState.HIGH]
    ranks = [order.index(signal(kept, total).state) for kept in range(total + 1)]
    assert all(worse <= better for worse, better in pairwise(ranks))
