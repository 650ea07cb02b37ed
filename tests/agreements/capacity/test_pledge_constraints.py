"""What the database refuses of needs, pledges and deliveries, whoever asks."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone

from agreements.capacity.kinds import ResourceKind
from agreements.capacity.states import DeliveryState, NeedState, PledgeState
from agreements.models import Delivery, Pledge, ResourceNeed
from tests.constraints import assert_refused
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory
from tests.factories.documents import DocumentFactory
from tests.factories.engagement import DecisionFactory, MeetingFactory
from tests.factories.goals import GoalFactory
from tests.factories.instruments import ClauseFactory
from tests.factories.pledges import (
    DeliveryFactory,
    PledgeChangeFactory,
    PledgeFactory,
    ResourceNeedFactory,
)

pytestmark = pytest.mark.django_db
D, P = DeliveryState, PledgeState


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("need_says_what", {"what": ""}),
        ("need_quantity_above_zero", {"quantity": 0}),
        ("need_quantity_above_zero", {"quantity": Decimal("-1")}),
        ("need_money_has_no_unit", {"kind": ResourceKind.FUND}),
        ("need_money_has_no_unit", {"unit": ""}),
        ("need_kind_is_known", {"kind": "gold"}),
        ("need_state_is_known", {"state": "lost"}),
    ],
)
def test_a_need_cannot_be_stored_like_this(constraint, fields):
    assert_refused(constraint, lambda: ResourceNeedFactory(**fields))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("pledge_says_what", {"what": ""}),
        ("pledge_quantity_above_zero", {"quantity": 0}),
        ("pledge_money_has_no_unit", {"kind": ResourceKind.FUND}),
        ("pledge_money_has_no_unit", {"unit": ""}),
        ("pledge_kind_is_known", {"kind": "gold"}),
        ("pledge_state_is_known", {"state": "lost"}),
    ],
)
def test_a_pledge_cannot_be_stored_like_this(constraint, fields):
    assert_refused(constraint, lambda: PledgeFactory(**fields))


def test_nobody_pledges_to_oneself():
    agency = OrganizationFactory()
    assert_refused("pledge_to_another", lambda: PledgeFactory(giver=agency, receiver=agency))
    stored = PledgeFactory()
    rows = Pledge.objects.filter(pk=stored.pk)
    assert_refused("pledge_to_another", lambda: rows.update(receiver=stored.giver))


def test_a_pledge_is_not_due_before_it_is_made():
    today = timezone.localdate()
    before = {"made_on": today, "due_on": today - timedelta(days=1)}
    assert_refused("pledge_due_after_made", lambda: PledgeFactory(**before))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (P.OFFERED, P.DELIVERED),
        (P.OFFERED, P.PARTLY),
        (P.DECLINED, P.ACCEPTED),
        (P.WITHDRAWN, P.ACCEPTED),
        (P.DELIVERED, P.WITHDRAWN),
        (P.ACCEPTED, P.OFFERED),
    ],
)
def test_a_pledge_moves_only_as_its_states_say(old, new):
    pledge = PledgeFactory(state=P.ACCEPTED if old == P.DELIVERED else old)
    if old == P.DELIVERED:
        DeliveryFactory(pledge=pledge, quantity=pledge.quantity)
    rows = Pledge.objects.filter(pk=pledge.pk)
    assert_refused("pledge_moves_only", lambda: rows.update(state=new))


def test_a_need_moves_only_as_its_states_say(monkeypatch):
    need = ResourceNeedFactory()
    assert ResourceNeed.objects.filter(pk=need.pk).update(state=NeedState.CLOSED)
    rows = ResourceNeed.objects.filter(pk=need.pk)
    assert_refused("need_moves_only", lambda: rows.update(state="lost"))


@pytest.mark.parametrize(
    ("traits", "new"),
    [
        ({"scheduled": True}, {"state": D.CONFIRMED}),
        ({"confirmed": True}, {"state": D.SCHEDULED}),
        ({"confirmed": True}, {"state": D.CANCELLED}),
        ({"state": D.DISPUTED}, {"state": D.DELIVERED}),
    ],
)
def test_a_delivery_moves_only_as_its_states_say(traits, new):
    rows = Delivery.objects.filter(pk=DeliveryFactory(**traits).pk)
    assert_refused("delivery_moves_only", lambda: rows.update(**new))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("delivery_quantity_above_zero", {"quantity": 0}),
        ("delivery_state_is_known", {"state": "lost"}),
        ("delivery_has_its_day", {"delivered_on": None}),
        ("delivery_has_its_day", {"reported_by": None}),
        ("delivery_has_its_day", {"scheduled": True, "planned_on": None}),
        ("delivery_confirmed_by_somebody", {"confirmed": True, "confirmed_by": None}),
        ("delivery_confirmed_by_somebody", {"confirmed": True, "confirmed_on": None}),
        ("delivery_confirmed_by_somebody", {"confirmed_on": timezone.localdate}),
    ],
)
def test_a_delivery_cannot_be_stored_like_this(constraint, fields):
    told = {name: value() if callable(value) else value for name, value in fields.items()}
    assert_refused(constraint, lambda: DeliveryFactory(**told))


def test_whoever_reported_a_delivery_does_not_confirm_it():
    user = UserFactory()
    assert_refused(
        "delivery_confirmed_by_another",
        lambda: DeliveryFactory(confirmed=True, confirmed_by=user, reported_by=user),
    )


def test_the_giver_does_not_confirm_its_own_delivery():
    pledge = PledgeFactory()
    name = "delivery_not_confirmed_by_giver"
    for_giver = {"confirmed": True, "pledge": pledge, "confirmed_for": pledge.giver}
    assert_refused(name, lambda: DeliveryFactory(**for_giver))
    of_giver = UserFactory(organization=pledge.giver)
    by_giver = {"confirmed": True, "pledge": pledge, "confirmed_by": of_giver}
    assert_refused(name, lambda: DeliveryFactory(**by_giver))
    rows = Delivery.objects.filter(pk=DeliveryFactory(confirmed=True, pledge=pledge).pk)
    assert_refused(name, lambda: rows.update(confirmed_by=of_giver))


@pytest.mark.parametrize("state", [P.OFFERED, P.DECLINED, P.WITHDRAWN])
def test_nothing_is_delivered_of_what_nobody_accepted(state):
    pledge = PledgeFactory(state=state)
    assert_refused("delivery_of_an_accepted_pledge", lambda: DeliveryFactory(pledge=pledge))


def test_nothing_is_brought_of_what_was_withdrawn_since():
    row = DeliveryFactory(scheduled=True)
    with transaction.atomic():
        Pledge.objects.filter(pk=row.pledge_id).update(state=P.WITHDRAWN)
        rows, day = Delivery.objects.filter(pk=row.pk), timezone.localdate()
        came = {"state": D.DELIVERED, "delivered_on": day, "reported_by": row.pledge.recorded_by}
        assert_refused("delivery_of_an_accepted_pledge", lambda: rows.update(**came))
        rows.update(state=D.CANCELLED)


@pytest.mark.parametrize(
    ("came", "state"),
    [
        (0, P.PARTLY),
        (0, P.DELIVERED),
        (19, P.DELIVERED),
        (20, P.PARTLY),
        (1, P.ACCEPTED),
    ],
)
def test_how_far_a_pledge_is_follows_from_what_arrived(came, state):
    pledge = PledgeFactory()
    if came:
        DeliveryFactory(pledge=pledge, quantity=Decimal(came))
    moves = (
        lambda: Pledge.objects.filter(pk=pledge.pk).update(state=state),
        lambda: PledgeFactory(state=state),
    )
    assert_refused("pledge_stands_where_it_arrived", moves[0])
    if not came:
        assert_refused("pledge_stands_where_it_arrived", moves[1])


def test_a_delivery_that_changes_takes_its_pledge_along():
    row = DeliveryFactory()
    rows, name = Delivery.objects.filter(pk=row.pk), "pledge_stands_where_it_arrived"
    assert_refused(name, lambda: rows.update(state=D.DISPUTED))
    assert_refused(name, lambda: rows.update(quantity=Decimal(20)))
    assert_refused(name, rows.delete)
    planned = DeliveryFactory(scheduled=True)
    gone = Pledge.objects.filter(pk=planned.pledge_id)
    assert_refused(name, lambda: gone.update(state=P.WITHDRAWN))


def test_a_need_of_one_organization_is_met_by_pledges_to_it():
    need = ResourceNeedFactory(organization=OrganizationFactory())
    facts = {"collaboration": need.collaboration, "need": need}
    name = "pledge_is_for_whose_need_it_is"
    assert_refused(name, lambda: PledgeFactory(**facts))
    assert_refused(name, lambda: PledgeFactory(**facts, to_all=True))
    PledgeFactory(**facts, receiver=need.organization)
    rows = ResourceNeed.objects.filter(pk=need.pk)
    other = OrganizationFactory()
    assert_refused(name, lambda: rows.update(organization=other))


def test_a_pledge_meets_a_need_of_its_kind_and_unit():
    need = ResourceNeedFactory(unit="Anak")
    pledge = PledgeFactory(collaboration=need.collaboration, need=need)
    rows = Pledge.objects.filter(pk=pledge.pk)
    assert_refused("pledge_meets_its_kind", lambda: rows.update(unit="orang"))
    assert_refused("pledge_meets_its_kind", lambda: rows.update(kind=ResourceKind.STAFF))
    needs = ResourceNeed.objects.filter(pk=need.pk)
    assert_refused("need_stays_of_its_kind", lambda: needs.update(unit="orang"))
    assert_refused("need_stays_of_its_kind", lambda: needs.update(kind=ResourceKind.STAFF))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("need", ResourceNeedFactory),
        ("meeting", MeetingFactory),
        ("decision", DecisionFactory),
        ("clause", ClauseFactory),
    ],
)
def test_what_a_pledge_names_is_of_its_collaboration(name, make):
    elsewhere = make()
    assert_refused("pledge_of_one_collaboration", lambda: PledgeFactory(**{name: elsewhere}))


def test_what_needs_and_deliveries_name_is_of_their_collaboration():
    goal = GoalFactory(collaboration=CollaborationFactory())
    assert_refused("need_of_one_collaboration", lambda: ResourceNeedFactory(goal=goal))
    paper = DocumentFactory()
    assert_refused("delivery_of_one_collaboration", lambda: DeliveryFactory(evidence=paper))


def test_a_new_day_in_the_history_is_another_day():
    today = timezone.localdate()
    for days in ({"old_due_on": today, "new_due_on": today}, {"old_due_on": today}):
        write = lambda days=days: PledgeChangeFactory(**days)  # noqa: E731
        assert_refused("pledge_change_moves_the_day", write)
