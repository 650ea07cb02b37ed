"""The dashboard of a collaboration and the page of one element."""

import gzip

import pytest
from django.urls import reverse
from django.utils.html import escape

from dashboards.panels.evidence import SHOWN
from dashboards.readings.registry import ELEMENTS
from dashboards.readings.thresholds import THRESHOLDS
from tests.dashboards.test_home import links_of, more_of_everything
from tests.factories.action import CommitmentFactory
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CycleFactory,
    DriverFactory,
    coordinator_of,
    member_of,
)
from tests.factories.engagement import MeetingFactory
from tests.html import plain

pytestmark = pytest.mark.django_db
MOST_BYTES = 25_000
CODES = ["DRV", "PE3", "PE4a", "PE4b", "SM1", "SM3", "SM4", "CJ2", "CJ3", "CJ4"]


@pytest.fixture
def collaboration():
    return CycleFactory().collaboration


def dashboard(collaboration):
    return reverse("dashboards:collaboration", args=[collaboration.pk])


def element(collaboration, code):
    return reverse("dashboards:element", args=[collaboration.pk, code])


def test_the_addresses_are_those_that_were_promised():
    assert reverse("dashboards:collaboration", args=[7]) == "/collaborations/7/dashboard/"
    assert reverse("dashboards:element", args=[7, "PE4a"]) == "/collaborations/7/dashboard/PE4a/"


@pytest.mark.parametrize("make", [member_of, coordinator_of])
def test_whoever_sees_the_collaboration_sees_its_dashboard(sign_in, page, collaboration, make):
    sign_in(make(collaboration))
    soup = page(dashboard(collaboration))
    assert {element(collaboration, e.code) for e in ELEMENTS} <= links_of(soup)
    assert len(soup.select(".stats .stat")) == 4


@pytest.mark.parametrize("role", ["admin", "auditor"])
def test_admins_and_auditors_see_it_too(sign_in, page, collaboration, role):
    sign_in(UserFactory(**{role: True}))
    assert page(dashboard(collaboration))


def test_an_outsider_gets_what_a_missing_one_gives(client, sign_in, collaboration):
    sign_in(member_of(CollaborationFactory()))
    missing = plain(client.get("/collaborations/999999/dashboard/"))
    for url in (dashboard(collaboration), element(collaboration, "SM1")):
        response = client.get(url)
        assert response.status_code == 404
        assert plain(response) == missing


@pytest.mark.parametrize("code", ["XX", "sm1", "SM9", "PE4"])
def test_an_unknown_element_is_missing(client, sign_in, collaboration, code):
    sign_in(member_of(collaboration))
    assert client.get(element(collaboration, code)).status_code == 404


@pytest.mark.parametrize("code", [e.code for e in ELEMENTS])
def test_every_element_has_its_page(sign_in, page, collaboration, code):
    user = sign_in(member_of(collaboration))
    more_of_everything(collaboration, user)
    soup = page(element(collaboration, code))
    reading = next(e for e in ELEMENTS if e.code == code)
    assert str(reading.definition) in soup.main.text
    assert soup.select_one("details.why")


def test_the_page_lists_exactly_the_records_behind_both_numbers(sign_in, page, collaboration):
    sign_in(member_of(collaboration))
    kept = CommitmentFactory.create_batch(3, collaboration=collaboration, kept=True)
    late = CommitmentFactory.create_batch(2, collaboration=collaboration, overdue=True)
    CommitmentFactory(collaboration=collaboration)
    CommitmentFactory(kept=True)
    soup = page(element(collaboration, "SM1"))
    lists = soup.select("ul.rows")
    assert [urls(one) for one in lists] == [
        {record.get_absolute_url() for record in kept},
        {record.get_absolute_url() for record in late},
    ]


def urls(rows):
    return {a["href"] for a in rows.find_all("a")}


def test_a_long_list_is_cut_until_asked_for_all(sign_in, page, collaboration):
    sign_in(member_of(collaboration))
    CommitmentFactory.create_batch(SHOWN + 3, collaboration=collaboration, kept=True)
    url = element(collaboration, "SM1")
    soup = page(url)
    assert len(soup.select("ul.rows > li")) == SHOWN
    assert soup.select_one('a[href^="?all=1"]')
    assert len(page(f"{url}?all=1").select("ul.rows > li")) == SHOWN + 3


def test_missing_kinds_of_driver_are_named(sign_in, page):
    collaboration = CollaborationFactory(drivers=False)
    DriverFactory(collaboration=collaboration, description="<b>Perintah</b>")
    sign_in(member_of(collaboration))
    soup = page(element(collaboration, "DRV"))
    assert "<b>Perintah</b>" in soup.main.text
    assert len(soup.select("h3 + ul:not(.rows) > li")) == 3


def test_text_of_records_is_escaped_in_pictures_too(client, sign_in, collaboration):
    sign_in(member_of(collaboration))
    hostile = '"><script src=x></script>'
    CommitmentFactory(collaboration=collaboration, promise=hostile, overdue=True)
    MeetingFactory(collaboration=collaboration, title=hostile)
    html = client.get(dashboard(collaboration)).content.decode()
    assert "<script src=x>" not in html
    assert escape(hostile) in html


@pytest.mark.parametrize("language", ["id", "en"])
def test_both_pages_speak_both_languages(client, collaboration, language):
    client.force_login(member_of(collaboration, language=language))
    for url in (dashboard(collaboration), element(collaboration, "SM1")):
        assert f'<html lang="{language}"' in client.get(url).content.decode()


def test_the_dashboard_costs_the_same_however_much_there_is(
    sign_in, assert_flat_queries, collaboration
):
    user = sign_in(member_of(collaboration))
    more_of_everything(collaboration, user)
    assert_flat_queries(
        dashboard(collaboration),
        grow=lambda: more_of_everything(collaboration, user),
        ceiling=51,  # one question each of decisions, pledges, the pulse, roles and more
    )


@pytest.mark.parametrize("code", CODES)
def test_an_element_costs_the_same_however_much_is_behind_it(
    sign_in, assert_flat_queries, collaboration, code
):
    user = sign_in(member_of(collaboration))
    more_of_everything(collaboration, user)
    assert_flat_queries(
        element(collaboration, code),
        grow=lambda: more_of_everything(collaboration, user),
        ceiling=37,  # one question each of decisions, positions, statements and more
    )


@pytest.mark.parametrize("code", CODES)
def test_a_signal_is_named_in_words_and_not_by_its_code(sign_in, page, collaboration, code):
    sign_in(member_of(collaboration))
    main = page(element(collaboration, code)).main.text
    codes = [name for name in THRESHOLDS if name.startswith(f"{code}.")]
    assert codes
    assert not [name for name in codes if name in main]


def test_a_full_page_is_light(client, sign_in, collaboration):
    user = sign_in(coordinator_of(collaboration))
    for _n in range(3):
        more_of_everything(collaboration, user)
    for url in ("/", dashboard(collaboration), f"{element(collaboration, 'SM1')}?all=1"):
        assert len(gzip.compress(client.get(url).content)) <= MOST_BYTES
