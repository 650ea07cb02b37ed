"""What the agenda says of the phases of engagement: an item counts when it has written notes."""

from django.db.models import Q

from agreements.engagement.kinds import Phase
from agreements.engagement.states import TOOK_PLACE
from agreements.models import AgendaItem
from dashboards.readings.core import Gauge, Signal
from dashboards.readings.element import Scope


def noted_items(gauge: Gauge, phase: Phase, scope: Scope) -> Signal:
    """Of the items of this phase in meetings that took place, those with more than white space."""
    items = AgendaItem.objects.filter(
        phase=phase,
        meeting__collaboration=scope.collaboration,
        meeting__state__in=TOOK_PLACE,
        meeting__held_on__range=(scope.window.starts_on, scope.today),
    )
    rows = items.annotate(has_notes=Q(notes__regex=r"\S"))
    rows = rows.order_by("-meeting__held_on", "meeting", "position")
    return gauge.of(rows.values_list("pk", "has_notes"))
