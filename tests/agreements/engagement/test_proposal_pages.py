"""Proposals of every collaboration on one page, and at home those that wait for the reader."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.engagement.transitions import proposals
from agreements.models import Collaboration, Proposal
from dashboards.hub.turn import your_turn
from dashboards.panels.proposals import proposals_for_my_answer
from dashboards.sight import Sight
from tests.agreements.goals.scenes import Scene
from tests.factories.actors import UserFactory
from tests.factories.discovery import ProposalFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LIST = "agreements:proposal-list"


@pytest.fixture
def scene():
    return Scene()


@pytest.fixture
def asked(scene):
    """Dinas PU asks Dinas Kesehatan."""
    return ProposalFactory(
        collaboration=scene.collaboration,
        from_party=scene.works,
        to_party=scene.health,
        title="Kanal tanya jawab",
    )


@pytest.fixture
def for_all(scene):
    return ProposalFactory(
        collaboration=scene.collaboration, from_party=scene.works, title="Posko bersama"
    )


def sight_of(user, *rows):
    seen = rows or Collaboration.objects.visible_to(user).for_list()
    return Sight.of(user, seen, is_whole=not rows)


def waiting(user):
    return [row.title for row in proposals_for_my_answer(sight_of(user)).rows]


def test_who_answers_finds_it_at_home(client, scene, asked, for_all, sign_in):
    assert waiting(scene.health_speaker) == ["Kanal tanya jawab"]
    assert waiting(scene.coordinator) == ["Posko bersama"]
    assert waiting(scene.works_speaker) == waiting(UserFactory()) == []
    colleague = UserFactory(organization=scene.health.organization)
    assert waiting(colleague) == []
    for user, proposal in ((scene.health_speaker, asked), (scene.coordinator, for_all)):
        sign_in(user)
        page, address = soup_of(client.get("/")), proposal.get_absolute_url()
        assert page.select(f"#proposed-title ~ .rows a[href='{address}']")


def test_who_is_told_may_answer_and_nobody_else(scene, asked, for_all):
    people = [scene.coordinator, scene.health_speaker, scene.works_speaker, scene.asked_speaker]
    for proposal in (asked, for_all):
        for user in people:
            told = Proposal.objects.waiting_for(user).filter(pk=proposal.pk).exists()
            assert told == user.has_perm("agreements.answer_proposal", proposal)


def test_once_answered_it_waits_no_more(scene, asked):
    proposals.return_proposal(proposal=asked, by=scene.health_speaker, reason="Sebut biayanya.")
    assert waiting(scene.health_speaker) == []


def lend(scene, proposal):
    """Answered on behalf of the health office, before somebody came who speaks for it."""
    rows = scene.health.representatives.all()
    rows.update(starts_on=timezone.localdate() + dt.timedelta(days=1))
    proposals.accept_proposal(proposal=proposal, by=scene.coordinator)
    rows.update(starts_on=timezone.localdate())


def chips(user, collaboration):
    turn = your_turn(sight_of(user, collaboration))
    return [(str(each.label), each.count) for each in turn if "/proposals/" in each.href]


def test_home_asks_to_confirm_what_was_answered_on_behalf(client, scene, asked, sign_in):
    sign_in(scene.health_speaker)
    assert "Belum menjawab" in soup_of(client.get("/")).select_one("#proposed-title ~ .rows").text
    lend(scene, asked)
    rows = soup_of(client.get("/")).select_one("#proposed-title ~ .rows")
    assert rows.select_one(f"a[href='{asked.get_absolute_url()}']")
    assert "Konfirmasikan" in rows.text
    assert "Belum menjawab" not in rows.text


def test_the_page_of_the_collaboration_tells_answering_from_confirming(scene, asked):
    user, together = scene.health_speaker, scene.collaboration
    assert chips(user, together) == [("Usulan untuk dijawab", 1)]
    lend(scene, asked)
    assert chips(user, together) == [("Jawaban yang perlu dikonfirmasi", 1)]
    ProposalFactory(collaboration=together, from_party=scene.works, to_party=scene.health)
    assert chips(user, together) == [("Usulan yang perlu dijawab atau dikonfirmasi", 2)]


def test_where_the_party_left_the_coordinator_answers(scene, asked):
    type(scene.health).objects.filter(pk=scene.health.pk).update(state="paused")
    assert waiting(scene.coordinator) == ["Kanal tanya jawab"]
    assert waiting(scene.health_speaker) == []


def test_in_a_closed_collaboration_nothing_waits(scene, asked):
    type(scene.collaboration).objects.update(state="closed", ends_on=timezone.localdate())
    assert waiting(scene.health_speaker) == []


def test_the_page_of_the_collaboration_counts_what_its_link_opens(client, scene, asked, sign_in):
    sign_in(scene.health_speaker)
    turn = your_turn(sight_of(scene.health_speaker, scene.collaboration))
    (line,) = [each for each in turn if "/proposals/" in each.href]
    page = soup_of(client.get(line.href))
    assert line.count == len(page.select("#proposals .row-title")) == 1


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, {"Kanal tanya jawab", "Posko bersama"}),
        ({"q": "kanal jawab"}, {"Kanal tanya jawab"}),
        ({"q": "Dinas PU posko"}, {"Posko bersama"}),
        ({"state": "accepted"}, set()),
        ({"kind": "idea"}, {"Kanal tanya jawab", "Posko bersama"}),
        ({"waiting": "1"}, {"Kanal tanya jawab"}),
        ({"collaboration": "999999"}, set()),
        ({"state": "hilang"}, set()),
    ],
)
def test_the_list_is_narrowed(client, scene, asked, for_all, sign_in, query, shown):
    sign_in(scene.health_speaker)
    page = soup_of(client.get(reverse(LIST), query))
    assert {row.get_text() for row in page.select("#proposals .row-title")} == shown


def test_outsiders_find_none(client, asked, sign_in):
    sign_in(UserFactory())
    assert not soup_of(client.get(reverse(LIST))).select("#proposals .row-title")


def test_the_list_costs_the_same_with_many(scene, asked, sign_in, assert_flat_queries):
    sign_in(scene.health_speaker)

    def grow():
        for _each in range(5):
            ProposalFactory(collaboration=scene.collaboration, to_party=scene.health)

    assert_flat_queries(reverse(LIST), grow=grow, ceiling=14)
