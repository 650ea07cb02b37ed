"""Whose word on a decision is missing: told at home, to the party and to the coordinator."""

import pytest

from agreements.charter.stances import Stance
from agreements.models import Collaboration
from dashboards.panels.decisions import decisions_for_my_position, decisions_that_wait
from dashboards.sight import Sight
from tests.agreements.engagement.deciding import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Scene()


def sight_of(user):
    return Sight.of(user, Collaboration.objects.visible_to(user).for_list())


def asked(user):
    words = decisions_for_my_position(sight_of(user))
    return [(word.organization, word.is_to_confirm) for word in words]


def test_a_silent_party_is_asked_until_it_has_spoken(scene):
    decision = scene.deliberated()
    label = scene.health.organization.label
    assert asked(scene.health_speaker) == [(label, False)]
    scene.says(decision, scene.health)
    assert asked(scene.health_speaker) == []


def test_what_was_said_on_its_behalf_is_to_be_confirmed_also_once_it_is_decided(scene):
    decision = scene.deliberated()
    scene.says(decision, scene.health, by=scene.coordinator)
    label = scene.health.organization.label
    assert asked(scene.health_speaker) == [(label, True)]
    scene.decide(decision)
    assert asked(scene.health_speaker) == [(label, True)]


def answered(user):
    words = decisions_for_my_position(sight_of(user))
    return [word.organization for word in words if word.is_answered]


def test_the_party_that_objected_is_told_of_the_answer_until_it_says_something(scene):
    _decision, row = scene.objected()
    assert asked(scene.works_speaker) == []
    scene.answer(row)
    assert answered(scene.works_speaker) == [scene.works.organization.label]
    assert answered(scene.health_speaker) == []
    scene.says(row.decision, scene.works, Stance.OBJECT, reason=row.reason)
    assert asked(scene.works_speaker) == []
    scene.answer(row, text="Tidak ada beban tambahan.")
    assert answered(scene.works_speaker) == [scene.works.organization.label]
    scene.says(row.decision, scene.works, Stance.STAND_ASIDE)
    assert asked(scene.works_speaker) == []


def test_once_it_is_decided_nobody_is_told_of_the_answer(scene):
    decision, row = scene.objected()
    scene.answer(row)
    scene.decide(decision)
    assert asked(scene.works_speaker) == []


def test_home_tells_of_the_answer_and_the_page_asks_whether_the_objection_stands(
    client, scene, sign_in
):
    decision, row = scene.objected()
    scene.answer(row)
    sign_in(scene.works_speaker)
    assert "Keberatan Anda sudah dijawab: nyatakan" in client.get("/").text
    assert "Keberatan Anda sudah dijawab" in client.get(scene.collaboration.get_absolute_url()).text
    assert "Nyatakan apakah tetap" in client.get(decision.get_absolute_url()).text


def test_nobody_is_asked_about_a_proposal_or_when_only_consulted(scene):
    scene.put_forward(text="Usul")
    assert asked(scene.health_speaker) == []
    scene.deliberated()
    assert asked(scene.asked_speaker) == []


def test_the_coordinator_sees_who_is_silent_and_who_objects_without_an_answer(scene):
    decision = scene.deliberated()
    row = scene.says(decision, scene.works, Stance.OBJECT, reason="Belum.")
    lines, more = decisions_that_wait(sight_of(scene.coordinator))
    assert [line.tone for line in lines] == ["bad"]
    assert [one.count for one in more] == [2]
    scene.answer(row)
    lines, more = decisions_that_wait(sight_of(scene.coordinator))
    assert [line.tone for line in lines] == ["warn"]
    assert [one.count for one in more] == [1]
    scene.says(decision, scene.health)
    assert decisions_that_wait(sight_of(scene.coordinator)) == ([], [])


def test_home_and_the_collaboration_tell_it(client, scene, sign_in):
    decision = scene.deliberated()
    address = f"{decision.get_absolute_url()}#positions"
    sign_in(scene.health_speaker)
    assert address in client.get("/").content.decode()
    sign_in(scene.coordinator)
    assert address in client.get("/").content.decode()
