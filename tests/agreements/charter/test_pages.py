"""The list of collaborations: who sees what, what a card tells, what it costs."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.charter.states import CollaborationState
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    coordinator_of,
    member_of,
)
from tests.factories.engagement import MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "agreements:collaboration-list"


def titles(response):
    return [heading.text.strip() for heading in soup_of(response).select("article h2")]


def test_the_list_shows_what_one_takes_part_in(client, sign_in):
    seen, foreign = CollaborationFactory(title="Penanganan 4+1"), CollaborationFactory()
    sign_in(member_of(seen))
    response = client.get(reverse(LIST))
    assert titles(response) == ["Penanganan 4+1"]
    assert foreign.title not in response.content.decode()


def test_a_card_tells_parties_coordinator_and_next_meeting(client, sign_in):
    collaboration = CollaborationFactory()
    PartyFactory(collaboration=collaboration, left=True)
    PartyFactory(collaboration=collaboration)
    day = timezone.localdate() + timedelta(days=9)
    MeetingFactory(collaboration=collaboration, planned=True, held_on=day)
    user = coordinator_of(collaboration, language="en")
    sign_in(user)
    text = " ".join(soup_of(client.get(reverse(LIST))).article.text.split())
    assert "1 organization takes part" in text
    assert str(user.person) in text
    assert f"{day.day} {day:%B %Y}" in text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"q": "stunting"}, {"Stunting Sulbar"}),
        ({"q": "sulbar STUNTING"}, {"Stunting Sulbar"}),
        ({"q": "dinkes"}, {"Akuntabilitas"}),
        ({"state": "closed"}, {"Akuntabilitas"}),
        ({"q": "stunting", "state": "closed"}, set()),
        ({"state": "nonsense"}, {"Stunting Sulbar", "Akuntabilitas"}),
        ({"q": "\x00", "page": "x"}, {"Stunting Sulbar", "Akuntabilitas"}),
        ({"q": "%"}, set()),
        ({"page": "99"}, {"Stunting Sulbar", "Akuntabilitas"}),
    ],
)
def test_the_filter_lives_in_the_address(client, sign_in, query, shown):
    CollaborationFactory(title="Stunting Sulbar", purpose="Anak sehat.")
    closed = CollaborationFactory(
        title="Akuntabilitas",
        purpose="Kinerja.",
        state=CollaborationState.CLOSED,
        ends_on=timezone.localdate(),
    )
    PartyFactory(collaboration=closed, organization=OrganizationFactory(short_name="Dinkes"))
    sign_in(UserFactory(auditor=True))
    assert set(titles(client.get(reverse(LIST), query))) == shown


def test_htmx_gets_the_cards_alone(client, sign_in):
    sign_in(UserFactory(admin=True))
    response = client.get(reverse(LIST), headers={"HX-Request": "true"})
    assert soup_of(response).find("html") is None
    assert "HX-Request" in response["Vary"]


def test_an_empty_list_says_what_to_do(client, sign_in):
    sign_in(UserFactory(admin=True, language="en"))
    response = client.get(reverse(LIST))
    empty = soup_of(response).select_one(".empty")
    assert empty.a["href"] == reverse("agreements:collaboration-create")
    sign_in(UserFactory(language="en"))
    empty = soup_of(client.get(reverse(LIST))).select_one(".empty")
    assert empty.a is None


def test_the_list_costs_the_same_however_long(client, sign_in, assert_flat_queries):
    user = coordinator_of(CollaborationFactory())

    def more():
        for _number in range(4):
            collaboration = CollaborationFactory()
            CoordinatorFactory(collaboration=collaboration, person=user.person)
            PartyFactory(collaboration=collaboration)
            MeetingFactory(collaboration=collaboration, planned=True)

    more()
    sign_in(user)
    assert_flat_queries(reverse(LIST), grow=more, ceiling=10)
