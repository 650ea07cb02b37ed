"""PE4a: primary determinations, the decisions about how the parties work together."""

from django.utils.translation import gettext_lazy as _

from agreements.engagement.decision_kinds import Settlement
from agreements.engagement.kinds import DecisionKind
from agreements.models import Decision
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.shared import meetings_of

HELD = Gauge(
    code="PE4a.held",
    name=_("meetings held as planned"),
    basis=_(
        "Of the meetings in the window whose date has passed, those that took place. "
        "Cancelled meetings, and planned ones that nobody marked as held, stay in the total."
    ),
    kind=RecordKind.MEETING,
)


def meetings_held(scope: Scope) -> Signal:
    """Of today's meetings those that took place already; the others still have the day."""
    return HELD.of(
        (row.pk, row.was_held)
        for row in meetings_of(scope)
        if row.was_held or row.held_on < scope.today
    )


ADOPTED = Gauge(
    code="PE4a.adopted",
    name=_("ways of working that the parties adopted"),
    basis=_(
        "Of ground rules, schedule, roles and the rule of deciding, those that a procedural "
        "decision settles that still stands, whenever it was made."
    ),
    kind=RecordKind.DECISION,
)


def ways_adopted(scope: Scope) -> Signal:
    decisions = Decision.objects.standing().filter(
        meeting__collaboration=scope.collaboration,
        kind=DecisionKind.PROCEDURAL,
        decided_on__lte=scope.today,
    )
    rows = list(decisions.order_by("-decided_on", "-pk").values_list("pk", "settles"))
    settled = {way for _pk, settles in rows for way in settles}
    return Signal(
        gauge=ADOPTED,
        numerator=len(settled),
        denominator=len(Settlement.choices),
        counted=tuple(pk for pk, settles in rows if settles),
        counted_words=tuple(way.label for way in Settlement if way.value in settled),
        missing_words=tuple(way.label for way in Settlement if way.value not in settled),
        has_evidence=bool(rows),
    )


PRIMARY = Element(
    code="PE4a",
    component=Component.ENGAGEMENT,
    name=_("Primary determinations"),
    definition=_(
        "Decisions about how the parties work: ground rules, schedule, roles, task forces; "
        "and whether the agreed rhythm of meetings is kept."
    ),
    belongs=_("meetings planned and held, and procedural decisions"),
    sources=(ways_adopted, meetings_held),
)
