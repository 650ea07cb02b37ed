"""What an import would do, row by row, before anything is written."""

import datetime as dt
import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import TextChoices
from django.utils import formats
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from collabgov.kit.reading.problems import letter


class Outcome(TextChoices):
    WRONG = "wrong", _("Wrong")
    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    SAME = "same", _("Unchanged")


@dataclass(frozen=True)
class Problem:
    """A cell that cannot be taken, or a row for which `cell` stays empty."""

    cell: str
    column: str
    text: str

    def __str__(self):
        place = f"{self.cell} ({self.column})" if self.cell and self.column else self.column
        return f"{place}: {self.text}" if place else self.text


@dataclass(frozen=True)
class Change:
    """A cell that differs from what is stored."""

    field: Any
    before: Any
    after: Any

    @property
    def column(self):
        return self.field.header

    @property
    def old(self):
        return self._shown(self.before)

    @property
    def new(self):
        return self._shown(self.after)

    def _shown(self, value):
        if isinstance(value, dt.date):
            return formats.date_format(value, "SHORT_DATE_FORMAT")
        return "" if value in (None, "") else str(self.field.widget.render(value))


@dataclass
class RowPlan:
    """One row of the file: `values` are what it says, `pk` is whom it says it about."""

    number: int
    cells: list[str]
    values: dict[str, Any] = field(default_factory=dict)
    pk: int | None = None
    version: int | None = None
    outcome: str = Outcome.NEW
    title: str = ""
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    twins: list[str] = field(default_factory=list)
    parent_row: int | None = None

    @property
    def is_wrong(self):
        return bool(self.problems)


@dataclass
class Plan:
    rows: list[RowPlan]

    def of(self, outcome):
        return [row for row in self.rows if row.outcome == outcome]

    @cached_property
    def counts(self):
        found = Counter(str(row.outcome) for row in self.rows)
        return {outcome.value: found[outcome.value] for outcome in Outcome}

    @property
    def to_write(self):
        return self.counts["new"] + self.counts["changed"]

    @property
    def with_twins(self):
        return [row for row in self.rows if row.twins and not row.is_wrong]

    @cached_property
    def fingerprint(self):
        """Changes when the file would be taken otherwise than it was shown."""
        said = [
            [row.number, str(row.outcome), row.pk, row.version, row.values] for row in self.rows
        ]
        text = json.dumps(said, cls=DjangoJSONEncoder, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


def cell_name(column, number):
    return f"{letter(column)}{number}"
