"""Saying which party answers for an issue in a region: one lead, many who support."""

import re

import pytest
from django.core.exceptions import ValidationError

from agreements.capacity.structure_kinds import AreaRole, Standing
from agreements.capacity.structure_kinds import ArrangementEvent as E
from agreements.capacity.transitions import areas
from agreements.goals.states import GoalState
from agreements.models import AreaResponsibility
from collabgov.kit.errors import EditConflict, Refused
from tests.agreements.capacity.structure_scene import day, last_line, scene_of
from tests.factories.actors import RegionFactory
from tests.factories.charter import PartyFactory
from tests.factories.goals import GoalFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def scene(db):
    return scene_of()


def test_a_party_answers_for_several_issues_in_a_region(scene):
    second, region = GoalFactory(collaboration=scene.collaboration), RegionFactory()
    rows = scene.areas(goals=[scene.goal, second], region=region)
    assert [(row.goal, row.region, row.role) for row in rows] == [
        (scene.goal, region, AreaRole.LEAD),
        (second, region, AreaRole.LEAD),
    ]
    line = last_line(area=rows[0])
    assert (line.event, line.from_state, line.to_state, line.made_by) == (
        E.AREA_BEGUN,
        "",
        Standing.HOLDS,
        scene.coordinator,
    )
    assert region.name in line.subject


def test_said_twice_it_stands_once(scene):
    assert scene.area().pk == scene.area().pk
    assert AreaResponsibility.objects.count() == 1


def test_every_issue_or_none(scene):
    second = GoalFactory(collaboration=scene.collaboration)
    scene.area(goals=[second])
    with pytest.raises(ValidationError, match="leads this issue in this region") as refusal:
        scene.areas(goals=[scene.goal, second], party=scene.other)
    assert str(second) in str(refusal.value)
    assert refusal.value.error_dict.keys() == {"party"}
    assert not AreaResponsibility.objects.filter(goal=scene.goal).exists()


def test_one_leads_in_a_region_and_another_in_all_of_them(scene):
    scene.area()
    assert scene.area(region=RegionFactory(), party=scene.other)
    with pytest.raises(ValidationError, match="leads this issue in this region"):
        scene.area(party=scene.other)
    assert scene.area(party=scene.other, role=AreaRole.SUPPORT)


def test_who_leads_does_not_support_at_the_same_time(scene):
    scene.area(ends_on=day(10))
    with pytest.raises(ValidationError, match="another part"):
        scene.area(role=AreaRole.SUPPORT)
    assert scene.area(role=AreaRole.SUPPORT, starts_on=day(11))


def test_issue_and_party_are_of_here(scene):
    with pytest.raises(ValidationError, match="another collaboration"):
        scene.area(party=PartyFactory())
    with pytest.raises(ValidationError, match="another collaboration"):
        scene.area(goals=[GoalFactory()])
    with pytest.raises(ValidationError, match="at least one issue"):
        scene.areas(goals=[])
    dropped = GoalFactory(collaboration=scene.collaboration, state=GoalState.DROPPED)
    with pytest.raises(ValidationError, match="dropped"):
        scene.area(goals=[dropped])


def test_it_is_put_right(scene):
    area = scene.area()
    said = {"party": scene.other, "role": AreaRole.SUPPORT, "starts_on": day(-9)}
    fresh = areas.edit_area(area=area, by=scene.coordinator, version=1, **said)
    assert (fresh.party, fresh.role, fresh.version) == (scene.other, AreaRole.SUPPORT, 2)
    assert last_line(area=area).event == E.AREA_CHANGED
    with pytest.raises(EditConflict):
        areas.edit_area(area=area, by=scene.coordinator, version=1, **said)


def test_who_answered_for_a_past_region_is_not_exchanged_without_a_reason(scene):
    area = scene.area(starts_on=day(-90), ends_on=day(-30))
    edit = {"area": area, "by": scene.coordinator, "version": 1, "party": scene.other}
    edit |= {"role": AreaRole.LEAD, "starts_on": day(-90), "ends_on": day(-30)}
    with pytest.raises(ValidationError) as refusal:
        areas.edit_area(**edit)
    assert "note" in refusal.value.message_dict
    areas.edit_area(**edit, note="Salah catat.")
    line = last_line(area=area)
    before, after = line.subject.split(" → ")
    assert scene.party.organization.label in before
    assert scene.other.organization.label in after
    assert line.note == "Salah catat."


def test_its_last_day_frees_the_region_for_another(scene):
    area = areas.end_area(area=scene.area(), by=scene.coordinator, note="Rotasi.")
    line = last_line(area=area)
    assert (area.ends_on, line.event, line.note) == (day(0), E.AREA_ENDED, "Rotasi.")
    assert scene.area(party=scene.other, starts_on=day(1))
    areas.end_area(area=area, by=scene.coordinator, ends_on=day(-1))
    with pytest.raises(Refused, match="over already"):
        areas.end_area(area=area, by=scene.coordinator)


def test_it_is_passed_on_without_a_gap(scene):
    area = scene.area()
    following = areas.pass_area_on(
        area=area, by=scene.coordinator, party=scene.other, starts_on=day(1)
    )
    area.refresh_from_db()
    assert (area.ends_on, following.starts_on, following.party) == (day(0), day(1), scene.other)
    assert last_line(area=following).event == E.AREA_BEGUN
    with pytest.raises(Refused, match="theirs already"):
        areas.pass_area_on(
            area=following, by=scene.coordinator, party=scene.other, starts_on=day(9)
        )


def test_whoever_follows_begins_after_the_one_before(scene):
    said = {"party": scene.other, "starts_on": day(-20)}
    with pytest.raises(ValidationError, match="Choose a day"):
        areas.pass_area_on(area=scene.area(), by=scene.coordinator, **said)


def test_whoever_would_lead_beside_another_reads_who_leads(scene):
    scene.area()
    said = f"{scene.goal}: {scene.party.organization.label} leads this issue in this region"
    with pytest.raises(ValidationError, match=re.escape(said)):
        scene.area(party=scene.other)
    support = scene.area(party=scene.other, role=AreaRole.SUPPORT)
    with pytest.raises(ValidationError, match="Pass the responsibility on"):
        areas.edit_area(
            area=support,
            by=scene.coordinator,
            version=support.version,
            party=scene.other,
            role=AreaRole.LEAD,
            starts_on=day(0),
        )
    assert scene.area(party=scene.other, region=RegionFactory()).role == AreaRole.LEAD


def test_days_back_to_front_are_complained_of_and_nothing_else(scene):
    scene.area()
    told = {"party": scene.other, "starts_on": day(10), "ends_on": day(9)}
    with pytest.raises(ValidationError) as refusal:
        scene.area(**told)
    wrong = {"ends_on": ["The last day cannot be before the first day."]}
    assert refusal.value.message_dict == wrong
    row = scene.area(party=scene.other, role=AreaRole.SUPPORT)
    told |= {"area": row, "by": scene.coordinator, "version": row.version, "role": AreaRole.LEAD}
    with pytest.raises(ValidationError) as refusal:
        areas.edit_area(**told)
    assert refusal.value.message_dict == wrong
