"""Minutes that wait: for a word which only this reader can say, or for the coordinator."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import RowNumber, TruncDate
from django.utils.translation import gettext as _

from agreements.engagement.kinds import MeetingEvent
from agreements.engagement.querysets.meetings import minutes_asked_now
from agreements.engagement.states import MeetingState
from agreements.models import Meeting, MeetingChange, MinutesAnswer, MinutesVersion
from dashboards import links
from dashboards.panels.stuck import More, Stuck
from dashboards.sight import Sight

TO_SHARE, TO_FINISH = 1, 2


@dataclass(frozen=True)
class MinutesWord:
    """One version of minutes, and the party that has not answered on it itself."""

    href: str
    meeting: str
    organization: str
    collaboration: str
    answer_by: dt.date
    is_sample: bool
    is_to_confirm: bool


def waits_for_my_answer(sight: Sight, *, here: bool = False) -> tuple[MinutesWord, ...]:
    """Those whose day comes first stand first; all of the reader's, or those of this page."""
    rows = MinutesAnswer.objects.waiting_for(sight.user, today=sight.today)
    if here:
        rows = rows.filter(minutes__meeting__collaboration__in=sight.ids)
    return tuple(
        MinutesWord(
            href=_page(row.minutes.meeting),
            meeting=row.minutes.meeting.title,
            organization=row.party.organization.label,
            collaboration=row.minutes.meeting.collaboration.title,
            answer_by=row.minutes.answer_by,
            is_sample=row.is_sample,
            is_to_confirm=row.is_on_behalf,
        )
        for row in rows.select_related(
            "minutes__meeting__collaboration", "party__organization"
        ).order_by("minutes__answer_by", "pk")
    )


def minutes_that_wait(sight: Sight, *, most: int) -> tuple[list[Stuck], list[More]]:
    """Never shared, or shared and not finished: the first few of each, and how many there are."""
    meetings = list(_waiting(sight).filter(nth__lte=most))
    totals = {meeting.waits: meeting.total for meeting in meetings}
    kinds = (
        (TO_SHARE, _("Minutes to share"), MeetingState.HELD.value),
        (TO_FINISH, _("Minutes to finish"), "to_finish"),
    )
    more = [
        More(label, totals[kind], links.meetings(sight.where, when="past", state=state))
        for kind, label, state in kinds
        if kind in totals
    ]
    return [_line(sight, meeting) for meeting in meetings], more


def _waiting(sight: Sight) -> Any:
    """One question for both kinds, each counted and in the order in which it has waited."""
    unfinished = Meeting.objects.minutes_to_finish(today=sight.today).filter(pk=OuterRef("pk"))
    waits = Case(
        When(state=MeetingState.HELD, then=Value(TO_SHARE)),
        When(Exists(unfinished), then=Value(TO_FINISH)),
    )
    rows = _with_minutes(sight.meetings().annotate(waits=waits).filter(waits__isnull=False), sight)
    order = [F("since").asc(nulls_last=True), F("pk").asc()]
    return (
        rows.annotate(
            nth=Window(RowNumber(), partition_by=F("waits"), order_by=order),
            total=Window(Count("pk"), partition_by=F("waits")),
        )
        .select_related("collaboration")
        .order_by("waits", "nth")
    )


def _with_minutes(rows: Any, sight: Sight) -> Any:
    """Annotate what the newest minutes wait for, and since when."""
    newest = MinutesVersion.objects.filter(meeting=OuterRef("pk")).order_by("-number")
    asked = minutes_asked_now()
    since = Case(
        When(state=MeetingState.HELD, then=F("held_on")),
        When(to_reply__isnull=False, then=F("to_reply")),
        When(adopted_at__isnull=False, then=_correction_begun()),
        When(last_day__lt=sight.today, then=F("last_day")),
        default=_first_of(asked, Max("answered_on")),
        output_field=DateField(),
    )
    return rows.annotate(
        adopted_at=Subquery(newest.values("adopted_at")[:1]),
        last_day=Subquery(newest.values("answer_by")[:1]),
        to_reply=_first_of(asked.unreplied(), Min("answered_on")),
    ).annotate(since=since)


def _correction_begun() -> Subquery:
    lines = MeetingChange.objects.filter(
        meeting=OuterRef("pk"), event=MeetingEvent.CORRECTION_BEGUN
    )
    return Subquery(lines.order_by("-made_at").values(day=TruncDate("made_at"))[:1])


def _first_of(answers: Any, day: Any) -> Subquery:
    """A day of all the answers to the minutes of a meeting."""
    of_each = answers.order_by().values("minutes__meeting").annotate(day=day)
    return Subquery(of_each.values("day"))


def _line(sight: Sight, meeting: Any) -> Stuck:
    return Stuck(
        badge=_badge(meeting),
        tone="neutral" if meeting.waits == TO_SHARE else "warn",
        icon="journal-text",
        title=meeting.title,
        href=_page(meeting),
        on_whom=_("the coordinator"),
        since=meeting.since,
        collaboration="" if sight.only else meeting.collaboration.title,
        is_sample=meeting.is_sample,
    )


def _badge(meeting: Any) -> str:
    if meeting.waits == TO_SHARE:
        return _("Minutes not shared")
    if meeting.to_reply:
        return _("Answer on the minutes without a reply")
    if meeting.adopted_at:
        return _("Correction of the minutes not shared")
    return _("Minutes not adopted")


def _page(meeting: Any) -> str:
    return f"{meeting.get_absolute_url()}#minutes"
