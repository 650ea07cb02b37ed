"""CJ2: leadership roles, filled by several people over time."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.engagement.kinds import MeetingKind
from agreements.models import Meeting
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

FACILITATED = Gauge(
    code="CJ2.facilitated",
    name=_("plenaries with a named facilitator"),
    basis=_("Of the plenaries held in the window, those whose minutes name who facilitated."),
    kind=RecordKind.MEETING,
)


def plenaries_facilitated(scope: Scope) -> Signal:
    plenaries = (
        Meeting.objects.took_place()
        .filter(
            collaboration=scope.collaboration,
            kind=MeetingKind.PLENARY,
            held_on__range=(scope.window.starts_on, scope.today),
        )
        .annotate(is_facilitated=Q(facilitator__isnull=False))
    )
    rows = plenaries.order_by("-held_on", "-pk").values_list("pk", "is_facilitated")
    return FACILITATED.of(rows)


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
