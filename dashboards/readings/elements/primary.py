"""PE4a: primary determinations, the decisions about how the parties work together."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.engagement.states import TOOK_PLACE
from agreements.models import Meeting
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

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
    took_place = Q(state__in=TOOK_PLACE)
    meetings = Meeting.objects.filter(
        Q(held_on__lt=scope.today) | Q(took_place, held_on=scope.today),
        collaboration=scope.collaboration,
        held_on__gte=scope.window.starts_on,
    ).annotate(was_held=took_place)
    return HELD.of(meetings.order_by("-held_on", "-pk").values_list("pk", "was_held"))


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
