"""Agreements of a collaboration: how many hold, which end soon, where the others are stuck."""

from dataclasses import dataclass

from django.utils.translation import ngettext

from agreements.instruments.standing import standing_of
from agreements.instruments.states import BINDING, PREPARING, AgreementState
from agreements.models import Agreement
from dashboards import links
from dashboards.charts import Stat
from dashboards.sight import Sight

MOST = 8
SOON = 90
S = AgreementState


@dataclass(frozen=True)
class AgreementPanel:
    """Three figures and the first rows behind them, those that press on top."""

    figures: tuple[Stat, ...]
    agreements: tuple[Agreement, ...]
    total: int
    list_url: str
    timeline_url: str


def agreements_of(sight: Sight) -> AgreementPanel:
    rows = Agreement.objects.filter(
        collaboration__in=sight.ids, state__in=[*BINDING, *PREPARING]
    ).for_register()
    found = sorted(rows, key=lambda row: (row.ends_on is None, row.ends_on or sight.today, row.pk))
    for row in found:
        row.standing = standing_of(row, today=sight.today)
    return AgreementPanel(
        figures=_figures(sight, found),
        agreements=tuple(found[:MOST]),
        total=len(found),
        list_url=links.agreements(sight.where),
        timeline_url=links.agreements(sight.where, view="timeline"),
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
