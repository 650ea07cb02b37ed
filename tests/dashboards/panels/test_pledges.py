"""Pledges on the home page and on the hub: who has to answer, to confirm, to deliver."""

import pytest

from agreements.capacity.transitions import deliveries
from agreements.models import Collaboration, Representative
from dashboards.hub.turn import your_turn
from dashboards.panels.pledges import pledges_for_me
from dashboards.sight import Sight
from tests.agreements.capacity.scenes import ahead, scene_of
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(db):
    return scene_of()


def errands(user):
    seen = Collaboration.objects.visible_to(user)
    found = pledges_for_me(Sight.of(user, seen, is_whole=True))
    return [(row.title, row.asks) for row in found.rows]


@pytest.fixture
def pledged(scene):
    """An offer, one of which something came, one that is due soon, one that is far off."""
    scene.offer(what="Tawaran")
    scene.deliver(scene.accepted(what="Datang", due_on=ahead(90)), 5)
    scene.accepted(what="Segera", due_on=ahead(5))
    scene.accepted(what="Jauh", due_on=ahead(90))
    return scene


def test_the_receiver_answers_and_confirms(pledged):
    assert sorted(errands(pledged.receiver)) == [
        ("Datang", "Perlu dikonfirmasi"),
        ("Tawaran", "Perlu dijawab"),
    ]


def test_the_giver_delivers_what_is_due_soon(pledged):
    assert errands(pledged.giver) == errands(pledged.worker) == [("Segera", "Perlu diserahkan")]


def test_who_has_no_part_in_it_is_asked_nothing(pledged):
    assert errands(pledged.third) == []
    assert errands(UserFactory()) == []
    assert errands(UserFactory(auditor=True)) == []


def test_a_coordinator_stands_in_where_nobody_speaks_for_the_receiver(pledged):
    assert errands(pledged.coordinator) == []
    Representative.objects.filter(person=pledged.receiver.person).delete()
    assert len(errands(pledged.coordinator)) == 2


def test_whoever_reported_a_delivery_is_not_asked_to_confirm_it(scene):
    scene.deliver(scene.accepted(what="Datang", due_on=ahead(90)), 5, by=scene.coordinator)
    assert errands(scene.coordinator) == []


def test_a_receiver_is_asked_about_what_was_confirmed_in_its_place(scene):
    row = scene.deliver(scene.accepted(what="Datang", due_on=ahead(90)), 5)
    deliveries.confirm(delivery=row, by=scene.coordinator)
    assert errands(scene.receiver) == [("Datang", "Perlu dikonfirmasi")]
    deliveries.confirm(delivery=row, by=scene.receiver)
    assert errands(scene.receiver) == []


def test_a_giver_is_asked_about_what_was_recorded_for_it(scene):
    scene.offer(by=scene.coordinator, what="Tercatat")
    assert errands(scene.giver) == [("Tercatat", "Perlu dijawab")]


def test_each_chip_opens_the_list_that_it_counts(client, sign_in, pledged):
    sign_in(pledged.receiver)
    chips = your_turn(Sight.of(pledged.receiver, [pledged.collaboration]))
    ours = [chip for chip in chips if "/pledges/" in chip.href]
    assert [chip.count for chip in ours] == [1, 1]
    for chip in ours:
        assert len(soup_of(client.get(chip.href)).select("tbody tr")) == chip.count


def test_the_home_page_shows_them(client, sign_in, pledged):
    pledged.offer(what="Untuk semua", receiver=None)
    for user in (pledged.receiver, pledged.coordinator):
        sign_in(user)
        assert soup_of(client.get("/")).select_one("#pledges-title")
    sign_in(UserFactory())
    assert not soup_of(client.get("/")).select_one("#pledges-title")
