"""The page of a collaboration: what presses, whose turn it is, and every part a tap away."""

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
    CollaborationLegalBasisFactory,
    ContextFactorFactory,
    CycleFactory,
    DriverFactory,
    PartyFactory,
    RepresentativeFactory,
    StakeholderFactory,
    coordinator_of,
    member_of,
)
from tests.factories.documents import DocumentFactory
from tests.factories.engagement import MeetingFactory
from tests.factories.goals import GoalFactory, IndicatorFactory
from tests.factories.instruments import AgreementFactory
from tests.factories.structures import StructureFactory
from tests.html import plain, soup_of

pytestmark = pytest.mark.django_db
PARTS = (
    *("parties", "stakeholders", "coordinators", "charter", "drivers", "context", "legal-bases"),
    *("goals", "agreements", "documents", "meetings", "series", "commitments", "cycles"),
    "history",
)


@pytest.fixture
def collaboration():
    return CollaborationFactory(drivers=False)


def page_of(collaboration):
    return collaboration.get_absolute_url()


def full(collaboration):
    """One more of everything that is counted."""
    party = PartyFactory(collaboration=collaboration)
    PartyFactory(collaboration=collaboration, left=True)
    StakeholderFactory(collaboration=collaboration)
    DriverFactory(collaboration=collaboration)
    ContextFactorFactory(collaboration=collaboration)
    CollaborationLegalBasisFactory(collaboration=collaboration)
    IndicatorFactory(goal=GoalFactory(collaboration=collaboration))
    AgreementFactory(collaboration=collaboration, in_force=True)
    DocumentFactory(collaboration=collaboration)
    MeetingFactory(collaboration=collaboration)
    MeetingFactory(collaboration=collaboration, planned=True)
    CommitmentFactory(collaboration=collaboration, organization=party.organization, overdue=True)


def counts(soup):
    return {
        key: int(badge.text)
        for key in PARTS
        if (badge := soup.find(id=key).select_one(".row-title .count"))
    }


def adds(soup):
    return {a["href"] for a in soup.select(".rows > li > a.btn")}


def test_the_address_is_the_one_that_was_promised(collaboration):
    assert page_of(collaboration) == f"/collaborations/{collaboration.pk}/"


def test_every_part_is_one_tap_away(client, sign_in, page, collaboration):
    full(collaboration)
    sign_in(member_of(collaboration))
    soup = page(page_of(collaboration))
    for key in PARTS:
        href = soup.find(id=key).select_one("a.row-title")["href"]
        answer = client.get(href)
        assert answer.status_code == 200, key
        _path, _hash, anchor = href.partition("#")
        assert not anchor or soup_of(answer).find(id=anchor), href


def test_each_number_is_what_there_is_here_and_nowhere_else(sign_in, page, collaboration):
    full(collaboration)
    full(collaboration)
    full(CollaborationFactory())
    CycleFactory(collaboration=collaboration)
    sign_in(coordinator_of(collaboration))
    found = counts(page(page_of(collaboration)))
    once = {"cycles": 1, "parties": collaboration.parties.exclude(state="left").count()}
    assert found == {
        key: once.get(key, 2)
        for key in PARTS
        if key not in ("coordinators", "charter", "series", "history")
    }


@pytest.mark.parametrize(
    ("key", "row"),
    [
        ("meetings", "#meetings a.row-title"),
        ("commitments", "#commitments a.row-title, #commitments th a"),
        ("agreements", "#agreements a.row-title"),
        ("documents", "#documents a.row-title"),
        ("drivers", ".charter-driver"),
        ("context", ".charter-driver"),
        ("legal-bases", "#legal-bases a.row-title"),
        ("goals", "#goals a.row-title"),
        ("parties", "#parties tbody tr"),
    ],
)
def test_a_number_opens_as_many_records(sign_in, page, collaboration, key, row):
    for _number in range(3):
        full(collaboration)
    sign_in(coordinator_of(collaboration))
    link = page(page_of(collaboration)).find(id=key).select_one("a.row-title")
    number = int(link.select_one(".count").text)
    assert number >= 3
    assert len(page(link["href"]).select(row)) == number


def test_what_a_part_lacks_is_said_beside_it(sign_in, page, collaboration):
    here, day = {"collaboration": collaboration}, timezone.localdate() - timedelta(days=400)
    ContextFactorFactory(**here, noted_on=day)
    ContextFactorFactory(**here, noted_on=day, reviewed_on=timezone.localdate())
    ContextFactorFactory(**here)
    CollaborationLegalBasisFactory(**here, legal_basis__in_force=False)
    CollaborationLegalBasisFactory(**here)
    RepresentativeFactory(party=PartyFactory(**here), starts_on=day, ends_on=day)
    RepresentativeFactory(party__collaboration=collaboration)
    StakeholderFactory(**here, is_engaged=False, spoken_for_by="")
    StakeholderFactory(**here, is_engaged=False, spoken_for_by="Puskesmas")
    StakeholderFactory(**here, is_engaged=True, spoken_for_by="")
    for trait in ({"overdue": True}, {"kept": True}, {}):
        CommitmentFactory(**here, **trait, party=False)
    sign_in(UserFactory(admin=True, language="en"))
    soup = page(page_of(collaboration))
    for key, words in {
        "context": "1 of 7 kinds",
        "drivers": "0 of 4 kinds",
        "legal-bases": "1 no longer in force",
        "parties": "nobody speaks for 1",
        "stakeholders": "1 voice is missing",
        "commitments": "1 late",
        "coordinators": "Nobody yet",
        "goals": "no theory of change yet",
    }.items():
        assert words in " ".join(soup.find(id=key).text.split()), key
    assert "1 not looked at for a year" in soup.find(id="context").text
    assert counts(soup)["commitments"] == 2, "What was kept is not open."


