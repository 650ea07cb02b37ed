"""What the parties give each other, as one directed list made of records of several kinds.

Esteve et al. count eleven activities; four of them come in pairs, to give and to receive, and
are one row seen from two sides. Each source is a module here that says `exchanges_of`, and none
knows the others. Each has the database put its rows in order, tells the newest first, and reads
them with `a_few_at_once`: no further than a page needs. Nothing of this is stored.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from heapq import merge
from importlib import import_module
from itertools import islice
from pkgutil import iter_modules
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Esteve(TextChoices):
    """The eleven activities."""

    INFORMAL = "informal", _("Informal cooperation")
    MUTUAL_AID = "mutual_aid", _("Mutual-aid agreement")
    PLANNING = "planning", _("Joint planning")
    GIVE_TRAINING = "give_training", _("Giving training")
    RECEIVE_TRAINING = "receive_training", _("Receiving training")
    GIVE_EQUIPMENT = "give_equipment", _("Giving equipment")
    RECEIVE_EQUIPMENT = "receive_equipment", _("Receiving equipment")
    GIVE_ASSISTANCE = "give_assistance", _("Giving technical assistance")
    RECEIVE_ASSISTANCE = "receive_assistance", _("Receiving technical assistance")
    GIVE_GRANTS = "give_grants", _("Giving grant management")
    RECEIVE_GRANTS = "receive_grants", _("Receiving grant management")


class ExchangeKind(TextChoices):
    """What is exchanged, whoever looks at it."""

    INFORMAL = "informal", _("Informal cooperation")
    MUTUAL_AID = "mutual_aid", _("Mutual-aid agreement")
    PLANNING = "planning", _("Joint planning")
    TRAINING = "training", _("Training")
    EQUIPMENT = "equipment", _("Equipment")
    ASSISTANCE = "assistance", _("Technical assistance")
    GRANTS = "grants", _("Grant management")


DIRECTED = {
    ExchangeKind.TRAINING: (Esteve.GIVE_TRAINING, Esteve.RECEIVE_TRAINING),
    ExchangeKind.EQUIPMENT: (Esteve.GIVE_EQUIPMENT, Esteve.RECEIVE_EQUIPMENT),
    ExchangeKind.ASSISTANCE: (Esteve.GIVE_ASSISTANCE, Esteve.RECEIVE_ASSISTANCE),
    ExchangeKind.GRANTS: (Esteve.GIVE_GRANTS, Esteve.RECEIVE_GRANTS),
}
AT_ONCE = 100
JOINT = (ExchangeKind.MUTUAL_AID, ExchangeKind.PLANNING)


@dataclass(frozen=True)
class Exchange:
    """From whom to whom, what, when; `receiver` is None where it is for all. `url`: its record."""

    kind: ExchangeKind
    giver: Any
    receiver: Any
    what: str
    amount: str
    on: dt.date
    url: str
    collaboration: Any
    is_sample: bool = False

    @property
    def is_joint(self) -> bool:
        """Both do it; neither gives it to the other."""
        return self.kind in JOINT

    def seen_from(self, organization: Any) -> Esteve:
        """Which of the eleven it is to this organization."""
        sides = DIRECTED.get(self.kind)
        if sides is None:
            return Esteve(self.kind.value)
        return sides[0] if self.giver == organization else sides[1]


def a_few_at_once(rows: Any) -> Iterable[Any]:
    """The rows of a queryset, made into objects as they are asked for."""
    found: Iterable[Any] = rows.iterator(chunk_size=AT_ONCE)
    return found


@cache
def _sources() -> tuple[Any, ...]:
    names = sorted(found.name for found in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def exchanges_in(
    collaborations: Any,
    *,
    organization: Any = None,
    keep: Callable[[Exchange], bool] | None = None,
    most: int | None = None,
) -> list[Exchange]:
    """Exchanges in these collaborations, newest first, read no further than they are asked for.

    Args:
        collaborations: those that the reader may see, as a queryset or a list.
        organization: only what it gives or receives, also together with all; None for all.
        keep: which of them; None for all.
        most: how many at most; None for all.
    """
    told = [source.exchanges_of(collaborations, organization) for source in _sources()]
    rows: Iterable[Exchange] = merge(*told, key=lambda row: row.on, reverse=True)
    return list(islice(filter(keep, rows), most))
