"""Who plays in the tests of structures: two parties, an issue, the coordinator."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from actors.models import User
from agreements.capacity.structure_kinds import AreaRole, LeadershipRole, StructureKind
from agreements.capacity.transitions import areas, roles, structures
from agreements.charter.states import CollaborationState
from agreements.models import ArrangementChange, Collaboration, Goal, Party
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of, member_of
from tests.factories.goals import GoalFactory


def day(number):
    """So many days from today."""
    return timezone.localdate() + dt.timedelta(days=number)


@dataclass
class Scene:
    collaboration: Collaboration
    coordinator: User
    member: User
    party: Party
    other: Party
    goal: Goal

    def structure(self, **fields):
        usual = {"kind": StructureKind.TASK_FORCE, "name": "Satgas", "starts_on": day(-30)}
        said = {"collaboration": self.collaboration, "by": self.coordinator}
        return structures.begin_structure(**{**said, **usual, **fields})

    def role(self, **fields):
        usual = {"role": LeadershipRole.SECRETARIAT, "party": self.party, "starts_on": day(-20)}
        said = {"collaboration": self.collaboration, "by": self.coordinator}
        return roles.begin_role(**{**said, **usual, **fields})

    def areas(self, **fields):
        usual = {"goals": [self.goal], "party": self.party, "role": AreaRole.LEAD}
        said = {"collaboration": self.collaboration, "by": self.coordinator, "starts_on": day(-20)}
        return areas.begin_areas(**{**said, **usual, **fields})

    def area(self, **fields):
        return self.areas(**fields)[0]

    def close(self):
        rows = Collaboration.objects.filter(pk=self.collaboration.pk)
        rows.update(state=CollaborationState.CLOSED, ends_on=day(0))


def scene_of():
    together = CollaborationFactory()
    return Scene(
        together,
        coordinator_of(together),
        member_of(together),
        PartyFactory(collaboration=together),
        PartyFactory(collaboration=together),
        GoalFactory(collaboration=together),
    )


def last_line(**about):
    return ArrangementChange.objects.filter(**about).order_by("pk").last()
