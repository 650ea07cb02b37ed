"""A theory of change from its draft to the agreement of the parties."""

import pytest
from django.core.exceptions import ValidationError

from agreements.charter.stances import Stance
from agreements.charter.states import CollaborationState, PartyState
from agreements.goals import transitions
from agreements.goals.kinds import ResultKind, TheoryEvent
from agreements.goals.states import TheoryState
from agreements.models import ResultLink, TheoryChange, TheoryOfChange
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.goals.scenes import lines
from tests.factories.charter import CollaborationFactory
from tests.factories.goals import GoalFactory, ResultFactory, TheoryOfChangeFactory


def test_a_first_draft_is_empty_and_numbered_one(scene):
    theory = transitions.draft_theory(
        collaboration=scene.collaboration, by=scene.coordinator, summary="Bila …, maka …"
    )
    assert (theory.order, theory.state) == (1, TheoryState.DRAFT)
    assert lines(theory) == [(TheoryEvent.DRAFTED, "")]


def test_only_one_version_is_open_at_a_time(scene):
    scene.draft()
    with pytest.raises(Refused):
        transitions.draft_theory(collaboration=scene.collaboration, by=scene.coordinator)
    assert TheoryOfChange.objects.count() == 1


def test_a_new_version_begins_with_what_was_agreed(scene):
    old = scene.agreed()
    new = transitions.draft_theory(collaboration=scene.collaboration, by=scene.coordinator)
    assert (new.order, new.summary) == (2, old.summary)
    assert [row.title for row in new.results.all()] == [row.title for row in old.results.all()]
    told = [(str(link), link.assumption) for link in new.links.all()]
    assert told == [(str(link), link.assumption) for link in old.links.all()]
    assert not set(new.results.all()) & set(old.results.all())
    assert all(link.cause.theory_id == new.pk for link in new.links.all())


def test_the_summary_is_edited_and_an_older_form_is_told(scene):
    theory, _steps = scene.draft()
    said = {"theory": theory, "by": scene.coordinator, "version": 1}
    assert transitions.edit_theory(**said, summary="Lain").summary == "Lain"
    with pytest.raises(EditConflict):
        transitions.edit_theory(**said, summary="Lain lagi")
    assert lines(theory)[-1] == (TheoryEvent.EDITED, "")


def test_steps_are_added_edited_and_removed_with_their_links(scene):
    theory, steps = scene.draft()
    edited = transitions.edit_result(
        result=steps[0], by=scene.coordinator, version=1, title="Kader dilatih"
    )
    assert edited.version == 2
    transitions.remove_result(result=steps[1], by=scene.coordinator)
    assert theory.results.count() == 2
    assert not theory.links.exists()
    assert [event for event, _about in lines(theory)[-2:]] == [
        TheoryEvent.RESULT_EDITED,
        TheoryEvent.RESULT_REMOVED,
    ]


def test_a_link_needs_an_assumption(scene):
    theory, steps = scene.draft()
    with pytest.raises(ValidationError) as refusal:
        transitions.link(
            theory=theory, cause=steps[0], effect=steps[2], assumption="  ", by=scene.coordinator
        )
    assert refusal.value.error_dict.keys() == {"assumption"}


def test_a_link_is_made_once_and_taken_back(scene):
    theory, steps = scene.draft()
    link = ResultLink.objects.get(cause=steps[0])
    with pytest.raises(ValidationError):
        transitions.link(
            theory=theory, cause=steps[0], effect=steps[1], assumption="x", by=scene.coordinator
        )
    transitions.unlink(link=link, by=scene.coordinator)
    assert not ResultLink.objects.filter(cause=steps[0]).exists()
    assert lines(theory)[-1] == (TheoryEvent.UNLINKED, "Langkah action → Langkah output")


