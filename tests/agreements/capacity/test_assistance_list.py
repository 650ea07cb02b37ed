"""The list of requests for assistance: what narrows it, what it counts, where one may ask."""

import csv
import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.capacity.transitions import assistance_costs
from agreements.charter.states import CollaborationState
from agreements.models import AssistanceRequest, Collaboration
from tests.agreements.capacity.assistance_scene import Help
from tests.factories.actors import UserFactory
from tests.factories.assistance import AssistanceCostFactory, AssistanceRequestFactory
from tests.factories.charter import PartyFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "agreements:assistance-list"
TODAY = timezone.localdate()


@pytest.fixture
def scene():
    return Help()


def asking_links(client, **query):
    page = soup_of(client.get(reverse(LIST), query))
    return [link["href"] for link in page.select("#ask-title ~ .rows a")]


def test_the_list_offers_to_ask_only_where_one_may(client, scene, sign_in):
    there = reverse("agreements:assistance-create", args=[scene.collaboration.pk])
    for user, links in (
        (scene.health_speaker, [there]),
        (UserFactory(organization=scene.works.organization), [there]),
        (scene.coordinator, []),
        (UserFactory(auditor=True), []),
        (UserFactory(), []),
    ):
        sign_in(user)
        assert asking_links(client) == links
    Collaboration.objects.update(state=CollaborationState.CLOSED, ends_on=TODAY)
    sign_in(scene.health_speaker)
    assert asking_links(client) == []


def test_of_many_places_the_list_says_that_there_are_more(client, scene, sign_in):
    for _number in range(21):
        PartyFactory(organization=scene.health.organization)
    sign_in(scene.health_speaker)
    page = soup_of(client.get(reverse(LIST)))
    assert len(page.select("#ask-title ~ .rows a")) == 20
    assert page.select_one("#ask-title ~ .muted")
    here = reverse("agreements:assistance-create", args=[scene.collaboration.pk])
    assert asking_links(client, collaboration=scene.collaboration.pk) == [here]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, {"Lewat", "Darurat", "Dari PU"}),
        ({"q": "lewat"}, {"Lewat"}),
        ({"side": "from"}, {"Lewat", "Darurat"}),
        ({"side": "to"}, {"Dari PU"}),
        ({"late": "1"}, {"Lewat"}),
        ({"emergency": "1"}, {"Darurat"}),
        ({"state": "refused"}, {"Dari PU"}),
        ({"open": "1"}, {"Lewat", "Darurat"}),
        ({"waiting": "1"}, {"Lewat"}),
        ({"coordinated": "1"}, set()),
        ({"collaboration": "999999"}, set()),
        ({"state": "hilang"}, set()),
        ({"side": "x"}, set()),
    ],
)
def test_the_list_is_narrowed(client, scene, sign_in, query, shown):
    scene.submitted(subject="Lewat")
    AssistanceRequest.objects.update(
        submitted_on=TODAY - dt.timedelta(days=20), answer_due_on=TODAY - dt.timedelta(days=2)
    )
    scene.emergency(subject="Darurat")
    by_works = {"from_party": scene.works, "to_party": scene.health, "by": scene.works_speaker}
    scene.refused(scene.submitted(subject="Dari PU", **by_works), by=scene.health_speaker)
    sign_in(scene.health_speaker)
    page = soup_of(client.get(reverse(LIST), query))
    assert {row.get_text() for row in page.select("#assistance .row-title")} == shown


def test_the_day_that_is_waited_for_puts_the_list_in_order(client, scene, sign_in):
    """Of what is answered it is the day of the help, not the day on which an answer was due."""
    answered = scene.submitted(subject="Dijawab")
    scene.answered(answered)
    AssistanceRequest.objects.update(
        submitted_on=TODAY - dt.timedelta(days=30), answer_due_on=TODAY - dt.timedelta(days=20)
    )
    scene.submitted(subject="Menunggu")
    scene.drafted(subject="Draf")
    scene.emergency(subject="Darurat")
    sign_in(scene.health_speaker)
    page = soup_of(client.get(reverse(LIST)))
    shown = [row.get_text() for row in page.select("#assistance .row-title")]
    assert shown == ["Darurat", "Menunggu", "Dijawab", "Draf"]


def test_who_asks_in_one_collaboration_asks_from_the_head_of_the_list(client, scene, sign_in):
    there = reverse("agreements:assistance-create", args=[scene.collaboration.pk])
    sign_in(scene.health_speaker)
    assert soup_of(client.get(reverse(LIST))).select_one(".page-actions a")["href"] == there
    PartyFactory(organization=scene.health.organization)
    assert not soup_of(client.get(reverse(LIST))).select(".page-actions a")


