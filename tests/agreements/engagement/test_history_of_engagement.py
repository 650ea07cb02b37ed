"""The history of a collaboration also tells what was discovered, defined and proposed."""

import pytest
from django.urls import reverse

from agreements.charter.history import TELLERS, history_of
from agreements.charter.parts import PARTS
from agreements.charter.stances import Stance
from agreements.engagement.transitions import proposals, questions, terms
from tests.agreements.engagement.definition.scenes import Defining
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Defining()


def told(scene):
    return [f"{line.what} {line.about} {line.note}" for line in history_of(scene.collaboration)]


def test_each_of_them_leaves_its_line(scene):
    questions.raise_question(party=scene.health, by=scene.health_speaker, text="Berapa anak?")
    definition = scene.asked_about()
    scene.says(definition, scene.works, Stance.OBJECT, reason="Terlalu luas.")
    term = terms.propose_term(
        collaboration=scene.collaboration, by=scene.coordinator, term="Baduta", definition="0-2."
    )
    terms.agree_on_term(shared_term=term, by=scene.coordinator)
    proposals.submit_proposal(
        from_party=scene.health, by=scene.health_speaker, kind="idea", title="Kanal", text="Satu."
    )
    lines = told(scene)
    for words in ("Berapa anak?", "Rumusan masalah, versi 1", "Terlalu luas.", "Baduta", "Kanal"):
        assert [line for line in lines if words in line], words
    moments = [line.made_at for line in history_of(scene.collaboration)]
    assert moments == sorted(moments, reverse=True)


def test_the_page_shows_them_and_only_to_those_inside(client, scene, sign_in):
    questions.raise_question(party=scene.health, by=scene.health_speaker, text="Berapa anak?")
    page = reverse("agreements:collaboration-changes", args=[scene.collaboration.pk])
    sign_in(scene.works_speaker)
    assert "Berapa anak?" in soup_of(client.get(page)).main.get_text()
    sign_in(UserFactory())
    assert client.get(page).status_code == 404


def test_the_page_costs_the_same_with_many_lines(scene, sign_in, assert_flat_queries):
    definition = scene.asked_about()
    sign_in(scene.works_speaker)
    page = reverse("agreements:collaboration-changes", args=[scene.collaboration.pk])

    def grow():
        for number in range(5):
            questions.raise_question(
                party=scene.health, by=scene.health_speaker, text=f"Berapa {number}?"
            )
            terms.propose_term(
                collaboration=scene.collaboration,
                by=scene.coordinator,
                term=f"Istilah {number}",
                definition="Arti.",
            )
        scene.says(definition, scene.works)

    assert_flat_queries(page, grow=grow, ceiling=7 + len(TELLERS))


def test_no_two_parts_of_a_collaboration_go_by_one_icon():
    icons = [part.icon for part in PARTS]
    assert len(icons) == len(set(icons))
