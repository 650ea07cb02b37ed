"""Organizations and people that turn out to be one, where both lead or answer for a region."""

import pytest

from actors.duplicates.transitions import merge
from agreements.capacity.structure_kinds import AreaRole, LeadershipRole
from agreements.models import AreaResponsibility, RoleAssignment
from collabgov.kit.errors import Refused
from tests.agreements.capacity.structure_scene import day
from tests.factories.actors import AppointmentFactory, OrganizationFactory, UserFactory
from tests.factories.charter import PartyFactory
from tests.factories.goals import ReportingDutyFactory
from tests.factories.structures import (
    AreaResponsibilityFactory,
    ArrangementChangeFactory,
    RoleAssignmentFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)


def joined(keep, away, kind="organization"):
    by = UserFactory(admin=True)
    return merge(kind=kind, keep=keep.pk, away=away.pk, sides={}, by=by)


def test_a_role_moves_with_its_party_and_its_holder():
    role = RoleAssignmentFactory()
    post = AppointmentFactory(organization=role.party.organization)
    RoleAssignment.objects.filter(pk=role.pk).update(appointment=post)
    twin = OrganizationFactory()
    joined(twin, role.party.organization)
    role.refresh_from_db()
    assert (role.party.organization, role.appointment.organization) == (twin, twin)


def test_two_parties_in_one_role_hold_it_once():
    role = RoleAssignmentFactory(ends_on=day(-5))
    other = PartyFactory(collaboration=role.collaboration)
    second = RoleAssignmentFactory(
        collaboration=role.collaboration, party=other, starts_on=day(-10)
    )
    line = ArrangementChangeFactory(
        structure=None, collaboration=role.collaboration, role=second, event="role_begun"
    )
    joined(role.party.organization, other.organization)
    role.refresh_from_db()
    line.refresh_from_db()
    assert RoleAssignment.objects.get() == role
    assert (role.starts_on, role.ends_on, line.role) == (day(-30), None, role)


def test_two_who_support_in_one_region_support_once():
    area = AreaResponsibilityFactory(role=AreaRole.SUPPORT)
    other = PartyFactory(collaboration=area.collaboration)
    AreaResponsibilityFactory(goal=area.goal, party=other, role=AreaRole.SUPPORT)
    joined(area.party.organization, other.organization)
    assert AreaResponsibility.objects.get() == area


def test_two_records_of_one_person_in_one_post_hold_a_role_once():
    role = RoleAssignmentFactory()
    home = {"organization": role.party.organization}
    first, second = AppointmentFactory(**home), AppointmentFactory(**home)
    RoleAssignment.objects.filter(pk=role.pk).update(appointment=first)
    said = {"collaboration": role.collaboration, "party": role.party}
    RoleAssignmentFactory(**said, appointment=second)
    joined(first.person, second.person, kind="person")
    assert RoleAssignment.objects.get().appointment == first


def test_who_verifies_and_who_reports_do_not_become_one():
    duty = ReportingDutyFactory()
    role = RoleAssignmentFactory(
        collaboration=duty.indicator.goal.collaboration, role=LeadershipRole.VERIFIER
    )
    with pytest.raises(Refused):
        joined(duty.party.organization, role.party.organization)
    role.refresh_from_db()
    assert role.party != duty.party
