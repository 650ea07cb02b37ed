"""What is due when: promises as rows with a bar from when they were made to when they are due."""

import datetime as dt

from django.db.models import Count, Window
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.action.standing import standing_of
from agreements.action.states import OWED, CommitmentState
from agreements.models import Commitment
from dashboards import links
from dashboards.charts import Timeline, TimelineRow
from dashboards.sight import Sight

SHOWN = 8
TONES = {
    CommitmentState.PROPOSED: "plan",
    CommitmentState.REPORTED_DONE: "warn",
    CommitmentState.CONFIRMED: "good",
    CommitmentState.NOT_KEPT: "bad",
}


def commitment_timeline(sight: Sight) -> Timeline:
    """Everything open and what ended lately, the earliest due first."""
    shown = sight.commitments().current(today=sight.today)
    rows = list(shown.for_list().annotate(total=Window(Count("pk")))[:SHOWN])
    total = rows[0].total if rows else 0
    has_more = total > len(rows)
    return Timeline(
        key="commitments",
        title=_("Commitment timeline"),
        summary=_summary(len(rows), total) if rows else "",
        empty=_("Promises made in meetings appear here, each with its time until it is due."),
        rows=tuple(_row(row, sight.today) for row in rows),
        today=sight.today,
        more_label=_("All %(total)s commitments") % {"total": total} if has_more else "",
        more_href=links.commitments(sight.where, current=1) if has_more else "",
        row_label=_("Commitment"),
        note_label=_("Organization"),
    )


def _summary(shown: int, total: int) -> str:
    if shown == total:
        return _("Everything open, and what ended in the last 30 days; the earliest due first.")
    words = _("The first %(shown)s of %(total)s, the earliest due first.")
    return words % {"shown": shown, "total": total}


def _row(commitment: Commitment, today: dt.date) -> TimelineRow:
    is_late = commitment.state in OWED and commitment.due_on < today
    tone = TONES.get(CommitmentState(commitment.state), "info")
    return TimelineRow(
        label=commitment.promise,
        href=commitment.get_absolute_url(),
        starts_on=commitment.made_on,
        ends_on=commitment.due_on,
        status=_status(commitment, today, is_late=is_late),
        tone="bad" if is_late else tone,
        note=commitment.organization.label,
        is_confidential=commitment.is_confidential,
    )


def _status(commitment: Commitment, today: dt.date, *, is_late: bool) -> str:
    if is_late:
        return str(standing_of(commitment, today=today).words)
    waits = commitment.state == CommitmentState.PROPOSED
    words = _("No answer yet") if waits else commitment.get_state_display()
    return f"{words} · {date_format(commitment.due_on, 'j M')}"
