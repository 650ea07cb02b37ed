"""Where the list of needs offers to meet one, and with what the form begins."""

import pytest
from django.urls import reverse

from agreements.capacity.states import NeedState
from tests.agreements.capacity.scenes import ahead
from tests.factories.pledges import PledgeFactory, ResourceNeedFactory, take_part
from tests.html import soup_of

pytestmark = pytest.mark.django_db


def way_to_meet(client, need):
    page = soup_of(client.get("/needs/"))
    address = reverse("agreements:pledge-create", args=[need.collaboration_id])
    return page.select(f'#need-{need.pk} a[href="{address}?need={need.pk}"]')


def begun(client, need):
    address = reverse("agreements:pledge-create", args=[need.collaboration_id])
    return soup_of(client.get(address, {"need": need.pk}))


def test_nobody_is_led_to_meet_the_own_need(client, sign_in, scene):
    own = scene.receiver.organization
    need = ResourceNeedFactory(collaboration=scene.collaboration, organization=own)
    sign_in(scene.receiver)
    assert not way_to_meet(client, need)
    sign_in(scene.giver)
    assert way_to_meet(client, need)


def test_a_coordinator_records_for_another_giver_than_whose_need_it_is(client, sign_in, scene):
    own = scene.coordinator.organization
    take_part(scene.collaboration, own)
    need = ResourceNeedFactory(collaboration=scene.collaboration, organization=own)
    sign_in(scene.coordinator)
    assert way_to_meet(client, need)
    assert not begun(client, need).select("#id_giver option[selected][value]:not([value=''])")


def test_what_is_covered_needs_no_pledge(client, sign_in, scene):
    need = ResourceNeedFactory(collaboration=scene.collaboration)
    facts = {"collaboration": scene.collaboration, "need": need, "receiver": None}
    PledgeFactory(**facts, quantity=need.quantity - 1)
    sign_in(scene.giver)
    assert way_to_meet(client, need)
    PledgeFactory(**facts, quantity=1)
    assert not way_to_meet(client, need)


@pytest.mark.parametrize(("days", "is_offered"), [(-1, False), (0, True), (9, True)])
def test_a_day_that_is_past_is_not_filled_in(client, sign_in, scene, days, is_offered):
    need = ResourceNeedFactory(collaboration=scene.collaboration, needed_by=ahead(days))
    sign_in(scene.giver)
    filled = begun(client, need).select_one("#id_due_on").get("value", "")
    assert bool(filled) == is_offered


def test_a_need_that_is_past_its_day_and_not_covered_is_late(client, sign_in, scene):
    facts = {"collaboration": scene.collaboration}
    late = ResourceNeedFactory(**facts, needed_by=ahead(-1))
    due = ResourceNeedFactory(**facts, needed_by=ahead(0))
    without_a_day = ResourceNeedFactory(**facts, needed_by=None)
    closed = ResourceNeedFactory(**facts, needed_by=ahead(-1), state=NeedState.CLOSED)
    covered = ResourceNeedFactory(**facts, needed_by=ahead(-1))
    PledgeFactory(**facts, need=covered, receiver=None, quantity=covered.quantity)
    sign_in(scene.giver)
    page = soup_of(client.get("/needs/"))
    rows = (late, due, without_a_day, closed, covered)
    told = [bool(page.find("tr", id=f"need-{row.pk}").find(string="Terlambat")) for row in rows]
    assert told == [True, False, False, False, False]
