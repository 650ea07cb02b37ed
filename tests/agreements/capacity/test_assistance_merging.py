"""Two records of one organization, and what becomes of the help that they asked and gave."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.duplicates.transitions import merge
from actors.duplicates.undoing import undo
from agreements.documents.holding import uses_of
from agreements.models import AssistanceRequest
from collabgov.kit.errors import Refused
from dashboards.hub.turn import your_turn
from dashboards.panels.assistance import assistance_for_me
from dashboards.sight import Sight
from tests.agreements.capacity.assistance_scene import Help
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Help()


@pytest.fixture
def admin():
    return UserFactory(admin=True)


def merged(scene, admin, keep, away):
    sides = {"kind": "organization", "sides": {}, "by": admin}
    return merge(keep=keep.organization.pk, away=away.organization.pk, **sides)


def test_requests_move_along_and_come_back(scene, admin):
    asked = scene.submitted()
    answered = scene.answered(
        scene.submitted(
            subject="Lain", from_party=scene.works, to_party=scene.health, by=scene.works_speaker
        ),
        by=scene.health_speaker,
    )
    done = merged(scene, admin, scene.asked, scene.health)
    asked.refresh_from_db()
    answered.refresh_from_db()
    assert (asked.from_party, asked.liable_party) == (scene.asked, scene.asked)
    assert answered.to_party == scene.asked
    undo(merge=done, by=admin)
    asked.refresh_from_db()
    assert asked.from_party == asked.liable_party == scene.health


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_of_which_one_asked_the_other_none_is_merged_away(scene, admin, turned):
    asked = scene.submitted()
    pair = (scene.works, scene.health) if turned else (scene.health, scene.works)
    with pytest.raises(Refused, match="Dua enumerator"):
        merged(scene, admin, *pair)
    asked.refresh_from_db()
    assert (asked.from_party, asked.to_party) == (scene.health, scene.works)


def sight_of(user, scene):
    return Sight.of(user, [scene.collaboration], is_whole=True)


def test_whose_turn_it_is_finds_it_at_home_and_on_the_page(client, scene, sign_in):
    asked = scene.submitted()
    told = assistance_for_me(sight_of(scene.works_speaker, scene))
    assert [row.href for row in told.rows] == [asked.get_absolute_url()]
    assert not assistance_for_me(sight_of(scene.health_speaker, scene)).total
    sign_in(scene.works_speaker)
    page = soup_of(client.get("/"))
    assert page.select(f"#helping-title ~ .rows a[href='{asked.get_absolute_url()}']")
    (line,) = [
        each
        for each in your_turn(Sight.of(scene.works_speaker, [scene.collaboration], is_whole=False))
        if "/assistance/" in each.href
    ]
    listed = soup_of(client.get(line.href)).select("#assistance .row-title")
    assert line.count == len(listed) == 1


def test_the_history_of_the_collaboration_tells_it_but_nothing_of_drafts(client, scene, sign_in):
    scene.drafted(subject="Masih draf")
    scene.submitted(subject="Sudah diajukan")
    sign_in(scene.coordinator)
    there = reverse("agreements:collaboration-changes", args=[scene.collaboration.pk])
    text = soup_of(client.get(there)).get_text()
    assert "Sudah diajukan" in text
    assert "Masih draf" not in text


def test_a_letter_that_a_refusal_rests_on_is_not_withdrawn(scene):
    refused = scene.refused(scene.submitted())
    assert len(uses_of(refused.answer.letter)) == 1
    paper = scene.letter()
    draft = scene.drafted(subject="Lain", liable_party=scene.works, liability_document=paper)
    assert uses_of(paper) == []
    AssistanceRequest.objects.filter(pk=draft.pk).update(
        state="submitted",
        submitted_on=timezone.localdate(),
        answer_due_on=timezone.localdate() + dt.timedelta(days=3),
    )
    assert len(uses_of(paper)) == 1
