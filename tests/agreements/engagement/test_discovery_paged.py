"""A long story of discovery is told page by page; how long it is stands there."""

import pytest
from django.urls import reverse

from agreements.engagement.discovery_page import PER_PAGE
from tests.agreements.goals.scenes import Scene
from tests.factories.discovery import (
    AssessmentFactory,
    JointFindingFactory,
    ProposalFactory,
    QuestionFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db
MANY = PER_PAGE + 1
DROPPED = {"dropped": True}


@pytest.fixture
def scene(sign_in):
    scene = Scene()
    sign_in(scene.health_speaker)
    return scene


def fill(scene, kind):
    """One more than a page holds."""
    both, who = [scene.health, scene.works], {"recorded_by": scene.coordinator}
    factory, facts = {
        "open_questions": (QuestionFactory, {"raised_by": scene.health, **who}),
        "settled_questions": (QuestionFactory, {"raised_by": scene.health, **who, **DROPPED}),
        "findings": (JointFindingFactory, {"parties": both, **who}),
        "proposals": (ProposalFactory, {"from_party": scene.health, **who}),
        "assessments": (AssessmentFactory, {}),
    }[kind]
    factory.create_batch(MANY, collaboration=scene.collaboration, **facts)


def read(client, scene, query=""):
    url = reverse("agreements:collaboration-discovery", args=[scene.collaboration.pk])
    return soup_of(client.get(url + query))


CARDS = {
    "open_questions": ("questions", ".charter-driver"),
    "settled_questions": ("questions", ".charter-driver"),
    "findings": ("findings", ".charter-driver"),
    "proposals": ("proposals", "ul.rows > li"),
    "assessments": ("assessments", "ul.rows > li"),
}


@pytest.mark.parametrize("kind", CARDS)
def test_it_says_how_many_there_are_and_leads_to_the_rest(client, scene, kind):
    fill(scene, kind)
    anchor, rows = CARDS[kind]
    card = read(client, scene).select_one(f"#{anchor}")
    assert len(card.select(rows)) == PER_PAGE
    assert f"dari {MANY}" in card.text
    (forth,) = card.select("nav.pager a")
    assert forth["href"] == f"?{kind}=2#{anchor}"
    card = read(client, scene, f"?{kind}=2").select_one(f"#{anchor}")
    assert len(card.select(rows)) == 1
    assert f"dari {MANY}" in card.text
    (back,) = card.select("nav.pager a")
    assert back["href"] == f"?{kind}=1#{anchor}"


def test_what_is_settled_is_counted_in_all_and_open_on_its_later_pages(client, scene):
    fill(scene, "settled_questions")
    folded = read(client, scene).select_one("#questions details")
    assert f"{MANY} pertanyaan" in folded.summary.text
    assert "open" not in folded.attrs
    assert (
        "open" in read(client, scene, "?settled_questions=2").select_one("#questions details").attrs
    )


def test_an_open_question_is_not_hidden_by_many_settled_ones(client, scene):
    fill(scene, "settled_questions")
    QuestionFactory(collaboration=scene.collaboration, raised_by=scene.health, text="Masih terbuka")
    assert "Masih terbuka" in read(client, scene).select_one("#questions").text


def test_a_short_story_has_no_pages_and_a_strange_number_is_no_error(client, scene):
    QuestionFactory(collaboration=scene.collaboration, raised_by=scene.health)
    page = read(client, scene, "?findings=x&open_questions=99")
    assert not page.select("nav.pager")
    assert len(page.select("#questions .charter-driver")) == 1


def test_the_pages_of_open_and_of_settled_questions_have_names_of_their_own(client, scene):
    fill(scene, "open_questions")
    fill(scene, "settled_questions")
    page = read(client, scene)
    navs = page.select("#questions nav.pager")
    names = [page.find(id=nav["aria-labelledby"]).get_text(" ", strip=True) for nav in navs]
    assert names == ["Pertanyaan terbuka", f"{MANY} pertanyaan sudah selesai"]
