"""A filter narrows or says why it finds nothing; it never quietly lists everything."""

import pytest
from django.urls import reverse

from tests.factories.actors import OrganizationFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.engagement import AttendanceFactory, DecisionFactory, MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "agreements:meeting-list"


@pytest.fixture
def meeting():
    return MeetingFactory()


@pytest.fixture
def user(meeting, sign_in):
    return sign_in(member_of(meeting.collaboration))


def titles(response):
    return [link.text for link in soup_of(response).select(".row-title")]


def empty_text(response):
    return soup_of(response).select_one(".empty").get_text(" ", strip=True)


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ({"collaboration": "987654321"}, "Kolaborasi"),
        ({"organization": "x"}, "Instansi yang hadir"),
        ({"organization": "987654321"}, "Instansi yang hadir"),
        ({"month": "2026-99"}, "Bulan"),
        ({"state": "selesai"}, "Status"),
        ({"coordinated": "2"}, "Peran"),
    ],
)
def test_a_value_that_is_not_offered_finds_nothing_and_says_so(client, user, meeting, query, label):
    response = client.get(reverse(LIST), {"when": "past", **query})
    assert titles(response) == []
    assert f"tidak tersedia di sini: {label}." in empty_text(response)
    assert soup_of(response).select_one("details.filters[open]")


def test_an_organization_nobody_here_works_with_is_not_offered(client, user, meeting):
    stranger = OrganizationFactory()
    response = client.get(reverse(LIST), {"when": "past", "organization": stranger.pk})
    assert stranger.label not in response.content.decode()
    assert titles(response) == []


def test_a_foreign_collaboration_finds_nothing_in_either_list(client, user, meeting):
    DecisionFactory(meeting=meeting, text="Satu data")
    foreign = MeetingFactory().collaboration
    for name in (LIST, "agreements:decision-list"):
        response = client.get(reverse(name), {"when": "past", "collaboration": foreign.pk})
        page = response.content.decode()
        assert meeting.title not in page
        assert "Satu data" not in page
        assert "tidak tersedia di sini: Kolaborasi." in empty_text(response)
        assert foreign.title not in page


def test_an_unknown_kind_of_decision_finds_nothing(client, user, meeting):
    DecisionFactory(meeting=meeting, text="Satu data")
    response = client.get(reverse("agreements:decision-list"), {"kind": "lisan"})
    assert "Satu data" not in response.content.decode()
    assert "tidak tersedia di sini: Jenis." in empty_text(response)


def test_a_party_that_never_came_is_offered_and_its_empty_list_says_so(client, user, meeting):
    bank = PartyFactory(collaboration=meeting.collaboration).organization
    AttendanceFactory(meeting=meeting, organization=bank, is_present=False)
    query = {
        "when": "past",
        "state": "took_place",
        "organization": bank.pk,
        "collaboration": meeting.collaboration_id,
    }
    response = client.get(reverse(LIST), query)
    assert titles(response) == []
    assert f"{bank.label} belum hadir di rapat mana pun" in empty_text(response)
    chosen = soup_of(response).select_one("select[name=organization] option[selected]")
    assert chosen["value"] == str(bank.pk)


def test_a_guest_that_is_no_party_is_offered(client, user, meeting):
    guest = AttendanceFactory(meeting=meeting).organization
    response = client.get(reverse(LIST), {"when": "past", "organization": guest.pk})
    assert titles(response) == [meeting.title]


def test_beyond_the_longest_list_of_choices_the_one_asked_for_is_still_offered(
    client, user, meeting, monkeypatch
):
    monkeypatch.setattr("agreements.engagement.forms.filters.MOST_OFFERED", 1)
    came = [AttendanceFactory(meeting=meeting).organization for _ in range(3)]
    for organization in came:
        response = client.get(reverse(LIST), {"when": "past", "organization": organization.pk})
        assert titles(response) == [meeting.title]
