"""Scheduling, bringing, confirming: what arrives moves the pledge; the giver never confirms."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from agreements.capacity.states import DeliveryState, PledgeState
from agreements.capacity.transitions import deliveries, pledges
from agreements.models import Pledge
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.capacity.scenes import ahead
from tests.factories.actors import UserFactory
from tests.factories.charter import CoordinatorFactory
from tests.factories.documents import DocumentFactory
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
D, P = DeliveryState, PledgeState


def read(pledge):
    return Pledge.objects.for_list().get(pk=pledge.pk)


def test_how_much_arrived_moves_the_pledge(scene):
    pledge = scene.accepted()
    first = scene.deliver(pledge, 14)
    assert read(pledge).state == P.PARTLY
    scene.deliver(pledge, 6)
    assert read(pledge).state == P.DELIVERED
    deliveries.dispute(delivery=first, by=scene.receiver, reason="Belum ada.")
    assert read(pledge).state == P.PARTLY
    other = pledge.deliveries.exclude(pk=first.pk).get()
    deliveries.cancel(delivery=other, by=scene.giver, reason="Salah catat.")
    assert read(pledge).state == P.ACCEPTED


def test_scheduled_delivered_and_confirmed_stand_side_by_side(scene):
    pledge = scene.accepted()
    deliveries.schedule(pledge=pledge, by=scene.giver, quantity=Decimal(6), planned_on=ahead(10))
    came = scene.deliver(pledge, 14)
    row = read(pledge)
    assert (row.scheduled, row.delivered, row.confirmed) == (6, 14, 0)
    assert (row.delivered_amount, row.delivered_share) == ("14\xa0anak", "70%")
    deliveries.confirm(delivery=came, by=scene.receiver)
    row = read(pledge)
    assert (row.scheduled, row.delivered, row.confirmed) == (6, 14, 14)


def test_what_is_scheduled_is_reported_as_much_as_came(scene):
    pledge = scene.accepted()
    row = deliveries.schedule(
        pledge=pledge, by=scene.worker, quantity=Decimal(20), planned_on=ahead(3)
    )
    assert row.state == D.SCHEDULED
    told = deliveries.report(
        delivery=row, by=scene.worker, quantity=Decimal(12), delivered_on=ahead(0), note="Dua belas"
    )
    assert (told.state, told.quantity, told.planned_on) == (D.DELIVERED, 12, ahead(3))
    assert read(pledge).state == P.PARTLY
    with pytest.raises(IllegalMove):
        deliveries.report(delivery=row, by=scene.worker, quantity=1, delivered_on=ahead(0))


def test_more_than_was_pledged_is_recorded_and_shown(scene):
    pledge = scene.accepted()
    scene.deliver(pledge, 25)
    assert read(pledge).is_exceeded
    assert read(pledge).delivered_share == "125%"


def test_the_giver_never_confirms_its_own(scene):
    row = scene.deliver(scene.accepted())
    for user in (scene.giver, scene.worker):
        with pytest.raises(Refused, match="never the giver"):
            deliveries.confirm(delivery=row, by=user)
    runner = UserFactory(organization=scene.giver.organization)
    CoordinatorFactory(collaboration=scene.collaboration, person=runner.person)
    with pytest.raises(Refused, match="never the giver"):
        deliveries.confirm(delivery=row, by=runner)


def test_whoever_reported_it_does_not_confirm_it(scene):
    row = scene.deliver(scene.accepted(), by=scene.coordinator)
    with pytest.raises(Refused, match="reported"):
        deliveries.confirm(delivery=row, by=scene.coordinator)


def test_the_receiver_confirms_in_its_own_name(scene):
    row = deliveries.confirm(delivery=scene.deliver(scene.accepted()), by=scene.receiver)
    assert (row.state, row.confirmed_by, row.confirmed_for, row.is_on_behalf) == (
        D.CONFIRMED,
        scene.receiver,
        scene.receiver.organization,
        False,
    )
    line = row.changes.order_by("pk").last()
    assert (line.from_state, line.to_state, line.made_by) == (
        D.DELIVERED,
        D.CONFIRMED,
        scene.receiver,
    )
    with pytest.raises(IllegalMove):
        deliveries.confirm(delivery=row, by=scene.receiver)
    with pytest.raises(IllegalMove):
        deliveries.dispute(delivery=row, by=scene.receiver, reason="Ternyata tidak.")
    with pytest.raises(IllegalMove):
        deliveries.cancel(delivery=row, by=scene.giver, reason="Salah.")


def test_what_a_coordinator_confirmed_the_receiver_confirms_or_puts_right(scene):
    pledge = scene.accepted()
    said, wrong = scene.deliver(pledge, 4), scene.deliver(pledge, 5)
    for row in (said, wrong):
        row = deliveries.confirm(delivery=row, by=scene.coordinator)
        assert (row.is_on_behalf, row.confirmed_for) == (True, scene.receiver.organization)
    own = deliveries.confirm(delivery=said, by=scene.receiver)
    assert (own.is_on_behalf, own.confirmed_by) == (False, scene.receiver)
    gone = deliveries.dispute(delivery=wrong, by=scene.receiver, reason="Tidak sampai.")
    assert (gone.state, gone.confirmed_by, gone.confirmed_for) == (D.DISPUTED, None, None)
    assert read(pledge).confirmed == 4


def test_another_party_confirms_what_is_for_all(scene):
    row = scene.deliver(pledges.accept(pledge=scene.offer(receiver=None), by=scene.third))
    done = deliveries.confirm(delivery=row, by=scene.third)
    assert (done.confirmed_for, done.is_on_behalf) == (scene.third.organization, False)


def test_only_who_receives_says_that_it_did_not_arrive(scene):
    row = scene.deliver(scene.accepted())
    with pytest.raises(Refused, match="receiver"):
        deliveries.dispute(delivery=row, by=scene.giver, reason="x")
    with pytest.raises(ValidationError):
        deliveries.dispute(delivery=row, by=scene.receiver, reason=" ")


def test_nothing_is_delivered_of_an_offer_or_of_what_was_withdrawn(scene):
    offer = scene.offer()
    with pytest.raises(IllegalMove):
        scene.deliver(offer)
    with pytest.raises(IllegalMove):
        deliveries.schedule(pledge=offer, by=scene.giver, quantity=1, planned_on=ahead(1))
    gone = pledges.withdraw(pledge=offer, by=scene.giver, reason="Batal.")
    with pytest.raises(IllegalMove):
        scene.deliver(gone)


def test_what_came_before_a_pledge_was_withdrawn_stays(scene):
    pledge = scene.accepted()
    came = scene.deliver(pledge, 5)
    pledges.withdraw(pledge=pledge, by=scene.giver, reason="Habis.")
    deliveries.confirm(delivery=came, by=scene.receiver)
    assert (read(pledge).state, read(pledge).confirmed) == (P.WITHDRAWN, 5)


def test_a_delivery_has_a_day_that_is_possible(scene):
    pledge = scene.accepted()
    for day, words in ((ahead(1), "still to come"), (ahead(-31), "before the pledge")):
        with pytest.raises(ValidationError, match=words):
            scene.deliver(pledge, delivered_on=day)
    with pytest.raises(ValidationError, match="before the pledge"):
        deliveries.schedule(pledge=pledge, by=scene.giver, quantity=1, planned_on=ahead(-31))


def test_the_history_tells_when_it_was_entered_and_which_day_was_stated(scene, client, sign_in):
    pledge = scene.accepted()
    scene.deliver(pledge, delivered_on=ahead(-9))
    plan = {"quantity": Decimal(2), "planned_on": ahead(3)}
    planned = deliveries.schedule(pledge=pledge, by=scene.giver, **plan)
    told = {"quantity": Decimal(2), "delivered_on": ahead(-8)}
    deliveries.report(delivery=planned, by=scene.giver, **told)
    lines = pledge.changes.all()
    assert {timezone.localdate(line.made_at) for line in lines} == {ahead(0)}
    sign_in(scene.receiver)
    page = client.get(pledge.get_absolute_url())
    about = [line.about for line in page.context["history"]]
    with translation.override("id"):
        days = [date_format(ahead(gone), "SHORT_DATE_FORMAT") for gone in (-9, -8)]
    for day in days:
        assert any(each.endswith(day) for each in about), about


def test_evidence_is_a_document_of_here_that_is_in_use(scene):
    pledge = scene.accepted()
    with pytest.raises(ValidationError, match="another collaboration"):
        scene.deliver(pledge, evidence=DocumentFactory())
    left = {"withdrawn_at": timezone.now(), "withdrawn_by": scene.coordinator}
    gone = DocumentFactory(collaboration=scene.collaboration, withdrawal_reason="x", **left)
    with pytest.raises(ValidationError, match="withdrawn"):
        scene.deliver(pledge, evidence=gone)
    paper = DocumentFactory(collaboration=scene.collaboration)
    assert scene.deliver(pledge, evidence=paper).evidence == paper


def test_a_form_sent_twice_makes_one_delivery(scene):
    pledge = scene.accepted()
    assert scene.deliver(pledge).pk == scene.deliver(pledge).pk
    facts = {"pledge": pledge, "by": scene.giver, "quantity": Decimal(1), "planned_on": ahead(5)}
    assert deliveries.schedule(**facts).pk == deliveries.schedule(**facts).pk


@pytest.mark.parametrize("quantity", [3, 20])
def test_what_has_arrived_is_not_accepted_once_more(client, sign_in, scene, quantity):
    pledge = scene.accepted()
    row = scene.deliver(pledge, quantity)
    where_it_stands = row.pledge.state
    with pytest.raises(IllegalMove, match="cannot become"):
        pledges.accept(pledge=pledge, by=scene.receiver)
    sign_in(scene.receiver)
    page = client.post(reverse("agreements:pledge-accept", args=[pledge.pk]), follow=True)
    assert page.status_code == 200
    assert "tidak dapat menjadi" in soup_of(page).text
    pledge.refresh_from_db()
    assert pledge.state == where_it_stands
