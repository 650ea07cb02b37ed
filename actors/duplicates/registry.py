"""How the rows of each table are treated when a record that they name is merged.

Most columns simply name the kept record from then on. A column that a unique, range or check
rule speaks about needs a rule of its own, registered when the app starts; the tests walk all
columns and fail for one without. Apps above this one register theirs:

    register("agreements.party", "organization", Join(same=("collaboration",), dated=True, …))
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ImproperlyConfigured

RULES: dict[str, Any] = {}
NOTICES: list[Callable] = []


def register(model: str, field: str, rule: Any) -> None:
    """Say how rows of `model` (such as "agreements.party") move along `field`."""
    RULES[f"{model}.{field}"] = rule


def register_notice(notice: Callable) -> Callable:
    """Let `notice(kept, away)` yield lines on what a merge would make look odd."""
    NOTICES.append(notice)
    return notice


def rule_for(reference):
    """The rule of this column; a plain move where nothing can break."""
    rule = RULES.get(reference.key)
    if rule is None and reference.is_bound:
        raise ImproperlyConfigured(f"Register how {reference.key} is merged.")
    return rule or Plain()


@dataclass(frozen=True)
class Plain:
    """All rows name the kept record; `because` says why no promise can break by that."""

    because: str = ""

    def carry_out(self, work, reference, target, source):
        pks = list(reference.rows(source).values_list("pk", flat=True))
        work.move(reference, pks, target=target, source=source)


@dataclass(frozen=True)
class Join:
    """Rows that would stand side by side become one.

    They meet when the columns of `same` are equal and, if `dated`, some of their days are.
    `settle(target, source)` gives what the joined row says besides its days; `says(row)` is the
    line for the reader.
    """

    says: Callable
    same: tuple[str, ...] = ()
    dated: bool = False
    settle: Callable = lambda target, source: {}

    def carry_out(self, work, reference, target, source):
        theirs = list(reference.rows(target))
        free = []
        for row in reference.rows(source):
            met = [other for other in theirs if self._meet(row, other)]
            if not met:
                free.append(row.pk)
                continue
            for other in (*met[1:], row):  # the kept ones first: two may not overlap meanwhile
                work.join(met[0], other, **self._joined(met[0], other))
            theirs = [other for other in theirs if other not in met[1:]]
            work.joined.append(self.says(met[0]))
        work.move(reference, free, target=target, source=source)

    def _meet(self, one, other):
        columns = [one._meta.get_field(name).attname for name in self.same]
        alike = all(getattr(one, name) == getattr(other, name) for name in columns)
        return alike and (not self.dated or share_days(one, other))

    def _joined(self, target, source):
        days = spanned(target, source) if self.dated else {}
        return {**self.settle(target, source), **days}


@dataclass(frozen=True)
class Refuse:
    """Rows that cannot stand side by side, and of which neither may go: somebody acts first.

    `counts(row)` says which rows are meant at all; `says(kept_row, away_row)` what to do first.
    """

    says: Callable
    counts: Callable = lambda row: True

    def carry_out(self, work, reference, target, source):
        theirs = [row for row in reference.rows(target) if self.counts(row)]
        ours = [row for row in reference.rows(source) if self.counts(row)]
        if theirs and ours:
            work.refused.append(self.says(theirs[0], ours[0]))
            return
        Plain().carry_out(work, reference, target, source)


@dataclass(frozen=True)
class RefuseBeside:
    """Rows that meet, as those of `Join` do, and of which neither may go: somebody acts first."""

    says: Callable
    same: tuple[str, ...]
    counts: Callable = lambda row: True

    def carry_out(self, work, reference, target, source):
        theirs = {self._place(row): row for row in reference.rows(target) if self.counts(row)}
        ours = [row for row in reference.rows(source) if self.counts(row)]
        met = [row for row in ours if self._place(row) in theirs]
        if met:
            work.refused += [self.says(theirs[self._place(row)], row) for row in met]
            return
        Plain().carry_out(work, reference, target, source)

    def _place(self, row):
        return tuple(getattr(row, row._meta.get_field(name).attname) for name in self.same)


def share_days(one, other):
    """Whether two dated rows hold on some day together."""
    return not (
        (one.ends_on and one.ends_on < other.starts_on)
        or (other.ends_on and other.ends_on < one.starts_on)
    )


def spanned(one, other):
    """From the earlier first day to the later last one, or on and on."""
    ends = (one.ends_on, other.ends_on)
    return {
        "starts_on": min(one.starts_on, other.starts_on),
        "ends_on": None if None in ends else max(ends),
    }
