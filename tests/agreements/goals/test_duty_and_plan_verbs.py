"""Who owes an indicator's values, and which plans carry a goal."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.goals import transitions
from agreements.goals.kinds import GoalEvent
from collabgov.kit.errors import EditConflict, Refused
from tests.agreements.goals.scenes import lines
from tests.factories.actors import RegionFactory
from tests.factories.charter import PartyFactory
from tests.factories.documents import DocumentFactory
from tests.factories.goals import GoalFactory, IndicatorFactory

TODAY = timezone.localdate()
PLAN = {"plan": "renja", "title": "Percepatan", "year_from": 2026, "year_to": 2026}


@pytest.fixture
def goal(scene):
    return GoalFactory(collaboration=scene.collaboration, lead=scene.health)


@pytest.fixture
def give(scene, goal):
    indicator = IndicatorFactory(goal=goal)

    def give(party, **fields):
        said = {"starts_on": TODAY - timedelta(60), **fields}
        return transitions.give_duty(indicator=indicator, party=party, by=scene.coordinator, **said)

    return give


def test_one_party_at_a_time_reports_a_region(scene, goal, give):
    give(scene.health)
    with pytest.raises(ValidationError):
        give(scene.works)
    give(scene.works, region=RegionFactory(name="Mamuju"))
    assert lines(goal)[-1][1].endswith("Mamuju")


def test_another_follows_on_the_day_after(scene, goal, give):
    duty = give(scene.health)
    ended = transitions.end_duty(duty=duty, by=scene.coordinator, version=1, ends_on=TODAY)
    assert ended.ends_on == TODAY
    with pytest.raises(ValidationError):
        give(scene.works, starts_on=TODAY)
    give(scene.works, starts_on=TODAY + timedelta(1))
    events = [event for event, _about in lines(goal)]
    assert events == [GoalEvent.DUTY_ADDED, GoalEvent.DUTY_ENDED, GoalEvent.DUTY_ADDED]


def test_a_duty_does_not_end_before_it_began_nor_twice_nor_from_an_old_form(scene, give):
    duty = give(scene.health)
    said = {"duty": duty, "by": scene.coordinator}
    with pytest.raises(ValidationError):
        transitions.end_duty(**said, version=1, ends_on=duty.starts_on - timedelta(1))
    transitions.end_duty(**said, version=1, ends_on=TODAY - timedelta(1))
    with pytest.raises(EditConflict):
        transitions.end_duty(**said, version=1)
    with pytest.raises(Refused):
        transitions.end_duty(**said, version=2)


def test_a_duty_is_put_right_and_an_older_form_is_told(scene, goal, give):
    duty = give(scene.health)
    by = {"duty": duty, "by": scene.coordinator}
    said = {"party": scene.works, "starts_on": TODAY, "days_after": 5, "ends_on": None}
    fresh = transitions.edit_duty(**by, version=1, **said)
    assert {name: getattr(fresh, name) for name in said} == said
    event, subject = lines(goal)[-1]
    assert event == GoalEvent.DUTY_EDITED
    before, after = subject.split(" → ")
    assert before.startswith(scene.health.organization.label)
    assert after.startswith(scene.works.organization.label)
    with pytest.raises(EditConflict):
        transitions.edit_duty(**by, version=1, days_after=6)
    transitions.edit_duty(**by, version=2, days_after=6)
    assert "→" not in lines(goal)[-1][1]


def test_a_duty_is_not_edited_into_what_cannot_be(scene, give):
    give(scene.works, region=RegionFactory(name="Mamuju"))
    duty = give(scene.health)
    by = {"duty": duty, "by": scene.coordinator, "version": 1}
    for fields in (
        {"party": PartyFactory()},
        {"region": duty.indicator.duties.exclude(region=None).get().region},
        {"ends_on": duty.starts_on - timedelta(1)},
        {"days_after": 367},
    ):
        with pytest.raises(ValidationError):
            transitions.edit_duty(**by, **fields)
    scene.health.state = "left"
    scene.health.ends_on = TODAY
    scene.health.save()
    assert transitions.edit_duty(**by, days_after=3)  # who has it already may have left
    transitions.retire_indicator(indicator=duty.indicator, by=scene.coordinator, reason="x")
    with pytest.raises(Refused):
        transitions.edit_duty(duty=duty, by=scene.coordinator, version=2, days_after=4)


def test_only_what_has_not_begun_is_called_off(scene, goal, give):
    ahead = give(scene.works, starts_on=TODAY + timedelta(1), region=RegionFactory())
    begun = give(scene.health, starts_on=TODAY)
    with pytest.raises(Refused):
        transitions.call_off_duty(duty=begun, by=scene.coordinator)
    transitions.call_off_duty(duty=ahead, by=scene.coordinator)
    assert list(begun.indicator.duties.all()) == [begun]
    event, subject = lines(goal)[-1]
    assert event == GoalEvent.DUTY_CALLED_OFF
    assert subject.startswith(scene.works.organization.label)
    with pytest.raises(Refused):
        transitions.call_off_duty(duty=ahead, by=scene.coordinator)


def test_a_double_click_gives_one_duty_and_records_one_plan(scene, goal, give):
    assert give(scene.health) == give(scene.health)
    said = {"goal": goal, "party": scene.health, "by": scene.coordinator, **PLAN}
    assert transitions.align(**said) == transitions.align(**said)
    assert len(lines(goal)) == 2


def test_only_a_party_of_the_collaboration_reports(give):
    with pytest.raises(ValidationError):
        give(PartyFactory())


def test_days_back_to_front_or_too_many_are_refused(scene, give):
    with pytest.raises(ValidationError):
        give(scene.health, ends_on=TODAY - timedelta(61))
    with pytest.raises(ValidationError):
        give(scene.health, days_after=367)


def test_a_plan_carries_the_goal(scene, goal):
    said = {"goal": goal, "party": scene.health, "by": scene.coordinator}
    row = transitions.align(**said, **PLAN, is_priority=True)
    with pytest.raises(ValidationError):
        transitions.align(**said, **PLAN)
    row = transitions.edit_alignment(
        alignment=row, by=scene.coordinator, version=1, place="Tabel 4.1"
    )
    with pytest.raises(EditConflict):
        transitions.edit_alignment(alignment=row, by=scene.coordinator, version=1, place="x")
    transitions.unalign(alignment=row, by=scene.coordinator)
    assert not goal.alignments.exists()
    assert [event for event, _about in lines(goal)] == [
        GoalEvent.ALIGNED,
        GoalEvent.ALIGNMENT_EDITED,
        GoalEvent.UNALIGNED,
    ]


@pytest.mark.parametrize("years", [(2027, 2026), (1944, 2026), (2026, 2201)])
def test_years_are_years_in_their_order(scene, goal, years):
    plan = PLAN | {"year_from": years[0], "year_to": years[1]}
    with pytest.raises(ValidationError):
        transitions.align(goal=goal, party=scene.health, by=scene.coordinator, **plan)


def test_parties_and_documents_of_others_do_not_fit(scene, goal):
    with pytest.raises(ValidationError):
        transitions.align(goal=goal, party=PartyFactory(), by=scene.coordinator, **PLAN)
    with pytest.raises(ValidationError):
        transitions.align(
            goal=goal,
            party=scene.health,
            by=scene.coordinator,
            document=DocumentFactory(),
            **PLAN,
        )
