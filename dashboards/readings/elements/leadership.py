"""CJ2: leadership roles, filled by several people over time."""

from django.utils.translation import gettext_lazy as _

from agreements.engagement.kinds import MeetingKind
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.shared import meetings_of

FACILITATED = Gauge(
    code="CJ2.facilitated",
    name=_("plenaries with a named facilitator"),
    basis=_("Of the plenaries held in the window, those whose minutes name who facilitated."),
    kind=RecordKind.MEETING,
)


def plenaries_facilitated(scope: Scope) -> Signal:
    return FACILITATED.of(
        (row.pk, row.facilitator_id is not None)
        for row in meetings_of(scope)
        if row.was_held and row.kind == MeetingKind.PLENARY
    )


LEADERSHIP = Element(
    code="CJ2",
    component=Component.CAPACITY,
    name=_("Leadership"),
    definition=_(
        "Somebody sponsors, convenes, facilitates, represents, explains the science and decides: "
        "several people, changing over time, without gaps."
    ),
    belongs=_("plenaries and who facilitated them, and leadership roles"),
    sources=(plenaries_facilitated,),
)