def test_a_coordinator_is_offered_every_verb_and_each_opens(client, sign_in, page, collaboration):
    sign_in(coordinator_of(collaboration))
    found = adds(page(page_of(collaboration)))
    assert len(found) == len(PARTS) - 1  # history adds itself
    assert {client.get(href).status_code for href in found} == {200}


def test_a_member_is_offered_what_members_may(sign_in, page, collaboration):
    sign_in(member_of(collaboration))
    soup = page(page_of(collaboration))
    where = f"collaboration={collaboration.pk}"
    assert adds(soup) == {
        reverse("agreements:document-create", args=[collaboration.pk]),
        reverse("agreements:commitment-create", args=[collaboration.pk]),
        f"{reverse('agreements:meeting-create')}?{where}",
    }
    assert not soup.select("main form"), "A member is offered no verb of the charter."


@pytest.mark.parametrize("trait", ["admin", "auditor"])
def test_admin_and_auditor_read_it_and_are_offered_nothing(sign_in, page, collaboration, trait):
    coordinator_of(collaboration)
    sign_in(UserFactory(**{trait: True}))
    soup = page(page_of(collaboration))
    assert not soup.select("main form")
    assert not adds(soup)


def test_a_closed_one_offers_only_what_keeps_it(sign_in, page):
    closed = CollaborationFactory(state=CollaborationState.CLOSED, ends_on=timezone.localdate())
    sign_in(coordinator_of(closed))
    soup = page(page_of(closed))
    assert adds(soup) == {reverse("agreements:coordinator-create", args=[closed.pk])}
    assert not soup.select("main form")


def test_the_coordinator_is_offered_the_moves_of_its_state(sign_in, page):
    collaboration = CollaborationFactory(state=CollaborationState.CONVENING)
    sign_in(coordinator_of(collaboration))
    soup = page(page_of(collaboration))
    moves = [form["action"] for form in soup.select("#state form")]
    assert moves == [reverse("agreements:collaboration-move", args=[collaboration.pk, "activate"])]
    asking = [link["href"] for link in soup.select("#state a")]
    assert asking == [reverse("agreements:collaboration-close", args=[collaboration.pk])]


def test_an_outsider_gets_the_same_404_as_for_a_missing_one(client, sign_in, collaboration):
    sign_in(UserFactory())
    hidden, missing = client.get(page_of(collaboration)), client.get(f"/collaborations/{10**18}/")
    assert hidden.status_code == missing.status_code == 404
    assert plain(hidden) == plain(missing)
    assert client.get("/collaborations/99999999999999999999999/").status_code == 404


def test_text_from_people_is_shown_as_text(sign_in, page):
    hostile = CollaborationFactory(
        title="<b>Judul</b>", purpose="<script>alert(1)</script>", drivers=False
    )
    sign_in(UserFactory(admin=True))
    soup = page(page_of(hostile))
    assert soup.h1.text == "<b>Judul</b>"
    assert "<script>alert(1)</script>" in soup.text


def test_a_new_one_shows_that_there_is_nothing_yet(sign_in, page, collaboration):
    sign_in(coordinator_of(collaboration, language="en"))
    soup = page(page_of(collaboration))
    assert set(counts(soup).values()) == {0}
    assert "Nothing is stuck" in soup.text
    assert "No meeting is planned" in soup.text
    assert not soup.find(id="turn-title")


def test_what_waits_is_cut_and_its_numbers_are_not(sign_in, page, collaboration):
    CommitmentFactory.create_batch(4, collaboration=collaboration, overdue=True, party=False)
    CommitmentFactory(collaboration=collaboration, proposed=True, party=False)
    sign_in(coordinator_of(collaboration))
    card = page(page_of(collaboration)).select_one("[aria-labelledby=attention-title]")
    assert len(card.select(".rows > li")) == 3
    assert [badge.text for badge in card.select(".chip .count")] == ["4", "1"]


def test_the_page_costs_the_same_however_much_there_is(sign_in, assert_flat_queries, collaboration):
    full(collaboration)
    CycleFactory(collaboration=collaboration)
    by = sign_in(coordinator_of(collaboration))

    def grow():
        for _number in range(3):
            full(collaboration)
            transitions.add_party(
                collaboration=collaboration, organization=OrganizationFactory(), by=by
            )

    # two for theories of change: the reader's own position, and who is silent; one for minutes
    # on which the reader's parties have not answered, one for proposals, one for roles that fell
    # vacant, two for joint services: late requests, and costs to confirm
    assert_flat_queries(page_of(collaboration), grow=grow, ceiling=28)


def test_issues_without_a_coordinator_are_told_once_leadership_is_arranged(
    sign_in, page, collaboration
):
    GoalFactory(collaboration=collaboration)
    sign_in(coordinator_of(collaboration, language="en"))
    assert "without a coordinator" not in page(page_of(collaboration)).text
    StructureFactory(collaboration=collaboration)
    assert "1 issue without a coordinator" in page(page_of(collaboration)).text
