"""PE4b: substantive determinations, the decisions about what is done."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from agreements.engagement.kinds import DecisionKind
from agreements.models import Commitment, Decision, Goal, Indicator, Target
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
            decided_on__range=(scope.window.starts_on, scope.today),
        )
        .annotate(is_followed=Exists(promises))
        .order_by("-decided_on", "pk")
    )
    return FOLLOWED.of(decisions.values_list("pk", "is_followed"))


MEASURED = Gauge(
    code="PE4b.measured",
    name=_("agreed goals with an indicator and a target"),
    basis=_(
        "Of the agreed goals, those with at least one indicator in use that has an agreed "
        "definition and a target that stands."
    ),
    kind=RecordKind.GOAL,
)


def goals_measured(scope: Scope) -> Signal:
    targets = Target.objects.current().filter(indicator=OuterRef("pk"))
    indicators = Indicator.objects.active().filter(
        Exists(targets), goal=OuterRef("pk"), definition_agreed_on__isnull=False
    )
    goals = (
        Goal.objects.agreed()
        .filter(collaboration=scope.collaboration)
        .annotate(is_measured=Exists(indicators))
        .order_by("title", "pk")
    )
    return MEASURED.of(goals.values_list("pk", "is_measured"))


SUBSTANTIVE = Element(
    code="PE4b",
    component=Component.ENGAGEMENT,
    name=_("Substantive determinations"),
    definition=_(
        "Decisions about content: what is done, by whom, by when. "
        "A decision nobody promised to act on is only words."
    ),
    belongs=_("substantive decisions with commitments, and agreed goals with their targets"),
    sources=(decisions_followed, goals_measured),
)
