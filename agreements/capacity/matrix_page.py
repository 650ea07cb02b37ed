"""The matrix of responsibilities: each issue in each of its regions, who leads it, who supports."""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from actors.models import Region
from agreements.capacity.leadership_gaps import holds, nobody
from agreements.capacity.models import AreaResponsibility
from agreements.capacity.structure_kinds import AreaRole
from agreements.charter.clock import today_in
from agreements.goals.models import Goal, ReportingDuty, Target
from agreements.goals.states import GoalState

WORKED_ON = (GoalState.PROPOSED, GoalState.AGREED)


@dataclass
class Cell:
    """An issue in a region; without a lead it says since when nobody leads."""

    goal: Goal
    region: Region | None
    rows: list
    lead: AreaResponsibility | None = None
    supports: list = field(default_factory=list)
    gap: str = ""

    @property
    def query(self):
        where = {"region": self.region.pk} if self.region else {}
        return urlencode({"goal": self.goal.pk, **where})

    @property
    def where(self):
        return self.region.name if self.region else _("All regions")

    def of(self, area):
        """Where, and the page of one who answers there."""
        return self.where, area.get_absolute_url()


@dataclass(frozen=True)
class Row:
    region: Region | None
    cells: tuple

    @property
    def name(self):
        return self.region.name if self.region else _("All regions")


@dataclass
class Issue:
    """A column told as lines: each party with the regions it leads, or supports, together.

    `gaps`: the words of a gap, each with its cells, so that they take one line.
    """

    number: int
    goal: Goal
    leads: dict = field(default_factory=dict)
    supports: dict = field(default_factory=dict)
    gaps: dict = field(default_factory=dict)

    @property
    def parts(self):
        """Each role that somebody has in it, with who has it where."""
        both = ((AreaRole.LEAD.label, self.leads), (AreaRole.SUPPORT.label, self.supports))
        return [part for part in both if part[1]]

    def add(self, cell):
        if cell.lead:
            self.leads.setdefault(cell.lead.party.organization, []).append(cell.of(cell.lead))
        else:
            self.gaps.setdefault(cell.gap, []).append(cell)
        for row in cell.supports:
            self.supports.setdefault(row.party.organization, []).append(cell.of(row))


@dataclass(frozen=True)
class Matrix:
    """Issues across, regions down; `filled` of `cells` have somebody who leads."""

    goals: tuple
    rows: tuple

    @property
    def cells(self):
        return sum(len(row.cells) for row in self.rows)

    @property
    def filled(self):
        return sum(cell.lead is not None for row in self.rows for cell in row.cells)

    @property
    def issues(self):
        """The same issue by issue, as a narrow screen shows it."""
        found = tuple(Issue(at + 1, goal) for at, goal in enumerate(self.goals))
        for row in self.rows:
            for issue, cell in zip(found, row.cells, strict=True):
                issue.add(cell)
        return found


def matrix_of(collaboration, *, today=None):
    """Regions are those somebody ever answered for, has a target for, or reports."""
    today = today or today_in(collaboration)
    goals = Goal.objects.filter(collaboration=collaboration, state__in=WORKED_ON)
    goals = tuple(goals.order_by("title", "pk"))
    by_cell = defaultdict(list)
    for area in AreaResponsibility.objects.filter(goal__in=goals).for_matrix():
        by_cell[area.goal_id, area.region_id].append(area)
    regions = [None, *_regions(goals, by_cell)] if goals else []
    rows = (
        Row(
            region,
            tuple(
                _cell(goal, region, by_cell[goal.pk, region.pk if region else None], today)
                for goal in goals
            ),
        )
        for region in regions
    )
    return Matrix(goals, tuple(rows))


def _regions(goals, by_cell):
    numbers = {region for _goal, region in by_cell if region}
    for model in (Target, ReportingDuty):
        rows = model.objects.filter(indicator__goal__in=goals, region__isnull=False)
        numbers |= set(rows.order_by().values_list("region", flat=True))
    return Region.objects.filter(pk__in=numbers).order_by("code")


def _cell(goal, region, rows, today):
    now = [row for row in rows if holds(row, today)]
    leads = [row for row in rows if row.role == AreaRole.LEAD]
    cell = Cell(goal, region, rows)
    cell.lead = next((row for row in now if row.role == AreaRole.LEAD), None)
    cell.supports = [row for row in now if row.role == AreaRole.SUPPORT]
    cell.gap = nobody(AreaRole.LEAD.label, leads, today)
    return cell


def cell_history(area):
    """Everybody who ever answered for the same issue in the same region, the newest first."""
    rows = AreaResponsibility.objects.of_cell(area).exclude(pk=area.pk)
    return rows.select_related("party__organization").order_by("-starts_on", "pk")
