"""CJ3: knowledge that the parties share and use."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.goals.states import RivalryState
from agreements.models import KnowledgeAsset, Rivalry
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

USED = Gauge(
    code="CJ3.used",
    name=_("shared knowledge that something rested on"),
    basis=_(
        "Of the data, studies, maps, guidelines and lessons that are shared today, those on which "
        "a decision, a joint finding or a meeting rested, whenever that was."
    ),
    kind=RecordKind.KNOWLEDGE,
)


def knowledge_used(scope: Scope) -> Signal:
    assets = KnowledgeAsset.objects.filter(collaboration=scope.collaboration)
    shared = assets.shared().order_by("title", "pk")
    used = assets.used().order_by().values("pk")
    return USED.of(shared.annotate(is_used=Q(pk__in=used)).values_list("pk", "is_used"))


CONFLICTS = Gauge(
    code="CJ3.conflicts",
    name=_("differing figures that were resolved"),
    basis=_(
        "Of the figures for the same thing that differed between sources, those of which the "
        "parties settled which one stands. Those resolved before the window are left out, those "
        "still open count however old they are."
    ),
    kind=RecordKind.RIVALRY,
)


def conflicts_resolved(scope: Scope) -> Signal:
    """That no figures differ is no evidence that anybody compared them."""
    still_counts = Q(state=RivalryState.OPEN) | Q(
        resolved_on__range=(scope.window.starts_on, scope.today)
    )
    rows = Rivalry.objects.filter(still_counts, indicator__goal__collaboration=scope.collaboration)
    found = rows.order_by("-ends_on", "pk").values_list("pk", "state")
    return CONFLICTS.of((pk, state == RivalryState.RESOLVED) for pk, state in found)


KNOWLEDGE = Element(
    code="CJ3",
    component=Component.CAPACITY,
    name=_("Knowledge"),
    definition=_(
        "Data, studies and know-how that were worked on together, can be used by all "
        "and are used in decisions."
    ),
    belongs=_(
        "shared data, studies and guidelines with what rested on them, and figures that differed "
        "between sources"
    ),
    sources=(knowledge_used, conflicts_resolved),
)
