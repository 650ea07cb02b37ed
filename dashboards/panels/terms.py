"""Agreements of a collaboration: how many hold, which end soon, where the others are stuck."""

from dataclasses import dataclass

from django.db.models import Count, F, Q
from django.utils.translation import ngettext

from agreements.instruments.register import is_expiring, is_in_force
from agreements.instruments.standing import standing_of
from agreements.instruments.states import BINDING, PREPARING
from agreements.models import Agreement
from dashboards import links
from dashboards.charts import Stat
from dashboards.sight import Sight

MOST = 8
SOON = 90


@dataclass(frozen=True)
class AgreementPanel:
    """Three figures and the first rows behind them, those that press on top."""

    figures: tuple[Stat, ...]
    agreements: tuple[Agreement, ...]
    total: int
    list_url: str
    timeline_url: str


def agreements_of(sight: Sight) -> AgreementPanel:
    rows = Agreement.objects.filter(collaboration__in=sight.ids, state__in=[*BINDING, *PREPARING])
    counts = rows.aggregate(
        all=Count("pk"),
        in_force=Count("pk", filter=is_in_force(today=sight.today)),
        ending=Count("pk", filter=is_expiring(SOON, today=sight.today)),
        preparing=Count("pk", filter=Q(state__in=PREPARING)),
    )
    soonest = rows.for_register().order_by(F("ends_on").asc(nulls_last=True), "pk")
    found = list(soonest[:MOST])
    for row in found:
        row.standing = standing_of(row, today=sight.today)
    return AgreementPanel(
        figures=_figures(sight, counts),
        agreements=tuple(found),
        total=counts["all"],
        list_url=links.agreements(sight.where),
        timeline_url=links.agreements(sight.where, view="timeline"),
    )


def _figures(sight: Sight, counts: dict[str, int]) -> tuple[Stat, ...]:
    """Each is the count of the list that it opens."""
    holding, ending, preparing = counts["in_force"], counts["ending"], counts["preparing"]
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


def _figure(sight: Sight, count: int, label: str, part: str, tone: str = "") -> Stat:
    more = {"tone": tone} if tone else {}
    href = links.list_of("agreements:agreement-list", sight.where, show=part)
    return Stat(figure=str(count), label=label, href=href, **more)
