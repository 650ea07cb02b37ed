"""Valid structures, leadership roles and responsibilities, consistent across their relations."""

import factory

from agreements.capacity.structure_kinds import (
    AreaRole,
    ArrangementEvent,
    LeadershipRole,
    Standing,
    StructureKind,
)
from agreements.models import AreaResponsibility, ArrangementChange, RoleAssignment, Structure
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, days_ago
from tests.factories.goals import GoalFactory


class StructureFactory(factory.django.DjangoModelFactory):
    """A task force at work since a month ago; `over` ended yesterday."""

    class Meta:
        model = Structure

    class Params:
        over = factory.Trait(ends_on=days_ago(1))

    collaboration = factory.SubFactory(CollaborationFactory)
    kind = StructureKind.TASK_FORCE
    name = factory.Sequence(lambda n: f"Satuan Tugas {n}")
    starts_on = days_ago(30)


class RoleAssignmentFactory(factory.django.DjangoModelFactory):
    """A party facilitates, since a month ago; `of_structure` within a task force."""

    class Meta:
        model = RoleAssignment

    class Params:
        over = factory.Trait(ends_on=days_ago(1))
        of_structure = factory.Trait(
            structure=factory.SubFactory(
                StructureFactory, collaboration=factory.SelfAttribute("..collaboration")
            )
        )

    collaboration = factory.SubFactory(CollaborationFactory)
    party = factory.SubFactory(PartyFactory, collaboration=factory.SelfAttribute("..collaboration"))
    role = LeadershipRole.FACILITATOR
    starts_on = days_ago(30)


class AreaResponsibilityFactory(factory.django.DjangoModelFactory):
    """A party leads an issue in all regions, since a month ago."""

    class Meta:
        model = AreaResponsibility

    class Params:
        over = factory.Trait(ends_on=days_ago(1))

    goal = factory.SubFactory(GoalFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..goal.collaboration")
    )
    role = AreaRole.LEAD
    starts_on = days_ago(30)


class ArrangementChangeFactory(factory.django.DjangoModelFactory):
    """The first line of a structure's history."""

    class Meta:
        model = ArrangementChange

    structure = factory.SubFactory(StructureFactory)
    collaboration = factory.SelfAttribute("structure.collaboration")
    event = ArrangementEvent.STRUCTURE_BEGUN
    to_state = Standing.HOLDS
    made_by = factory.SubFactory(UserFactory)
