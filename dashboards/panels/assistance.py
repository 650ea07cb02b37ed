"""Requests for assistance whose next step is this reader's."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from agreements.capacity.assistance_clock import Clock, clock_of
from agreements.models import AssistanceRequest
from dashboards import links
from dashboards.panels.stuck import More, Stuck
from dashboards.sight import Sight

SHOWN = 6
MOST = 4  # late ones told among what needs attention
LIST = "agreements:assistance-list"


@dataclass(frozen=True)
class Asked:
    """One request, from whom to whom, and the clock that runs."""

    href: str
    subject: str
    from_party: str
    to_party: str
    collaboration: str
    needed_by: dt.date
    is_emergency: bool
    clock: Clock | None
    is_sample: bool


@dataclass(frozen=True)
class Assistance:
    """The first few, how many there are, and the list of them all."""

    rows: tuple[Asked, ...] = ()
    total: int = 0
    href: str = ""


def assistance_for_me(sight: Sight, *, most: int = SHOWN) -> Assistance:
    """The most urgent first; on the page of one collaboration only its own."""
    waiting = AssistanceRequest.objects.visible_to(sight.user).waiting_for(sight.user)
    only = None if sight.is_whole else sight.only
    where = {"collaboration": only.pk} if only else {}
    found = list(waiting.filter(**where).for_list())
    href = links.list_of(LIST, where, waiting=1)
    told = tuple(_told(row) for row in found[:most])
    return Assistance(told, len(found), href)


def _told(row: AssistanceRequest) -> Asked:
    return Asked(
        href=row.get_absolute_url(),
        subject=row.subject,
        from_party=row.from_party.organization.label,
        to_party=row.to_party.organization.label,
        collaboration=row.collaboration.title,
        needed_by=row.needed_by,
        is_emergency=row.is_emergency,
        clock=clock_of(row),
        is_sample=row.is_sample,
    )


def assistance_that_waits(sight: Sight) -> tuple[list[Stuck], list[More]]:
    """Late answers and late help, emergencies first; and the list of them all."""
    rows = AssistanceRequest.objects.visible_to(sight.user).filter(collaboration__in=sight.ids)
    found = list(rows.late().for_list())
    if not found:
        return [], []
    lines = [_stuck(sight, row) for row in found[:MOST]]
    href = links.list_of(LIST, sight.where, late=1)
    return lines, [More(_("Assistance: late"), len(found), href)]


def _stuck(sight: Sight, row: AssistanceRequest) -> Stuck:
    """It waits for who was asked, who has not answered or not brought the help."""
    clock = clock_of(row)
    words, emergency = clock.words if clock else "", _("Emergency")
    return Stuck(
        badge=f"{emergency} · {words}" if row.is_emergency else words,
        tone="bad",
        icon="exclamation-circle" if row.is_emergency else "clock",
        title=row.subject,
        href=row.get_absolute_url(),
        on_whom=row.to_party.organization.label,
        since=clock.day if clock else None,
        collaboration="" if sight.only else row.collaboration.title,
        is_sample=row.is_sample,
    )
