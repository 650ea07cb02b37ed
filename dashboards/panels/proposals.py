"""Proposals that wait for an answer which only somebody such as this reader can give."""

import datetime as dt
from dataclasses import dataclass

from agreements.models import Proposal
from dashboards import links
from dashboards.sight import Sight

SHOWN = 6


@dataclass(frozen=True)
class Proposed:
    """One proposal, from whom, and to which party it is addressed; to nobody means to all."""

    href: str
    title: str
    from_party: str
    to_party: str
    collaboration: str
    submitted_on: dt.date
    is_sample: bool
    is_to_confirm: bool


@dataclass(frozen=True)
class Proposals:
    """The first few, how many there are, how many to confirm, and the list of them all."""

    rows: tuple[Proposed, ...] = ()
    total: int = 0
    to_confirm: int = 0
    href: str = ""


def proposals_for_my_answer(sight: Sight, *, most: int = SHOWN) -> Proposals:
    """What has waited longest stands first; on the page of one collaboration only its own."""
    waiting = Proposal.objects.visible_to(sight.user).waiting_for(sight.user, today=sight.today)
    only = None if sight.is_whole else sight.only
    where = {"collaboration": only.pk} if only else {}
    found = list(waiting.filter(**where).for_page().order_by("submitted_on", "pk"))
    href = links.list_of("agreements:proposal-list", where, waiting=1)
    return Proposals(
        rows=tuple(_told(row) for row in found[:most]),
        total=len(found),
        to_confirm=sum(row.is_on_behalf for row in found),
        href=href,
    )


def _told(row: Proposal) -> Proposed:
    return Proposed(
        href=row.get_absolute_url(),
        title=row.title,
        from_party=row.from_party.organization.label,
        to_party=row.to_party.organization.label if row.to_party else "",
        collaboration=row.collaboration.title,
        submitted_on=row.submitted_on,
        is_sample=row.is_sample,
        is_to_confirm=row.is_on_behalf,
    )
