"""Agreements of a collaboration: how many hold, which end soon, where the others are stuck."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.instruments.standing import standing_of
from agreements.instruments.states import BINDING, PREPARING, AgreementState
from agreements.models import Agreement
from dashboards import links
from dashboards.charts import Stat, Timeline, TimelineRow
from dashboards.sight import Sight

MOST = 8
SOON = 90
S = AgreementState
TONES = {S.IN_FORCE: "good", S.SUSPENDED: "warn"}


@dataclass(frozen=True)
class AgreementPanel:
    """Three figures, the terms as bars, and the rows behind both, those that press first."""

    figures: tuple[Stat, ...]
    timeline: Timeline
    agreements: tuple[Agreement, ...]
    total: int
    list_url: str


def agreements_of(sight: Sight) -> AgreementPanel:
    rows = Agreement.objects.filter(
        collaboration__in=sight.ids, state__in=[*BINDING, *PREPARING]
    ).for_register()
    found = sorted(rows, key=lambda row: (row.ends_on is None, row.ends_on or sight.today, row.pk))
    for row in found:
        row.standing = standing_of(row, today=sight.today)
    return AgreementPanel(
        figures=_figures(sight, found),
        timeline=_timeline(sight, found),
        agreements=tuple(found[:MOST]),
        total=len(found),
        list_url=links.list_of("agreements:agreement-list", sight.where),
    )


def _figures(sight: Sight, rows: list[Agreement]) -> tuple[Stat, ...]:
    holding = sum(_holds(row, sight) for row in rows)
    ending = sum(_ends_soon(row, sight) for row in rows)
    preparing = sum(row.state in PREPARING for row in rows)
    return (
        _figure(sight, holding, ngettext("in force", "in force", holding), "in_force"),
        _figure(
            sight,
            ending,
            ngettext("ends within 90 days", "end within 90 days", ending),
            "expiring",
            tone="bad" if ending else "",
        ),
        _figure(
            sight, preparing, ngettext("being prepared", "being prepared", preparing), "preparing"
        ),
    )


def _holds(row: Agreement, sight: Sight) -> bool:
    """As `is_in_force` has it, which is the list behind the figure."""
    has_begun = row.starts_on is not None and row.starts_on <= sight.today
    is_over = row.ends_on is not None and row.ends_on < sight.today
    return row.state == S.IN_FORCE and has_begun and not is_over


def _ends_soon(row: Agreement, sight: Sight) -> bool:
    if row.ends_on is None or not _holds(row, sight):
        return False
    return (row.ends_on - sight.today).days <= SOON


def _figure(sight: Sight, count: int, label: str, part: str, tone: str = "") -> Stat:
    more = {"tone": tone} if tone else {}
    href = links.list_of("agreements:agreement-list", sight.where, show=part)
    return Stat(figure=str(count), label=label, href=href, **more)


def _timeline(sight: Sight, rows: list[Agreement]) -> Timeline:
    """The terms of those that have both days."""
    terms = [(row, row.starts_on, row.ends_on) for row in rows]
    return Timeline(
        key="terms",
        title=_("From when to when they hold"),
        heading=3,
        today=sight.today,
        empty=_("None of them has a first and a last day yet."),
        rows=tuple(_bar(row, first, last) for row, first, last in terms if first and last)[:MOST],
        row_label=_("Agreement"),
        key_words=_("upright line = today · dashed = not in force yet"),
    )


def _bar(row: Agreement, first: dt.date, last: dt.date) -> TimelineRow:
    return TimelineRow(
        label=row.title,
        href=row.get_absolute_url(),
        starts_on=first,
        ends_on=last,
        status=standing_of(row).words,
        tone=TONES.get(S(row.state), "plan"),
    )
