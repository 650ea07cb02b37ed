"""PE4a: primary determinations, the decisions about how the parties work together."""

from django.utils.translation import gettext_lazy as _

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


PRIMARY = Element(
    code="PE4a",
    component=Component.ENGAGEMENT,
    name=_("Primary determinations"),
    definition=_(
        "Decisions about how the parties work: ground rules, schedule, roles, task forces; "
        "and whether the agreed rhythm of meetings is kept."
    ),
    belongs=_("meetings planned and held, and procedural decisions"),
    sources=(meetings_held,),
)
