"""Resources: kinds are never added, a moved day does not help, and time to answer is given."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.capacity.assistance_kinds import AssistanceState
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.states import NeedState, PledgeState
from agreements.models import AssistanceRequest, ResourceNeed
from dashboards.readings.core import ElementState, SignalState
from dashboards.readings.element import Scope
from dashboards.readings.pooled import PledgeFacts, kinds_delivered
from dashboards.readings.registry import BY_CODE
from tests.dashboards.readings.pulses import ago
from tests.factories.assistance import AssistanceRequestFactory, AssistanceResponseFactory
from tests.factories.charter import CollaborationFactory
from tests.factories.pledges import (
    DeliveryFactory,
    NeedChangeFactory,
    PledgeFactory,
    ResourceNeedFactory,
)

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
FOSTER, FUND, EQUIPMENT = ResourceKind.FOSTER, ResourceKind.FUND, ResourceKind.EQUIPMENT


def facts(kind, quantity, delivered, unit="unit"):
    return PledgeFacts(1, kind, unit, Decimal(quantity), Decimal(delivered))


def signals(collaboration):
    reading = BY_CODE["CJ4"].read(Scope.of(collaboration))
    return {signal.gauge.code: signal for signal in reading.signals}


def numbers(signal):
    return signal.numerator, signal.denominator


def brought(collaboration, quantity, delivered, *, kind=FOSTER, unit="anak", due=1, **fields):
    """A pledge that was due some days ago, and what arrived of it."""
    fields = {"made_on": ago(due + 60), "due_on": ago(due)} | fields
    pledge = PledgeFactory(
        collaboration=collaboration, quantity=quantity, kind=kind, unit=unit, **fields
    )
    if delivered:
        DeliveryFactory(pledge=pledge, quantity=delivered, delivered_on=ago(due))
    return pledge


# --- amounts, on numbers alone ------------------------------------------------------------------

AMOUNTS = st.decimals(min_value="0.01", max_value="999999999", places=2)
ROWS = st.lists(
    st.builds(
        facts,
        st.sampled_from(ResourceKind.values),
        AMOUNTS,
        st.one_of(st.just(Decimal(0)), AMOUNTS),
        st.sampled_from(["anak", "Anak", "orang"]),
    ),
    min_size=1,
    max_size=12,
)


@UNHURRIED
@given(ROWS)
def test_there_is_one_share_for_each_kind_and_unit_and_none_is_above_all(rows):
    parts = kinds_delivered(rows)
    assert len(parts) == len({(row.kind, row.unit.lower()) for row in rows})
    assert all(0 <= part.share <= 1 for part in parts)
    everything = all(row.is_complete for row in rows)
    assert (min(part.share for part in parts) == 1) == everything


@UNHURRIED
@given(ROWS, AMOUNTS)
def test_another_kind_never_changes_the_share_of_a_kind(rows, quantity):
    before = {(part.name, part.share) for part in kinds_delivered(rows)}
    other = facts(ResourceKind.DATA, quantity, 0, "a unit nobody else has")
    after = {(part.name, part.share) for part in kinds_delivered([*rows, other])}
    assert before <= after
    assert len(kinds_delivered([*rows, other])) == len(kinds_delivered(rows)) + 1


def test_the_demo_reads_as_worked_out_by_hand():
    parts = kinds_delivered(
        [
            facts(FOSTER, 20, 14, "anak"),
            facts(FUND, 150_000_000, 100_000_000, ""),
            facts(EQUIPMENT, 10, 10, "perangkat"),
        ]
    )
    shares = {str(part.name): part.share for part in parts}
    assert sorted(shares.values()) == [Fraction(2, 3), Fraction(7, 10), Fraction(1)]


def test_a_surplus_does_not_fill_the_gap_of_another_pledge():
    (part,) = kinds_delivered([facts(FOSTER, 10, 30), facts(FOSTER, 10, 0)])
    assert part.share == Fraction(1, 2)


# --- pledges ------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_kind_of_which_least_arrived_decides_and_is_named():
    collaboration = CollaborationFactory()
    brought(collaboration, 20, 14)
    brought(collaboration, 150_000_000, 100_000_000, kind=FUND, unit="")
    brought(collaboration, 10, 10, kind=EQUIPMENT, unit="perangkat")
    reading = BY_CODE["CJ4"].read(Scope.of(collaboration))
    signal = reading.signals[0]
    assert numbers(signal) == (1, 3)
    assert signal.value == Fraction(2, 3)
    assert signal.state is SignalState.MID
    assert signal.lagging.name == FUND.label


@pytest.mark.django_db
def test_pledges_that_are_not_due_not_accepted_or_elsewhere_do_not_count():
    collaboration = CollaborationFactory()
    counted = brought(collaboration, 10, 0)
    brought(collaboration, 10, 0, due=0)
    brought(collaboration, 10, 0, state=PledgeState.OFFERED)
    brought(collaboration, 10, 0, state=PledgeState.WITHDRAWN)
    brought(collaboration, 10, 0, due=500)
    brought(CollaborationFactory(), 10, 0)
    assert signals(collaboration)["CJ4.delivered"].missing == (counted.pk,)


@pytest.mark.django_db
@pytest.mark.parametrize("said", ["is_on_behalf", "accepted_on_behalf"])
def test_what_one_side_has_not_said_itself_is_no_promise_yet(said):
    collaboration = CollaborationFactory()
    brought(collaboration, 10, 0, **{said: True})
    need = ResourceNeedFactory(collaboration=collaboration)
    covered(need, 20, **{said: True})
    found = signals(collaboration)
    assert numbers(found["CJ4.delivered"]) == (0, 0)
    assert found["CJ4.covered"].missing == (need.pk,)


@pytest.mark.django_db
def test_moving_the_day_of_a_pledge_does_not_help():
    collaboration = CollaborationFactory()
    moved = {"due_on": ago(-30), "original_due_on": ago(5), "made_on": ago(90)}
    brought(collaboration, 10, 0, **moved)
    assert numbers(signals(collaboration)["CJ4.delivered"]) == (0, 1)


@pytest.mark.django_db
def test_two_pledges_are_too_few_to_read():
    collaboration = CollaborationFactory()
    brought(collaboration, 10, 10)
    brought(collaboration, 10, 0)
    reading = BY_CODE["CJ4"].read(Scope.of(collaboration))
    assert reading.signals[0].state is SignalState.NED
    assert reading.state is ElementState.NOT_ENOUGH
    assert reading.sentence


# --- needs --------------------------------------------------------------------------------------


def covered(need, quantity, **fields):
    place = {"kind": need.kind, "unit": need.unit, "collaboration": need.collaboration}
    return PledgeFactory(need=need, quantity=quantity, **place, **fields)


def close(need):
    ResourceNeed.objects.filter(pk=need.pk).update(state=NeedState.CLOSED)
    NeedChangeFactory(need=need, from_state=NeedState.OPEN, to_state=NeedState.CLOSED)


@pytest.mark.django_db
def test_a_need_is_covered_once_as_much_is_accepted_as_is_needed():
    collaboration = CollaborationFactory()
    full, half, offered = ResourceNeedFactory.create_batch(3, collaboration=collaboration)
    covered(full, 12)
    covered(full, 8)
    covered(half, 10)
    covered(offered, 20, state=PledgeState.OFFERED)
    signal = signals(collaboration)["CJ4.covered"]
    assert signal.counted == (full.pk,)
    assert set(signal.missing) == {half.pk, offered.pk}


@pytest.mark.django_db
def test_a_covered_need_still_counts_when_it_is_closed_and_an_uncovered_one_is_gone():
    collaboration = CollaborationFactory()
    met, dropped = ResourceNeedFactory.create_batch(2, collaboration=collaboration)
    covered(met, 20)
    close(met)
    close(dropped)
    signal = signals(collaboration)["CJ4.covered"]
    assert (signal.counted, signal.missing) == ((met.pk,), ())


# --- assistance ---------------------------------------------------------------------------------


def asked(collaboration, *, due=5, **fields):
    return AssistanceRequestFactory(
        collaboration=collaboration,
        submitted_on=ago(due + 14),
        answer_due_on=ago(due),
        **fields,
    )


@pytest.mark.django_db
def test_requests_answered_in_time_count_and_a_refusal_is_an_answer():
    collaboration = CollaborationFactory()
    prompt, late, silent, refused = (asked(collaboration) for _number in range(4))
    AssistanceResponseFactory(request=prompt, given_on=ago(5))
    AssistanceResponseFactory(request=late, given_on=ago(4))
    AssistanceResponseFactory(request=refused, given_on=ago(9), refused=True)
    signal = signals(collaboration)["CJ4.answered"]
    assert set(signal.counted) == {prompt.pk, refused.pk}
    assert set(signal.missing) == {late.pk, silent.pk}


@pytest.mark.django_db
def test_an_answer_on_behalf_counts_once_the_party_confirms_it():
    collaboration = CollaborationFactory()
    answer = AssistanceResponseFactory(
        request=asked(collaboration), given_on=ago(9), is_on_behalf=True
    )
    assert numbers(signals(collaboration)["CJ4.answered"]) == (0, 1)
    answer.is_on_behalf = False
    answer.save()
    assert numbers(signals(collaboration)["CJ4.answered"]) == (1, 1)


@pytest.mark.django_db
def test_a_request_with_time_left_is_in_neither_number_and_a_withdrawn_or_drafted_one_is_out():
    collaboration = CollaborationFactory()
    asked(collaboration, due=0)
    AssistanceRequestFactory(collaboration=collaboration, draft=True)
    gone = asked(collaboration)
    AssistanceRequest.objects.filter(pk=gone.pk).update(state=AssistanceState.WITHDRAWN)
    signal = signals(collaboration)["CJ4.answered"]
    assert numbers(signal) == (0, 0)
    assert signal.has_evidence
