"""Shared goals from the proposal to the agreement, and to their end."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.engagement.states import DecisionState
from agreements.goals import transitions
from agreements.goals.kinds import GoalEvent
from agreements.goals.states import GoalState
from agreements.models import Goal
from collabgov.kit.errors import AlreadySaved, EditConflict, IllegalMove, Refused
from tests.agreements.goals.scenes import lines
from tests.factories.charter import PartyFactory, coordinator_of
from tests.factories.engagement import DecisionFactory
from tests.factories.goals import GoalFactory


def propose(scene, **fields):
    said = {"title": "Turunkan stunting", "lead": scene.health, **fields}
    return transitions.propose_goal(collaboration=scene.collaboration, by=scene.coordinator, **said)


def agreed(scene, **fields):
    return transitions.agree_goal(
        goal=propose(scene, **fields), by=scene.coordinator, decision=scene.decision()
    )


def test_a_goal_is_proposed_once_however_often_the_form_is_sent(scene):
    form = uuid4()
    goal = propose(scene, submission_id=form)
    assert propose(scene, submission_id=form) == goal
    assert lines(goal) == [(GoalEvent.PROPOSED, "")]
    with pytest.raises(AlreadySaved):
        propose(scene, submission_id=form, title="Lain")


def test_the_form_of_one_does_not_swallow_the_goal_of_another(scene):
    form = uuid4()
    mine = propose(scene, submission_id=form)
    other = coordinator_of(scene.collaboration)
    theirs = transitions.propose_goal(
        collaboration=scene.collaboration, by=other, submission_id=form, title="Turunkan stunting"
    )
    assert mine != theirs
    assert Goal.objects.count() == 2


def test_only_a_party_of_the_collaboration_leads_or_supports(scene):
    with pytest.raises(ValidationError) as refusal:
        propose(scene, lead=PartyFactory())
    assert refusal.value.error_dict.keys() == {"lead"}
    goal = propose(scene)
    with pytest.raises(ValidationError):
        transitions.add_support(goal=goal, party=PartyFactory(), by=scene.coordinator)


def test_a_goal_is_edited_and_an_older_form_is_told(scene):
    goal = propose(scene)
    said = {"goal": goal, "by": scene.coordinator, "version": 1}
    assert transitions.edit_goal(**said, title="Lain").title == "Lain"
    with pytest.raises(EditConflict):
        transitions.edit_goal(**said, title="Lain lagi")
    assert lines(goal)[-1][0] == GoalEvent.EDITED


def test_who_takes_the_lead_is_no_longer_a_supporter(scene):
    goal = propose(scene)
    transitions.add_support(goal=goal, party=scene.works, by=scene.coordinator)
    transitions.edit_goal(goal=goal, by=scene.coordinator, version=1, lead=scene.works)
    assert not goal.supports.exists()


def test_the_parties_agree_by_a_decision(scene):
    goal, decision = propose(scene), scene.decision()
    agreed = transitions.agree_goal(goal=goal, by=scene.coordinator, decision=decision)
    assert (agreed.state, agreed.decision) == (GoalState.AGREED, decision)
    assert agreed.agreed_on == decision.meeting.held_on
    last = goal.changes.order_by("pk").last()
    assert (last.event, last.from_state, last.to_state) == (GoalEvent.MOVED, "proposed", "agreed")


@pytest.mark.parametrize(
    "decision",
    [
        lambda scene: None,
        lambda scene: DecisionFactory(),
        lambda scene: scene.decision(state=DecisionState.REVOKED),
        lambda scene: scene.decision(state=DecisionState.PROPOSED),
    ],
)
def test_only_a_decision_of_this_collaboration_that_holds_counts(scene, decision):
    goal = propose(scene)
    with pytest.raises(ValidationError) as refusal:
        transitions.agree_goal(goal=goal, by=scene.coordinator, decision=decision(scene))
    assert refusal.value.error_dict.keys() == {"decision"}
    goal.refresh_from_db()
    assert goal.state == GoalState.PROPOSED


def test_the_day_of_the_agreement_is_not_before_the_decision_nor_to_come(scene):
    goal, decision = propose(scene), scene.decision()
    for day in (decision.meeting.held_on - timedelta(1), timezone.localdate() + timedelta(1)):
        with pytest.raises(ValidationError):
            transitions.agree_goal(goal=goal, by=scene.coordinator, decision=decision, on=day)


def test_without_a_lead_nothing_is_agreed(scene):
    goal = propose(scene, lead=None)
    with pytest.raises(Refused):
        transitions.agree_goal(goal=goal, by=scene.coordinator, decision=scene.decision())


def test_a_goal_is_closed_taken_up_again_and_dropped_each_with_a_reason(scene):
    goal = agreed(scene)
    for verb, state in (
        (transitions.close_goal, GoalState.CLOSED),
        (transitions.reopen_goal, GoalState.AGREED),
        (transitions.drop_goal, GoalState.DROPPED),
    ):
        with pytest.raises(ValidationError):
            verb(goal=goal, by=scene.coordinator, reason="")
        assert verb(goal=goal, by=scene.coordinator, reason="Sebab").state == state
        assert goal.changes.order_by("pk").last().note == "Sebab"


def test_moves_that_do_not_follow_are_refused(scene):
    by, reason = scene.coordinator, "x"
    proposed = propose(scene)
    dropped = GoalFactory(collaboration=scene.collaboration, state=GoalState.DROPPED)
    for verb, goal in (
        (transitions.close_goal, proposed),
        (transitions.reopen_goal, proposed),
        (transitions.reopen_goal, dropped),
        (transitions.drop_goal, dropped),
    ):
        with pytest.raises(IllegalMove):
            verb(goal=goal, by=by, reason=reason)
    with pytest.raises(IllegalMove):
        transitions.agree_goal(goal=agreed(scene), by=by, decision=scene.decision())
    closed = transitions.close_goal(goal=agreed(scene), by=by, reason=reason)
    with pytest.raises(IllegalMove):
        transitions.agree_goal(goal=closed, by=by, decision=scene.decision())


def test_nothing_of_a_closed_or_dropped_goal_changes(scene):
    goal = transitions.drop_goal(goal=propose(scene), by=scene.coordinator, reason="x")
    with pytest.raises(Refused):
        transitions.edit_goal(goal=goal, by=scene.coordinator, version=2, title="x")
    with pytest.raises(Refused):
        transitions.add_support(goal=goal, party=scene.works, by=scene.coordinator)
    with pytest.raises(Refused):
        transitions.add_indicator(goal=goal, by=scene.coordinator, name="x")


def test_what_a_party_contributes_is_edited_and_an_older_form_is_told(scene):
    goal = propose(scene)
    row = transitions.add_support(goal=goal, party=scene.works, by=scene.coordinator)
    again = transitions.add_support(goal=goal, party=scene.works, by=scene.coordinator)
    assert again == row  # a double click
    said = {"support": row, "by": scene.coordinator, "version": 1}
    assert transitions.edit_support(**said, role=" Air bersih ").role == "Air bersih"
    last = goal.changes.order_by("pk").last()
    assert (last.event, last.subject, last.note) == (
        GoalEvent.SUPPORT_EDITED,
        str(scene.works),
        "Air bersih",
    )
    with pytest.raises(EditConflict):
        transitions.edit_support(**said, role="Data")
    transitions.drop_goal(goal=goal, by=scene.coordinator, reason="x")
    with pytest.raises(Refused):
        transitions.edit_support(support=row, by=scene.coordinator, version=2, role="Data")


def test_an_agreed_goal_keeps_a_lead(scene):
    goal = agreed(scene)
    with pytest.raises(ValidationError) as refusal:
        transitions.edit_goal(goal=goal, by=scene.coordinator, version=goal.version, lead=None)
    assert [error.code for error in refusal.value.error_dict["__all__"]] == ["lead"]


def test_a_party_supports_once_and_not_what_it_leads(scene):
    goal = propose(scene)
    row = transitions.add_support(
        goal=goal, party=scene.works, by=scene.coordinator, role="Air bersih"
    )
    with pytest.raises(ValidationError):
        transitions.add_support(goal=goal, party=scene.works, by=scene.coordinator)
    with pytest.raises(ValidationError):
        transitions.add_support(goal=goal, party=scene.health, by=scene.coordinator)
    transitions.remove_support(support=row, by=scene.coordinator)
    assert [event for event, _about in lines(goal)[-2:]] == [
        GoalEvent.SUPPORT_ADDED,
        GoalEvent.SUPPORT_REMOVED,
    ]
