"""A line leads to its record, or to what is left of it; never to a page that is not there."""

import pghistory
import pytest
from django.urls import reverse

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.models import AccessEvent
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of
from tests.factories.engagement import MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
URL = reverse("dashboards:audit")


@pytest.fixture
def admin(client):
    user = UserFactory(admin=True, language="en")
    client.force_login(user)
    return user


def lines(client, **query):
    return client.get(URL, query).context["lines"]


def history_of(slug, pk):
    return reverse("dashboards:history", args=[slug, pk])


def test_a_line_leads_to_its_record_and_its_history(client, admin):
    office = OrganizationFactory()
    record_event(EventKind.VIEWED, about=office)
    history = history_of("organization", office.pk)
    for line in lines(client, record=office.pk, table="actors.organization"):
        assert (line.url, line.history_url) == (office.get_absolute_url(), history)


def test_a_part_leads_to_its_whole(client, admin):
    party = PartyFactory()
    (line,) = lines(client, record=party.pk, table="agreements.party", action="insert")
    assert line.url == party.collaboration.get_absolute_url()


def test_lines_of_a_record_that_is_gone_lead_to_its_history(client, admin):
    office = OrganizationFactory(name="Soon gone")
    record_event(EventKind.VIEWED, about=office)
    pk = office.pk
    office.delete()
    found = lines(client, record=pk, table="actors.organization")
    assert {line.code for line in found} == {"insert", "delete", "viewed"}
    assert {line.url for line in found} == {history_of("organization", pk)}


def test_no_link_of_the_page_leads_nowhere(client, admin):
    office, collaboration = OrganizationFactory(), CollaborationFactory()
    record_event(EventKind.VIEWED, about=office)
    office.delete()
    MeetingFactory(collaboration=collaboration)
    client.get("/organizations/999999/")
    client.get(f"/organizations/{office.pk or 999998}/")
    assert AccessEvent.objects.filter(kind="missing").exists()
    for link in soup_of(client.get(URL)).select(".audit-table a"):
        assert client.get(link["href"]).status_code == 200, link["href"]


@pytest.mark.parametrize("about", ["x", str(2**63), "-1", "\u0663", ""])
def test_a_number_that_is_none_leads_nowhere(client, admin, about):
    AccessEvent.objects.create(kind="viewed", about_model="actors.organization", about_pk=about)
    AccessEvent.objects.create(kind="viewed", about_model="long.gone", about_pk="5")
    assert {(line.url, line.history_url) for line in lines(client, kind="viewed")} == {("", "")}


def test_who_may_not_read_what_is_gone_finds_no_link(client):
    collaboration = CollaborationFactory()
    meeting = MeetingFactory(collaboration=collaboration, title="Soon gone")
    meeting.delete()
    client.force_login(coordinator_of(collaboration))
    found = lines(client, table="agreements.meeting")
    assert {line.record for line in found} == {"Soon gone"}
    assert {(line.url, line.history_url) for line in found} == {("", "")}


def test_links_cost_the_same_however_many(client, admin, assert_flat_queries):
    def grow():
        for number in range(4):
            with pghistory.context(request=f"request {number} {OrganizationFactory().pk}"):
                there, gone = OrganizationFactory(), OrganizationFactory()
                for each in (there, gone):
                    record_event(EventKind.VIEWED, about=each)
                gone.delete()

    client.get(URL)  # in a test all is one transaction:
    grow()  # from here on, rows know the account of the last request
    assert_flat_queries(f"{URL}?table=actors.organization", grow=grow, ceiling=14)
