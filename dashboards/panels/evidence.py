"""Exactly the records behind a signal: those that count, and those of the total that do not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.action.standing import days_after
from agreements.charter.parts import BY_KEY
from agreements.goals.courses import courses_of
from agreements.models import (
    AgendaItem,
    Agreement,
    Attendance,
    Commitment,
    ContextFactor,
    Decision,
    Driver,
    Goal,
    Indicator,
    InterestStatement,
    Meeting,
    Party,
    Question,
)
from dashboards.charts.base import DASH
from dashboards.panels.ways import progress_words
from dashboards.readings.core import RecordKind, Signal
from dashboards.readings.element import Reading
from dashboards.readings.sentences import percent

SHOWN = 10


@dataclass(frozen=True)
class Line:
    """One record: its name, where it leads, what else says which one it is."""

    title: str
    href: str
    facts: tuple[str, ...] = ()
    record: Any = None


@dataclass(frozen=True)
class Records:
    """The records of one side of a signal, in the signal's order; `total` may be more."""

    lines: tuple[Line, ...]
    total: int

    @property
    def is_cut(self) -> bool:
        return len(self.lines) < self.total


@dataclass(frozen=True)
class Evidence:
    """A signal with both lists of records."""

    signal: Signal
    counted: Records
    missing: Records
    beside: tuple[Line, ...] = ()

    @property
    def key(self) -> str:
        """What ids of this signal on the page begin with."""
        return self.signal.gauge.code.lower().replace(".", "-")

    @property
    def share(self) -> str:
        return percent(self.signal.value) if self.signal.denominator else DASH

    @property
    def low(self) -> str:
        return percent(self.signal.threshold.low)

    @property
    def high(self) -> str:
        return percent(self.signal.threshold.high)


def evidence_of(reading: Reading, *, is_all: bool = False) -> tuple[Evidence, ...]:
    """For each signal one question to the database, however many records it is made of."""
    return tuple(_evidence(signal, None if is_all else SHOWN) for signal in reading.signals)


def _evidence(signal: Signal, most: int | None) -> Evidence:
    counted, missing = signal.counted[:most], signal.missing[:most]
    lines = LINES_OF[signal.gauge.kind]((*counted, *missing))
    return Evidence(
        signal,
        Records(_in_order(lines, counted), len(signal.counted)),
        Records(_in_order(lines, missing), len(signal.missing)),
        _beside(signal),
    )


def _beside(signal: Signal) -> tuple[Line, ...]:
    """What is in neither number, each with its reason as the last thing said about it."""
    if not signal.beside:
        return ()
    lines = LINES_OF[signal.gauge.kind]([one.pk for one in signal.beside])
    return tuple(
        replace(lines[one.pk], facts=(*lines[one.pk].facts, *(str(word) for word in one.why)))
        for one in signal.beside
        if one.pk in lines
    )


def _in_order(lines: dict[int, Line], ids: Sequence[int]) -> tuple[Line, ...]:
    return tuple(lines[pk] for pk in ids if pk in lines)


def _drivers(ids: Sequence[int]) -> dict[int, Line]:
    return {
        row.pk: Line(
            row.description,
            _place("drivers", row, f"driver-{row.pk}"),
            (row.get_kind_display(), _day(row.noted_on)),
        )
        for row in Driver.objects.filter(pk__in=ids)
    }


def _context(ids: Sequence[int]) -> dict[int, Line]:
    return {
        row.pk: Line(
            row.description,
            _place("context", row, f"factor-{row.pk}"),
            (
                row.get_kind_display(),
                _("looked at %(day)s") % {"day": _day(row.looked_at_on)},
            ),
        )
        for row in ContextFactor.objects.filter(pk__in=ids)
    }


def _goals(ids: Sequence[int]) -> dict[int, Line]:
    rows = Goal.objects.filter(pk__in=ids).select_related("lead__organization")
    return {
        row.pk: Line(
            row.title,
            row.get_absolute_url(),
            (row.lead.organization.label,) if row.lead else (),
            row,
        )
        for row in rows
    }


def _indicators(ids: Sequence[int]) -> dict[int, Line]:
    """With how far each has come, where that can be said."""
    rows = Indicator.objects.filter(pk__in=ids).select_related("goal")
    return {
        pk: Line(
            courses.indicator.name,
            courses.indicator.get_absolute_url(),
            (
                courses.indicator.goal.title,
                str(courses.indicator.get_level_display()),
                *progress_words(courses),
            ),
        )
        for pk, courses in courses_of(rows).items()
    }


def _agreements(ids: Sequence[int]) -> dict[int, Line]:
    rows = Agreement.objects.filter(pk__in=ids).select_related("type")
    return {row.pk: Line(row.title, row.get_absolute_url(), _term(row), row) for row in rows}