def test_what_waits_for_me(client, scene):
    asked = scene.submitted()
    waiting = AssistanceRequest.objects.waiting_for
    assert list(waiting(scene.works_speaker)) == [asked]
    assert not waiting(scene.coordinator).exists()
    scene.answered(asked)
    lent, speaker = scene.lent(subject="Data")
    assert list(waiting(speaker)) == [lent]
    cost = AssistanceCostFactory(request=scene.answered(scene.submitted(subject="Lain")))
    assert list(waiting(scene.health_speaker)) == [cost.request]
    assistance_costs.agree_cost(cost=cost, by=scene.health_speaker)
    assert not waiting(scene.health_speaker).exists()


def test_the_card_of_the_overview_counts_what_its_links_open(client, scene, sign_in):
    scene.submitted()
    scene.submitted(subject="Lewat")
    AssistanceRequest.objects.filter(subject="Lewat").update(
        submitted_on=TODAY - dt.timedelta(days=20), answer_due_on=TODAY - dt.timedelta(days=2)
    )
    sign_in(scene.works_speaker)
    there = reverse("agreements:collaboration-capacity", args=[scene.collaboration.pk])
    card = soup_of(client.get(there)).select_one("#assistance")
    links = card.section.ul.select("a")
    for link, number in zip(links, (2, 1), strict=True):
        assert str(number) in link.get_text()
        rows = soup_of(client.get(link["href"])).select("#assistance .row-title")
        assert len(rows) == number


def rows_of(answer):
    lines = b"".join(answer).decode("utf-8-sig").splitlines()
    return list(csv.DictReader(lines))


def test_the_list_goes_out_as_a_file_of_what_it_shows(client, scene, sign_in):
    scene.submitted(subject="Biasa")
    scene.emergency(subject="Darurat")
    scene.drafted(subject="Konsep")
    sign_in(scene.health_speaker)
    for query in ({}, {"emergency": "1"}, {"side": "to"}, {"state": "draft"}, {"q": "bia"}):
        page = soup_of(client.get(reverse(LIST), query))
        shown = [row.get_text() for row in page.select("#assistance .row-title")]
        rows = rows_of(client.get(reverse(LIST), {**query, "format": "csv"}))
        assert [row["perihal"] for row in rows] == shown
    (row,) = rows_of(client.get(reverse(LIST), {"emergency": "1", "format": "csv"}))
    assert row["darurat"] == "ya"
    assert scene.works.organization.name in row.values()
    assert client.get(reverse(LIST), {"side": "x", "format": "csv"}).status_code == 400
    links = soup_of(client.get(reverse(LIST))).select(".export-links a")
    assert [link.text for link in links] == ["XLSX", "CSV"]


def test_the_file_holds_no_more_than_the_reader_may_see(client, scene, sign_in):
    """Drafts of another party, and requests of another collaboration, are in nobody's file."""
    scene.drafted(subject="Konsep")
    scene.submitted(subject="Diajukan")
    AssistanceRequestFactory(subject="Di tempat lain")
    for user, shown in (
        (scene.health_speaker, {"Konsep", "Diajukan"}),
        (scene.works_speaker, {"Diajukan"}),
        (scene.coordinator, {"Diajukan"}),
        (UserFactory(), set()),
        (UserFactory(auditor=True), {"Konsep", "Diajukan", "Di tempat lain"}),
    ):
        sign_in(user)
        rows = rows_of(client.get(reverse(LIST), {"format": "csv"}))
        assert {row["perihal"] for row in rows} == shown


def test_the_file_costs_the_same_with_many(scene, sign_in, assert_flat_queries):
    scene.submitted()
    sign_in(scene.health_speaker)

    def grow():
        for _each in range(5):
            AssistanceRequestFactory(
                collaboration=scene.collaboration, from_party=scene.health, to_party=scene.works
            )

    assert_flat_queries(f"{reverse(LIST)}?format=csv", grow=grow, ceiling=14)


def test_an_auditor_has_no_requests_of_their_own(scene):
    """Whoever oversees acts for nobody, also where their own office asks."""
    scene.submitted()
    auditor = UserFactory(auditor=True, organization=scene.health.organization)
    requests = AssistanceRequest.objects
    assert requests.from_us(scene.health_speaker).exists()
    for mine in (requests.from_us, requests.to_us, requests.waiting_for, requests.places_to_ask):
        assert not mine(auditor).exists()


def test_the_list_costs_the_same_with_many(scene, sign_in, assert_flat_queries):
    scene.submitted()
    sign_in(scene.health_speaker)

    def grow():
        for _each in range(5):
            AssistanceRequestFactory(
                collaboration=scene.collaboration, from_party=scene.health, to_party=scene.works
            )

    assert_flat_queries(reverse(LIST), grow=grow, ceiling=14)
