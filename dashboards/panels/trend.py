"""Are we improving: the share of promises kept on time, month by month."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.action.querysets import KEPT_ON_TIME
from dashboards import links
from dashboards.charts import Point, Trend
from dashboards.panels.months import last_months
from dashboards.readings.thresholds import THRESHOLDS
from dashboards.sight import Sight

MONTHS = 12
LEAST = 3  # a month with fewer promises due has numbers, but no rate


@dataclass(frozen=True)
class Month:
    """How many promises fell due in a month, by their first date, and how many were kept."""

    first: dt.date
    due: int = 0
    kept: int = 0

    @property
    def rate(self) -> float | None:
        return 100 * self.kept / self.due if self.due >= LEAST else None

    @property
    def words(self) -> str:
        return _("%(kept)s of %(due)s") % {"kept": self.kept, "due": self.due}


def kept_on_time_trend(sight: Sight) -> Trend:
    months = _months(sight)
    return Trend(
        key="kept",
        title=_("Promises kept on time"),
        summary=_summary(months),
        empty=_("A month appears once %(least)s promises fell due in it. So far there are too few.")
        % {"least": LEAST},
        points=tuple(_point(sight, month) for month in months),
        target=float(100 * THRESHOLDS["SM1.behaviour"].high),
        target_label=_("Established"),
        detail_label=_("Kept on time, of those due"),
        value_label=_("Kept on time"),
    )


def _point(sight: Sight, month: Month) -> Point:
    href = links.commitments(sight.where, due_month=f"{month.first:%Y-%m}") if month.due else ""
    return Point(date_format(month.first, "M"), month.rate, month.words, href)


def _months(sight: Sight) -> list[Month]:
    firsts = last_months(sight.today, MONTHS)
    due = sight.commitments().fell_due(today=sight.today, since=firsts[0])
    rows = (
        due.order_by()
        .values(month=TruncMonth("original_due_on"))
        .annotate(due=Count("pk"), kept=Count("pk", filter=KEPT_ON_TIME))
    )
    found = {row["month"]: Month(row["month"], row["due"], row["kept"]) for row in rows}
    return [found.get(first, Month(first)) for first in firsts]


def _summary(months: list[Month]) -> str:
    """The month before the last one with a rate, then that one, in plain words."""
    rated = [month for month in months if month.rate is not None]
    if not rated:
        return ""
    words = "; ".join(_in_month(month) for month in rated[-2:])
    said = [f"{words}.", _("Counted by the first due date, without moved dates.")]
    if len(rated) < len(months):
        left_out = _("Months in which fewer than %(least)s promises fell due are left out.")
        said.append(left_out % {"least": LEAST})
    return " ".join(said)


def _in_month(month: Month) -> str:
    return _("%(month)s: %(kept)s of %(due)s kept") % {
        "month": date_format(month.first, "F"),
        "kept": month.kept,
        "due": month.due,
    }
