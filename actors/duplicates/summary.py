"""What a merge moved, in the reader's words: how many of each kind, a few of them as links."""

from dataclasses import dataclass

from actors.duplicates import steps
from actors.duplicates.fields import REGISTERS
from actors.duplicates.work import Line

FEW = 5
BESIDE = ("meeting", "collaboration", "party", "commitment", "person", "organization")


@dataclass(frozen=True)
class Moved:
    """Rows of one kind that name the kept record now."""

    label: str
    number: int
    rows: tuple[Line, ...]

    @property
    def more(self):
        return self.number - len(self.rows)


def moved_by(written):
    """One entry for each kind of row that the steps moved or joined, the most first."""
    rows: dict[str, list] = {}
    for step in written:
        if step["what"] == steps.MOVED:
            rows.setdefault(step["model"], []).extend(step["rows"])
    found = [_moved(label, pks) for label, pks in rows.items()]
    return sorted(found, key=lambda each: -each.number)


def _moved(label, pks):
    model = steps.model_of({"model": label})
    numbers = list(dict.fromkeys(pks))
    few = model._base_manager.filter(pk__in=numbers[:FEW]).order_by("pk")
    name = str(model._meta.verbose_name_plural)
    lines = tuple(Line(str(row), page_of(row)) for row in few)
    return Moved(name[:1].upper() + name[1:], len(numbers), lines)


def page_of(row):
    """The row's own page, or that of the record it belongs to; no page: empty."""
    if hasattr(row, "get_absolute_url"):
        return row.get_absolute_url()
    for name in BESIDE:
        other = getattr(row, name, None)
        if other is not None and type(other) not in REGISTERS.values():
            return page_of(other)
    return ""
