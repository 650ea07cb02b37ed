"""Forms offer what belongs here and still holds; pages offer what can be done now."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.charter.states import CollaborationState, PartyState
from agreements.engagement.states import DecisionState
from agreements.goals.states import GoalState, TheoryState
from agreements.models import Collaboration
from collabgov.kit.forms import LONGEST_REASON, LONGEST_TEXT
from tests.factories.charter import PartyFactory
from tests.factories.documents import DocumentFactory
from tests.factories.engagement import DecisionFactory
from tests.factories.goals import (
    GoalFactory,
    IndicatorFactory,
    PlanAlignmentFactory,
    ReportingDutyFactory,
    ResultFactory,
    TargetFactory,
    TheoryOfChangeFactory,
)

TODAY = timezone.localdate()


def url(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


@pytest.fixture
def goal(scene):
    return GoalFactory(collaboration=scene.collaboration, lead=scene.health)


@pytest.fixture
def indicator(goal):
    return IndicatorFactory(goal=goal)


@pytest.fixture
def offers(client, scene, sign_in):
    """What a field of a form offers to the coordinator."""
    sign_in(scene.coordinator)

    def offers(address, field):
        return set(client.get(address).context["form"].fields[field].queryset)

    return offers


@pytest.fixture
def shows(client, scene, sign_in):
    """Whether a page has a link to these addresses, for the coordinator."""
    sign_in(scene.coordinator)

    def shows(record, *addresses):
        text = client.get(record.get_absolute_url()).content.decode()
        return [f'"{address}"' in text for address in addresses]

    return shows


def close(scene):
    """The collaboration comes to its end."""
    Collaboration.objects.filter(pk=scene.collaboration.pk).update(
        state=CollaborationState.CLOSED, ends_on=TODAY
    )


def test_a_party_is_one_of_this_collaboration_today_or_the_one_chosen_before(
    scene, goal, indicator, offers
):
    PartyFactory()
    paused, _speaker = scene.joins("Dinas Sosial", state=PartyState.PAUSED)
    here = {scene.health, scene.works, scene.asked}
    for address, field in (
        (url("goal-edit", goal), "lead"),
        (url("goal-support-create", goal), "party"),
        (url("plan-create", goal), "party"),
        (url("duty-create", indicator), "party"),
    ):
        assert offers(address, field) == here
    plan = PlanAlignmentFactory(goal=goal, party=paused)
    assert offers(url("plan-edit", plan), "party") == {*here, paused}


def test_a_decision_is_one_of_this_collaboration_that_holds(scene, goal, indicator, offers):
    DecisionFactory()
    scene.decision(state=DecisionState.REVOKED)
    decision = scene.decision()
    TheoryOfChangeFactory(collaboration=scene.collaboration, agreed=True)
    for address in (
        url("goal-agree", goal),
        url("indicator-definition", indicator),
        url("baseline-create", indicator),
        url("target-create", indicator),
    ):
        assert offers(address, "decision") == {decision}


def test_a_goal_is_one_of_this_collaboration_that_was_not_dropped(scene, goal, offers):
    GoalFactory()
    dropped = GoalFactory(collaboration=scene.collaboration, state=GoalState.DROPPED)
    theory, steps = scene.draft()
    assert offers(url("result-create", theory), "goal") == {goal}
    steps[0].goal = dropped
    steps[0].save()
    assert offers(url("result-edit", steps[0]), "goal") == {goal, dropped}


def test_results_to_link_are_those_of_this_version(scene, offers):
    theory, steps = scene.draft()
    ResultFactory()
    for field in ("cause", "effect"):
        assert offers(url("result-link-create", theory), field) == set(steps)


def test_a_document_is_one_of_this_collaboration(scene, goal, offers):
    DocumentFactory()
    own = DocumentFactory(collaboration=scene.collaboration)
    assert offers(url("plan-create", goal), "document") == {own}


def test_silence_is_no_position_to_choose(client, scene, sign_in):
    theory = scene.offered()
    sign_in(scene.health_speaker)
    field = client.get(url("theory-position", theory)).context["form"].fields["stance"]
    assert [stance for stance, _words in field.choices] == [
        *("support", "accept", "stand_aside", "object"),
    ]


@pytest.mark.parametrize(
    ("name", "field", "most"),
    [
        ("theory-create", "summary", LONGEST_TEXT),
        ("goal-create", "description", LONGEST_TEXT),
        ("indicator-create", "definition", LONGEST_TEXT),
        ("indicator-create", "note", LONGEST_REASON),
        ("result-link-create", "assumption", LONGEST_REASON),
        ("result-link-edit", "assumption", LONGEST_REASON),
    ],
)
def test_a_text_has_a_longest_length(client, scene, goal, sign_in, name, field, most):
    theory, _steps = scene.draft()
    sign_in(scene.coordinator)
    record = {
        "indicator-create": goal,
        "result-link-create": theory,
        "result-link-edit": theory.links.first(),
    }.get(name, scene.collaboration)
    page = client.post(url(name, record), {field: "x" * (most + 1)})
    assert field in page.context["form"].errors
    page = client.post(url(name, record), {field: "x" * most})
    assert page.status_code == 302 or field not in page.context["form"].errors


def test_a_goal_offers_what_its_state_allows(scene, goal, shows):
    work = [url("goal-edit", goal), url("indicator-create", goal), url("plan-create", goal)]
    moves = [url(f"goal-{verb}", goal) for verb in ("agree", "close", "reopen", "drop")]
    assert shows(goal, *work, *moves) == [True] * 3 + [False, True, False, True]
    for state, offered in (
        (GoalState.PROPOSED, [True] * 3 + [True, False, False, True]),
        (GoalState.CLOSED, [False] * 3 + [False, False, True, False]),
        (GoalState.DROPPED, [False] * 7),
    ):
        type(goal).objects.filter(pk=goal.pk).update(state=state)
        assert shows(goal, *work, *moves) == offered
    type(goal).objects.filter(pk=goal.pk).update(state=GoalState.AGREED)
    close(scene)
    assert shows(goal, *work, *moves) == [False] * 7


def test_a_goal_stands_in_the_theory_that_is_agreed_before_the_draft(client, scene, goal, sign_in):
    sign_in(scene.coordinator)
    here = {"collaboration": scene.collaboration}
    draft = TheoryOfChangeFactory(**here)
    written = ResultFactory(theory=draft, goal=goal)

    def told():
        return client.get(goal.get_absolute_url()).context["results"]

    assert told() == [written]
    old = TheoryOfChangeFactory(agreed=True, **here)
    ResultFactory(theory=old, goal=goal)
    type(old).objects.filter(pk=old.pk).update(state=TheoryState.SUPERSEDED)
    assert told() == [written]
    agreed = ResultFactory(theory=TheoryOfChangeFactory(agreed=True, **here), goal=goal)
    assert told() == [agreed]


def test_an_indicator_offers_what_can_be_done_with_it(scene, goal, indicator, shows):
    names = ("indicator-edit", "baseline-create", "target-create", "indicator-definition")
    duty = ReportingDutyFactory(indicator=indicator)
    links = [*(url(name, indicator) for name in names), url("duty-edit", duty)]
    ends, revive = url("duty-end", duty), url("indicator-revive", indicator)
    assert shows(indicator, *links) == [True, True, False, False, True]  # no theory yet
    TheoryOfChangeFactory(collaboration=scene.collaboration, agreed=True)
    assert shows(indicator, *links) == [True, True, True, False, True]
    rows = type(indicator).objects.filter(pk=indicator.pk)
    rows.update(definition_agreed_on=None)
    assert shows(indicator, *links) == [True, True, False, True, True]
    rows.update(definition="")
    assert shows(indicator, *links) == [True, True, False, False, True]
    rows.update(definition="Anak.", definition_agreed_on=TODAY, is_retired=True)
    assert shows(indicator, *links, ends, revive) == [False] * 5 + [True, True]
    rows.update(is_retired=False)
    for state in (GoalState.CLOSED, GoalState.DROPPED):
        type(goal).objects.filter(pk=goal.pk).update(state=state)
        assert shows(indicator, *links, ends, revive) == [False] * 7
    type(goal).objects.filter(pk=goal.pk).update(state=GoalState.AGREED)
    close(scene)
    assert shows(indicator, *links, ends, revive) == [False] * 7


def test_a_theory_offers_what_its_state_allows(client, scene, shows):
    theory, steps = scene.draft()
    link = theory.links.first()
    change = [url("theory-edit", theory), url("result-create", theory)]
    change += [url("result-edit", steps[0]), url("result-link-edit", link)]
    anew, back = url("theory-create", scene.collaboration), url("theory-recall", theory)
    offer, agree = (
        reverse("agreements:theory-move", args=[theory.pk, verb]) for verb in ("offer", "agree")
    )
    links = [*change, offer, back, agree, anew]
    assert shows(theory, *links) == [True] * 5 + [False] * 3
    client.post(offer)
    assert shows(theory, *links) == [False] * 5 + [True, False, False]
    scene.states(theory, scene.health, "stand_aside")
    scene.states(theory, scene.works, "stand_aside")
    assert shows(theory, *links) == [False] * 5 + [True, False, False]
    scene.states(theory, scene.works)
    assert shows(theory, *links) == [False] * 5 + [True, True, False]
    late, _speaker = scene.joins("Dinas Sosial")
    assert shows(theory, *links) == [False] * 5 + [True, False, False]
    late.state = PartyState.PAUSED
    late.save()
    client.post(agree)
    assert shows(theory, *links) == [False] * 7 + [True]
    TheoryOfChangeFactory(collaboration=scene.collaboration)
    assert shows(theory, *links) == [False] * 8
    type(theory).objects.exclude(pk=theory.pk).delete()
    close(scene)
    assert shows(theory, *links) == [False] * 8


def test_a_closed_collaboration_begins_no_theory(client, scene, shows):
    address = url("collaboration-theory", scene.collaboration)
    begin = url("theory-create", scene.collaboration)
    shows(scene.collaboration)  # signs in
    assert begin in client.get(address).content.decode()
    close(scene)
    assert begin not in client.get(address).content.decode()


def test_whom_the_coordinator_may_speak_for(client, scene, shows):
    theory = scene.offered()
    position = url("theory-position", theory)
    own, other = (f"{position}?party={party.pk}" for party in (scene.health, scene.works))
    assert shows(theory, own, other) == [True, True]
    scene.states(theory, scene.health)
    consent = scene.states(theory, scene.works, by=scene.coordinator)
    assert shows(theory, own, other) == [False, True]
    scene.works.state = PartyState.PAUSED
    scene.works.save()
    assert shows(theory, own, other) == [False, False]
    assert url("theory-consent-confirm", consent)
    page = client.get(theory.get_absolute_url())
    assert page.context["waiting"] == []
    assert page.context["objections"] == []


def test_an_objection_before_the_agreement_is_waited_for_not_told_twice(client, scene, shows):
    theory = scene.offered()
    scene.states(theory, scene.health, "object", reason="Belum.")
    shows(theory)
    page = client.get(theory.get_absolute_url())
    assert len(page.context["waiting"]) == 2
    assert page.context["objections"] == []


def test_what_is_set_is_told_by_what_counts(client, goal, indicator, shows):
    target = TargetFactory(indicator=indicator)
    shows(goal)
    page = client.get(goal.get_absolute_url())
    assert [(row.has_baseline, row.has_target) for row in page.context["indicators"]] == [
        (False, True)
    ]
    target.is_current = False
    target.save()
    page = client.get(goal.get_absolute_url())
    assert not page.context["indicators"][0].has_target


def test_a_duty_of_tomorrow_is_called_off_and_one_of_today_ended(indicator, shows):
    today = ReportingDutyFactory(indicator=indicator, starts_on=TODAY, ends_on=TODAY)
    ahead = ReportingDutyFactory(indicator=indicator, starts_on=TODAY + timedelta(1))
    for duty, offered in ((today, [True, False]), (ahead, [False, True])):
        assert shows(indicator, url("duty-end", duty), url("duty-call-off", duty)) == offered
