"""What the database refuses of structures, roles and responsibilities, whoever asks."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import F

from agreements.capacity.structure_kinds import AreaRole, LeadershipRole
from agreements.models import AreaResponsibility, ReportingDuty, RoleAssignment, Structure
from tests.agreements.capacity.structure_scene import day
from tests.constraints import assert_refused
from tests.factories.actors import AppointmentFactory, RegionFactory
from tests.factories.charter import CollaborationFactory, PartyFactory
from tests.factories.goals import GoalFactory, IndicatorFactory, ReportingDutyFactory
from tests.factories.instruments import AgreementFactory
from tests.factories.structures import (
    AreaResponsibilityFactory,
    ArrangementChangeFactory,
    RoleAssignmentFactory,
    StructureFactory,
)

pytestmark = pytest.mark.django_db
R = LeadershipRole


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("structure_says_its_name", {"name": ""}),
        ("structure_kind_is_known", {"kind": "club"}),
        ("structure_ends_after_start", {"ends_on": day(-31)}),
    ],
)
def test_a_structure_cannot_be_stored_like_this(constraint, fields):
    assert_refused(constraint, lambda: StructureFactory(**fields))


def test_one_name_at_a_time_however_it_is_capitalised():
    body = StructureFactory(name="Satgas")
    same = {"collaboration": body.collaboration, "name": "SATGAS"}
    assert_refused("structure_name_once_at_a_time", lambda: StructureFactory(**same))
    Structure.objects.filter(pk=body.pk).update(ends_on=day(-10))
    assert StructureFactory(**same, starts_on=day(-9))
    assert StructureFactory(name="Satgas")  # elsewhere


def test_a_structure_is_not_part_of_itself_nor_of_its_parts():
    top = StructureFactory()
    rows = Structure.objects.filter(pk=top.pk)
    own = {"collaboration": top.collaboration}
    middle = StructureFactory(**own, parent=top)
    below = StructureFactory(**own, parent=middle)
    for part in (middle, below):
        assert_refused("structure_no_circle", lambda part=part: rows.update(parent=part))
    assert_refused("structure_no_circle", lambda: rows.update(parent=F("pk")))
    itself = {"pk": 987_654, "parent_id": 987_654}
    assert_refused("structure_not_part_of_itself", lambda: StructureFactory(**own, **itself))


def test_what_a_structure_names_is_of_one_collaboration():
    for fields in ({"parent": StructureFactory()}, {"decree": AgreementFactory()}):
        refused = "structure_of_one_collaboration"
        assert_refused(refused, lambda fields=fields: StructureFactory(**fields))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("role_is_known", {"role": "king"}),
        ("role_ends_after_start", {"ends_on": day(-31)}),
        ("role_ends_after_start", {"ends_on": day(-31), "role": R.VERIFIER}),
        ("role_coordinator_has_an_issue", {"role": R.ISSUE_COORDINATOR}),
    ],
)
def test_a_role_cannot_be_stored_like_this(constraint, fields):
    assert_refused(constraint, lambda: RoleAssignmentFactory(**fields))


def test_only_a_coordinator_or_a_verifier_is_of_one_issue():
    goal = GoalFactory()
    here = {"collaboration": goal.collaboration, "goal": goal}
    assert_refused("role_of_an_issue", lambda: RoleAssignmentFactory(role=R.CHAIR, **here))
    assert RoleAssignmentFactory(role=R.VERIFIER, **here)
    of_both = {"role": R.ISSUE_COORDINATOR, "of_structure": True, **here}
    assert_refused("role_coordinator_has_no_structure", lambda: RoleAssignmentFactory(**of_both))


@pytest.mark.parametrize("role", [R.CHAIR, R.SECRETARIAT])
def test_one_at_a_time_holds_what_is_held_by_one(role):
    first = RoleAssignmentFactory(role=role, ends_on=day(-10))
    again = {"collaboration": first.collaboration, "role": role}
    overlap = {**again, "starts_on": day(-10)}
    assert_refused("role_one_at_a_time", lambda: RoleAssignmentFactory(**overlap))
    assert RoleAssignmentFactory(**again, starts_on=day(-9))
    assert RoleAssignmentFactory(**again, of_structure=True)  # another place


def test_one_coordinator_of_an_issue_at_a_time():
    goal = GoalFactory()
    said = {"collaboration": goal.collaboration, "goal": goal, "role": R.ISSUE_COORDINATOR}
    RoleAssignmentFactory(**said)
    assert_refused("role_one_at_a_time", lambda: RoleAssignmentFactory(**said))


def test_a_party_holds_a_role_once_at_a_time():
    row = RoleAssignmentFactory()
    same = {"collaboration": row.collaboration, "party": row.party}
    assert_refused("role_holder_once_at_a_time", lambda: RoleAssignmentFactory(**same))
    held = {**same, "appointment": AppointmentFactory(organization=row.party.organization)}
    assert_refused("role_holder_once_at_a_time", lambda: RoleAssignmentFactory(**held))
    assert RoleAssignmentFactory(collaboration=row.collaboration)  # another party, the same role


def test_two_people_of_a_party_hold_a_role_together_but_nobody_beside_the_party_itself():
    party = PartyFactory()
    same = {"collaboration": party.collaboration, "party": party}
    first, second = (AppointmentFactory(organization=party.organization) for _number in range(2))
    assert RoleAssignmentFactory(**same, appointment=first)
    assert RoleAssignmentFactory(**same, appointment=second)
    assert_refused("role_holder_once_at_a_time", lambda: RoleAssignmentFactory(**same))
    with pytest.raises(ValidationError) as said:
        RoleAssignmentFactory.build(**same).full_clean()
    assert [error.code for error in said.value.error_dict["__all__"]] == ["party"]
    again = {**same, "appointment": second}
    assert_refused("role_holder_once_at_a_time", lambda: RoleAssignmentFactory(**again))


def test_what_a_role_names_is_of_one_collaboration():
    refused = "role_of_one_collaboration"
    for fields in (
        {"party": PartyFactory()},
        {"structure": StructureFactory()},
        {"role": R.VERIFIER, "goal": GoalFactory()},
    ):
        assert_refused(refused, lambda fields=fields: RoleAssignmentFactory(**fields))


def test_who_holds_a_role_holds_a_post_of_its_party():
    elsewhere = AppointmentFactory()
    refused = "role_held_by_its_party"
    assert_refused(refused, lambda: RoleAssignmentFactory(appointment=elsewhere))


def test_nobody_verifies_what_they_report():
    duty = ReportingDutyFactory()
    goal = duty.indicator.goal
    who = {"collaboration": goal.collaboration, "party": duty.party, "role": R.VERIFIER}
    refused = "role_verifies_what_others_report"
    for of in (None, goal):
        assert_refused(refused, lambda of=of: RoleAssignmentFactory(**who, goal=of))
    another = GoalFactory(collaboration=goal.collaboration)
    assert RoleAssignmentFactory(**who, goal=another)
    assert RoleAssignmentFactory(**who, starts_on=day(-400), ends_on=day(-300))


def test_nobody_reports_what_they_verify():
    indicator = IndicatorFactory()
    goal = indicator.goal
    who = {"collaboration": goal.collaboration, "party": goal.lead, "role": R.VERIFIER}
    RoleAssignmentFactory(**who)
    refused = "reporting_duty_of_others_than_verify"
    assert_refused(refused, lambda: ReportingDutyFactory(indicator=indicator))
    early = {"starts_on": day(-400), "ends_on": day(-31)}
    duty = ReportingDutyFactory(indicator=indicator, **early)
    rows = ReportingDuty.objects.filter(pk=duty.pk)
    assert_refused(refused, lambda: rows.update(ends_on=day(-30)))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("area_role_is_known", {"role": "watch"}),
        ("area_ends_after_start", {"ends_on": day(-31)}),
    ],
)
def test_a_responsibility_cannot_be_stored_like_this(constraint, fields):
    assert_refused(constraint, lambda: AreaResponsibilityFactory(**fields))


@pytest.mark.parametrize("has_region", [True, False])
def test_one_lead_at_a_time_in_a_region_and_in_all_of_them(has_region):
    region = RegionFactory() if has_region else None
    first = AreaResponsibilityFactory(region=region, ends_on=day(-10))
    cell = {"goal": first.goal, "region": region}
    overlap = {**cell, "starts_on": day(-10)}
    assert_refused("area_one_lead_at_a_time", lambda: AreaResponsibilityFactory(**overlap))
    assert AreaResponsibilityFactory(**cell, starts_on=day(-9))
    assert AreaResponsibilityFactory(goal=first.goal, region=RegionFactory())
    assert AreaResponsibilityFactory(**overlap, role=AreaRole.SUPPORT)


def test_a_party_supports_once_at_a_time():
    row = AreaResponsibilityFactory(role=AreaRole.SUPPORT)
    same = {"goal": row.goal, "party": row.party, "role": AreaRole.SUPPORT}
    assert_refused("area_party_once_at_a_time", lambda: AreaResponsibilityFactory(**same))


def test_issue_and_party_are_of_one_collaboration():
    stranger = PartyFactory()
    refused = "area_of_one_collaboration"
    assert_refused(refused, lambda: AreaResponsibilityFactory(party=stranger))


def test_a_line_of_the_history_is_about_one_thing_of_its_collaboration():
    line = ArrangementChangeFactory()
    rows = type(line).objects.filter(pk=line.pk)
    role = RoleAssignmentFactory(collaboration=line.collaboration)
    assert_refused("arrangement_change_about_one", lambda: rows.update(structure=None))
    assert_refused("arrangement_change_about_one", lambda: rows.update(role=role))
    assert_refused("arrangement_change_event_is_known", lambda: rows.update(event="lost"))
    apart = CollaborationFactory()
    refused = "arrangement_change_of_one_collaboration"
    assert_refused(refused, lambda: rows.update(collaboration=apart))
    assert RoleAssignment.objects.filter(pk=role.pk).exists()
    assert not AreaResponsibility.objects.exists()
