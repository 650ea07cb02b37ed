"""Two records of one organization: what becomes of the goals, plans and positions of both."""

import pytest

from actors.duplicates.transitions import merge
from agreements.charter.stances import Stance
from agreements.models import GoalSupport, PlanAlignment
from tests.factories.actors import UserFactory
from tests.factories.goals import (
    GoalFactory,
    GoalSupportFactory,
    PlanAlignmentFactory,
)


@pytest.fixture
def merged(scene):
    """Dinas PU turns out to be Dinas Kesehatan."""

    def merged():
        keep, away = scene.health.organization, scene.works.organization
        admin = UserFactory(admin=True)
        merge(kind="organization", keep=keep.pk, away=away.pk, sides={}, by=admin)

    return merged


@pytest.mark.parametrize("roles", [("Air", "Data"), ("", "Data")])
def test_two_supports_become_one_that_says_what_either_said(scene, merged, roles):
    goal = GoalFactory(collaboration=scene.collaboration, lead=scene.asked)
    for party, role in zip((scene.health, scene.works), roles, strict=True):
        GoalSupportFactory(goal=goal, party=party, role=role)
    merged()
    row = GoalSupport.objects.get()
    assert (row.party, row.role) == (scene.health, roles[0] or roles[1])


@pytest.mark.parametrize("which", [0, 1])
def test_who_leads_and_supports_after_a_merge_is_told_once(client, scene, merged, sign_in, which):
    parties = [scene.health, scene.works]
    goal = GoalFactory(collaboration=scene.collaboration, lead=parties[which])
    GoalSupportFactory(goal=goal, party=parties[1 - which])
    other = GoalSupportFactory(goal=goal, party=scene.asked)
    merged()
    sign_in(scene.coordinator)
    page = client.get(goal.get_absolute_url())
    assert page.context["goal"].lead == scene.health
    assert page.context["supports"] == [other]


def test_one_plan_said_twice_becomes_one_that_says_more(scene, merged):
    goal = GoalFactory(collaboration=scene.collaboration, lead=scene.asked)
    said = {"goal": goal, "title": "Percepatan"}
    PlanAlignmentFactory(party=scene.health, **said)
    more = {"year_to": 2028, "place": "Tabel 2", "is_priority": True}
    PlanAlignmentFactory(party=scene.works, **said, **more)
    merged()
    row = PlanAlignment.objects.get()
    assert row.party == scene.health
    assert {name: getattr(row, name) for name in more} == more


@pytest.mark.parametrize(
    ("kept", "away", "stays"),
    [
        (Stance.SUPPORT, Stance.OBJECT, Stance.OBJECT),
        (Stance.OBJECT, Stance.SUPPORT, Stance.OBJECT),
        (Stance.SUPPORT, Stance.ACCEPT, Stance.SUPPORT),
        (None, Stance.ACCEPT, Stance.ACCEPT),
        (Stance.ACCEPT, None, Stance.ACCEPT),
        (None, Stance.OBJECT, Stance.OBJECT),
    ],
)
def test_an_objection_is_never_merged_away(scene, merged, kept, away, stays):
    theory = scene.offered()
    for party, stance in ((scene.health, kept), (scene.works, away)):
        if stance is not None:
            scene.states(theory, party, stance, reason=f"Kata {party.organization.name}.")
    merged()
    row = theory.consents.get()
    assert (row.party, row.stance) == (scene.health, stays)
    speaker = scene.health if kept == stays else scene.works
    assert row.reason == f"Kata {speaker.organization.name}."


def test_of_two_objections_both_reasons_stay_those_of_the_kept_record_first(scene, merged):
    theory = scene.offered()
    for party in (scene.health, scene.works):
        scene.states(theory, party, Stance.OBJECT, reason=f"Kata {party.organization.name}.")
    merged()
    reasons = theory.consents.get().reason.split("\n\n")
    assert reasons == ["Kata Dinas Kesehatan.", f"Kata {scene.works.organization.name}."]
