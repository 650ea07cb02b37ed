"""The menu leads to exactly the pages that open; the home page says what waits for an admin."""

import pytest
from django.urls import reverse

from dashboards.panels import overview
from tests.factories.actors import (
    ImportRunFactory,
    InvitationFactory,
    OrganizationFactory,
    UserFactory,
)
from tests.factories.charter import CollaborationFactory, coordinator_of
from tests.factories.duplicates import SuggestedPairFactory

pytestmark = pytest.mark.django_db
KEPT_BY_ADMINS = (reverse("actors:user-list"), reverse("actors:duplicate-list"))
AUDIT, IMPORTS = reverse("dashboards:audit"), reverse("actors:import-list")
READERS = {
    "staff": UserFactory,
    "coordinator": lambda: coordinator_of(CollaborationFactory()),
    "admin": lambda: UserFactory(admin=True),
    "auditor": lambda: UserFactory(auditor=True),
}


@pytest.mark.parametrize("who", sorted(READERS))
def test_the_menu_has_the_pages_that_open(client, sign_in, page, who):
    sign_in(READERS[who]())
    there = {each["href"] for each in page("/").select(".menu-panel a")}
    for url in (*KEPT_BY_ADMINS, AUDIT):
        assert (url in there) == (client.get(url).status_code == 200), url
    assert (IMPORTS in there) == (who in {"admin", "auditor"})


def test_an_admin_sees_what_waits_and_nothing_where_nothing_does(sign_in, page):
    sign_in(UserFactory(admin=True))
    assert "Belum selesai" not in page("/").main.text
    InvitationFactory()
    ImportRunFactory()
    low, high = sorted(each.pk for each in OrganizationFactory.create_batch(2))
    SuggestedPairFactory(low=low, high=high)
    there = {each["href"] for each in page("/").select("main .stats a")}
    waiting = {"actors:invitation-list", "actors:import-list", "actors:duplicate-list"}
    assert {reverse(name) for name in waiting} <= there
    sign_in(UserFactory(auditor=True))
    assert "Belum selesai" not in page("/").main.text


def test_a_figure_of_thousands_is_grouped():
    assert overview._figure(7837, "wilayah", "actors:region-list").figure == "7.837"


def test_an_outsider_is_not_shown_what_others_did(sign_in, page):
    UserFactory(admin=True)
    sign_in(UserFactory())
    assert page("/").select("ol.checklist > li")
    assert not page("/").select("li.done")
