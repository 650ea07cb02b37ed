"""Context, interdependence, agreements and definitions, read from real records."""

import datetime as dt

import pytest
from django.utils import timezone

from agreements.charter.kinds import ContextKind, DriverKind
from agreements.goals.states import GoalState
from agreements.instruments.kinds import AmendmentKind
from agreements.instruments.states import AgreementState, AmendmentState
from dashboards.readings.core import ElementState, SignalState
from dashboards.readings.element import Scope
from dashboards.readings.registry import BY_CODE
from tests.factories.charter import (
    CollaborationFactory,
    ContextFactorFactory,
    DriverFactory,
    PartyFactory,
)
from tests.factories.goals import GoalFactory, IndicatorFactory, TargetFactory
from tests.factories.instruments import AgreementFactory, AmendmentFactory

pytestmark = pytest.mark.django_db
S = AgreementState


@pytest.fixture
def collaboration():
    return CollaborationFactory(drivers=False)


def days(number):
    return timezone.localdate() + dt.timedelta(days=number)


def signal_of(code, collaboration, **on):
    reading = BY_CODE[code.partition(".")[0]].read(Scope.of(collaboration, **on))
    return next(signal for signal in reading.signals if signal.gauge.code == code)


def numbers(signal):
    return signal.numerator, signal.denominator


def state_of(code, collaboration):
    return BY_CODE[code].read(Scope.of(collaboration)).state


# --- context ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (0, ElementState.NOT_STARTED),
        (2, ElementState.NEEDS_ATTENTION),
        (3, ElementState.DEVELOPING),
        (4, ElementState.DEVELOPING),
        (5, ElementState.ESTABLISHED),
    ],
)
def test_the_context_is_read_by_kind(collaboration, number, state):
    for kind in list(ContextKind)[:number]:
        ContextFactorFactory(collaboration=collaboration, kind=kind)
    ContextFactorFactory()
    signal = signal_of("CTX.kinds", collaboration)
    assert numbers(signal) == (number, 7)
    assert len(signal.missing_words) == 7 - number
    assert state_of("CTX", collaboration) is state


def test_what_nobody_looked_at_for_a_year_does_not_count(collaboration):
    old = ContextFactorFactory(collaboration=collaboration, noted_on=days(-400))
    seen = ContextFactorFactory(
        collaboration=collaboration, noted_on=days(-400), reviewed_on=days(-30)
    )
    fresh = ContextFactorFactory(collaboration=collaboration, noted_on=days(-30))
    signal = signal_of("CTX.reviewed", collaboration)
    assert set(signal.counted) == {seen.pk, fresh.pk}
    assert signal.missing == (old.pk,)
    assert signal.state is SignalState.MID


def test_what_was_noted_later_is_not_read_into_an_earlier_day(collaboration):
    ContextFactorFactory(collaboration=collaboration, noted_on=days(0))
    party = PartyFactory(collaboration=collaboration, starts_on=days(-30))
    DriverFactory(
        collaboration=collaboration,
        kind=DriverKind.INTERDEPENDENCE,
        declared_by=party,
        noted_on=days(0),
    )
    read = ("CTX.kinds", "DRV.kinds", "DRV.interdependence")
    assert [signal_of(code, collaboration).numerator for code in read] == [1, 1, 1]
    before = [signal_of(code, collaboration, today=days(-1)).numerator for code in read]
    assert before == [0, 0, 0]


def test_two_descriptions_are_too_few_to_say_how_fresh_they_are(collaboration):
    ContextFactorFactory.create_batch(2, collaboration=collaboration)
    assert signal_of("CTX.reviewed", collaboration).state is SignalState.NED


# --- drivers ----------------------------------------------------------------------------------


def test_a_party_counts_that_said_what_it_cannot_do_alone(collaboration):
    said, other_kind, silent, left = (
        PartyFactory(collaboration=collaboration, **more) for more in ({}, {}, {}, {"left": True})
    )
    for party in (said, left):
        DriverFactory(
            collaboration=collaboration, kind=DriverKind.INTERDEPENDENCE, declared_by=party
        )
    DriverFactory(collaboration=collaboration, declared_by=other_kind)
    DriverFactory(collaboration=collaboration, kind=DriverKind.INTERDEPENDENCE)
    PartyFactory()
    signal = signal_of("DRV.interdependence", collaboration)
    assert signal.counted == (said.pk,)
    assert set(signal.missing) == {other_kind.pk, silent.pk}


def test_parties_that_said_nothing_are_no_evidence_of_drivers(collaboration):
    PartyFactory.create_batch(3, collaboration=collaboration)
    assert state_of("DRV", collaboration) is ElementState.NOT_STARTED


# --- definitions, goals -----------------------------------------------------------------------


def test_an_agreed_definition_counts_of_the_indicators_in_use(collaboration):
    goal = GoalFactory(collaboration=collaboration)
    agreed = IndicatorFactory(goal=goal)
    written = IndicatorFactory(goal=goal, definition_agreed_on=None)
    IndicatorFactory(goal=goal, is_retired=True)
    IndicatorFactory(goal__collaboration=collaboration, goal__state=GoalState.DROPPED)
    IndicatorFactory()
    signal = signal_of("PE2.defined", collaboration)
    assert (signal.counted, signal.missing) == ((agreed.pk,), (written.pk,))
    assert signal.state is SignalState.MID


