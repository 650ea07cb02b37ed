"""Whose word the page of a theory still waits for, and what pages of aims offer to whom."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.charter.kinds import Voice
from agreements.charter.stances import Stance
from agreements.charter.states import PartyState
from agreements.goals import transitions
from tests.factories.charter import PartyFactory, RepresentativeFactory, member_of
from tests.factories.goals import (
    BaselineFactory,
    GoalFactory,
    IndicatorFactory,
    ReportingDutyFactory,
)


def url(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def pauses(party):
    party.state = PartyState.PAUSED
    party.save()


@pytest.fixture
def page(client, scene, sign_in):
    """The page of a theory, for the coordinator."""
    sign_in(scene.coordinator)
    return lambda theory: client.get(theory.get_absolute_url())


def test_who_was_silent_and_left_is_not_waited_for(scene, page):
    theory = scene.offered()
    scene.states(theory, scene.health)
    pauses(scene.works)
    context = page(theory).context
    assert context["waiting"] == []
    assert context["may_agree"]


def test_the_support_of_who_left_carries_nothing(scene, page):
    theory = scene.offered()
    scene.states(theory, scene.health)
    scene.states(theory, scene.works, Stance.STAND_ASIDE)
    assert page(theory).context["may_agree"]
    pauses(scene.health)
    assert not page(theory).context["may_agree"]


def test_nobody_is_offered_to_confirm_the_own_word(scene, page):
    theory = scene.offered()
    consent = scene.states(theory, scene.health, by=scene.coordinator)
    RepresentativeFactory(party=scene.health, person=scene.coordinator.person)
    text = page(theory).content.decode()
    assert f"{url('theory-position', theory)}?party={scene.health.pk}" in text
    assert url("theory-consent-confirm", consent) not in text


def test_nobody_but_the_party_is_offered_to_put_right_what_was_agreed(scene, page, client):
    theory = scene.offered()
    consent = scene.states(theory, scene.health, by=scene.coordinator)
    scene.states(theory, scene.works)
    position = f"{url('theory-position', theory)}?party={scene.health.pk}"
    assert position in page(theory).content.decode()
    transitions.agree(theory=theory, by=scene.coordinator)
    text = page(theory).content.decode()
    assert position not in text
    assert url("theory-consent-confirm", consent) not in text


def test_a_draft_asks_nobody_yet(scene, page):
    theory, _steps = scene.draft()
    assert page(theory).context["positions"] == []


def test_who_only_reads_is_offered_no_move(client, scene, sign_in):
    theory = scene.offered()
    scene.states(theory, scene.health)
    scene.states(theory, scene.works)
    goal = GoalFactory(collaboration=scene.collaboration, lead=scene.health)
    sign_in(member_of(scene.collaboration))
    context = client.get(theory.get_absolute_url()).context
    assert not context["may_agree"]
    assert not any(row.may_state or row.may_confirm for row in context["positions"])
    assert client.get(goal.get_absolute_url()).context["moves"] == ()


def test_a_party_that_came_back_to_be_heard_only_confirms_nothing_of_before(client, scene, sign_in):
    theory = scene.offered()
    consent = scene.states(theory, scene.works, by=scene.coordinator)
    today = timezone.localdate()
    scene.works.state, scene.works.ends_on = PartyState.LEFT, today - timedelta(1)
    scene.works.save()
    again = PartyFactory(
        collaboration=scene.collaboration,
        organization=scene.works.organization,
        voice=Voice.CONSULTED,
        starts_on=today,
    )
    RepresentativeFactory(party=again, person=scene.works_speaker.person)
    sign_in(scene.works_speaker)
    text = client.get(theory.get_absolute_url()).content.decode()
    assert url("theory-consent-confirm", consent) not in text


def test_only_a_baseline_that_counts_is_told(client, scene, sign_in):
    indicator = IndicatorFactory(
        goal=GoalFactory(collaboration=scene.collaboration, lead=scene.health)
    )
    baseline = BaselineFactory(indicator=indicator)
    sign_in(scene.coordinator)

    def told():
        rows = client.get(indicator.goal.get_absolute_url()).context["indicators"]
        return [row.has_baseline for row in rows]

    assert told() == [True]
    type(baseline).objects.update(is_current=False)
    assert told() == [False]
    context = client.get(indicator.get_absolute_url()).context
    assert (context["baselines"], context["older_baselines"]) == ([], [baseline])


def test_of_duties_that_are_over_nobody_is_called_gone(client, scene, sign_in):
    goal = GoalFactory(collaboration=scene.collaboration, lead=scene.health)
    day = timezone.localdate() - timedelta(1)
    duty = ReportingDutyFactory(indicator__goal=goal, ends_on=day)
    pauses(scene.health)
    sign_in(scene.coordinator)
    context = client.get(duty.indicator.get_absolute_url()).context
    assert context["duties"] == []
    assert [row.absence for row in context["former_duties"]] == [""]
