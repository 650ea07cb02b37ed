"""Many tables read as one list, the newest first: one slice of each, merged, page by page."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import F, Q, TextField, Value
from django.db.models.fields.json import KeyTextTransform

from dashboards.audit.events import ACCESS


class Ref(NamedTuple):
    """One line of the list: when, of which table, its number, and the act it was part of."""

    at: dt.datetime
    source: str
    pk: int
    act: str | None


@dataclass(frozen=True, order=True)
class Mark:
    """A place in the list: between two lines, named by one of them."""

    at: dt.datetime
    source: str
    pk: int

    def __str__(self):
        return f"{self.at.timestamp():.6f}~{self.source}~{self.pk}"

    @classmethod
    def of(cls, ref, beside=0):
        """The place of a line; one number `beside` it, the line itself is still to come."""
        return cls(ref.at, ref.source, ref.pk + beside)

    @classmethod
    def parse(cls, text):
        """The place that an address names; None for nonsense."""
        at, _, rest = (text or "")[:100].partition("~")
        source, _, pk = rest.partition("~")
        try:
            moment = dt.datetime.fromtimestamp(float(at), tz=dt.UTC)
            number = int(pk)
        except (ValueError, OverflowError, OSError):
            return None
        is_sane = pk.isascii() and 0 <= number < 2**63 and source.replace(".", "").isalnum()
        return cls(moment, source, number) if is_sane else None


@dataclass(frozen=True)
class Branch:
    """The events of one table that are wanted."""

    source: str
    rows: object

    @property
    def columns(self):
        return ("at", "pk") if self.source == ACCESS else ("pgh_created_at", "pgh_id")

    @property
    def act(self):
        """The number of the request or command; an event stands alone."""
        if self.source == ACCESS:
            return Value(None, output_field=TextField())
        return KeyTextTransform("request", "pgh_context")

    def slice(self, mark, limit, *, newer=False, without=()):
        """The first rows beyond the mark, as columns of a `Ref`; none of the acts in `without`."""
        at, pk = self.columns
        rows = self.rows if mark is None else self.rows.filter(self._beyond(mark, newer))
        if without and self.source != ACCESS:
            rows = rows.exclude(pgh_context__request__in=without)
        order = (F(at).asc(), F(pk).asc()) if newer else (F(at).desc(), F(pk).desc())
        # Names that no table has for a column of its own.
        columns = {"ref_at": F(at), "ref_of": Value(self.source), "ref_pk": F(pk)}
        named = rows.order_by(*order).annotate(**columns, ref_act=self.act)
        return named.values_list("ref_at", "ref_of", "ref_pk", "ref_act")[:limit]

    def _beyond(self, mark, newer):
        at, pk = self.columns
        side = "gt" if newer else "lt"
        beyond = Q(**{f"{at}__{side}": mark.at})
        if self.source == mark.source:
            beyond |= Q(**{at: mark.at, f"{pk}__{side}": mark.pk})
        elif (self.source > mark.source) == newer:
            beyond |= Q(**{at: mark.at})
        return Q(**{f"{at}__{side}e": mark.at}) & beyond  # the first part walks the index


@dataclass(frozen=True)
class Page:
    """Some lines of the list, and where it goes on."""

    refs: tuple
    older: Mark | None = None
    newer: Mark | None = None
    left_out: dict = field(default_factory=dict)  # of an act, the lines that are not shown


class Log:
    """All wanted events of all tables as one list."""

    def __init__(self, branches):
        self.branches = tuple(branches)

    def page(self, *, size, before=None, after=None):
        """The lines older than `before`, or newer than `after`; without both, the newest."""
        if after is not None:
            refs = self.take(after, size + 1, newer=True)
            has_newer, refs = len(refs) > size, refs[:size][::-1]
            has_older = bool(refs)
        else:
            refs = self.take(before, size + 1)
            has_older, refs = len(refs) > size, refs[:size]
            has_newer = before is not None and bool(refs)
        return Page(
            tuple(refs),
            older=Mark.of(refs[-1]) if has_older else None,
            newer=Mark.of(refs[0]) if has_newer else None,
        )

    def all(self, *, chunk=1_000):
        """Every line, the newest first, some at a time."""
        mark = None
        while refs := self.take(mark, chunk):
            yield refs
            if len(refs) < chunk:
                return
            mark = Mark.of(refs[-1])

    def take(self, mark, limit, *, newer=False, without=()):
        """The first lines beyond the mark, of all tables."""
        wanted = {"newer": newer, "without": without}
        slices = [branch.slice(mark, limit, **wanted) for branch in self.branches]
        if not slices:
            return []
        if len(slices) == 1:
            return [Ref(*row) for row in slices[0]]
        sign = "" if newer else "-"
        merged = slices[0].union(*slices[1:], all=True)
        rows = merged.order_by(f"{sign}ref_at", f"{sign}ref_of", f"{sign}ref_pk")[:limit]
        return [Ref(*row) for row in rows]