def test_a_goal_counts_with_an_agreed_indicator_and_a_target(collaboration):
    whole, without_target, without_definition, replaced, retired = (
        GoalFactory(collaboration=collaboration) for _number in range(5)
    )
    TargetFactory(indicator__goal=whole)
    IndicatorFactory(goal=without_target)
    TargetFactory(indicator__goal=without_definition, indicator__definition_agreed_on=None)
    TargetFactory(indicator__goal=replaced, is_current=False)
    TargetFactory(indicator__goal=retired, indicator__is_retired=True)
    TargetFactory(indicator__goal=GoalFactory(collaboration=collaboration, proposed=True))
    signal = signal_of("PE4b.measured", collaboration)
    assert signal.counted == (whole.pk,)
    assert len(signal.missing) == 4


# --- agreements -------------------------------------------------------------------------------


def agreement(collaboration, state=S.IN_FORCE, **fields):
    over = {S.ENDED: {"over_on": days(-1)}, S.ABANDONED: {"over_on": days(-1)}}
    is_signed = state in (S.IN_FORCE, S.SUSPENDED, S.ENDED)
    return AgreementFactory(
        collaboration=collaboration,
        in_force=is_signed,
        **{"state": state, **over.get(state, {}), **fields},
    )


def test_what_is_to_stand_is_in_force_suspended_or_being_prepared(collaboration):
    holds = agreement(collaboration)
    waiting = [
        agreement(collaboration, state)
        for state in (S.SUSPENDED, S.DRAFT, S.NEGOTIATION, S.PARTLY_SIGNED)
    ]
    begins = agreement(collaboration, starts_on=days(5))
    for state in (S.ENDED, S.ABANDONED):
        agreement(collaboration, state)
    agreement(collaboration, ends_on=days(-1))  # the calendar has not been applied yet
    agreement(CollaborationFactory())
    signal = signal_of("CJ1.in_force", collaboration)
    assert signal.counted == (holds.pk,)
    assert set(signal.missing) == {begins.pk, *(row.pk for row in waiting)}
    assert signal.state is SignalState.LOW


def expiring(collaboration):
    return signal_of("CJ1.expiring", collaboration)


@pytest.mark.parametrize(("left", "counts"), [(89, True), (90, False), (0, True)])
def test_soon_is_less_than_ninety_days(collaboration, left, counts):
    agreement(collaboration, ends_on=days(left))
    assert numbers(expiring(collaboration)) == (int(counts), 1)


def test_a_termination_that_is_decided_is_an_end_too(collaboration):
    decided = {"termination_reason": "Salah.", "termination_on": days(9)}
    agreement(
        collaboration,
        ends_on=None,
        termination_asked_on=days(0),
        termination_decided_on=days(0),
        **decided,
    )
    assert numbers(expiring(collaboration)) == (1, 1)


def test_without_a_last_day_nothing_expires(collaboration):
    agreement(collaboration, ends_on=None)
    signal = expiring(collaboration)
    assert (numbers(signal), signal.state) == ((0, 1), SignalState.HIGH)


@pytest.mark.parametrize(
    ("renewal", "counts"),
    [
        (S.DRAFT, False),
        (S.READY_TO_SIGN, False),
        (S.IN_FORCE, False),
        (S.ABANDONED, True),
        (S.ENDED, True),
    ],
)
def test_a_renewal_that_is_drafted_or_in_force_sees_to_it(collaboration, renewal, counts):
    ending = agreement(collaboration, ends_on=days(30))
    agreement(collaboration, renewal, renews=ending)
    assert (ending.pk in expiring(collaboration).counted) is counts


@pytest.mark.parametrize(
    ("kind", "state", "counts"),
    [
        (AmendmentKind.EXTENSION, AmendmentState.DRAFT, False),
        (AmendmentKind.EXTENSION, AmendmentState.SIGNING, False),
        (AmendmentKind.EXTENSION, AmendmentState.WITHDRAWN, True),
        (AmendmentKind.CHANGE, AmendmentState.DRAFT, True),
    ],
)
def test_only_an_open_extension_sees_to_it(collaboration, kind, state, counts):
    ending = agreement(collaboration, ends_on=days(30))
    AmendmentFactory(agreement=ending, kind=kind, state=state)
    assert (ending.pk in expiring(collaboration).counted) is counts


def test_what_does_not_hold_today_is_no_agreement_that_ends(collaboration):
    agreement(collaboration, S.SUSPENDED, ends_on=days(30))
    agreement(collaboration, S.DRAFT, ends_on=days(30))
    holds = agreement(collaboration, ends_on=days(31))
    assert expiring(collaboration).counted == (holds.pk,)
    assert numbers(expiring(collaboration)) == (1, 1)


def test_one_of_two_ending_unseen_needs_attention(collaboration):
    agreement(collaboration, ends_on=days(30))
    assert expiring(collaboration).state is SignalState.LOW
    for _number in range(3):
        agreement(collaboration)
    assert expiring(collaboration).state is SignalState.MID
    assert state_of("CJ1", collaboration) is ElementState.DEVELOPING
