"""Guards of theories, goals, plans and duties that no other test would miss."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from agreements.charter.kinds import Voice
from agreements.charter.stances import Stance
from agreements.charter.states import CollaborationState, PartyState
from agreements.goals import transitions
from agreements.goals.kinds import GoalEvent
from agreements.goals.states import TheoryState
from agreements.models import Collaboration, Result, ResultLink
from collabgov.kit.errors import Refused
from tests.agreements.goals.scenes import lines
from tests.factories.actors import RegionFactory, UserFactory
from tests.factories.charter import PartyFactory, RepresentativeFactory, coordinator_of
from tests.factories.documents import DocumentFactory
from tests.factories.goals import (
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    PlanAlignmentFactory,
    ReportingDutyFactory,
    ResultFactory,
    TargetFactory,
    TheoryOfChangeFactory,
)

TODAY = timezone.localdate()
TOMORROW = TODAY + timedelta(1)
PLAN = {"plan": "renja", "title": "Percepatan", "year_from": 2026, "year_to": 2026}


@pytest.fixture
def goal(scene):
    return GoalFactory(collaboration=scene.collaboration, lead=scene.health)


@pytest.fixture
def indicator(goal):
    return IndicatorFactory(goal=goal)


def pauses(party):
    party.state = PartyState.PAUSED
    party.save()


def end(scene):
    rows = Collaboration.objects.filter(pk=scene.collaboration.pk)
    rows.update(state=CollaborationState.CLOSED, ends_on=scene.collaboration.starts_on)


# Theories of change.
def test_nothing_of_an_offered_text_is_changed_or_taken_out(scene):
    theory, steps = scene.draft()
    by, link = scene.coordinator, theory.links.first()
    transitions.offer(theory=theory, by=by)
    for change in (
        lambda: transitions.edit_theory(theory=theory, by=by, version=2, summary="Lain."),
        lambda: transitions.edit_result(result=steps[0], by=by, version=1, title="Lain"),
        lambda: transitions.remove_result(result=steps[0], by=by),
        lambda: transitions.unlink(link=link, by=by),
    ):
        with pytest.raises(Refused):
            change()
    assert (Result.objects.count(), ResultLink.objects.count()) == (3, 2)


def test_a_result_is_not_edited_to_stand_for_a_goal_of_another_collaboration(scene):
    _theory, steps = scene.draft()
    with pytest.raises(ValidationError) as refusal:
        transitions.edit_result(
            result=steps[0], by=scene.coordinator, version=1, goal=GoalFactory()
        )
    assert refusal.value.error_dict.keys() == {"goal"}


def test_what_others_agreed_elsewhere_stays_agreed(scene):
    elsewhere = TheoryOfChangeFactory(agreed=True)
    scene.agreed()
    elsewhere.refresh_from_db()
    assert elsewhere.state == TheoryState.AGREED


def test_what_is_open_elsewhere_stops_no_draft_and_lends_it_nothing(scene):
    TheoryOfChangeFactory()
    elsewhere = TheoryOfChangeFactory(agreed=True)
    ResultFactory(theory=elsewhere)
    theory = transitions.draft_theory(
        collaboration=scene.collaboration, by=scene.coordinator, summary="Bila, maka."
    )
    assert theory.order == 1
    assert not theory.results.exists()


def test_a_theory_is_not_agreed_nor_a_position_stated_on_a_day_to_come(scene):
    theory = scene.offered()
    said = {"theory": theory, "party": scene.health, "by": scene.health_speaker}
    with pytest.raises(ValidationError) as refusal:
        transitions.state_position(**said, stance=Stance.SUPPORT, on=TOMORROW)
    assert refusal.value.error_dict.keys() == {"stated_on"}
    scene.states(theory, scene.health)
    scene.states(theory, scene.works)
    with pytest.raises(ValidationError) as refusal:
        transitions.agree(theory=theory, by=scene.coordinator, on=TOMORROW)
    assert refusal.value.error_dict.keys() == {"agreed_on"}


def test_a_position_that_was_called_back_is_not_confirmed(scene):
    theory = scene.offered()
    consent = scene.states(theory, scene.health, by=scene.coordinator)
    transitions.recall(theory=theory, by=scene.coordinator, reason="Kurang.")
    transitions.offer(theory=theory, by=scene.coordinator)
    with pytest.raises(Refused):
        transitions.confirm_position(consent=consent, by=scene.health_speaker)


def test_a_colleague_does_not_confirm_what_the_party_said_itself(scene):
    theory = scene.offered()
    consent = scene.states(theory, scene.health)
    colleague = UserFactory(organization=scene.health.organization)
    RepresentativeFactory(party=scene.health, person=colleague.person)
    with pytest.raises(Refused):
        transitions.confirm_position(consent=consent, by=colleague)


def test_of_two_who_speak_for_one_party_the_later_word_counts_once(scene):
    theory = scene.offered()
    scene.states(theory, scene.health, by=scene.coordinator)
    scene.states(theory, scene.health, Stance.ACCEPT)
    assert theory.consents.get(party=scene.health).stance == Stance.ACCEPT


def test_on_a_past_day_those_are_asked_who_took_part_then(scene):
    theory, _steps = scene.draft()
    late, _speaker = scene.joins("Dinas Sosial", starts_on=TODAY - timedelta(3))
    then = TODAY - timedelta(9)
    theory = transitions.offer(theory=theory, by=scene.coordinator, on=then)
    assert late not in {row.party for row in theory.consents.all()}
    said = {"theory": theory, "by": scene.coordinator, "stance": Stance.SUPPORT, "on": then}
    with pytest.raises(ValidationError) as refusal:
        transitions.state_position(party=late, **said)
    assert refusal.value.error_dict.keys() == {"party"}
    for party in (scene.health, scene.works):
        transitions.state_position(party=party, **said)
    agreed = transitions.agree(theory=theory, by=scene.coordinator, on=then)
    assert (agreed.state, agreed.agreed_on) == (TheoryState.AGREED, then)


def test_the_reason_of_a_position_is_kept_without_blanks(scene):
    theory = scene.offered()
    consent = scene.states(theory, scene.health, reason=" Sudah jelas. ")
    assert consent.reason == "Sudah jelas."


def test_who_decides_elsewhere_or_did_so_once_is_not_asked_here(client, scene, sign_in):
    theory = scene.offered()
    here = {"collaboration": scene.collaboration}
    PartyFactory(organization=scene.asked.organization)  # decides there
    address = reverse("agreements:theory-position", args=[theory.pk])
    sign_in(scene.asked_speaker)
    assert client.get(address).status_code == 403
    scene.works.state, scene.works.ends_on = PartyState.LEFT, TODAY - timedelta(1)
    scene.works.save()
    again = PartyFactory(
        organization=scene.works.organization, voice=Voice.CONSULTED, starts_on=TODAY, **here
    )
    RepresentativeFactory(party=again, person=scene.works_speaker.person)
    sign_in(scene.works_speaker)
    assert client.get(address).status_code == 403


@pytest.mark.usefixtures("in_english")
def test_a_result_that_leads_to_itself_is_told_so_in_plain_words(scene):
    theory, steps = scene.draft()
    said = {"theory": theory, "assumption": "x", "by": scene.coordinator}
    with pytest.raises(ValidationError) as refusal:
        transitions.link(cause=steps[0], effect=steps[0], **said)
    assert "circle" not in str(refusal.value)


# Goals, their supporters and plans.
def test_a_form_of_one_that_another_edited_proposes_the_goal_of_the_other(scene):
    form, other = uuid4(), coordinator_of(scene.collaboration)
    said = {"collaboration": scene.collaboration, "title": "Air", "submission_id": form}
    mine = transitions.propose_goal(by=scene.coordinator, **said)
    transitions.edit_goal(goal=mine, by=other, version=1, description="Lebih jelas.")
    assert transitions.propose_goal(by=other, **said) != mine


def test_who_takes_no_part_today_is_given_nothing(scene, goal, indicator):
    pauses(scene.works)
    by, party = scene.coordinator, scene.works
    plan = PlanAlignmentFactory(goal=goal)
    for give in (
        lambda: transitions.edit_goal(goal=goal, by=by, version=1, lead=party),
        lambda: transitions.add_support(goal=goal, party=party, by=by),
        lambda: transitions.align(goal=goal, party=party, by=by, **PLAN),
        lambda: transitions.edit_alignment(alignment=plan, by=by, version=1, party=party),
        lambda: transitions.give_duty(indicator=indicator, party=party, by=by, starts_on=TODAY),
    ):
        with pytest.raises(ValidationError) as refusal:
            give()
        assert refusal.value.error_dict.keys() <= {"party", "lead"}


def test_who_has_something_keeps_it_after_leaving(scene, goal, indicator):
    plan = PlanAlignmentFactory(goal=goal, party=scene.works)
    pauses(scene.works)
    pauses(scene.health)
    by = scene.coordinator
    said = {"party": scene.works, "place": "Tabel 2"}
    assert transitions.edit_alignment(alignment=plan, by=by, version=1, **said).place == "Tabel 2"
    duty = ReportingDutyFactory(indicator=indicator)
    said = {"party": duty.party, "days_after": 3}
    assert transitions.edit_duty(duty=duty, by=by, version=1, **said).days_after == 3
    said = {"lead": scene.health, "title": "Lain"}
    assert transitions.edit_goal(goal=goal, by=by, version=1, **said).title == "Lain"


def test_a_plan_is_not_edited_to_name_a_document_of_others(scene, goal):
    plan = PlanAlignmentFactory(goal=goal)
    with pytest.raises(ValidationError) as refusal:
        transitions.edit_alignment(
            alignment=plan, by=scene.coordinator, version=1, document=DocumentFactory()
        )
    assert refusal.value.error_dict.keys() == {"document"}


def test_nothing_that_hangs_on_a_closed_goal_moves(scene, goal, indicator):
    by, party = scene.coordinator, scene.works
    plan = PlanAlignmentFactory(goal=goal)
    support = transitions.add_support(goal=goal, party=party, by=by)
    target = TargetFactory(indicator=indicator)
    retired = IndicatorFactory(goal=goal, is_retired=True)
    transitions.close_goal(goal=goal, by=by, reason="Tercapai.")
    decision = scene.decision()
    for move in (
        lambda: transitions.align(goal=goal, party=party, by=by, **PLAN),
        lambda: transitions.edit_alignment(alignment=plan, by=by, version=1, place="x"),
        lambda: transitions.unalign(alignment=plan, by=by),
        lambda: transitions.remove_support(support=support, by=by),
        lambda: transitions.edit_indicator(indicator=indicator, by=by, version=1, note="x"),
        lambda: transitions.agree_definition(indicator=indicator, by=by, decision=decision),
        lambda: transitions.retire_indicator(indicator=indicator, by=by, reason="x"),
        lambda: transitions.revive_indicator(indicator=retired, by=by),
        lambda: transitions.drop_target(target=target, by=by, reason="x"),
        lambda: transitions.give_duty(indicator=indicator, party=party, by=by, starts_on=TODAY),
    ):
        with pytest.raises(Refused):
            move()


# Indicators and duties.
def test_a_definition_that_was_never_agreed_is_not_open_again(scene, goal):
    bare = IndicatorFactory(goal=goal, definition_agreed_on=None)
    transitions.edit_indicator(indicator=bare, by=scene.coordinator, version=1, unit="rumah")
    assert [event for event, _about in lines(goal)] == [GoalEvent.INDICATOR_EDITED]


def test_a_target_lets_all_be_edited_but_an_emptied_definition(scene, indicator):
    TargetFactory(indicator=indicator)
    said = {"definition": indicator.definition, "note": "x"}
    by = {"indicator": indicator, "by": scene.coordinator}
    assert transitions.edit_indicator(version=1, **by, **said).note == "x"
    with pytest.raises(ValidationError) as refusal:
        transitions.edit_indicator(version=2, **by, definition=" ")
    assert refusal.value.error_dict.keys() == {"definition"}


@pytest.mark.parametrize("values", [TargetFactory, MeasurementFactory])
def test_targets_and_measurements_keep_the_unit_too(scene, indicator, values):
    values(indicator=indicator)
    with pytest.raises(ValidationError) as refusal:
        transitions.edit_indicator(indicator=indicator, by=scene.coordinator, version=1, unit="x")
    assert refusal.value.error_dict.keys() == {"unit"}


def test_a_definition_is_agreed_neither_before_the_decision_nor_on_a_day_to_come(scene, goal):
    bare, decision = IndicatorFactory(goal=goal, definition_agreed_on=None), scene.decision()
    for day in (decision.meeting.held_on - timedelta(1), TOMORROW):
        with pytest.raises(ValidationError) as refusal:
            transitions.agree_definition(
                indicator=bare, by=scene.coordinator, decision=decision, on=day
            )
        assert refusal.value.error_dict.keys() == {"agreed_on"}


def test_an_indicator_out_of_use_gets_no_duty_but_rid_of_one(scene, indicator):
    by = scene.coordinator
    duty = ReportingDutyFactory(indicator=indicator)
    ahead = ReportingDutyFactory(indicator=indicator, starts_on=TOMORROW, region=RegionFactory())
    transitions.retire_indicator(indicator=indicator, by=by, reason="Sulit.")
    with pytest.raises(Refused):
        transitions.give_duty(indicator=indicator, party=scene.works, by=by, starts_on=TODAY)
    transitions.end_duty(duty=duty, by=by, version=1)
    transitions.call_off_duty(duty=ahead, by=by)
    assert list(indicator.duties.values_list("ends_on", flat=True)) == [TODAY]


def test_in_a_closed_collaboration_no_duty_ends_or_is_called_off(scene, indicator):
    ahead = ReportingDutyFactory(indicator=indicator, starts_on=TOMORROW)
    end(scene)
    with pytest.raises(Refused):
        transitions.call_off_duty(duty=ahead, by=scene.coordinator)
    with pytest.raises(Refused):
        transitions.end_duty(duty=ahead, by=scene.coordinator, version=1, ends_on=TOMORROW)
    ahead.refresh_from_db()
    assert ahead.ends_on is None


def test_a_duty_may_end_on_its_first_day_and_today_unless_told(scene, indicator):
    duty = ReportingDutyFactory(indicator=indicator, starts_on=TODAY)
    ended = transitions.end_duty(duty=duty, by=scene.coordinator, version=1)
    assert ended.ends_on == TODAY
