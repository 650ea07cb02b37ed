"""Guidelines that are late and trainings nobody told of, where it is this very reader's turn."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.models import Guideline, Training
from dashboards import links
from dashboards.sight import Sight

SHOWN = 6
TOLD = ("what", "row", "said", "day", "place", "is_sample")


@dataclass(frozen=True)
class Errand:
    """A late guideline, or a training whose day has come."""

    href: str
    title: str
    collaboration: str
    day: dt.date
    is_late: bool
    is_sample: bool


@dataclass(frozen=True)
class ArrangementErrands:
    """The first few; of each thing to do, how many there are and the list of them."""

    rows: tuple[Errand, ...] = ()
    total: int = 0
    counts: tuple[tuple[str, int, str], ...] = ()


def arrangements_for_me(sight: Sight) -> ArrangementErrands:
    """Both kinds in one question, the oldest day first; of one collaboration on its own page."""
    only = None if sight.is_whole else sight.only
    where = {"collaboration": only.pk} if only else {}
    late = Guideline.objects.visible_to(sight.user).waiting_for(sight.user).filter(**where)
    untold = Training.objects.visible_to(sight.user).waiting_for(sight.user).filter(**where)
    both = _told(late, "guideline", said="title", day="due_on").union(
        _told(untold, "training", said="topic", day="held_on"), all=True
    )
    found = list(both.order_by("day", "what", "row"))
    counts = Counter(what for what, *_rest in found)
    return ArrangementErrands(
        rows=tuple(_errand(*row) for row in found[:SHOWN]),
        total=len(found),
        counts=tuple(
            (label, counts[what], links.list_of(f"agreements:{what}-list", where, waiting=1))
            for what, label in _labels().items()
            if counts[what]
        ),
    )


def _labels() -> dict[str, str]:
    return {"guideline": _("Guidelines, late"), "training": _("Trainings to tell of")}


def _told(rows: Any, what: str, *, said: str, day: str) -> QuerySet[Any, Any]:
    facts = {"said": F(said), "day": F(day), "place": F("collaboration__title")}
    kind = Value(what, output_field=CharField())
    named = rows.order_by().annotate(what=kind, row=F("pk"), **facts)
    return named.values_list(*TOLD)


def _errand(what: str, row: int, said: str, day: dt.date, place: str, is_sample: bool) -> Errand:
    href = reverse(f"agreements:{what}-detail", args=[row])
    return Errand(href, said, place, day, is_late=what == "guideline", is_sample=is_sample)
