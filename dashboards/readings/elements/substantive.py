"""PE4b: substantive determinations, the decisions about what is done."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from agreements.engagement.kinds import DecisionKind
from agreements.models import Commitment, Decision
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

FOLLOWED = Gauge(
    code="PE4b.followed",
    name=_("substantive decisions with a commitment"),
    basis=_(
        "Of the substantive decisions made in the window that still stand, those that some "
        "organization promised to act on by a date. Proposed, declined and cancelled "
        "commitments do not count."
    ),
    kind=RecordKind.DECISION,
)


def decisions_followed(scope: Scope) -> Signal:
    promises = Commitment.objects.counted().filter(decision=OuterRef("pk"))
    decisions = (
        Decision.objects.standing()
        .filter(
            kind=DecisionKind.SUBSTANTIVE,
            meeting__collaboration=scope.collaboration,
            meeting__held_on__range=(scope.window.starts_on, scope.today),
        )
        .annotate(is_followed=Exists(promises))
        .order_by("-meeting__held_on", "pk")
    )
    return FOLLOWED.of(decisions.values_list("pk", "is_followed"))


SUBSTANTIVE = Element(
    code="PE4b",
    component=Component.ENGAGEMENT,
    name=_("Substantive determinations"),
    definition=_(
        "Decisions about content: what is done, by whom, by when. "
        "A decision nobody promised to act on is only words."
    ),
    belongs=_("substantive decisions and the commitments that follow from them"),
    sources=(decisions_followed,),
)
