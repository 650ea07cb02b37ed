"""Where nobody leads, in words: never held, held until a day, held by somebody who is gone."""

import pytest
from django.utils import translation
from django.utils.formats import date_format

from actors.models import Appointment, Person
from agreements.capacity.leadership_gaps import leadership_of, left_vacant, trouble_of
from agreements.capacity.structure_kinds import LeadershipRole
from agreements.charter.states import PartyState
from agreements.goals.states import GoalState
from agreements.models import Goal, Party, RoleAssignment, Structure
from tests.agreements.capacity.structure_scene import day, scene_of
from tests.factories.actors import AppointmentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
R = LeadershipRole


@pytest.fixture
def scene(db):
    made = scene_of()
    Goal.objects.filter(pk=made.goal.pk).update(title="Stunting")
    return made


def words(scene):
    return [gap.words for gap in leadership_of(scene.collaboration).gaps]


def test_what_nobody_ever_held_is_said_so(scene):
    assert words(scene) == [
        "Chair: nobody yet",
        "Secretariat: nobody yet",
        "Verifier: nobody yet",
        "Coordinator of “Stunting”: nobody yet",
    ]


def test_each_structure_is_asked_about_its_chair(scene):
    scene.structure()
    scene.structure(name="Lama", ends_on=day(-1))
    found = words(scene)
    assert "Chair of Satgas: nobody yet" in found
    assert not [line for line in found if "Lama" in line or line.startswith("Chair:")]


def test_no_secretariat_since_the_day_after_its_last_one(scene):
    scene.role(ends_on=day(-5))
    since = date_format(day(-4), "DATE_FORMAT")
    assert f"Secretariat: nobody since {since}" in words(scene)
    scene.role(starts_on=day(3), party=scene.other)
    until = date_format(day(3), "DATE_FORMAT")
    assert f"Secretariat: nobody until {until}" in words(scene)


def test_what_is_held_today_is_no_gap(scene):
    body = scene.structure()
    scene.role(structure=body)
    scene.role(role=R.CHAIR, structure=body)
    scene.role(role=R.VERIFIER)
    found = leadership_of(scene.collaboration)
    assert (found.filled, found.asked) == (3, 4)
    scene.role(role=R.ISSUE_COORDINATOR, goal=scene.goal)
    found = leadership_of(scene.collaboration)
    assert (found.filled, found.asked, found.gaps) == (4, 4, ())


def test_a_gap_leads_to_the_form_that_fills_it(scene):
    queries = [gap.query for gap in leadership_of(scene.collaboration).gaps]
    assert queries[-1] == f"role=issue_coordinator&goal={scene.goal.pk}"


def test_a_holder_whose_post_ended_is_a_gap(scene):
    post = AppointmentFactory(organization=scene.party.organization)
    role = scene.role(person=post.person)
    assert trouble_of(role) == ""
    Appointment.objects.filter(pk=post.pk).update(ends_on=day(-2))
    ended = date_format(day(-2), "DATE_FORMAT")
    assert f"Secretariat: The post of {post.person} ended on {ended}." in words(scene)


def test_a_holder_who_left_and_a_party_that_left_are_gaps(scene):
    post = AppointmentFactory(organization=scene.party.organization)
    role = scene.role(person=post.person)
    Person.objects.filter(pk=post.person_id).update(is_active=False)
    assert f"Secretariat: {post.person} has left." in words(scene)
    Party.objects.filter(pk=role.party_id).update(state=PartyState.LEFT, ends_on=day(-1))
    label = scene.party.organization.label
    assert f"Secretariat: {label} does not take part any more." in words(scene)


def test_in_indonesian_it_is_said_in_indonesian(scene):
    scene.role(ends_on=day(-5))
    with translation.override("id"):
        assert any("tidak ada sejak" in line for line in words(scene))


def vacant_of(scene):
    roles = RoleAssignment.objects.filter(collaboration=scene.collaboration).for_list()
    return list(left_vacant(roles))


class TestRolesThatFellVacant:
    def test_the_last_who_held_it_is_named(self, scene):
        scene.role(ends_on=day(-9))
        last = scene.role(starts_on=day(-8), ends_on=day(-3), party=scene.other)
        assert vacant_of(scene) == [last]

    def test_whoever_holds_it_or_will_take_it_over_fills_it(self, scene):
        scene.role(ends_on=day(-3))
        follows = scene.role(starts_on=day(4))
        assert vacant_of(scene) == []
        RoleAssignment.objects.filter(pk=follows.pk).update(starts_on=day(-2))
        assert vacant_of(scene) == []

    def test_a_secretariat_of_any_structure_is_the_secretariat(self, scene):
        body = scene.structure()
        scene.role(structure=body, ends_on=day(-3))
        scene.role()
        assert vacant_of(scene) == []

    def test_the_chair_of_one_structure_is_not_that_of_another(self, scene):
        one, other = scene.structure(), scene.structure(name="Forum")
        left = scene.role(role=R.CHAIR, structure=one, ends_on=day(-3))
        scene.role(role=R.CHAIR, structure=other)
        assert vacant_of(scene) == [left]

    def test_what_has_ended_or_was_given_up_needs_nobody(self, scene):
        body = scene.structure()
        scene.role(role=R.CHAIR, structure=body, ends_on=day(-3))
        scene.role(role=R.ISSUE_COORDINATOR, goal=scene.goal, ends_on=day(-3))
        assert len(vacant_of(scene)) == 2
        Structure.objects.filter(pk=body.pk).update(ends_on=day(-1))
        Goal.objects.filter(pk=scene.goal.pk).update(state=GoalState.DROPPED)
        assert vacant_of(scene) == []

    def test_a_sponsor_who_stops_leaves_no_gap(self, scene):
        scene.role(role=R.SPONSOR, ends_on=day(-3))
        assert vacant_of(scene) == []
