"""Many tables read as one list, the newest first: one slice of each, merged, page by page."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, Q, Value

from dashboards.audit.events import ACCESS


@dataclass(frozen=True, order=True)
class Mark:
    """A place in the list: between two lines, named by one of them."""

    at: dt.datetime
    source: str
    pk: int

    def __str__(self):
        return f"{self.at.timestamp():.6f}~{self.source}~{self.pk}"

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

    def slice(self, mark, limit, *, newer=False):
        """The first rows beyond the mark, as (moment, source, number)."""
        at, pk = self.columns
        rows = self.rows if mark is None else self.rows.filter(self._beyond(mark, newer))
        order = (F(at).asc(), F(pk).asc()) if newer else (F(at).desc(), F(pk).desc())
        columns = {"moment": F(at), "number": F(pk)}
        named = rows.order_by(*order).annotate(source=Value(self.source), **columns)
        return named.values_list("moment", "source", "number")[:limit]

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


class Log:
    """All wanted events of all tables as one list."""

    def __init__(self, branches):
        self.branches = tuple(branches)

    def page(self, *, size, before=None, after=None):
        """The lines older than `before`, or newer than `after`; without both, the newest."""
        if after is not None:
            refs = self._take(after, size + 1, newer=True)
            has_newer, refs = len(refs) > size, refs[:size][::-1]
            has_older = bool(refs)
        else:
            refs = self._take(before, size + 1)
            has_older, refs = len(refs) > size, refs[:size]
            has_newer = before is not None and bool(refs)
        return Page(
            tuple(refs),
            older=Mark(*refs[-1]) if has_older else None,
            newer=Mark(*refs[0]) if has_newer else None,
        )

    def all(self, *, chunk=1_000):
        """Every line, the newest first, some at a time."""
        mark = None
        while refs := self._take(mark, chunk):
            yield refs
            if len(refs) < chunk:
                return
            mark = Mark(*refs[-1])

    def _take(self, mark, limit, *, newer=False):
        slices = [branch.slice(mark, limit, newer=newer) for branch in self.branches]
        if not slices:
            return []
        if len(slices) == 1:
            return list(slices[0])
        sign = "" if newer else "-"
        merged = slices[0].union(*slices[1:], all=True)
        return list(merged.order_by(f"{sign}moment", f"{sign}source", f"{sign}number")[:limit])
