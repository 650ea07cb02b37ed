"""Agreements that need somebody: ending without renewal, stuck at a stage, due for review."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, Sum, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.instruments.register import (
    is_lapsing,
    is_review_due,
    is_stuck,
    wants_signature_of,
)
from agreements.instruments.standing import days_left, standing_of, whom_of
from agreements.instruments.waiting import waiting_of
from agreements.models import Agreement
from dashboards import links
from dashboards.panels.stuck import More, Stuck
from dashboards.sight import Sight

SHOWN, SOON = 3, 30
LAPSING, STUCK, REVIEW = 1, 2, 3
KEYS = {LAPSING: "lapsing", STUCK: "stuck", REVIEW: "review"}


@dataclass(frozen=True)
class Signatures:
    """The first few agreements that want a signature or a word on one, and where all of them are.

    `unsigned` of the `total` want the signature itself.
    """

    rows: tuple[Agreement, ...]
    total: int
    unsigned: int
    href: str


def agreements_that_wait(sight: Sight) -> tuple[list[Stuck], list[More]]:
    """The first few of each kind, and the way to all of each kind."""
    rows = list(_waiting(sight))
    labels = {
        LAPSING: _("Agreements ending, no renewal"),
        STUCK: _("Agreements stuck"),
        REVIEW: _("Agreements to review"),
    }
    totals: dict[int, int] = {row.kind: row.total for row in rows}
    more = [
        More(labels[kind], total, links.agreements(sight.where, show=KEYS[kind]))
        for kind, total in sorted(totals.items())
    ]
    return [_stuck(sight, row) for row in rows], more


def waits_for_my_signature(sight: Sight) -> Signatures:
    """What this reader signs for a party, or confirms; who signed already is not asked again."""
    waiting = Agreement.objects.filter(collaboration__in=sight.ids).waiting_for(sight.user)
    found: list[Any] = list(
        waiting.select_related("type", "collaboration")
        .annotate(is_unsigned=Case(When(wants_signature_of(sight.user), then=1), default=0))
        .annotate(total=Window(Count("pk")), unsigned=Window(Sum("is_unsigned")))
        .order_by("-is_unsigned", "stage_since", "pk")[:SHOWN]
    )
    total, unsigned = (found[0].total, found[0].unsigned) if found else (0, 0)
    return Signatures(tuple(found), total, unsigned, links.agreements(sight.where, show="mine"))


def with_standing(agreements: Any) -> list[Agreement]:
    """The agreements, each with `standing`: how it stands today, in words."""
    rows = list(agreements)
    for row in rows:
        row.standing = standing_of(row)
    return rows


def _waiting(sight: Sight) -> Any:
    """The first few of each kind; what a link of another kind would show too is told once."""
    kinds = (
        (LAPSING, is_lapsing(SOON, today=sight.today)),
        (STUCK, is_stuck(today=sight.today)),
        (REVIEW, is_review_due(today=sight.today)),
    )
    kind = Case(*(When(condition, then=Value(number)) for number, condition in kinds))
    order = [F("ends_on").asc(nulls_last=True), F("stage_since").asc(), F("pk").asc()]
    place = Window(RowNumber(), partition_by=F("kind"), order_by=order)
    rows = Agreement.objects.filter(collaboration__in=sight.ids).for_register()
    return (
        rows.annotate(kind=kind)
        .filter(kind__isnull=False)
        .annotate(place=place, total=Window(Count("pk"), partition_by=F("kind")))
        .filter(place__lte=SHOWN)
        .order_by("kind", "place")
    )


def _stuck(sight: Sight, row: Any) -> Stuck:
    tell = {LAPSING: _lapsing, STUCK: _late, REVIEW: _to_review}[row.kind]
    badge, tone, icon, on_whom, since = tell(sight, row)
    return Stuck(
        badge=badge,
        tone=tone,
        icon=icon,
        title=row.title,
        href=row.get_absolute_url(),
        on_whom=on_whom,
        since=since,
        collaboration="" if sight.only else row.collaboration.title,
        is_sample=row.is_sample,
    )


def _lapsing(sight: Sight, row: Any) -> tuple[Any, ...]:
    left = days_left(row, today=sight.today)
    words = ngettext("Ends in %d day, no renewal", "Ends in %d days, no renewal", left) % left
    until = _("until %s") % date_format(row.last_day, "SHORT_DATE_FORMAT")
    return words, "bad", "clock", f"{row.type.short}, {until}", None


def _late(sight: Sight, row: Any) -> tuple[Any, ...]:
    waiting = waiting_of(row, today=sight.today)
    stage = str(row.stage or row.get_state_display())
    over = ngettext("%d day over", "%d days over", waiting.days_over) % waiting.days_over
    return f"{stage}, {over}", "warn", "hourglass-split", whom_of(waiting), waiting.since


def _to_review(sight: Sight, row: Any) -> tuple[Any, ...]:
    return _("Review due"), "info", "clipboard-check", _("the coordinator"), row.review_on
