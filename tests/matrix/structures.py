"""Rows of capacity in the world of the matrix: structures, roles and responsibilities."""

from agreements.models import AreaResponsibility, RoleAssignment, Structure
from tests.factories.goals import GoalFactory
from tests.factories.structures import (
    AreaResponsibilityFactory,
    RoleAssignmentFactory,
    StructureFactory,
)


def keep_structures(world, *sides):
    """Each side leads in a structure of its own, and answers for an issue of its own."""
    structures, roles, areas = [], [], []
    for side in sides:
        here = {"collaboration": side.collaboration}
        body = StructureFactory(**here)
        structures.append(body)
        roles.append(RoleAssignmentFactory(**here, structure=body, party=side.party))
        areas.append(
            AreaResponsibilityFactory(goal=GoalFactory(**here, lead=side.party), party=side.party)
        )
    world.keep(Structure, *structures)
    world.keep(RoleAssignment, *roles)
    world.keep(AreaResponsibility, *areas)
