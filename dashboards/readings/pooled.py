"""What the element of resources is read from: pledges, needs, requests for assistance."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.capacity.amounts import amount_in_words, percent_in_words
from agreements.capacity.assistance_kinds import AssistanceState
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.states import NeedState
from agreements.models import AssistanceRequest, NeedChange, Pledge, ResourceNeed
from dashboards.readings.core import Part
from dashboards.readings.element import Scope


@dataclass(frozen=True)
class PledgeFacts:
    """A pledge that is due: how much of which kind, and how much of it has arrived."""

    pk: int
    kind: str
    unit: str
    quantity: Decimal
    delivered: Decimal

    @property
    def is_complete(self) -> bool:
        return self.delivered >= self.quantity

    @property
    def arrived(self) -> Decimal:
        """At most what was pledged: a surplus here does not fill a gap there."""
        return min(self.delivered, self.quantity)


def pledges_due(scope: Scope) -> tuple[PledgeFacts, ...]:
    """Accepted, and first due in the window on a day that has passed: moving a day is no help."""
    rows = (
        Pledge.objects.filter(
            collaboration=scope.collaboration,
            original_due_on__gte=scope.window.starts_on,
            original_due_on__lt=scope.today,
        )
        .promised()
        .with_amounts()
        .order_by("-original_due_on", "pk")
    )
    named = rows.values_list("pk", "kind", "unit", "quantity", "delivered")
    return tuple(PledgeFacts(*row) for row in named)


def kinds_delivered(rows: Iterable[PledgeFacts]) -> tuple[Part, ...]:
    """One part for each kind and unit, in the order of the kinds; nothing else is added up."""
    sums: dict[tuple[str, str], list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    written: dict[tuple[str, str], str] = {}
    for row in rows:
        key = (row.kind, row.unit.lower())
        written.setdefault(key, row.unit)
        sums[key][0] += row.arrived
        sums[key][1] += row.quantity
    order = ResourceKind.values
    return tuple(
        _part(key[0], written[key], *sums[key])
        for key in sorted(sums, key=lambda key: (order.index(key[0]), key[1]))
    )


def _part(kind: str, unit: str, arrived: Decimal, pledged: Decimal) -> Part:
    words = _("%(arrived)s of %(pledged)s, %(share)s") % {
        "arrived": amount_in_words(arrived, unit),
        "pledged": amount_in_words(pledged, unit),
        "share": percent_in_words(arrived, pledged),
    }
    return Part(ResourceKind(kind).label, words, Fraction(arrived) / Fraction(pledged))


def needs_of(scope: Scope) -> Sequence[tuple[int, bool]]:
    """(need, whether as much was promised as is needed), what presses most first."""
    since = timezone.make_aware(dt.datetime.combine(scope.window.starts_on, dt.time.min))
    closed = NeedChange.objects.filter(
        need=OuterRef("pk"), to_state=NeedState.CLOSED, made_at__gte=since
    )
    rows = (
        ResourceNeed.objects.filter(collaboration=scope.collaboration)
        .filter(Q(state=NeedState.OPEN) | Q(Exists(closed), state=NeedState.CLOSED))
        .for_list()
        .values_list("pk", "state", "quantity", "promised")
    )
    found = ((pk, state, promised >= quantity) for pk, state, quantity, promised in rows)
    return [
        (pk, is_covered) for pk, state, is_covered in found if is_covered or state == NeedState.OPEN
    ]


@dataclass(frozen=True)
class RequestFacts:
    """A request that was handed in: can it be judged today, and was it answered in time."""

    today: dt.date
    pk: int
    due_on: dt.date
    answered_on: dt.date | None
    is_on_behalf: bool | None

    @property
    def is_judged(self) -> bool:
        return self.answered_on is not None or self.due_on < self.today

    @property
    def is_in_time(self) -> bool:
        if self.answered_on is None or self.is_on_behalf:
            return False
        return self.answered_on <= self.due_on


def requests_of(scope: Scope) -> tuple[RequestFacts, ...]:
    """Handed in within the window; drafts belong to the party that writes them."""
    rows = (
        AssistanceRequest.objects.filter(
            collaboration=scope.collaboration,
            submitted_on__range=(scope.window.starts_on, scope.today),
        )
        .exclude(state=AssistanceState.WITHDRAWN, response__isnull=True)
        .order_by("-submitted_on", "-pk")
    )
    named = ("pk", "answer_due_on", "response__given_on", "response__is_on_behalf")
    return tuple(RequestFacts(scope.today, *row) for row in rows.values_list(*named))
