"""What needs attention first: what is stuck, on whom, since when (R6)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, Count, DateField, F, Value, When, Window
from django.db.models.functions import RowNumber, TruncDate
from django.utils.translation import gettext as _

from agreements.action.querysets import is_late
from agreements.action.standing import standing_of
from agreements.action.states import CommitmentState
from agreements.models import Commitment
from dashboards import links
from dashboards.panels.agreements import agreements_that_wait
from dashboards.panels.assistance import assistance_that_waits
from dashboards.panels.decisions import decisions_that_wait
from dashboards.panels.minutes import minutes_that_wait
from dashboards.panels.positions import positions_that_wait
from dashboards.panels.stuck import More, Stuck
from dashboards.panels.vacancies import vacancies_that_wait
from dashboards.sight import Sight

SHOWN = 4
LATE, UNANSWERED, UNCONFIRMED, HELP = 1, 2, 3, 4
LOOKS = {
    HELP: ("warn", "exclamation-circle"),
    LATE: ("bad", "clock"),
    UNANSWERED: ("warn", "hourglass-split"),
    UNCONFIRMED: ("info", "check2-square"),
}


@dataclass(frozen=True)
class Attention:
    """The first few of each kind, longest waiting first, and a link to all of each kind."""

    rows: tuple[Stuck, ...]
    more: tuple[More, ...]

    def first(self, most: int) -> "Attention":
        """So many rows; the links tell how many there are of each kind."""
        return replace(self, rows=self.rows[:most])


def needs_attention(sight: Sight) -> Attention:
    asking, promises = list(_asking(sight)), list(_promises(sight))
    said = {row.pk for row in asking}
    rows = [_stuck_promise(sight, row) for row in asking]
    rows += [_stuck_promise(sight, row) for row in promises if row.pk not in said]
    totals = {row.kind: row.total for row in [*asking, *promises]}
    minutes, papers = minutes_that_wait(sight, most=SHOWN)
    agreements, texts = agreements_that_wait(sight)
    asked, positions = positions_that_wait(sight)
    decisions, stances = decisions_that_wait(sight)
    vacant, roles = vacancies_that_wait(sight, most=SHOWN)
    helping, late_help = assistance_that_waits(sight)
    told = (*rows, *helping, *minutes, *decisions, *asked, *agreements, *vacant)
    more = (*_more(sight, totals), *late_help, *papers, *stances, *positions, *texts, *roles)
    return Attention(told, more)


def _asking(sight: Sight) -> Any:
    """The first few promises whose people ask for help; one may be late as well."""
    return (
        sight.commitments()
        .needing_help()
        .with_secrecy()
        .annotate(kind=Value(HELP), since=TruncDate("asked_at"), total=Window(Count("pk")))
        .select_related("organization", "collaboration")
        .order_by("asked_at", "pk")[:SHOWN]
    )


def _promises(sight: Sight) -> Any:
    """The first few promises of each kind that waits, each with how many there are of its kind."""
    kinds = (
        (LATE, is_late(today=sight.today), "due_on"),
        (UNANSWERED, {"state": CommitmentState.PROPOSED}, "made_on"),
        (UNCONFIRMED, {"state": CommitmentState.REPORTED_DONE}, "reported_done_on"),
    )
    kind = Case(*(_when(condition, Value(number)) for number, condition, _since in kinds))
    since = Case(
        *(_when(condition, F(day)) for _number, condition, day in kinds), output_field=DateField()
    )
    waiting = sight.commitments().annotate(kind=kind, since=since).filter(kind__isnull=False)
    place = Window(RowNumber(), partition_by=F("kind"), order_by=[F("since").asc(), F("pk").asc()])
    return (
        waiting.annotate(place=place, total=Window(Count("pk"), partition_by=F("kind")))
        .filter(place__lte=SHOWN)
        .with_secrecy()
        .select_related("organization", "collaboration")
        .order_by("kind", "place")
    )


def _when(condition: Any, then: Any) -> When:
    return When(**condition, then=then) if isinstance(condition, dict) else When(condition, then)


def _stuck_promise(sight: Sight, row: Any) -> Stuck:
    tone, icon = LOOKS[row.kind]
    is_late = row.kind == HELP and row.due_on < sight.today
    return Stuck(
        badge=_badge(row, sight.today),
        tone="bad" if is_late else tone,
        icon=icon,
        title=row.promise,
        href=row.get_absolute_url(),
        on_whom=_("another party or the coordinator")
        if row.kind == UNCONFIRMED
        else row.organization.label,
        since=row.since,
        collaboration=_named(sight, row),
        is_sample=row.is_sample,
        is_confidential=row.is_confidential,
    )


def _badge(row: Any, today: dt.date) -> str:
    needs_help = _("Needs help")
    if row.kind == HELP and row.due_on >= today:
        return needs_help
    if row.kind in (HELP, LATE):
        late = str(standing_of(row, today=today).words)
        return late if row.kind == LATE else f"{needs_help} · {late}"
    return _("No answer yet") if row.kind == UNANSWERED else _("Waits for confirmation")


def _named(sight: Sight, row: Commitment) -> str:
    """The collaboration's title, where the page is about several."""
    return "" if sight.only else row.collaboration.title


def _more(sight: Sight, totals: dict[int, int]) -> Iterable[More]:
    proposed, reported = CommitmentState.PROPOSED.value, CommitmentState.REPORTED_DONE.value
    kinds: tuple[tuple[int, str, dict[str, Any]], ...] = (
        (HELP, _("Needs help"), {"help": 1}),
        (LATE, _("Late"), {"late": 1}),
        (UNANSWERED, _("Without an answer"), {"state": proposed}),
        (UNCONFIRMED, _("To be confirmed"), {"state": reported}),
    )
    for kind, label, filters in kinds:
        if kind in totals:
            yield More(label, totals[kind], links.commitments(sight.where, **filters))
