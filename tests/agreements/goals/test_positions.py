"""Each party says for itself where it stands; a coordinator only where it has not spoken."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from agreements.charter.stances import Stance
from agreements.goals import transitions
from agreements.goals.kinds import TheoryEvent
from collabgov.kit.errors import Refused
from tests.agreements.goals.scenes import lines
from tests.factories.actors import UserFactory
from tests.factories.charter import RepresentativeFactory, member_of


def test_a_representative_states_the_position_of_the_own_party(scene):
    theory = scene.offered()
    consent = scene.states(theory, scene.health)
    assert (consent.stance, consent.is_on_behalf) == (Stance.SUPPORT, False)
    assert consent.stated_by == scene.health_speaker
    last = theory.changes.order_by("pk").last()
    assert (last.event, last.subject, last.stance) == (
        TheoryEvent.POSITION_STATED,
        scene.health.organization.label,
        Stance.SUPPORT,
    )


def test_nobody_states_the_position_of_another_party(scene):
    theory = scene.offered()
    with pytest.raises(PermissionDenied):
        scene.states(theory, scene.works, by=scene.health_speaker)
    with pytest.raises(PermissionDenied):
        scene.states(theory, scene.works, by=member_of(scene.collaboration))


def test_the_word_of_a_coordinator_waits_to_be_confirmed(scene):
    theory = scene.offered()
    consent = scene.states(theory, scene.health, by=scene.coordinator)
    assert consent.is_on_behalf
    confirmed = transitions.confirm_position(consent=consent, by=scene.health_speaker)
    assert not confirmed.is_on_behalf
    assert lines(theory)[-1][0] == TheoryEvent.POSITION_CONFIRMED


def test_a_party_confirms_only_its_own_word_and_not_somebody_who_gave_it(scene):
    theory = scene.offered()
    consent = scene.states(theory, scene.health, by=scene.coordinator)
    with pytest.raises(PermissionDenied):
        transitions.confirm_position(consent=consent, by=scene.works_speaker)
    RepresentativeFactory(party=scene.health, person=scene.coordinator.person)
    with pytest.raises(Refused):
        transitions.confirm_position(consent=consent, by=scene.coordinator)
    own = scene.states(theory, scene.works)
    with pytest.raises(Refused):
        transitions.confirm_position(consent=own, by=scene.works_speaker)


def test_a_coordinator_does_not_overrule_what_a_party_said_itself(scene):
    theory = scene.offered()
    scene.states(theory, scene.health, Stance.OBJECT, reason="Belum jelas.")
    with pytest.raises(Refused):
        scene.states(theory, scene.health, by=scene.coordinator)


def test_a_party_may_think_again_until_it_is_agreed(scene):
    theory = scene.offered()
    scene.states(theory, scene.health, Stance.OBJECT, reason="Belum jelas.")
    scene.states(theory, scene.health)
    scene.states(theory, scene.works)
    transitions.agree(theory=theory, by=scene.coordinator)
    with pytest.raises(Refused):
        scene.states(theory, scene.health, Stance.STAND_ASIDE)


def test_after_the_agreement_a_party_still_puts_right_what_was_said_for_it(scene):
    theory = scene.offered()
    scene.states(theory, scene.health, by=scene.coordinator)
    scene.states(theory, scene.works)
    transitions.agree(theory=theory, by=scene.coordinator)
    consent = scene.states(theory, scene.health, Stance.OBJECT, reason="Tidak pernah ditanya.")
    assert (consent.stance, consent.is_on_behalf) == (Stance.OBJECT, False)
    assert scene.states(theory, scene.health).stance == Stance.SUPPORT  # thought again
    with pytest.raises(Refused):
        scene.states(theory, scene.health, Stance.OBJECT, reason="Ternyata tidak.")


def test_after_the_agreement_a_coordinator_says_nothing_else_for_a_party(scene):
    theory = scene.offered()
    scene.states(theory, scene.health, by=scene.coordinator)
    scene.states(theory, scene.works)
    transitions.agree(theory=theory, by=scene.coordinator)
    with pytest.raises(Refused):
        scene.states(theory, scene.health, Stance.ACCEPT, by=scene.coordinator)
    assert theory.consents.get(party=scene.health).stance == Stance.SUPPORT


def test_nobody_is_asked_about_a_version_that_was_replaced(scene):
    theory = scene.offered()
    consent = scene.states(theory, scene.health, by=scene.coordinator)
    scene.states(theory, scene.works)
    transitions.agree(theory=theory, by=scene.coordinator)
    scene.agreed()
    with pytest.raises(Refused):
        scene.states(theory, scene.health)
    with pytest.raises(Refused):
        transitions.confirm_position(consent=consent, by=scene.health_speaker)


def test_an_objection_has_a_reason(scene):
    theory = scene.offered()
    with pytest.raises(ValidationError) as refusal:
        scene.states(theory, scene.health, Stance.OBJECT)
    assert refusal.value.error_dict.keys() == {"reason"}


@pytest.mark.parametrize("stance", [Stance.NOT_STATED, "", "veto"])
def test_only_a_real_position_is_stated(scene, stance):
    theory = scene.offered()
    with pytest.raises(ValidationError) as refusal:
        scene.states(theory, scene.health, stance)
    assert refusal.value.error_dict.keys() == {"stance"}


def test_only_parties_that_decide_are_asked_and_only_when_it_is_offered(scene):
    theory, _steps = scene.draft()
    with pytest.raises(Refused):
        scene.states(theory, scene.health)
    transitions.offer(theory=theory, by=scene.coordinator)
    with pytest.raises(ValidationError):
        scene.states(theory, scene.asked, by=scene.asked_speaker)


def test_an_auditor_says_nothing_even_with_a_row(scene):
    theory = scene.offered()
    auditor = UserFactory(role="auditor", organization=scene.health.organization)
    RepresentativeFactory(party=scene.health, person=auditor.person)
    with pytest.raises(PermissionDenied):
        scene.states(theory, scene.health, by=auditor)
