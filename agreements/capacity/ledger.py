"""Needed, promised, scheduled, delivered, confirmed: side by side for each kind and each unit.

Kinds and units are never added together; every figure opens the records that it counts. Only what
both sides gave their word for is a promise: the rest stands apart, and so does what arrived of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from agreements.capacity.amounts import amount_in_words, percent_in_words
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.states import OUTSTANDING, PROMISED, NeedState, PledgeState

ZERO = Decimal(0)
OF_NEEDS = {"needed": {}, "missing": {"short": 1}}  # each with what its address adds


@dataclass(frozen=True)
class Figure:
    """An amount in words; `url` opens its records, and is empty where there are none."""

    words: str
    url: str
    total: Decimal = ZERO


@dataclass(frozen=True)
class Row:
    """One kind in one unit; `share` is what came of the promises, no promise for more than all."""

    kind: str
    unit: str
    needed: Figure
    missing: Figure  # of open needs, what no promise for that very need covers
    offered: Figure
    unsaid: Figure  # accepted, though one of the two sides has not said so itself
    promised: Figure
    beyond: Figure  # of the promises, those that meet no open need
    scheduled: Figure
    delivered: Figure
    apart: Figure  # what arrived of pledges that are no promises (any more)
    confirmed: Figure
    owing: Figure  # what is still to come of the promises
    overdue: Figure  # of that, what should have come
    share: str


class Sums:
    """The amounts of one kind and unit, written as whoever came first wrote it."""

    def __init__(self) -> None:
        self.unit = ""
        self.of: dict[str, Decimal] = defaultdict(Decimal)

    def add(self, row: Mapping[str, Any], **amounts: Decimal) -> None:
        self.unit = self.unit or row["unit"]
        for name, amount in amounts.items():
            self.of[name] += amount


def ledger_of(needs: Any, pledges: Any, where: Mapping[str, Any]) -> tuple[Row, ...]:
    """Two questions that the database adds up; `where` narrows the lists in the same way.

    Args:
        needs: a queryset of needs, or None where needs are not asked about.
        pledges: a queryset of pledges.
        where: what stands in the addresses of the lists behind the figures.
    """
    places: dict[tuple[str, str], Sums] = defaultdict(Sums)
    for row in needs.open().summed() if needs is not None else ():
        _place(places, row).add(row, needed=row["needed"], missing=row["missing"])
    for row in pledges.summed():
        _place(places, row).add(row, **_amounts(row))
    order = list(ResourceKind)
    found = sorted(places.items(), key=lambda each: (order.index(each[0][0]), each[0][1]))
    return tuple(_row(kind, sums, where) for (kind, _unit), sums in found if any(sums.of.values()))


def _place(places: Any, row: Mapping[str, Any]) -> Sums:
    return places[ResourceKind(row["kind"]), row["unit"].lower()]


def _amounts(row: Mapping[str, Any]) -> Mapping[str, Decimal]:
    """What pledges that are alike add to which figures."""
    pledged, came = row["all_quantity"], row["all_delivered"]
    if row["state"] == PledgeState.OFFERED:
        return {"offered": pledged}
    is_unsaid = row["is_on_behalf"] or row["accepted_on_behalf"]
    if row["state"] not in PROMISED:
        return {"apart": came}
    if is_unsaid:
        return {"unsaid": pledged, "apart": came}
    owed = pledged - came if row["state"] in OUTSTANDING else ZERO
    return {
        "promised": pledged,
        "beyond": ZERO if row["is_met"] else pledged,
        "scheduled": row["all_scheduled"],
        "delivered": came,
        "confirmed": row["all_confirmed"],
        "kept": row["all_kept"],
        "owing": owed,
        "overdue": owed if row["has_passed"] else ZERO,
    }


def _row(kind: str, sums: Sums, where: Mapping[str, Any]) -> Row:
    of, unit = sums.of, sums.unit
    query = {"kind": str(kind), **({"unit": unit} if unit else {}), **where}
    names: Iterable[str] = Row.__annotations__.keys() - {"kind", "unit", "share"}
    figures = {
        name: Figure(
            amount_in_words(of[name], unit), _address(name, query) if of[name] else "", of[name]
        )
        for name in names
    }
    share = percent_in_words(of["kept"], of["promised"]) if of["promised"] else ""
    return Row(kind=str(ResourceKind(kind).label), unit=unit, share=share, **figures)


def _address(name: str, query: Mapping[str, Any]) -> str:
    if name in OF_NEEDS:
        known = {("organization" if key == "receiver" else key): query[key] for key in query}
        return f"{reverse('agreements:need-list')}?" + urlencode(
            {"state": NeedState.OPEN.value, **OF_NEEDS[name], **known}
        )
    return f"{reverse('agreements:pledge-list')}?{urlencode({name: 1, **query})}"