def _term(row: Agreement) -> tuple[str, ...]:
    if row.last_day is None:
        return (row.number,) if row.number else ()
    until = _("until %(day)s") % {"day": _day(row.last_day)}
    return (row.number, until) if row.number else (until,)


def _agenda_items(ids: Sequence[int]) -> dict[int, Line]:
    rows = AgendaItem.objects.filter(pk__in=ids).select_related("meeting")
    return {
        row.pk: Line(
            row.topic, _meeting_url(row.meeting_id), (row.meeting.title, _day(row.meeting.held_on))
        )
        for row in rows
    }


def _meetings(ids: Sequence[int]) -> dict[int, Line]:
    rows = Meeting.objects.filter(pk__in=ids).select_related("facilitator")
    return {
        row.pk: Line(
            row.title,
            _meeting_url(row.pk),
            (_day(row.held_on), str(row.facilitator or _("no facilitator named"))),
            row,
        )
        for row in rows
    }


def _decisions(ids: Sequence[int]) -> dict[int, Line]:
    rows = Decision.objects.filter(pk__in=ids).select_related("meeting")
    return {
        row.pk: Line(
            row.text,
            _meeting_url(row.meeting_id),
            (row.meeting.title, _day(row.meeting.held_on)),
            row,
        )
        for row in rows
    }


def _commitments(ids: Sequence[int]) -> dict[int, Line]:
    rows = Commitment.objects.filter(pk__in=ids).select_related("organization")
    return {
        row.pk: Line(
            row.promise,
            row.get_absolute_url(),
            (
                row.code,
                row.organization.label,
                _("first due %(day)s") % {"day": _day(row.original_due_on)},
                *_done(row),
            ),
            row,
        )
        for row in rows
    }


def _done(row: Commitment) -> tuple[str, ...]:
    done = row.reported_done_on
    if done is None:
        return ()
    return (_("done %(day)s") % {"day": _day(done)}, str(days_after(done, row.original_due_on)))


def _attendances(ids: Sequence[int]) -> dict[int, Line]:
    rows = Attendance.objects.filter(pk__in=ids).select_related("organization", "meeting")
    return {
        row.pk: Line(
            row.organization.name,
            _meeting_url(row.meeting_id),
            (
                row.meeting.title,
                _day(row.meeting.held_on),
                str(row.get_level_display() or _("level not recorded")),
            ),
        )
        for row in rows
    }


def _parties(ids: Sequence[int]) -> dict[int, Line]:
    rows = Party.objects.filter(pk__in=ids).select_related("organization")
    return {
        row.pk: Line(
            row.organization.name,
            reverse("dashboards:organization", args=[row.organization_id]),
            (_("party since %(day)s") % {"day": _day(row.starts_on)},),
        )
        for row in rows
    }


def _statements(ids: Sequence[int]) -> dict[int, Line]:
    rows = InterestStatement.objects.filter(pk__in=ids).select_related("party__organization")
    return {
        row.pk: Line(
            row.text,
            row.get_absolute_url(),
            (row.get_kind_display(), row.party.organization.label, _day(row.stated_on)),
            row,
        )
        for row in rows
    }


def _questions(ids: Sequence[int]) -> dict[int, Line]:
    rows = Question.objects.filter(pk__in=ids).select_related("raised_by__organization")
    return {
        row.pk: Line(
            row.text,
            row.get_absolute_url(),
            (row.raised_by.organization.label, _day(row.raised_on)),
            row,
        )
        for row in rows
    }


def _place(part: str, row: Driver | ContextFactor, anchor: str) -> str:
    """Where a record stands that has no page of its own."""
    return f"{BY_KEY[part].url(row.collaboration_id)}#{anchor}"


def _meeting_url(pk: int) -> str:
    return reverse("agreements:meeting-detail", args=[pk])


def _day(day: Any) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


LINES_OF: dict[RecordKind, Callable[[Sequence[int]], dict[int, Line]]] = {
    RecordKind.CONTEXT: _context,
    RecordKind.DRIVER: _drivers,
    RecordKind.AGENDA_ITEM: _agenda_items,
    RecordKind.MEETING: _meetings,
    RecordKind.DECISION: _decisions,
    RecordKind.COMMITMENT: _commitments,
    RecordKind.ATTENDANCE: _attendances,
    RecordKind.PARTY: _parties,
    RecordKind.GOAL: _goals,
    RecordKind.INDICATOR: _indicators,
    RecordKind.AGREEMENT: _agreements,
    RecordKind.STATEMENT: _statements,
    RecordKind.QUESTION: _questions,
}
