"""SM4: shared commitment, the willingness of each party to carry a part of it."""

from django.utils.translation import gettext_lazy as _

from agreements.motivation.kinds import Dimension
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.pulse import said_of
from dashboards.readings.shared import parties_of

PROMISING = Gauge(
    code="SM4.promising",
    name=_("active parties with an open or kept commitment"),
    basis=_(
        "Of the parties active today, those with a commitment that is open, reported done, "
        "or kept within the window. Proposed, declined, cancelled and broken ones do not count."
    ),
    kind=RecordKind.PARTY,
)


def parties_promising(scope: Scope) -> Signal:
    parties = parties_of(scope)
    return PROMISING.of(
        ((party.pk, party.carries) for party in parties),
        has_evidence=any(party.has_promised for party in parties),
    )


ALIGNED = Gauge(
    code="SM4.aligned",
    name=_("active parties with a plan that carries a shared goal"),
    basis=_(
        "Of the parties active today, those with a plan of their own, of a year that the window "
        "touches, that carries a goal of the collaboration. Goals that were dropped do not count."
    ),
    kind=RecordKind.PARTY,
)


def parties_aligned(scope: Scope) -> Signal:
    parties = parties_of(scope)
    return ALIGNED.of(
        ((party.pk, party.is_aligned) for party in parties),
        has_evidence=any(party.is_aligned for party in parties),
    )


COMMITMENT = Element(
    code="SM4",
    component=Component.MOTIVATION,
    name=_("Shared commitment"),
    definition=_(
        "The parties are willing to cross the borders of their own organization "
        "and to stay on a common path: each carries a part."
    ),
    belongs=_("commitments of each active party, plans that carry the goals, and pulses"),
    sources=(parties_promising, parties_aligned),
    asked=said_of("SM4", Dimension.COMMITMENT),
)
