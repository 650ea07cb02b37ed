"""Pledges that wait for this very reader: to be answered, confirmed, or delivered."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from agreements.models import Pledge
from dashboards import links
from dashboards.sight import Sight

SHOWN = 6
VIEWS = {"answer": "waiting", "confirm": "confirm", "deliver": "owed"}  # of the list of pledges


@dataclass(frozen=True)
class Errand:
    """One pledge and what it waits for."""

    href: str
    title: str
    asks: str
    amount: str
    giver: str
    receiver: str
    collaboration: str
    due_on: dt.date
    is_late: bool
    is_sample: bool


@dataclass(frozen=True)
class Errands:
    """The first few; of each thing to do, how many there are and the list of them."""

    rows: tuple[Errand, ...] = ()
    total: int = 0
    counts: tuple[tuple[str, int, str], ...] = ()


def pledges_for_me(sight: Sight) -> Errands:
    """What is due first stands first; on the page of one collaboration only its own."""
    only = None if sight.is_whole else sight.only
    where = {"collaboration": only.pk} if only else {}
    waiting = Pledge.objects.visible_to(sight.user).errands_of(sight.user)
    found = list(waiting.filter(**where).for_list())
    counts = Counter(row.errand for row in found)
    return Errands(
        rows=tuple(_told(row) for row in found[:SHOWN]),
        total=len(found),
        counts=tuple(
            (label, counts[key], links.list_of("agreements:pledge-list", where, **{VIEWS[key]: 1}))
            for key, label in _labels().items()
            if counts[key]
        ),
    )


def _labels() -> dict[str, str]:
    return {
        "answer": _("Pledges to answer"),
        "confirm": _("Deliveries to confirm"),
        "deliver": _("Resources to deliver"),
    }


def _told(row: Any) -> Errand:
    asks = {"answer": _("To answer"), "confirm": _("To confirm"), "deliver": _("To deliver")}
    return Errand(
        href=row.get_absolute_url(),
        title=row.what,
        asks=asks[row.errand],
        amount=row.amount,
        giver=row.giver.label,
        receiver=row.receiver.label if row.receiver else "",
        collaboration=row.collaboration.title,
        due_on=row.due_on,
        is_late=row.is_late,
        is_sample=row.is_sample,
    )
