"""Joint services on the home page and on the hub: who is late, who has costs to confirm."""

import pytest

from agreements.capacity.transitions import service_costs, service_requests
from agreements.models import Collaboration
from dashboards.hub.turn import your_turn
from dashboards.panels.services import services_for_me
from dashboards.sight import Sight
from tests.agreements.capacity.service_scene import ahead, service_scene
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def serving(db):
    return service_scene()


@pytest.fixture
def late(serving):
    """Asked long ago of who gives the service; another was asked today."""
    service = serving.ready()
    serving.ask(service)
    return serving.ask(service, asked_on=ahead(-19), what="Lama")


def errands(user):
    seen = Collaboration.objects.visible_to(user)
    found = services_for_me(Sight.of(user, seen, is_whole=True))
    return [(row.title, row.is_late) for row in found.rows]


def test_who_gives_the_service_is_told_of_what_is_late(serving, late):
    assert errands(serving.giver) == errands(serving.worker) == [(str(late), True)]
    service_requests.finish(request=late, by=serving.worker)
    assert errands(serving.giver) == []


def test_who_only_has_a_purpose_in_it_or_none_is_asked_nothing(serving, late):
    assert errands(serving.served) == errands(serving.third) == []
    auditor = UserFactory(auditor=True, organization=serving.giver.organization)
    assert errands(auditor) == errands(UserFactory()) == []


def test_costs_that_others_stated_wait_for_who_speaks_for_the_party(serving):
    cost = serving.state(serving.running(), by=serving.worker)
    assert [is_late for _title, is_late in errands(serving.giver)] == [False]
    assert errands(serving.worker) == errands(serving.served) == []
    service_costs.confirm_cost(cost=cost, by=serving.giver)
    assert errands(serving.giver) == []


def test_who_was_named_as_giver_is_asked_until_the_party_says_so(client, sign_in, serving):
    service = serving.plan(by=serving.coordinator)
    assert [is_late for _title, is_late in errands(serving.giver)] == [False]
    for user in (serving.worker, serving.served, serving.coordinator):
        assert errands(user) == []
    (chip,) = your_turn(Sight.of(serving.giver, [serving.collaboration]))
    sign_in(serving.giver)
    page = soup_of(client.get(chip.href)).select_one("#purposes")
    assert page.select("form[action$='/stand-by/']")
    serving.stand_by(service, by=serving.giver)
    assert errands(serving.giver) == []


def test_each_chip_leads_to_what_it_counts(client, sign_in, serving, late):
    serving.state(late.service, by=serving.worker)
    sign_in(serving.giver)
    chips = your_turn(Sight.of(serving.giver, [serving.collaboration]))
    requests, costs = (chip for chip in chips if "/service" in chip.href)
    assert (requests.count, costs.count) == (1, 1)
    assert len(soup_of(client.get(requests.href)).select("tbody tr")) == 1
    page = soup_of(client.get(costs.href)).select_one("#costs")
    assert len(page.select("a[href$='/confirm/']")) == 1


def test_the_home_page_shows_them(client, sign_in, serving, late):
    sign_in(serving.giver)
    assert soup_of(client.get("/")).select_one("#served-title")
    sign_in(serving.third)
    assert not soup_of(client.get("/")).select_one("#served-title")
