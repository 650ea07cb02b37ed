"""Who has gone quiet: in how many meetings of each month was each party."""

import datetime as dt
from typing import Any

from django.db.models import Count, Min
from django.db.models.functions import TruncMonth
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.engagement.states import TOOK_PLACE
from agreements.models import Attendance, Party
from dashboards import links
from dashboards.charts import HeatMap, HeatRow
from dashboards.panels.months import last_months, month_of
from dashboards.sight import Sight

MONTHS = 6
SHOWN = 12
Cells = dict[tuple[int, dt.date], int]


def presence_by_month(sight: Sight) -> HeatMap:
    """Parties of today, the quietest first; a month before they joined says nothing of them."""
    months = last_months(sight.today, MONTHS)
    parties = _parties(sight)
    cells = _cells(sight, months[0])
    rows = [_row(sight, party, months, cells) for party in parties]
    rows.sort(key=lambda row: (sum(value or 0 for value in row.values), row.label.casefold()))
    return HeatMap(
        key="presence",
        title=_("Meetings by organization"),
        summary=_summary(rows),
        empty=_("Once meetings are logged, this shows which parties come and who has gone quiet."),
        columns=tuple(date_format(month, "M") for month in months),
        rows=tuple(rows[:SHOWN]) if cells else (),
        rest=tuple(rows[SHOWN:]) if cells else (),
        rest_label=_rest_label(len(rows) - SHOWN) if len(rows) > SHOWN else "",
        row_label=_("Organization"),
        unit=_("Number of meetings attended; the quietest first. A dash: not a party then."),
    )


def _parties(sight: Sight) -> list[dict[str, Any]]:
    """Organizations that are a party today, each with the day of its first joining."""
    rows = Party.objects.current(today=sight.today).filter(collaboration__in=sight.ids)
    names = rows.order_by().values("organization", "organization__name", "organization__short_name")
    return list(names.annotate(joined=Min("starts_on")))


def _cells(sight: Sight, since: dt.date) -> Cells:
    """(organization, month) → meetings it was present in."""
    rows = (
        Attendance.objects.present()
        .filter(
            meeting__collaboration__in=sight.ids,
            meeting__state__in=TOOK_PLACE,
            meeting__held_on__range=(since, sight.today),
        )
        .order_by()
        .values("organization", month=TruncMonth("meeting__held_on"))
        .annotate(meetings=Count("meeting", distinct=True))
    )
    return {(row["organization"], row["month"]): row["meetings"] for row in rows}


def _row(sight: Sight, party: dict[str, Any], months: list[dt.date], cells: Cells) -> HeatRow:
    pk = party["organization"]
    return HeatRow(
        label=party["organization__short_name"] or party["organization__name"],
        values=tuple(
            None if month_of(month)[1] < party["joined"] else cells.get((pk, month), 0)
            for month in months
        ),
        href=_meetings(sight, pk),
        hrefs=tuple(_meetings(sight, pk, month=f"{month:%Y-%m}") for month in months),
    )


def _meetings(sight: Sight, organization: int, **filters: str) -> str:
    """The list of meetings that this organization was in."""
    return links.meetings(
        sight.where, when="past", state="took_place", organization=organization, **filters
    )


def _summary(rows: list[HeatRow]) -> str:
    quiet = sum(not any(row.values) for row in rows)
    if not quiet:
        return _("Every party came to at least one meeting in these %(months)s months.") % {
            "months": MONTHS
        }
    words = ngettext(
        "%(quiet)s of %(all)s parties came to no meeting in these %(months)s months.",
        "%(quiet)s of %(all)s parties came to no meeting in these %(months)s months.",
        quiet,
    )
    return words % {"quiet": quiet, "all": len(rows), "months": MONTHS}


def _rest_label(count: int) -> str:
    words = ngettext("The other %(count)s party", "The other %(count)s parties", count)
    return words % {"count": count}
