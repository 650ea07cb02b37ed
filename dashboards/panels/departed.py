"""What is still in the name of people who have left: the coordinator sees it until it is taken."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, Q
from django.urls import reverse

from actors.models import Appointment
from agreements.action.states import OPEN, CommitmentState
from agreements.models import Coordinator
from dashboards.sight import Sight


@dataclass(frozen=True)
class Departed:
    """Somebody who has left, and how much still names them here."""

    name: str
    count: int
    href: str
    organization: str
    is_sample: bool


def left_behind(sight: Sight) -> tuple[Departed, ...]:
    """People who left the register or the organization, with open promises or a role."""
    found: dict[int, dict[str, Any]] = {}
    for row in (*_promises(sight), *_roles(sight)):
        one = found.setdefault(row["person"], {**row, "count": 0})
        one["count"] += row["number"]
    return tuple(_departed(one) for one in found.values())


def _promises(sight: Sight) -> Any:
    moving = [*OPEN, CommitmentState.REPORTED_DONE]
    rows = sight.commitments().filter(_has_left(sight.today), state__in=moving)
    return rows.order_by().values("person").annotate(**_words("organization__name"))


def _roles(sight: Sight) -> Any:
    rows = Coordinator.objects.current(today=sight.today).filter(collaboration__in=sight.ids)
    gone = Q(person__is_active=False) | Q(person__user__is_active=False)
    return rows.filter(gone).order_by().values("person").annotate(**_words("collaboration__title"))


def _words(where: str) -> dict[str, Any]:
    return {
        "number": Count("pk"),
        "name": Max("person__full_name"),
        "where": Max(where),
        "sample": Count("pk", filter=Q(is_sample=True)),
    }


def _has_left(today: dt.date) -> Q:
    """Out of use, the account closed, or every post in the promising organization is over."""
    posts = Appointment.objects.filter(
        person=OuterRef("person"), organization=OuterRef("organization")
    )
    at_home = Q(person__user__organization=F("organization"), person__user__is_active=True)
    moved_on = Q(Exists(posts)) & ~Q(Exists(posts.current(today=today))) & ~at_home
    gone = Q(person__is_active=False) | Q(person__user__is_active=False)
    return Q(person__isnull=False) & (gone | moved_on)


def _departed(row: dict[str, Any]) -> Departed:
    return Departed(
        name=row["name"],
        count=row["count"],
        href=reverse("agreements:handover", args=[row["person"]]),
        organization=row["where"],
        is_sample=bool(row["sample"]),
    )
