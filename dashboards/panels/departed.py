"""What people who have left or moved leave open: the coordinator sees it until it is taken."""

from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Count, Max, Q, Value
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
    found: dict[int, list[dict[str, Any]]] = {}
    for row in _rows(sight):
        found.setdefault(row["who"], []).append(row)
    if not found:
        return ()
    counts = named.count_open(found.keys(), sight.user)
    asked = named.unanswered(sight.commitments())
    return tuple(_departed(rows, counts[who], asked) for who, rows in found.items())


def _rows(sight: Sight) -> Any:
    """Everything in one query: promises, invitations, roles, meetings to lead, silent parties."""
    here, at = {"collaboration__in": sight.ids}, "organization__name"
    left = named.has_left(where="organization", today=sight.today)
    invited = named.invitations().filter(left, meeting__collaboration__in=sight.ids)
    led = named.planned().filter(named.is_gone("facilitator"), **here)
    silent = named.silenced().filter(party__collaboration__in=sight.ids)
    title = "collaboration__title"
    return _grouped(named.promises().filter(left, **here), "person", at).union(
        _grouped(invited, "person", at),
        _grouped(named.roles().filter(named.is_gone(), **here), "person", title),
        _grouped(led, "facilitator", title),
        _grouped(silent, "person", f"party__{at}", party="party__"),
        all=True,
    )


def _grouped(rows: Any, who: str, where: str, party: str = "") -> Any:
    """By person; parties one by one, with the collaboration and organization they are in."""
    none = Value(0, output_field=BigIntegerField())
    return (
        rows.order_by()
        .values("pk" if party else who)
        .annotate(
            who=Max(who),
            name=Max(f"{who}__full_name"),
            where=Max(where),
            sample=Count("pk", filter=Q(is_sample=True)),
            there=Max(f"{party}collaboration") if party else none,
            home=Max(f"{party}organization") if party else none,
        )
        .values("who", "name", "where", "sample", "there", "home")
    )


def _departed(rows: list[dict[str, Any]], number: int, asked: Any) -> Departed:
    row = rows[0]
    return Departed(
        name=row["name"],
        count=number,
        href=reverse("agreements:handover", args=[row["who"]]),
        organization=row["where"],
        unheard=tuple(_silence(one, asked) for one in rows if one["home"]),
        is_sample=bool(row["sample"]),
    )


def _silence(row: dict[str, Any], asked: Any) -> str:
    said = _("nobody speaks for %s") % row["where"]
    number = asked.get((row["there"], row["home"]), 0)
    return f"{said}: {answers(number)}" if number else said
