"""What the agenda says of the phases of engagement: an item counts when it has written notes."""

from django.db.models import Q

from agreements.engagement.kinds import Phase
from agreements.engagement.states import TOOK_PLACE
from agreements.models import AgendaItem
from dashboards.readings.core import Gauge, Signal
from dashboards.readings.element import Scope

Row = tuple[int, str, bool]


def noted_items(gauge: Gauge, phase: Phase, scope: Scope) -> Signal:
    """Of the items of this phase in meetings that took place, those with more than white space."""
    rows = scope.once("agenda", lambda: _items(scope))
    return gauge.of((pk, has_notes) for pk, of_phase, has_notes in rows if of_phase == phase)


def has_notes_on(phase: Phase, scope: Scope) -> bool:
    """Whether something was noted on an item of this phase."""
    rows = scope.once("agenda", lambda: _items(scope))
    return any(has_notes for _pk, of_phase, has_notes in rows if of_phase == phase)


def _items(scope: Scope) -> list[Row]:
    """(id, phase, has notes) of the whole agenda in the window, the latest meeting first."""
    items = AgendaItem.objects.filter(
        meeting__collaboration=scope.collaboration,
        meeting__state__in=TOOK_PLACE,
        meeting__held_on__range=(scope.window.starts_on, scope.today),
    )
    rows = items.annotate(has_notes=Q(notes__regex=r"\S"))
    rows = rows.order_by("-meeting__held_on", "meeting", "position")
    return list(rows.values_list("pk", "phase", "has_notes"))
