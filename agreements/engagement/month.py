"""A month of meetings and due dates, day by day, with no more of a day than its cell holds."""

import calendar
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.utils.functional import cached_property

from agreements.action.states import CommitmentState
from agreements.models import Commitment, Meeting

MOST = 4  # entries of a day in the month; the page of the day has the others
GIVEN_UP = (CommitmentState.DECLINED, CommitmentState.CANCELLED)


@dataclass(frozen=True)
class Entry:
    """A meeting, or the day by which something is due."""

    record: Meeting | Commitment

    @property
    def is_due(self):
        return isinstance(self.record, Commitment)

    @property
    def title(self):
        return self.record.promise if self.is_due else self.record.title

    @property
    def time(self):
        return None if self.is_due else self.record.starts_at


@dataclass(frozen=True)
class Day:
    date: date
    entries: tuple
    total: int

    @property
    def key(self):
        return f"{self.date:%Y-%m-%d}"

    @property
    def more(self):
        return self.total - len(self.entries)


@dataclass(frozen=True)
class Week:
    """Seven days from Monday; None for a day of another month."""

    days: tuple

    @property
    def is_empty(self):
        return not any(day and day.entries for day in self.days)


class Month:
    """Two questions to the database, however much the month holds."""

    def __init__(self, first, meetings, commitments):
        self.first = first
        self.weeks_of_dates = calendar.Calendar().monthdatescalendar(first.year, first.month)
        rows = [
            *_first_of_each_day(self._within(meetings, "held_on"), "held_on", "starts_at"),
            *_first_of_each_day(self._within(commitments, "due_on"), "due_on", "pk"),
        ]
        self.rows = {}
        for row in rows:
            self.rows.setdefault(row.day, []).append(row)

    @property
    def is_empty(self):
        return not self.rows

    @property
    def weeks(self):
        return [Week(tuple(map(self._day, week))) for week in self.weeks_of_dates]

    def _within(self, rows, field):
        of_month = {f"{field}__year": self.first.year, f"{field}__month": self.first.month}
        return rows.filter(**of_month).select_related("collaboration")

    def _day(self, day):
        if day.month != self.first.month:
            return None
        rows = self.rows.get(day, [])
        totals = {type(row): row.of_day for row in rows}
        return Day(day, tuple(Entry(row) for row in rows[:MOST]), sum(totals.values()))


def calendar_rows(user):
    """What stands in a calendar of this reader: (meetings, commitments)."""
    commitments = Commitment.objects.visible_to(user).exclude(state__in=GIVEN_UP)
    return Meeting.objects.visible_to(user), commitments.with_secrecy()


def _first_of_each_day(rows, field, order):
    """The first rows of each day, each with its `day` and how many the day has (`of_day`)."""
    by = {"partition_by": [F(field)]}
    return (
        rows.annotate(
            day=F(field),
            number=Window(RowNumber(), order_by=[F(order).asc(nulls_first=True), F("pk")], **by),
            of_day=Window(Count("pk"), **by),
        )
        .filter(number__lte=MOST)
        .order_by(field, F(order).asc(nulls_first=True), "pk")
    )


class EntriesOfDay:
    """Meetings, then what is due, as one list for a paginator."""

    def __init__(self, day, meetings, commitments):
        meetings = meetings.filter(held_on=day).select_related("collaboration")
        commitments = commitments.filter(due_on=day).select_related("collaboration")
        self.parts = (
            meetings.order_by(F("starts_at").asc(nulls_first=True), "pk"),
            commitments.order_by("pk"),
        )
        self.ordered = True

    @cached_property
    def counts(self):
        return [part.count() for part in self.parts]

    def count(self):
        return sum(self.counts)

    def __getitem__(self, span):
        """A page of both: what the meetings leave room for, the commitments fill."""
        (meetings, commitments), before = self.parts, self.counts[0]
        found = [*meetings[span]] if span.start < before else []
        if span.stop > before:
            found += commitments[max(0, span.start - before) : span.stop - before]
        return [Entry(row) for row in found]
