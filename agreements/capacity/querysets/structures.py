"""Every way structures, leadership roles and responsibilities are read."""

from django.db.models import Case, F, Q, When

from agreements.capacity.querysets.clock import on_its_day
from agreements.capacity.structure_kinds import LeadershipRole
from agreements.charter.querysets import ChangeQuerySet, OfCollaborationQuerySet
from collabgov.kit.periods import holds_on


def _not_past(day):
    """Without a last day, or with one that has not passed."""
    return Q(ends_on=None) | Q(ends_on__gte=day)


class DatedQuerySet(OfCollaborationQuerySet):
    """Rows that hold from one day to another, where their collaboration is at home."""

    def current(self, *, today=None):
        return self.filter(on_its_day(holds_on, today=today, path=self.collaboration_path))

    def not_over(self, *, today=None):
        """Those that hold, or will begin."""
        ahead = on_its_day(_not_past, today=today, path=self.collaboration_path)
        return self.filter(ahead)


class StructureQuerySet(DatedQuerySet):
    def for_tree(self):
        return self.select_related("collaboration").order_by("name", "pk")

    def for_page(self):
        return self.select_related("collaboration", "parent", "decree__type")


class RoleQuerySet(DatedQuerySet):
    def for_list(self):
        """With who holds it; from the patron down, the newest first within a role."""
        ranks = enumerate(LeadershipRole.values)
        rank = Case(*(When(role=role, then=place) for place, role in ranks), default=None)
        beside = ("collaboration", "structure", "goal", "party__organization")
        return self.select_related(*beside, "appointment__person").order_by(
            rank, "goal__title", "-starts_on", "pk"
        )

    def of_slot(self, role):
        """Roles in the same place: of the same structure, or issue, or of all."""
        same = ("collaboration_id", "structure_id", "goal_id", "role")
        return self.filter(**{name: getattr(role, name) for name in same})


class AreaQuerySet(DatedQuerySet):
    collaboration_path = "goal__collaboration"

    def leads(self):
        return self.filter(role="lead")

    def of_cell(self, area):
        return self.filter(goal=area.goal_id, region=area.region_id)

    def for_page(self):
        return self.select_related("goal__collaboration", "region", "party__organization")

    def for_matrix(self):
        """Altogether first, then region by region; of a cell the lead first."""
        return self.select_related("party__organization", "region").order_by(
            F("region__code").asc(nulls_first=True), "role", "party__organization__name", "pk"
        )


class ArrangementChangeQuerySet(ChangeQuerySet):
    def of_structure(self, structure):
        """Its own lines, and those of the roles in it."""
        return self.filter(Q(structure=structure) | Q(role__structure=structure))

    def for_page(self):
        return self.select_related("made_by__person").order_by("-made_at", "-pk")
