"""Where parties stand on a decision: objections, their answers, and what is kept of it all."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from agreements.charter.stances import Stance
from agreements.engagement import transitions
from agreements.engagement.states import DecisionState
from agreements.models import Party, Representative
from collabgov.kit.errors import Refused
from tests.agreements.engagement.deciding import Scene
from tests.factories.actors import UserFactory
from tests.factories.charter import member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Scene()


def said(row):
    return [(each.stance, each.reason) for each in row.changes.order_by("pk")]


def test_an_unanswered_objection_stops_a_consensus_and_names_the_party(scene):
    decision, _row = scene.objected()
    with pytest.raises(Refused, match="Dinas PU"):
        scene.decide(decision)
    decision.refresh_from_db()
    assert decision.state == DecisionState.UNDER_DELIBERATION


def test_an_answered_objection_does_not_and_the_party_keeps_its_history(scene):
    decision, row = scene.objected()
    scene.answer(row)
    row = scene.says(decision, scene.works, Stance.STAND_ASIDE)
    assert scene.decide(decision).state == DecisionState.DECIDED
    assert said(row) == [("object", "Belum dianggarkan."), ("stand_aside", "")]
    assert row.answers.get().objection == "Belum dianggarkan."


def test_an_answered_objection_that_stands_is_decided_over(scene):
    decision, row = scene.objected()
    scene.answer(row)
    assert scene.decide(decision).state == DecisionState.DECIDED


def test_an_objection_with_a_new_reason_wants_a_new_answer(scene):
    decision, row = scene.objected()
    scene.answer(row)
    row = scene.says(decision, scene.works, Stance.OBJECT, reason="Tenaga tidak ada.")
    with pytest.raises(Refused):
        scene.decide(decision)
    scene.answer(row)
    assert scene.decide(decision).state == DecisionState.DECIDED


def test_the_objection_of_a_party_that_left_still_wants_an_answer(scene):
    decision, row = scene.objected()
    Party.objects.filter(pk=scene.works.pk).update(state="left", ends_on=timezone.localdate())
    with pytest.raises(Refused):
        scene.decide(decision)
    scene.answer(row)
    scene.decide(decision)


def test_the_objecting_party_does_not_answer_itself(scene):
    _decision, row = scene.objected()
    with pytest.raises(Refused):
        scene.answer(row, by=scene.works_speaker)
    assert scene.answer(row, by=scene.coordinator).party is None
    assert scene.answer(row, by=scene.health_speaker).party == scene.health


def test_who_takes_part_answers_and_nobody_else(scene):
    _decision, row = scene.objected()
    member = member_of(scene.collaboration)
    assert scene.answer(row, by=member).party.organization == member.organization
    for outsider in (UserFactory(), UserFactory(role="auditor")):
        with pytest.raises(PermissionDenied):
            scene.answer(row, by=outsider)


def test_only_an_objection_is_answered_with_words_and_once(scene):
    decision, row = scene.objected()
    with pytest.raises(Refused):
        scene.answer(decision.positions.get(party=scene.health))
    with pytest.raises(ValidationError):
        scene.answer(row, text=" ")
    assert scene.answer(row) == scene.answer(row)
    assert row.answers.count() == 1


def test_the_word_of_a_coordinator_waits_for_the_party(scene):
    decision = scene.deliberated()
    row = scene.says(decision, scene.health, by=scene.coordinator)
    assert row.is_on_behalf
    with pytest.raises(PermissionDenied):
        transitions.confirm_decision_position(position=row, by=scene.works_speaker)
    fresh = transitions.confirm_decision_position(position=row, by=scene.health_speaker)
    assert not fresh.is_on_behalf
    assert [each.event for each in row.changes.all()] == ["stated", "confirmed"]
    with pytest.raises(Refused):
        transitions.confirm_decision_position(position=row, by=scene.health_speaker)
    with pytest.raises(Refused):
        scene.says(decision, scene.health, by=scene.coordinator)


def test_who_no_longer_speaks_for_the_party_says_nothing(scene):
    decision = scene.deliberated()
    Representative.objects.filter(party=scene.health).delete()
    with pytest.raises(PermissionDenied):
        scene.says(decision, scene.health)


def test_who_is_only_consulted_is_not_asked(scene):
    decision = scene.deliberated()
    with pytest.raises(ValidationError):
        scene.says(decision, scene.asked, by=scene.asked_speaker)


def test_nobody_is_asked_before_the_deliberation_nor_after_a_withdrawal(scene):
    decision = scene.put_forward()
    with pytest.raises(Refused):
        scene.says(decision, scene.health)
    transitions.withdraw_decision(decision=decision, by=scene.coordinator, reason="Batal.")
    with pytest.raises(Refused):
        scene.says(decision, scene.health)


def test_once_decided_the_silent_say_where_they_stand_but_not_no(scene):
    decision = scene.decided()
    with pytest.raises(ValidationError):
        scene.says(decision, scene.health, Stance.OBJECT, reason="Tidak.")
    assert scene.says(decision, scene.health).stance == Stance.SUPPORT
    assert scene.says(decision, scene.works, Stance.ACCEPT, by=scene.coordinator).is_on_behalf


def test_once_decided_a_party_takes_its_objection_back_and_does_not_restate_it(scene):
    decision, row = scene.objected()
    scene.answer(row)
    scene.decide(decision)
    with pytest.raises(Refused, match="sudah diambil"):
        scene.says(decision, scene.works, Stance.OBJECT, reason="Lain lagi.")
    with pytest.raises(Refused, match="sudah diambil"):
        scene.says(decision, scene.health, Stance.OBJECT, reason="Berubah.")
    assert scene.says(decision, scene.works, Stance.STAND_ASIDE).stance == Stance.STAND_ASIDE


def test_once_decided_a_party_puts_right_what_was_said_for_it_also_with_a_no(scene):
    decision = scene.deliberated()
    scene.says(decision, scene.health, by=scene.coordinator)
    scene.decide(decision)
    row = scene.says(decision, scene.health, Stance.OBJECT, reason="Tidak pernah ditanya.")
    assert row.stance == Stance.OBJECT
    assert decision.positions.unanswered().get() == row
