"""What stands in a list is what was asked for, one by one: roles that lead, kinds of resources."""

import pytest

from agreements.capacity.kinds import ResourceKind
from agreements.capacity.structure_kinds import LeadershipRole
from agreements.models import Pledge, ResourceNeed, RoleAssignment
from tests.constraints import assert_refused
from tests.factories.pledges import PledgeFactory, ResourceNeedFactory
from tests.factories.structures import RoleAssignmentFactory

ROLES = [
    *("patron", "steering", "chair", "issue_coordinator", "secretariat"),
    *("sponsor", "convener", "facilitator", "mediator"),
    *("science_translator", "technologist", "advocate", "verifier"),
]
RESOURCES = ["fund", "staff", "facility", "equipment", "data", "expertise", "foster"]


def test_there_are_exactly_thirteen_leadership_roles():
    assert LeadershipRole.values == ROLES
    assert len(ROLES) == 13
    assert RoleAssignment._meta.get_field("role").choices == LeadershipRole.choices


def test_there_are_exactly_seven_kinds_of_resources():
    assert ResourceKind.values == RESOURCES
    assert len(RESOURCES) == 7
    for model in (ResourceNeed, Pledge):
        assert model._meta.get_field("kind").choices == ResourceKind.choices


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "factory", "field", "listed"),
    [
        ("role_is_known", RoleAssignmentFactory, "role", ROLES),
        ("need_kind_is_known", ResourceNeedFactory, "kind", RESOURCES),
        ("pledge_kind_is_known", PledgeFactory, "kind", RESOURCES),
    ],
)
def test_the_database_knows_the_same_and_nothing_beside(name, factory, field, listed):
    row = factory()
    rows = type(row).objects.filter(pk=row.pk)
    (constraint,) = [each for each in row._meta.constraints if each.name == name]
    assert dict(constraint.condition.children) == {f"{field}__in": listed}
    assert_refused(name, lambda: rows.update(**{field: "region_lead"}))
