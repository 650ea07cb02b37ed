"""A definition is drafted, offered, called back and agreed; what was agreed stays."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from agreements.charter.stances import Stance
from agreements.charter.states import VersionState
from agreements.engagement.kinds import DefinitionEvent
from agreements.engagement.states import DecisionState
from agreements.engagement.transitions import definition as verbs
from agreements.models import DefinitionConsent
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.engagement.definition.scenes import TEXTS
from tests.agreements.goals.scenes import lines
from tests.factories.engagement import DecisionFactory


def test_a_draft_is_begun_edited_and_its_history_tells(scene):
    definition = scene.drafted(source_note="Rapat perdana")
    assert (definition.order, definition.state) == (1, VersionState.DRAFT)
    fresh = verbs.edit_definition(
        definition=definition, by=scene.coordinator, version=1, text="Lain."
    )
    assert (fresh.text, fresh.in_scope, fresh.version) == ("Lain.", TEXTS["in_scope"], 2)
    assert lines(definition) == [(DefinitionEvent.DRAFTED, ""), (DefinitionEvent.EDITED, "")]


def test_a_form_that_is_older_than_the_row_overwrites_nothing(scene):
    definition = scene.drafted()
    verbs.edit_definition(definition=definition, by=scene.coordinator, version=1, text="Dulu.")
    with pytest.raises(EditConflict):
        verbs.edit_definition(definition=definition, by=scene.coordinator, version=1, text="Nanti.")


def test_a_second_version_beside_an_open_one_is_refused(scene):
    scene.drafted()
    with pytest.raises(Refused):
        scene.drafted()


def test_every_party_that_decides_is_asked_and_silence_is_no_agreement(scene):
    definition = scene.asked_about()
    said = definition.consents.values_list("party", "stance")
    assert set(said) == {
        (scene.health.pk, Stance.NOT_STATED),
        (scene.works.pk, Stance.NOT_STATED),
    }
    scene.says(definition, scene.health)
    with pytest.raises(Refused, match="Dinas PU"):
        verbs.agree_on_definition(definition=definition, by=scene.coordinator)


def test_an_objection_keeps_it_open_until_it_is_taken_back(scene):
    definition = scene.asked_about()
    scene.says(definition, scene.health)
    scene.says(definition, scene.works, Stance.OBJECT, reason="Air bersih hilang.")
    with pytest.raises(Refused, match="Dinas PU"):
        verbs.agree_on_definition(definition=definition, by=scene.coordinator)
    scene.says(definition, scene.works, Stance.STAND_ASIDE)
    agreed = verbs.agree_on_definition(definition=definition, by=scene.coordinator)
    assert (agreed.state, agreed.agreed_on) == (VersionState.AGREED, timezone.localdate())


def test_nobody_for_it_is_no_agreement_either(scene):
    definition = scene.asked_about()
    for party in (scene.health, scene.works):
        scene.says(definition, party, Stance.STAND_ASIDE)
    with pytest.raises(Refused):
        verbs.agree_on_definition(definition=definition, by=scene.coordinator)


def test_the_next_version_begins_with_what_was_agreed_and_replaces_it(scene):
    first = scene.settled()
    second = verbs.draft_definition(collaboration=scene.collaboration, by=scene.coordinator)
    assert {name: getattr(second, name) for name in TEXTS} == TEXTS
    assert second.order == 2
    verbs.edit_definition(definition=second, by=scene.coordinator, version=1, text="Lebih luas.")
    verbs.offer_definition(definition=second, by=scene.coordinator)
    for party in (scene.health, scene.works):
        scene.says(second, party)
    verbs.agree_on_definition(definition=second, by=scene.coordinator)
    first.refresh_from_db()
    assert (first.state, first.text) == (VersionState.SUPERSEDED, TEXTS["text"])
    moves = first.changes.filter(event=DefinitionEvent.MOVED).order_by("pk")
    assert [row.to_state for row in moves][-1] == VersionState.SUPERSEDED


def test_only_a_draft_is_edited(scene):
    definition = scene.settled()
    with pytest.raises(Refused):
        verbs.edit_definition(
            definition=definition, by=scene.coordinator, version=definition.version, text="Lain."
        )


def test_what_is_called_back_is_asked_anew_and_says_why(scene):
    definition = scene.asked_about()
    scene.says(definition, scene.health)
    with pytest.raises(ValidationError):
        verbs.recall_definition(definition=definition, by=scene.coordinator, reason=" ")
    fresh = verbs.recall_definition(definition=definition, by=scene.coordinator, reason="Kurang.")
    assert fresh.state == VersionState.DRAFT
    assert not DefinitionConsent.objects.exists()
    assert fresh.changes.order_by("pk").last().note == "Kurang."


@pytest.mark.parametrize("verb", [verbs.offer_definition, verbs.agree_on_definition])
def test_a_move_that_is_not_next_is_refused(scene, verb):
    definition = scene.settled()
    with pytest.raises(IllegalMove):
        verb(definition=definition, by=scene.coordinator)


def test_a_decision_of_these_parties_that_holds_may_be_named(scene):
    def asked():
        definition = scene.asked_about()
        for party in (scene.health, scene.works):
            scene.says(definition, party)
        return definition

    definition, said = asked(), {"by": scene.coordinator}
    strange = DecisionFactory()
    revoked = scene.decision(state=DecisionState.REVOKED)
    for decision in (strange, revoked):
        with pytest.raises(ValidationError):
            verbs.agree_on_definition(definition=definition, decision=decision, **said)
    decision = scene.decision()
    agreed = verbs.agree_on_definition(definition=definition, decision=decision, **said)
    assert agreed.decision == decision


def test_nothing_is_agreed_tomorrow(scene):
    definition = scene.asked_about()
    for party in (scene.health, scene.works):
        scene.says(definition, party)
    tomorrow = timezone.localdate() + timedelta(1)
    with pytest.raises(ValidationError):
        verbs.agree_on_definition(definition=definition, by=scene.coordinator, on=tomorrow)


def test_a_party_speaks_for_itself_and_confirms_what_was_said_for_it(scene):
    definition = scene.asked_about()
    with pytest.raises(PermissionDenied):
        scene.says(definition, scene.works, by=scene.health_speaker)
    row = scene.says(definition, scene.works, by=scene.coordinator)
    assert row.is_on_behalf
    with pytest.raises(PermissionDenied):
        verbs.confirm_definition_position(consent=row, by=scene.health_speaker)
    row = verbs.confirm_definition_position(consent=row, by=scene.works_speaker)
    assert not row.is_on_behalf
    last = definition.changes.order_by("pk").last()
    assert (last.event, last.stance) == (DefinitionEvent.POSITION_CONFIRMED, Stance.SUPPORT)


def test_nobody_is_asked_about_a_draft_and_who_is_consulted_never(scene):
    with pytest.raises(Refused):
        scene.says(scene.drafted(), scene.health)
    definition = scene.collaboration.definitions.get()
    verbs.offer_definition(definition=definition, by=scene.coordinator)
    with pytest.raises(ValidationError):
        scene.says(definition, scene.asked, by=scene.asked_speaker)


def test_a_closed_collaboration_refuses_every_verb(scene):
    definition = scene.asked_about()
    row = scene.says(definition, scene.works, by=scene.coordinator)
    collaboration, by = scene.collaboration, scene.coordinator
    type(collaboration).objects.update(state="closed", ends_on=collaboration.starts_on)
    for verb in (
        lambda: verbs.draft_definition(collaboration=collaboration, by=by),
        lambda: verbs.edit_definition(definition=definition, by=by, version=1, text="x"),
        lambda: verbs.offer_definition(definition=definition, by=by),
        lambda: verbs.recall_definition(definition=definition, by=by, reason="x"),
        lambda: verbs.agree_on_definition(definition=definition, by=by),
        lambda: scene.says(definition, scene.health),
        lambda: verbs.confirm_definition_position(consent=row, by=scene.works_speaker),
    ):
        with pytest.raises(Refused):
            verb()
