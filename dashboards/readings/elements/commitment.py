"""SM4: shared commitment, the willingness of each party to carry a part of it."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from agreements.action.states import OWED, CommitmentState
from agreements.models import Commitment, Party
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

PROMISING = Gauge(
    code="SM4.promising",
    name=_("active parties with an open or kept commitment"),
    basis=_(
        "Of the parties active today, those with a commitment that is open, reported done, "
        "or kept within the window. Proposed, declined, cancelled and broken ones do not count."
    ),
    kind=RecordKind.PARTY,
)
STANDING = (*OWED, CommitmentState.REPORTED_DONE)


def parties_promising(scope: Scope) -> Signal:
    promises = Commitment.objects.counted().filter(
        collaboration=scope.collaboration, organization=OuterRef("organization")
    )
    kept = Q(state=CommitmentState.CONFIRMED, reported_done_on__gte=scope.window.starts_on)
    parties = (
        Party.objects.current(today=scope.today)
        .filter(collaboration=scope.collaboration)
        .annotate(
            carries=Exists(promises.filter(Q(state__in=STANDING) | kept)),
            promised=Exists(promises),
        )
        .order_by("organization__name", "pk")
    )
    rows = tuple(parties.values_list("pk", "carries", "promised"))
    return PROMISING.of(
        ((pk, carries) for pk, carries, _promised in rows),
        has_evidence=any(promised for *_others, promised in rows),
    )


COMMITMENT = Element(
    code="SM4",
    component=Component.MOTIVATION,
    name=_("Shared commitment"),
    definition=_(
        "The parties are willing to cross the borders of their own organization "
        "and to stay on a common path: each carries a part."
    ),
    belongs=_("commitments of each active party"),
    sources=(parties_promising,),
)
