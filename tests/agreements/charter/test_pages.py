"""The list and the page of a collaboration: who sees them, what they show, what they cost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.charter import transitions
from agreements.charter.states import CollaborationState
from tests.factories.action import CommitmentFactory
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    CycleFactory,
    DriverFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
    member_of,
)
from tests.factories.engagement import MeetingFactory
from tests.html import plain, soup_of

pytestmark = pytest.mark.django_db
LIST = "agreements:collaboration-list"


def page_of(collaboration):
    return reverse("agreements:collaboration-detail", args=[collaboration.pk])


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


def test_an_outsider_gets_the_same_404_as_for_a_missing_one(client, sign_in):
    sign_in(UserFactory())
    hidden = client.get(page_of(CollaborationFactory()))
    missing = client.get(reverse("agreements:collaboration-detail", args=[10**18]))
    assert hidden.status_code == missing.status_code == 404
    assert plain(hidden) == plain(missing)
    beyond = client.get("/collaborations/99999999999999999999999/")
    assert beyond.status_code == 404


@pytest.mark.parametrize("trait", ["admin", "auditor"])
def test_admin_and_auditor_read_it_and_are_offered_nothing(client, sign_in, trait):
    collaboration = PartyFactory().collaboration
    CoordinatorFactory(collaboration=collaboration)
    sign_in(UserFactory(**{trait: True}))
    soup = soup_of(client.get(page_of(collaboration)))
    assert not soup.select("main form")
    assert not [a for a in soup.select("main a") if a["href"].endswith(("/new/", "/edit/"))]


def full(collaboration):
    """One more of everything that the page lists."""
    party = PartyFactory(collaboration=collaboration)
    RepresentativeFactory(party=party)
    PartyFactory(collaboration=collaboration, left=True)
    DriverFactory(collaboration=collaboration, declared_by=party)
    CoordinatorFactory(collaboration=collaboration)
    MeetingFactory(collaboration=collaboration)
    CommitmentFactory(collaboration=collaboration, organization=party.organization)
    by = UserFactory()
    transitions.add_party(collaboration=collaboration, organization=OrganizationFactory(), by=by)
    transitions.add_driver(
        collaboration=collaboration, by=by, kind="incentive", description="Alasan"
    )


def test_the_page_shows_every_section_to_a_member(client, sign_in):
    collaboration = CollaborationFactory()
    full(collaboration)
    cycle = CycleFactory(collaboration=collaboration, label="Tahun Anggaran")
    sign_in(member_of(collaboration))
    response = client.get(page_of(collaboration))
    soup = soup_of(response)
    for anchor in ("parties", "drivers", "meetings", "commitments", "cycles", "history", "state"):
        assert soup.find(id=anchor), anchor
    assert cycle.label in response.content.decode()
    assert not soup.select("main form"), "A member is offered no verb of the charter."


def test_the_page_costs_the_same_however_much_is_on_it(client, sign_in, assert_flat_queries):
    collaboration = CollaborationFactory()
    full(collaboration)
    CycleFactory(collaboration=collaboration)
    sign_in(coordinator_of(collaboration))
    assert_flat_queries(
        page_of(collaboration), grow=lambda: [full(collaboration) for _ in range(3)], ceiling=30
    )


def test_the_coordinator_is_offered_the_moves_of_its_state(client, sign_in):
    collaboration = CollaborationFactory(state=CollaborationState.CONVENING)
    sign_in(coordinator_of(collaboration))
    soup = soup_of(client.get(page_of(collaboration)))
    moves = [form["action"] for form in soup.select("#state form")]
    assert moves == [reverse("agreements:collaboration-move", args=[collaboration.pk, "activate"])]
    asking = [link["href"] for link in soup.select("#state a")]
    assert asking == [reverse("agreements:collaboration-close", args=[collaboration.pk])]


def test_a_closed_one_offers_no_change(client, sign_in):
    collaboration = CollaborationFactory(
        state=CollaborationState.CLOSED, ends_on=timezone.localdate()
    )
    PartyFactory(collaboration=collaboration)
    sign_in(coordinator_of(collaboration))
    soup = soup_of(client.get(page_of(collaboration)))
    assert not soup.select("#state form, #parties form, #drivers a.btn, #cycles a.btn")


def test_text_from_people_is_shown_as_text(client, sign_in):
    collaboration = CollaborationFactory(
        title="<b>Judul</b>", purpose="<script>alert(1)</script>", drivers=False
    )
    sign_in(UserFactory(admin=True))
    soup = soup_of(client.get(page_of(collaboration)))
    assert soup.h1.text == "<b>Judul</b>"
    assert "<script>alert(1)</script>" in soup.text
