"""Leadership roles that fell vacant: somebody led there, and nobody does since a day."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.capacity.leadership_gaps import MISSED, left_vacant
from agreements.charter.states import CollaborationState
from agreements.models import RoleAssignment
from dashboards.panels.stuck import More, Stuck
from dashboards.sight import Sight


def vacancies_that_wait(sight: Sight, *, most: int) -> tuple[list[Stuck], list[More]]:
    """The longest vacant first, and how many there are in each collaboration."""
    running = {
        one.pk: one.title for one in sight.collaborations if one.state != CollaborationState.CLOSED
    }
    roles = RoleAssignment.objects.filter(collaboration__in=running, role__in=MISSED).for_list()
    vacant = sorted(left_vacant(roles), key=lambda row: (row.ends_on, row.pk))
    titles = {} if sight.only else running
    lines = [_stuck(row, titles.get(row.collaboration_id, "")) for row in vacant[:most]]
    return lines, list(_more(vacant, titles))


def _stuck(row: Any, collaboration: str) -> Stuck:
    place = row.goal or row.structure
    return Stuck(
        badge=_("Nobody leads"),
        tone="warn",
        icon="exclamation-circle",
        title=f"{row.get_role_display()} · {place}" if place else row.get_role_display(),
        href=_page(row.collaboration_id),
        on_whom=_("the coordinator"),
        since=row.ends_on + timedelta(days=1),
        collaboration=collaboration,
        is_sample=row.is_sample,
    )


def _more(vacant: list[Any], titles: dict[int, str]) -> Iterable[More]:
    label = _("Roles that nobody holds any more")
    for pk, number in Counter(row.collaboration_id for row in vacant).items():
        yield More(f"{label}: {titles[pk]}" if pk in titles else label, number, _page(pk))


def _page(collaboration_id: int) -> str:
    return f"{reverse('agreements:collaboration-structures', args=[collaboration_id])}#gaps"
