"""What the agenda says of the phases of engagement: written notes show that one has begun."""

from agreements.engagement.kinds import Phase
from agreements.engagement.states import TOOK_PLACE
from agreements.models import AgendaItem
from dashboards.readings.element import Scope


def has_notes_on(phase: Phase, scope: Scope) -> bool:
    """Whether something was noted on an item of this phase."""
    return phase in scope.once("agenda", lambda: _noted(scope))


def _noted(scope: Scope) -> frozenset[str]:
    """The phases with notes in the window; white space is none."""
    items = AgendaItem.objects.filter(
        meeting__collaboration=scope.collaboration,
        meeting__state__in=TOOK_PLACE,
        meeting__held_on__range=(scope.window.starts_on, scope.today),
        notes__regex=r"\S",
    )
    return frozenset(items.order_by().values_list("phase", flat=True).distinct())
