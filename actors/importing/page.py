"""What the preview shows: how many rows of each sort, and some of one sort."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from actors.importing import kept
from actors.importing.kept import PER_PAGE, TWINS
from actors.importing.plan import Outcome
from collabgov.kit.pages import TolerantPaginator

SAY_VALUES = {Outcome.WRONG.value, Outcome.NEW.value, Outcome.CHANGED.value}
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
    head: dict[str, Any]
    sorts: list[Sort]
    shown: str = ""
    page: Any = None  # nothing for whoever sees how much it is, and not what

    @property
    def rows_with_values(self):
        """How many of the rows on this page say more than a name."""
        return len(self.page.object_list) if self.page and self.shown in SAY_VALUES else 0

    @classmethod
    def of(cls, run, asked, *, with_rows):
        head = kept.head_of(run)
        sorts = [Sort(each.value, each.label, head["counts"][each.value]) for each in Outcome]
        if head["twins"]:
            sorts.append(Sort(TWINS, _("Perhaps known already"), head["twins"]))
        if not with_rows:
            return cls({**head, "repeated": []}, sorts)  # a file without headers repeats cells
        numbers = {sort.key: sort.number for sort in sorts}
        first = next((sort.key for sort in sorts if sort.number), "new")
        shown = asked.get("show") if asked.get("show") in numbers else first
        page = TolerantPaginator(range(numbers[shown]), PER_PAGE).page(asked.get("page"))
        page.object_list = kept.rows_of(run, shown, page.number)
        return cls(head, sorts, shown, page)
