"""In a closed collaboration no aim moves; and what another has changed meanwhile counts."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.charter.stances import Stance
from agreements.charter.states import CollaborationState
from agreements.goals import transitions as verbs
from agreements.goals.states import GoalState, TheoryState
from agreements.models import Collaboration, Goal, Indicator, Result, TheoryOfChange
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.factories.goals import (
    GoalFactory,
    IndicatorFactory,
    ResultFactory,
    TargetFactory,
)

TODAY = timezone.localdate()


@pytest.fixture
def goal(scene):
    return GoalFactory(collaboration=scene.collaboration, lead=scene.health)


def close(scene):
    rows = Collaboration.objects.filter(pk=scene.collaboration.pk)
    rows.update(state=CollaborationState.CLOSED, ends_on=scene.collaboration.starts_on)


def every_one_refused(tries):
    for name, verb in tries.items():
        with pytest.raises(Refused) as refusal:
            verb()
        assert not isinstance(refusal.value, IllegalMove | EditConflict), name


def test_no_theory_is_begun_in_a_closed_collaboration(scene):
    close(scene)
    said = {"collaboration": scene.collaboration, "by": scene.coordinator, "summary": "x"}
    every_one_refused({"draft": lambda: verbs.draft_theory(**said)})
    assert not TheoryOfChange.objects.exists()


def test_no_theory_moves_in_a_closed_collaboration(scene):
    theory = scene.offered()
    consent = scene.states(theory, scene.health, by=scene.coordinator)
    scene.states(theory, scene.works)
    close(scene)
    said = {"theory": theory, "by": scene.coordinator}
    every_one_refused(
        {
            "recall": lambda: verbs.recall(**said, reason="x"),
            "agree": lambda: verbs.agree(**said),
            "state": lambda: scene.states(theory, scene.works, Stance.ACCEPT),
            "confirm": lambda: verbs.confirm_position(consent=consent, by=scene.health_speaker),
        }
    )
    TheoryOfChange.objects.update(state=TheoryState.DRAFT)
    theory.consents.all().delete()
    every_one_refused(
        {
            "offer": lambda: verbs.offer(**said),
            "edit": lambda: verbs.edit_theory(**said, version=2, summary="x"),
        }
    )


def test_no_goal_moves_in_a_closed_collaboration(scene, goal):
    by, decision = scene.coordinator, scene.decision()
    said = {"goal": goal, "by": by}
    support = verbs.add_support(party=scene.works, **said)
    close(scene)
    here = {"collaboration": scene.collaboration, "by": by}
    every_one_refused(
        {
            "propose": lambda: verbs.propose_goal(**here, title="x"),
            "edit": lambda: verbs.edit_goal(**said, version=1, title="x"),
            "close": lambda: verbs.close_goal(**said, reason="x"),
            "drop": lambda: verbs.drop_goal(**said, reason="x"),
            "support": lambda: verbs.add_support(**said, party=scene.asked),
            "remove": lambda: verbs.remove_support(support=support, by=by),
            "add": lambda: verbs.add_indicator(**said, name="x", level="outcome", unit="x"),
        }
    )
    Goal.objects.update(state=GoalState.CLOSED)
    every_one_refused({"reopen": lambda: verbs.reopen_goal(**said, reason="x")})
    Goal.objects.update(state=GoalState.PROPOSED)
    every_one_refused({"agree": lambda: verbs.agree_goal(**said, decision=decision)})


def test_no_indicator_moves_in_a_closed_collaboration(scene, goal):
    by, decision = scene.coordinator, scene.decision()
    indicator = IndicatorFactory(goal=goal)
    target = TargetFactory(indicator=indicator)
    close(scene)
    said = {"indicator": indicator, "by": by}
    number = {"value": Decimal(1), "decision": decision}
    every_one_refused(
        {
            "edit": lambda: verbs.edit_indicator(**said, version=1, note="x"),
            "agree": lambda: verbs.agree_definition(**said, decision=decision),
            "retire": lambda: verbs.retire_indicator(**said, reason="x"),
            "baseline": lambda: verbs.set_baseline(**said, **number, as_of=TODAY),
            "target": lambda: verbs.set_target(**said, **number, due_on=TODAY),
            "drop": lambda: verbs.drop_target(target=target, by=by, reason="x"),
            "duty": lambda: verbs.give_duty(**said, party=scene.works, starts_on=TODAY),
        }
    )
    Indicator.objects.update(is_retired=True)
    every_one_refused({"revive": lambda: verbs.revive_indicator(**said)})


def test_whoever_read_the_record_earlier_does_not_move_it_twice(scene, goal):
    by, before = scene.coordinator, Goal.objects.get(pk=goal.pk)
    assert verbs.close_goal(goal=goal, by=by, reason="Tercapai.").version == before.version + 1
    with pytest.raises(Refused):
        verbs.drop_goal(goal=before, by=by, reason="x")
    with pytest.raises(Refused):
        verbs.edit_goal(goal=before, by=by, version=1, title="x")
    with pytest.raises(Refused):
        verbs.add_indicator(goal=before, by=by, name="x", level="outcome", unit="x")


@pytest.mark.parametrize("verb", ["edit_indicator", "agree_definition", "retire_indicator"])
def test_whoever_read_the_indicator_earlier_does_not_change_what_was_retired(scene, goal, verb):
    indicator = IndicatorFactory(goal=goal)
    before = Indicator.objects.get(pk=indicator.pk)
    verbs.retire_indicator(indicator=indicator, by=scene.coordinator, reason="Sulit.")
    more = {
        "edit_indicator": {"version": 1, "note": "x"},
        "agree_definition": {"decision": scene.decision()},
        "retire_indicator": {"reason": "x"},
    }[verb]
    with pytest.raises(Refused) as refusal:
        getattr(verbs, verb)(indicator=before, by=scene.coordinator, **more)
    assert not isinstance(refusal.value, EditConflict)


def test_whoever_read_a_result_or_link_earlier_is_told(scene):
    theory, steps = scene.draft()
    by, step, link = scene.coordinator, steps[0], theory.links.first()
    old_step, old_link = Result.objects.get(pk=step.pk), type(link).objects.get(pk=link.pk)
    verbs.edit_result(result=step, by=by, version=1, title="Baru")
    verbs.edit_link(link=link, by=by, version=1, assumption="Baru.")
    with pytest.raises(EditConflict):
        verbs.edit_result(result=old_step, by=by, version=1, title="Lain")
    with pytest.raises(EditConflict):
        verbs.edit_link(link=old_link, by=by, version=1, assumption="Lain.")


@pytest.mark.usefixtures("in_english")
def test_two_results_are_linked_by_what_they_are_now(scene):
    theory, steps = scene.draft()
    alone = ResultFactory(theory=theory, kind="action")
    before = Result.objects.get(pk=alone.pk)
    verbs.edit_result(result=alone, by=scene.coordinator, version=1, kind="impact")
    said = {"theory": theory, "assumption": "x", "by": scene.coordinator}
    with pytest.raises(ValidationError, match="cannot lead back"):
        verbs.link(cause=before, effect=steps[0], **said)


def test_a_theory_read_before_it_moved_does_not_move_twice(scene):
    theory, _steps = scene.draft()
    draft = TheoryOfChange.objects.get(pk=theory.pk)
    offered = verbs.offer(theory=theory, by=scene.coordinator)
    assert offered.version == draft.version + 1  # a form that was opened before is older now
    with pytest.raises(IllegalMove):
        verbs.offer(theory=draft, by=scene.coordinator)
    with pytest.raises(Refused):
        verbs.add_result(theory=draft, by=scene.coordinator, kind="action", title="x")
    old = TheoryOfChange.objects.get(pk=theory.pk)
    scene.states(theory, scene.health)
    scene.states(theory, scene.works)
    verbs.agree(theory=offered, by=scene.coordinator)
    for verb, more in ((verbs.recall, {"reason": "x"}), (verbs.agree, {})):
        with pytest.raises(IllegalMove):
            verb(theory=old, by=scene.coordinator, **more)
    with pytest.raises(Refused):
        scene.states(old, scene.works, Stance.STAND_ASIDE)


def test_a_duty_read_before_it_was_edited_is_not_ended_by_the_older_form(scene, goal):
    duty = verbs.give_duty(
        indicator=IndicatorFactory(goal=goal),
        party=scene.health,
        by=scene.coordinator,
        starts_on=TODAY - timedelta(9),
    )
    before = type(duty).objects.get(pk=duty.pk)
    verbs.edit_duty(duty=duty, by=scene.coordinator, version=1, days_after=3)
    with pytest.raises(EditConflict):
        verbs.end_duty(duty=before, by=scene.coordinator, version=1)
