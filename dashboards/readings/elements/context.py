"""CTX: the conditions around the collaboration that it did not choose."""

from django.utils.translation import gettext_lazy as _

from agreements.charter.kinds import ContextKind
from agreements.models import ContextFactor
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

KINDS = Gauge(
    code="CTX.kinds",
    name=_("kinds of context described"),
    basis=_(
        "Of the seven kinds of context, those with at least one description. "
        "A description counts until it is removed, whatever the window."
    ),
    kind=RecordKind.CONTEXT,
)
REVIEWED = Gauge(
    code="CTX.reviewed",
    name=_("descriptions of the context looked at within a year"),
    basis=_(
        "Of the descriptions of the context, those noted or found to be still so "
        "in the last twelve months."
    ),
    kind=RecordKind.CONTEXT,
)


def _factors(scope: Scope) -> tuple[ContextFactor, ...]:
    """The descriptions of the collaboration; asked for once a page."""

    def ask() -> tuple[ContextFactor, ...]:
        rows = ContextFactor.objects.filter(
            collaboration=scope.collaboration, noted_on__lte=scope.today
        )
        return tuple(rows.order_by("noted_on", "pk"))

    return scope.once("context", ask)


def context_kinds(scope: Scope) -> Signal:
    rows = _factors(scope)
    found = {row.kind for row in rows}
    return Signal(
        gauge=KINDS,
        numerator=len(found),
        denominator=len(ContextKind.choices),
        counted=tuple(row.pk for row in rows),
        counted_words=tuple(kind.label for kind in ContextKind if kind.value in found),
        missing_words=tuple(kind.label for kind in ContextKind if kind.value not in found),
        has_evidence=bool(rows),
    )


def context_reviewed(scope: Scope) -> Signal:
    rows = _factors(scope)
    return REVIEWED.of((row.pk, not row.is_stale(today=scope.today)) for row in rows)


CONTEXT = Element(
    code="CTX",
    component=Component.CONTEXT,
    name=_("System context"),
    definition=_(
        "What surrounds the collaboration and shapes what it can do: resources and services, "
        "law and policy, earlier failures, power, existing ties, old conflicts, "
        "social and economic conditions."
    ),
    belongs=_("descriptions of the seven kinds of context factor, and when each was reviewed"),
    sources=(context_kinds, context_reviewed),
    short=_("Context"),
)
