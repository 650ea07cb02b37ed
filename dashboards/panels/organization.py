"""An organization in figures: what it promised, what it kept, where it came."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Max, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.models import Organization, User
from agreements.action.querysets import KEPT_ON_TIME, CommitmentQuerySet, is_judged, is_late
from agreements.action.states import OPEN
from agreements.engagement.querysets import AttendanceQuerySet
from agreements.engagement.states import TOOK_PLACE
from agreements.models import Attendance
from dashboards import links
from dashboards.charts import BarChart, BarRow, Stat
from dashboards.panels.figures import Counts, kept_on_time
from dashboards.panels.months import last_months

MONTHS = 6


@dataclass(frozen=True)
class Presence:
    """In how many meetings that took place it was listed, in how many present, and when last."""

    listed: int
    present: int
    last_on: dt.date | None


def attendance_of(user: User, organization: Organization) -> Presence:
    there = Q(is_present=True)
    counts = listed_at(user, organization).aggregate(
        listed=Count("meeting", distinct=True),
        present=Count("meeting", filter=there, distinct=True),
        last_on=Max("meeting__held_on", filter=there),
    )
    return Presence(**counts)


def promised_by(commitments: CommitmentQuerySet) -> Counts:
    """How many promises there are, open, late, due and kept: one question to the database."""
    judged = is_judged()
    counts: Counts = commitments.aggregate(
        all=Count("pk"),
        open=Count("pk", filter=Q(state__in=OPEN)),
        late=Count("pk", filter=is_late()),
        due=Count("pk", filter=judged),
        kept=Count("pk", filter=judged & KEPT_ON_TIME),
    )
    return counts


def figures_of(
    organization: Organization, counts: Counts, attendance: Presence
) -> tuple[Stat, ...]:
    """Open, late, kept on time, met: each is the count of the list that it opens."""
    where = {"organization": organization.pk}
    return (
        Stat(
            figure=str(counts["open"]),
            label=ngettext("open commitment", "open commitments", counts["open"]),
            href=links.commitments(where, open=1),
        ),
        Stat(
            figure=str(counts["late"]),
            label=ngettext("commitment late", "commitments late", counts["late"]),
            note="" if counts["late"] else _("nothing is late"),
            href=links.commitments(where, late=1),
            tone="bad" if counts["late"] else "good",
        ),
        kept_on_time(where, counts),
        _met(where, attendance),
    )


def meetings_by_month(user: User, organization: Organization) -> BarChart:
    """The meetings it came to, month by month."""
    firsts = last_months(timezone.localdate(), MONTHS)
    rows = listed_at(user, organization).filter(is_present=True, meeting__held_on__gte=firsts[0])
    counts = dict(
        rows.values_list(TruncMonth("meeting__held_on"))
        .annotate(total=Count("meeting", distinct=True))
        .order_by()
    )
    total = sum(counts.values())
    words = ngettext(
        "Present at %(total)s meeting in the last %(months)s months.",
        "Present at %(total)s meetings in the last %(months)s months.",
        total,
    )
    return BarChart(
        key="months",
        title=_("Meetings attended, month by month"),
        summary=words % {"total": total, "months": MONTHS},
        empty=_("It came to no meeting in the last %(months)s months.") % {"months": MONTHS},
        rows=tuple(_month(organization, first, counts.get(first, 0)) for first in firsts)
        if total
        else (),
        row_label=_("Month"),
        value_label=_("Meetings attended"),
    )


def _month(organization: Organization, first: dt.date, total: int) -> BarRow:
    href = _meetings({"organization": organization.pk}, month=f"{first:%Y-%m}") if total else ""
    return BarRow(date_format(first, "M Y"), total, href=href)


def _met(where: dict[str, int], attendance: Presence) -> Stat:
    note = _("of %(listed)s it was expected at") % {"listed": attendance.listed}
    return Stat(
        figure=str(attendance.present),
        label=ngettext("meeting attended", "meetings attended", attendance.present),
        note=note if attendance.listed else "",
        href=_meetings(where),
    )


def _meetings(where: dict[str, int], **filters: str) -> str:
    return links.meetings(where, when="past", state="took_place", **filters)


def listed_at(user: User, organization: Organization) -> AttendanceQuerySet:
    """Its attendance at meetings that took place, present or not, as far as the reader sees."""
    rows = Attendance.objects.visible_to(user).filter(organization=organization)
    return rows.filter(meeting__state__in=TOOK_PLACE)
