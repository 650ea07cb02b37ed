"""Proposing a commitment outside a meeting."""

import uuid

import pytest
from django.urls import reverse

from agreements.action.states import CommitmentState
from agreements.models import Commitment
from tests.agreements.action.people import today
from tests.factories.actors import AppointmentFactory, OrganizationFactory, PersonFactory
from tests.factories.charter import PartyFactory
from tests.html import soup_of


@pytest.fixture
def url(people):
    return reverse("agreements:commitment-create", args=[people.collaboration.pk])


@pytest.fixture
def sent(people):
    return {
        "organization": people.representative.organization_id,
        "promise": "Mengirim data keluarga",
        "due_on": "3 Mei 2099",
        "person": "",
        "submission_id": uuid.uuid4(),
    }


@pytest.mark.parametrize("who", ["member", "representative", "other_member", "coordinator"])
def test_who_takes_part_proposes(people, sign_in, client, url, sent, who):
    user = sign_in(getattr(people, who))
    assert client.get(url).status_code == 200
    response = client.post(url, sent)
    commitment = Commitment.objects.get()
    assert response.url == commitment.get_absolute_url()
    assert (commitment.state, commitment.recorded_by) == (CommitmentState.PROPOSED, user)
    assert commitment.due_on.isoformat() == "2099-05-03"


@pytest.mark.parametrize(("who", "status"), [("admin", 403), ("auditor", 403), ("outsider", 404)])
def test_who_does_not_take_part_does_not(people, sign_in, client, url, sent, who, status):
    sign_in(getattr(people, who))
    assert client.get(url).status_code == status
    assert client.post(url, sent).status_code == status
    assert not Commitment.objects.exists()


def test_only_current_parties_are_offered(people, sign_in, client, url, sent):
    gone = PartyFactory(collaboration=people.collaboration, left=True).organization
    stranger = OrganizationFactory()
    sign_in(people.member)
    offered = soup_of(client.get(url)).find("select", {"name": "organization"}).text
    assert people.member.organization.name in offered
    for organization in (gone, stranger):
        assert organization.name not in offered
        response = client.post(url, sent | {"organization": organization.pk})
        assert soup_of(response).select_one(".error-summary a[href='#id_organization']")


def test_people_of_the_parties_can_be_named(people, sign_in, client, url, sent):
    post = AppointmentFactory(organization=people.member.organization)
    stranger = PersonFactory()
    sign_in(people.member)
    offered = soup_of(client.get(url)).find("select", {"name": "person"})
    own = offered.find("optgroup", {"label": people.member.organization.label})
    assert str(post.person) in own.text
    assert str(people.representative.person) in own.text
    client.post(url, sent | {"person": post.person_id})
    assert Commitment.objects.get().person == post.person
    assert soup_of(client.post(url, sent | {"person": stranger.pk})).select_one(".error-summary")


def test_a_person_of_another_party_is_refused_in_a_sentence(people, sign_in, client, url, sent):
    people.member.language = "en"
    people.member.save()
    sign_in(people.member)
    foreign = people.other.person
    page = soup_of(client.post(url, sent | {"person": foreign.pk}))
    error = page.select_one(".error-summary a[href='#id_person']")
    assert f"{foreign} is not of {people.member.organization.label}" in error.text
    assert not Commitment.objects.exists()
    groups = [group["label"] for group in page.find_all("optgroup")]
    assert groups[0] == people.member.organization.label
    assert people.other.organization.label in groups[1:]


def test_the_form_costs_the_same_however_many_people(people, sign_in, url, assert_flat_queries):
    sign_in(people.member)
    AppointmentFactory(organization=people.member.organization)

    def grow():
        for _ in range(4):
            AppointmentFactory(organization=people.member.organization)
            PartyFactory(collaboration=people.collaboration)

    assert_flat_queries(url, grow=grow, ceiling=16)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("organization", ""),
        ("organization", "x"),
        ("promise", " "),
        ("promise", "x" * 501),
        ("promise", "a\0b"),
        ("due_on", "11/20/2026"),
        ("due_on", ""),
    ],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_wrong_field_is_named_and_nothing_typed_is_lost(
    people, sign_in, client, url, sent, field, value, language
):
    people.member.language = language
    people.member.save()
    sign_in(people.member)
    page = soup_of(client.post(url, sent | {field: value}))
    assert page.select_one(f".error-summary a[href='#id_{field}']")
    if field != "promise":
        assert page.find("textarea", {"name": "promise"}).text.strip() == sent["promise"]
    if field != "due_on":
        assert page.find("input", {"name": "due_on"})["value"] == "3 Mei 2099"
    assert not Commitment.objects.exists()


def test_a_date_before_today_is_refused_in_words(people, sign_in, client, url, sent):
    sign_in(people.member)
    page = soup_of(client.post(url, sent | {"due_on": "1/1/2020"}))
    assert page.select_one(".error-summary a[href='#id_due_on']")
    assert not Commitment.objects.exists()


def test_sent_twice_it_is_one(people, sign_in, client, url, sent):
    sign_in(people.member)
    first, second = client.post(url, sent), client.post(url, sent)
    assert first.url == second.url
    assert Commitment.objects.count() == 1


def test_sent_again_with_another_text_the_form_comes_back_and_can_be_saved(
    people, sign_in, client, url, sent
):
    sign_in(people.member)
    client.post(url, sent)
    first = Commitment.objects.get()
    page = soup_of(client.post(url, sent | {"promise": "Yang lain sama sekali"}))
    assert page.find("textarea", {"name": "promise"}).text.strip() == "Yang lain sama sekali"
    assert page.select_one(f'.alert a[href="{first.get_absolute_url()}"]')
    assert Commitment.objects.count() == 1
    fresh_id = page.find("input", {"name": "submission_id"})["value"]
    again = sent | {"promise": "Yang lain sama sekali", "submission_id": fresh_id}
    assert client.post(url, again).status_code == 302
    assert Commitment.objects.count() == 2


def test_the_submission_id_of_somebody_else_never_leads_to_theirs(
    people, sign_in, client, url, sent
):
    sign_in(people.member)
    theirs = client.post(url, sent)
    sign_in(people.other)
    response = client.post(url, sent)
    assert response.status_code == 302
    assert response.url != theirs.url


@pytest.mark.parametrize("identity", ["", "nonsense"])
def test_a_form_without_its_hidden_part_still_saves_or_says_so(
    people, sign_in, client, url, sent, identity
):
    sign_in(people.member)
    response = client.post(url, sent | {"submission_id": identity})
    assert response.status_code == 200
    assert soup_of(response).select_one(".error-summary")


def test_the_form_costs_the_same_however_many_parties(people, sign_in, url, assert_flat_queries):
    sign_in(people.member)
    AppointmentFactory(organization=people.member.organization)

    def grow():
        for _ in range(5):
            party = PartyFactory(collaboration=people.collaboration)
            AppointmentFactory(organization=party.organization)

    assert_flat_queries(url, grow=grow, ceiling=14)


def test_the_due_date_may_be_today(people, sign_in, client, url, sent):
    sign_in(people.member)
    client.post(url, sent | {"due_on": today().isoformat()})
    assert Commitment.objects.get().due_on == today()
