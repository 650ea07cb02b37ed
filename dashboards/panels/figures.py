"""The four figures at the top; each is the count of the list that it opens."""

from collections.abc import Mapping

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.action.querysets import KEPT_ON_TIME, is_due_within, is_judged, is_late
from agreements.action.standing import SOON
from agreements.engagement.states import MeetingState
from dashboards import links
from dashboards.charts import Stat
from dashboards.charts.base import DASH
from dashboards.panels.months import month_of
from dashboards.readings.thresholds import THRESHOLDS
from dashboards.sight import Sight

Counts = Mapping[str, int]


def four_figures(sight: Sight) -> tuple[Stat, ...]:
    """Late, due soon, kept on time, met this month: two questions to the database."""
    late, soon = is_late(today=sight.today), is_due_within(SOON, today=sight.today)
    judged = is_judged(today=sight.today)
    counts = sight.commitments().aggregate(
        late=Count("pk", filter=late),
        late_at=Count("organization", filter=late, distinct=True),
        soon=Count("pk", filter=soon),
        soon_at=Count("organization", filter=soon, distinct=True),
        due=Count("pk", filter=judged),
        kept=Count("pk", filter=judged & KEPT_ON_TIME),
    )
    return (
        _late(sight, counts),
        _soon(sight, counts),
        kept_on_time(sight.where, counts),
        _met(sight),
    )


def _late(sight: Sight, counts: Counts) -> Stat:
    total = counts["late"]
    return Stat(
        figure=str(total),
        label=ngettext("commitment late", "commitments late", total),
        note=_at(counts["late_at"]) if total else _("nothing is late"),
        href=links.commitments(sight.where, late=1),
        tone="bad" if total else "good",
    )


def _soon(sight: Sight, counts: Counts) -> Stat:
    return Stat(
        figure=str(counts["soon"]),
        label=_("due in %(days)s days") % {"days": SOON},
        note=_at(counts["soon_at"]) if counts["soon"] else "",
        href=links.commitments(sight.where, soon=1),
    )


def kept_on_time(where: Mapping[str, int], counts: Counts) -> Stat:
    """The rate of SM1: `counts["kept"]` of `counts["due"]`, no other rate for these words (R2)."""
    least = THRESHOLDS["SM1.behaviour"].min_den
    words = (
        _("%(kept)s of %(due)s promises that fell due")
        if counts["due"] >= least
        else _("%(kept)s of %(due)s promises that fell due; a rate from %(least)s on")
    )
    return Stat(
        figure=rate_of(counts["kept"], counts["due"], least=least),
        label=_("kept on time"),
        note=words % {"kept": counts["kept"], "due": counts["due"], "least": least},
        href=links.commitments(where, judged=1),
    )


def _met(sight: Sight) -> Stat:
    this_month = sight.meetings().took_place().filter(held_on__range=month_of(sight.today))
    counts = this_month.aggregate(
        total=Count("pk"), bare=Count("pk", filter=Q(state=MeetingState.HELD))
    )
    words = ngettext(
        "%(count)s without shared minutes", "%(count)s without shared minutes", counts["bare"]
    )
    return Stat(
        figure=str(counts["total"]),
        label=ngettext("meeting held this month", "meetings held this month", counts["total"]),
        note=words % {"count": counts["bare"]} if counts["bare"] else "",
        href=links.meetings(
            sight.where, when="past", state="took_place", month=f"{sight.today:%Y-%m}"
        ),
    )


def rate_of(part: int, whole: int, *, least: int) -> str:
    """“60%”, or a dash where the whole is too small for a rate."""
    return f"{round(100 * part / whole)}%" if whole >= max(least, 1) else DASH


def _at(organizations: int) -> str:
    words = ngettext("at %(count)s organization", "at %(count)s organizations", organizations)
    return words % {"count": organizations}
