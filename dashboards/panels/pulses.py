"""Pulses that ask this very reader; nobody else sees that they are asked here."""

import datetime as dt
from dataclasses import dataclass

from agreements.models import PulseWave
from agreements.motivation.clock import is_answerable
from dashboards.sight import Sight


@dataclass(frozen=True)
class Asked:
    """One open pulse, until when it can be answered, and what it asks about."""

    href: str
    title: str
    about: str
    closes_on: dt.date
    is_sample: bool


def pulses_for_my_answer(sight: Sight) -> tuple[Asked, ...]:
    """What closes first stands first; on the page of one collaboration only its own.

    Its last day ends by the clock by which the form closes, wherever the reader is.
    """
    waiting = PulseWave.objects.visible_to(sight.user).waiting_for(sight.user)
    only = None if sight.is_whole else sight.only
    if only:
        waiting = waiting.filter(collaboration=only.pk)
    rows = waiting.select_related("collaboration", "organization").order_by("closes_on", "pk")
    return tuple(
        Asked(
            href=row.get_absolute_url(),
            title=row.title,
            about=row.about,
            closes_on=row.closes_on,
            is_sample=row.is_sample,
        )
        for row in rows
        if is_answerable(row)
    )