def test_an_assumption_is_put_into_other_words_and_an_older_form_is_told(scene):
    theory, steps = scene.draft()
    link = ResultLink.objects.get(cause=steps[0])
    said = {"link": link, "by": scene.coordinator, "version": 1}
    edited = transitions.edit_link(**said, assumption=" Dana cair. ")
    assert (edited.assumption, edited.version) == ("Dana cair.", 2)
    last = theory.changes.order_by("pk").last()
    assert (last.event, last.subject, last.note) == (
        TheoryEvent.LINK_EDITED,
        "Langkah action → Langkah output",
        "Dana cair.",
    )
    with pytest.raises(EditConflict):
        transitions.edit_link(**said, assumption="Lain.")


def test_an_assumption_is_never_emptied_nor_changed_once_it_was_offered(scene):
    theory, steps = scene.draft()
    link = ResultLink.objects.get(cause=steps[0])
    with pytest.raises(ValidationError) as refusal:
        transitions.edit_link(link=link, by=scene.coordinator, version=1, assumption=" ")
    assert refusal.value.error_dict.keys() == {"assumption"}
    transitions.offer(theory=theory, by=scene.coordinator)
    with pytest.raises(Refused):
        transitions.edit_link(link=link, by=scene.coordinator, version=1, assumption="Lain.")
    link.refresh_from_db()
    assert link.assumption == "Orang tua datang."


def test_a_double_click_makes_one_result_and_one_link(scene):
    theory, steps = scene.draft()
    by = scene.coordinator
    before = lines(theory)
    same = transitions.add_result(theory=theory, by=by, kind="action", title=steps[0].title)
    assert same == steps[0]
    said = {"cause": steps[0], "effect": steps[1], "assumption": "Orang tua datang. "}
    assert transitions.link(theory=theory, by=by, **said) == ResultLink.objects.get(cause=steps[0])
    assert lines(theory) == before


def test_no_step_leads_back_to_an_earlier_kind(scene):
    theory, steps = scene.draft()
    said = {"theory": theory, "assumption": "x", "by": scene.coordinator}
    with pytest.raises(ValidationError) as refusal:
        transitions.link(**said, cause=steps[2], effect=steps[0])
    assert "Langkah outcome" in refusal.value.messages[0]


def test_a_kind_that_would_turn_an_arrow_round_is_refused(scene):
    _theory, steps = scene.draft()
    with pytest.raises(ValidationError):
        transitions.edit_result(
            result=steps[0], by=scene.coordinator, version=1, kind=ResultKind.IMPACT
        )
    with pytest.raises(ValidationError):
        transitions.edit_result(
            result=steps[2], by=scene.coordinator, version=1, kind=ResultKind.ACTION
        )


def test_steps_of_another_version_or_goals_of_another_collaboration_do_not_fit(scene):
    theory, steps = scene.draft()
    stranger = ResultFactory(kind=ResultKind.IMPACT)
    with pytest.raises(Refused):
        transitions.link(
            theory=theory, cause=steps[0], effect=stranger, assumption="x", by=scene.coordinator
        )
    with pytest.raises(ValidationError):
        transitions.add_result(
            theory=theory, by=scene.coordinator, kind="output", title="x", goal=GoalFactory()
        )


def test_an_offer_asks_every_active_party_that_decides(scene):
    theory = scene.offered()
    assert theory.state == TheoryState.FOR_CONSENT
    asked = set(theory.consents.values_list("party__organization__name", "stance"))
    assert asked == {("Dinas Kesehatan", "not_stated"), ("Dinas PU", "not_stated")}


def test_nothing_is_offered_without_a_link_or_without_anybody_to_ask(scene):
    empty = transitions.draft_theory(
        collaboration=scene.collaboration, by=scene.coordinator, summary="x"
    )
    with pytest.raises(Refused):
        transitions.offer(theory=empty, by=scene.coordinator)
    other = TheoryOfChangeFactory(collaboration=CollaborationFactory())
    steps = [ResultFactory(theory=other, kind=kind) for kind in ("action", "output")]
    transitions.link(
        theory=other, cause=steps[0], effect=steps[1], assumption="x", by=scene.coordinator
    )
    with pytest.raises(Refused):
        transitions.offer(theory=other, by=scene.coordinator)


