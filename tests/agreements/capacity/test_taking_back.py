"""A confirmation given by mistake is taken back; then the amount is put right as before."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from agreements.capacity.pledge_page import TAKE_BACK, facts_of, title_of
from agreements.capacity.states import DeliveryState, PledgeState
from agreements.capacity.transitions import deliveries, pledges
from agreements.models import Collaboration, Delivery, Pledge
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.capacity.scenes import ahead
from tests.constraints import assert_refused
from tests.factories.pledges import DeliveryFactory
from tests.html import soup_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
D, P = DeliveryState, PledgeState
WHY = "Salah ketik: lima, bukan lima ribu."
NOT_CONFIRMED = {"confirmed_on": None, "confirmed_by": None, "confirmed_for": None}


def confirmed(scene, pledge, quantity=5000, *, by=None):
    row = scene.deliver(pledge, quantity)
    return deliveries.confirm(delivery=row, by=by or scene.receiver)


def take_back(row, by, reason=WHY):
    return deliveries.take_back_confirmation(delivery=row, by=by, reason=reason)


def state_of(pledge):
    return Pledge.objects.get(pk=pledge.pk).state


def test_what_was_confirmed_by_mistake_is_put_right(scene):
    pledge = scene.accepted()
    row = take_back(confirmed(scene, pledge), scene.receiver)
    assert (row.state, row.confirmed_on, row.confirmed_by, row.confirmed_for) == (
        D.DELIVERED,
        None,
        None,
        None,
    )
    assert state_of(pledge) == P.DELIVERED  # it still counts as brought
    line = row.changes.order_by("pk").last()
    told = (line.from_state, line.to_state, line.made_by, line.note, line.is_on_behalf)
    assert told == (D.CONFIRMED, D.DELIVERED, scene.receiver, WHY, False)
    assert title_of(line) == "Confirmation taken back"
    deliveries.cancel(delivery=row, by=scene.giver, reason=WHY)
    assert state_of(pledge) == P.ACCEPTED
    right = deliveries.confirm(delivery=scene.deliver(pledge, 5), by=scene.receiver)
    assert (right.state, state_of(pledge)) == (D.CONFIRMED, P.PARTLY)
    again = deliveries.confirm(delivery=take_back(right, scene.receiver), by=scene.receiver)
    assert again.state == D.CONFIRMED


def test_it_is_taken_back_with_a_reason_by_whom_confirming_is_for(scene):
    pledge = scene.accepted()
    row = confirmed(scene, pledge)
    for by in (scene.giver, scene.worker):
        with pytest.raises(Refused, match="never the giver"):
            take_back(row, by)
    with pytest.raises(ValidationError):
        take_back(row, scene.receiver, reason=" ")
    assert not scene.third.has_perm("agreements.confirm_delivery", row)
    row = take_back(row, scene.coordinator)
    assert row.changes.order_by("pk").last().is_on_behalf
    lent = take_back(deliveries.confirm(delivery=row, by=scene.coordinator), scene.receiver)
    assert not lent.is_on_behalf
    by_coordinator = scene.deliver(pledge, 3, by=scene.coordinator)
    by_coordinator = deliveries.confirm(delivery=by_coordinator, by=scene.receiver)
    with pytest.raises(Refused, match="reported"):
        take_back(by_coordinator, scene.coordinator)


def test_only_what_is_confirmed_is_taken_back_and_reporting_does_not_do_it(scene):
    pledge = scene.accepted()
    with pytest.raises(IllegalMove):
        take_back(scene.deliver(pledge, 2), scene.receiver)
    row = confirmed(scene, pledge, 3)
    with pytest.raises(IllegalMove):
        deliveries.report(delivery=row, by=scene.giver, quantity=Decimal(1), delivered_on=ahead(-1))


def test_of_a_pledge_that_was_withdrawn_too_but_not_once_all_is_closed(scene):
    pledge = scene.accepted()
    row = confirmed(scene, pledge, 5)
    pledges.withdraw(pledge=pledge, by=scene.giver, reason="Habis.")
    row = take_back(row, scene.receiver)
    assert (row.state, state_of(pledge)) == (D.DELIVERED, P.WITHDRAWN)
    row = deliveries.confirm(delivery=row, by=scene.receiver)
    closed = {"state": "closed", "ends_on": timezone.localdate()}
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(**closed)
    with pytest.raises(Refused, match="closed"):
        take_back(row, scene.receiver)


def test_the_button_is_there_for_whom_it_is_for(client, sign_in, scene):
    pledge = scene.accepted()
    row = confirmed(scene, pledge)
    for user, may in ((scene.receiver, True), (scene.coordinator, True), (scene.giver, False)):
        (shown,) = facts_of(pledge, user)["deliveries"]
        assert (TAKE_BACK in shown.steps) == may
    sign_in(scene.receiver)
    address = reverse("agreements:delivery-take-back", args=[row.pk])
    assert client.post(address, {"reason": ""}).context["form"].errors.keys() == {"reason"}
    assert client.post(address, {"reason": WHY}).url.startswith(pledge.get_absolute_url())
    row.refresh_from_db()
    assert row.state == D.DELIVERED
    assert not any(
        TAKE_BACK in each.steps for each in facts_of(pledge, scene.receiver)["deliveries"]
    )
    sign_in(scene.giver)
    assert client.post(address, {"reason": WHY}).status_code == 403


def test_the_database_lets_it_wait_again_and_recounts_its_pledge():
    row = DeliveryFactory(confirmed=True, quantity=Decimal(5000))
    rows = Delivery.objects.filter(pk=row.pk)
    assert_refused("delivery_confirmed_by_somebody", lambda: rows.update(state=D.DELIVERED))
    rows.update(state=D.DELIVERED, **NOT_CONFIRMED)
    follows = "pledge_stands_where_it_arrived"
    assert_refused(follows, lambda: rows.update(state=D.CANCELLED))
    assert_refused(follows, lambda: rows.update(quantity=Decimal(5)))
    promised = Pledge.objects.filter(pk=row.pledge_id)
    assert_refused(follows, lambda: promised.update(state=P.PARTLY))

    with transaction.atomic():
        rows.update(state=D.CANCELLED)
        promised.update(state=P.ACCEPTED)
        connection.check_constraints()


def test_more_than_is_still_open_wants_one_more_tick(client, sign_in, scene):
    pledge = scene.accepted()
    scene.deliver(pledge, 14)
    sign_in(scene.giver)
    address = reverse("agreements:delivery-create", args=[pledge.pk])
    told = {"quantity": "7", "delivered_on": f"{ahead(0):%d/%m/%Y}"}
    assert soup_of(client.get(address)).select_one("[name=beyond]")["type"] == "hidden"
    asked = client.post(address, told)
    assert asked.context["form"].errors.keys() == {"beyond"}
    box = soup_of(asked).select_one("[name=beyond]")
    assert (box["type"], box.has_attr("checked")) == ("checkbox", False)
    assert "6\xa0anak" in soup_of(asked).main.text
    assert pledge.deliveries.count() == 1
    client.post(address, {**told, "beyond": "on"})
    assert pledge.deliveries.count() == 2
    other = scene.accepted(what="Lain")
    planned = deliveries.schedule(
        pledge=other, by=scene.giver, quantity=Decimal(20), planned_on=ahead(3)
    )
    address = reverse("agreements:delivery-report", args=[planned.pk])
    assert client.post(address, {**told, "quantity": "21"}).context["form"].errors.keys() == {
        "beyond"
    }
    assert client.post(address, {**told, "quantity": "20"}).status_code == 302
