"""What people who have left or moved leave open: the coordinator sees it until it is taken."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.handover import rows as named
from agreements.handover.providers import answers
from dashboards.sight import Sight


@dataclass(frozen=True)
class Departed:
    """Somebody who has left, how much their handover lists, and which parties fell silent."""

    name: str
    count: int
    href: str
    organization: str
    unheard: tuple[str, ...]
    is_sample: bool


def left_behind(sight: Sight) -> tuple[Departed, ...]:
    """People who left the register or an organization, and what is open since.

    The number is that of the page it leads to, not of one collaboration alone.
    """
    found: dict[int, dict[str, Any]] = {}
    for row in (*_things(sight), *_roles(sight), *_leads(sight)):
        found.setdefault(row["who"], row)
    unheard = _unheard(sight)
    for person, parties in unheard.items():
        found.setdefault(person, parties[0])
    if not found:
        return ()
    counts = named.count_open(found.keys(), sight.user)
    return tuple(
        _departed(row, counts[person], unheard.get(person, [])) for person, row in found.items()
    )


def _things(sight: Sight) -> Any:
    """Promises and invitations in the name of somebody who has left the organization."""
    gone = named.has_left(where="organization", today=sight.today)
    promises = named.promises().filter(gone, collaboration__in=sight.ids)
    invitations = named.invitations().filter(gone, meeting__collaboration__in=sight.ids)
    words = _words("person", "organization__name")
    for rows in (promises, invitations):
        yield from rows.order_by().values("person").annotate(**words)


def _roles(sight: Sight) -> Any:
    rows = named.roles().filter(named.is_gone(), collaboration__in=sight.ids)
    return rows.order_by().values("person").annotate(**_words("person", "collaboration__title"))


def _leads(sight: Sight) -> Any:
    gone = named.is_gone("facilitator")
    rows = named.planned().filter(gone, collaboration__in=sight.ids).order_by()
    words = _words("facilitator", "collaboration__title")
    return rows.values("facilitator").annotate(**words)


def _unheard(sight: Sight) -> dict[int, list[dict[str, Any]]]:
    """Person → parties that nobody speaks for since that person left."""
    rows = named.silenced().filter(party__collaboration__in=sight.ids).order_by()
    rows = rows.values("person", "party__collaboration", "party__organization")
    found: dict[int, list[dict[str, Any]]] = {}
    rows = list(rows.annotate(**_words("person", "party__organization__name")))
    asked = named.unanswered(sight.commitments()) if rows else {}
    for row in rows:
        number = asked.get((row["party__collaboration"], row["party__organization"]), 0)
        found.setdefault(row["who"], []).append({**row, "answers": answers(number)})
    return found


def _words(who: str, where: str) -> dict[str, Any]:
    return {
        "who": Max(who),
        "name": Max(f"{who}__full_name"),
        "where": Max(where),
        "sample": Count("pk", filter=Q(is_sample=True)),
    }


def _departed(row: dict[str, Any], number: int, unheard: list[dict[str, Any]]) -> Departed:
    return Departed(
        name=row["name"],
        count=number,
        href=reverse("agreements:handover", args=[row["who"]]),
        organization=row["where"],
        unheard=tuple(_silence(one) for one in unheard),
        is_sample=bool(row["sample"]),
    )


def _silence(row: dict[str, Any]) -> str:
    said = _("nobody speaks for %s") % row["where"]
    return f"{said}: {row['answers']}" if row["answers"] else said
