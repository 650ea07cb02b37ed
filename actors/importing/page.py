"""What the preview shows: how many rows of each sort, and some of one sort."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from actors.importing import headers, transitions
from actors.importing.plan import Outcome
from collabgov.kit.pages import TolerantPaginator

PER_PAGE = 50
TWINS = "twins"
ICONS = {
    "wrong": "exclamation-triangle-fill",
    "new": "plus-lg",
    "changed": "pencil",
    "same": "check-lg",
    TWINS: "people",
}


@dataclass(frozen=True)
class Sort:
    """A tab of the preview."""

    key: str
    label: Any
    number: int

    @property
    def icon(self):
        return ICONS[self.key]


@dataclass(frozen=True)
class Preview:
    plan: Any
    sorts: list[Sort]
    shown: str
    page: Any
    repeated: list[str]

    @classmethod
    def of(cls, run, asked):
        plan = transitions.plan_of(run)
        sorts = [Sort(each.value, each.label, plan.counts[each.value]) for each in Outcome]
        if plan.with_twins:
            sorts.append(Sort(TWINS, _("Perhaps known already"), len(plan.with_twins)))
        keys = [sort.key for sort in sorts]
        first = next((sort.key for sort in sorts if sort.number), "new")
        shown = asked.get("show") if asked.get("show") in keys else first
        rows = plan.with_twins if shown == TWINS else plan.of(shown)
        page = TolerantPaginator(rows, PER_PAGE).page(asked.get("page"))
        twice = headers.repeated(run.content.rows[0][1])
        return cls(plan, sorts, shown, page, twice)