def test_what_was_offered_is_changed_only_after_it_was_called_back(scene):
    theory = scene.offered()
    scene.states(theory, scene.health)
    with pytest.raises(Refused):
        transitions.add_result(theory=theory, by=scene.coordinator, kind="action", title="x")
    with pytest.raises(ValidationError):
        transitions.recall(theory=theory, by=scene.coordinator, reason=" ")
    back = transitions.recall(theory=theory, by=scene.coordinator, reason="Ada langkah kurang.")
    assert back.state == TheoryState.DRAFT
    assert not back.consents.exists()
    last = TheoryChange.objects.filter(theory=theory).order_by("pk").last()
    assert (last.from_state, last.to_state, last.note) == (
        "for_consent",
        "draft",
        "Ada langkah kurang.",
    )


def test_agreed_by_all_it_replaces_the_version_before(scene):
    first = scene.agreed()
    assert first.agreed_on
    second = scene.agreed()
    first.refresh_from_db()
    assert (first.state, second.state) == (TheoryState.SUPERSEDED, TheoryState.AGREED)
    moves = first.changes.filter(event=TheoryEvent.MOVED).order_by("pk")
    assert [row.to_state for row in moves] == ["for_consent", "agreed", "superseded"]


def test_silence_is_not_agreement(scene):
    theory = scene.offered()
    scene.states(theory, scene.health)
    with pytest.raises(Refused, match="Dinas PU"):
        transitions.agree(theory=theory, by=scene.coordinator)


def test_an_objection_stops_it(scene):
    theory = scene.offered()
    scene.states(theory, scene.health)
    scene.states(theory, scene.works, Stance.OBJECT, reason="Terlalu cepat.")
    with pytest.raises(Refused, match="Dinas PU"):
        transitions.agree(theory=theory, by=scene.coordinator)


def test_whoever_joined_since_counts_too(scene):
    theory = scene.offered()
    scene.states(theory, scene.health)
    scene.states(theory, scene.works)
    late, speaker = scene.joins("Dinas Sosial")
    with pytest.raises(Refused, match="Dinas Sosial"):
        transitions.agree(theory=theory, by=scene.coordinator)
    scene.states(theory, late, by=speaker)
    assert transitions.agree(theory=theory, by=scene.coordinator).state == TheoryState.AGREED


def test_whoever_left_is_not_waited_for(scene):
    theory = scene.offered()
    scene.states(theory, scene.health)
    scene.works.state = PartyState.PAUSED
    scene.works.save()
    assert transitions.agree(theory=theory, by=scene.coordinator).state == TheoryState.AGREED


def test_standing_aside_alone_agrees_on_nothing(scene):
    theory = scene.offered()
    scene.states(theory, scene.health, Stance.STAND_ASIDE)
    scene.states(theory, scene.works, Stance.STAND_ASIDE)
    with pytest.raises(Refused):
        transitions.agree(theory=theory, by=scene.coordinator)


def test_to_be_accepted_by_one_is_enough_where_the_others_stand_aside(scene):
    theory = scene.offered()
    scene.states(theory, scene.health, Stance.ACCEPT)
    scene.states(theory, scene.works, Stance.STAND_ASIDE)
    assert transitions.agree(theory=theory, by=scene.coordinator).state == TheoryState.AGREED


@pytest.mark.parametrize("verb", ["agree", "offer", "recall"])
def test_an_agreed_version_moves_no_more(scene, verb):
    theory = scene.agreed()
    extra = {"reason": "x"} if verb == "recall" else {}
    with pytest.raises(IllegalMove):
        getattr(transitions, verb)(theory=theory, by=scene.coordinator, **extra)


def test_nothing_is_written_in_a_closed_collaboration(scene):
    theory, _steps = scene.draft()
    scene.collaboration.state = CollaborationState.CLOSED
    scene.collaboration.ends_on = scene.collaboration.starts_on
    scene.collaboration.save()
    with pytest.raises(Refused):
        transitions.add_result(theory=theory, by=scene.coordinator, kind="action", title="x")
    with pytest.raises(Refused):
        transitions.draft_theory(collaboration=scene.collaboration, by=scene.coordinator)
