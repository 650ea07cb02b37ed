"""A record of any kind as one line: its name, where it leads, what says which one it is."""

from collections.abc import Callable, Sequence

from django.urls import reverse
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
    Position,
    Question,
    Rivalry,
)
from dashboards.panels.capacity_lines import CAPACITY_LINES
from dashboards.panels.line import Line, day_in_words
from dashboards.panels.ways import progress_words
from dashboards.readings.core import RecordKind


def _drivers(ids: Sequence[int]) -> dict[int, Line]:
    return {
        row.pk: Line(
            row.description,
            _place("drivers", row, f"driver-{row.pk}"),
            (row.get_kind_display(), day_in_words(row.noted_on)),
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
                _("looked at %(day)s") % {"day": day_in_words(row.looked_at_on)},
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
    until = _("until %(day)s") % {"day": day_in_words(row.last_day)}
    return (row.number, until) if row.number else (until,)


def _agenda_items(ids: Sequence[int]) -> dict[int, Line]:
    rows = AgendaItem.objects.filter(pk__in=ids).select_related("meeting")
    return {
        row.pk: Line(
            row.topic,
            _meeting_url(row.meeting_id),
            (row.meeting.title, day_in_words(row.meeting.held_on)),
            is_confidential=row.is_confidential,
        )
        for row in rows
    }


def _meetings(ids: Sequence[int]) -> dict[int, Line]:
    rows = Meeting.objects.filter(pk__in=ids).select_related("facilitator")
    return {
        row.pk: Line(
            row.title,
            _meeting_url(row.pk),
            (day_in_words(row.held_on), str(row.facilitator or _("no facilitator named"))),
            row,
        )
        for row in rows
    }


def _decisions(ids: Sequence[int]) -> dict[int, Line]:
    rows = Decision.objects.filter(pk__in=ids).with_secrecy()
    rows = rows.select_related("meeting", "decided_in")
    return {
        row.pk: Line(
            row.text,
            row.get_absolute_url(),
            (row.place.title, day_in_words(row.decided_on or row.place.held_on)),
            row,
            row.is_confidential,
        )
        for row in rows
    }


def _commitments(ids: Sequence[int]) -> dict[int, Line]:
    rows = Commitment.objects.filter(pk__in=ids).with_secrecy().select_related("organization")
    return {
        row.pk: Line(
            row.promise,
            row.get_absolute_url(),
            (
                row.code,
                row.organization.label,
                _("first due %(day)s") % {"day": day_in_words(row.original_due_on)},
                *_done(row),
            ),
            row,
            row.is_confidential,
        )
        for row in rows
    }


def _done(row: Commitment) -> tuple[str, ...]:
    done = row.reported_done_on
    if done is None:
        return ()
    return (
        _("done %(day)s") % {"day": day_in_words(done)},
        str(days_after(done, row.original_due_on)),
    )


def _attendances(ids: Sequence[int]) -> dict[int, Line]:
    rows = Attendance.objects.filter(pk__in=ids).select_related("organization", "meeting")
    return {
        row.pk: Line(
            row.organization.name,
            _meeting_url(row.meeting_id),
            (
                row.meeting.title,
                day_in_words(row.meeting.held_on),
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
            (_("party since %(day)s") % {"day": day_in_words(row.starts_on)},),
        )
        for row in rows
    }


def _statements(ids: Sequence[int]) -> dict[int, Line]:
    rows = InterestStatement.objects.filter(pk__in=ids).select_related("party__organization")
    return {
        row.pk: Line(
            row.text,
            row.get_absolute_url(),
            (row.get_kind_display(), row.party.organization.label, day_in_words(row.stated_on)),
        )
        for row in rows
    }


def _questions(ids: Sequence[int]) -> dict[int, Line]:
    rows = Question.objects.filter(pk__in=ids).with_secrecy()
    rows = rows.select_related("raised_by__organization")
    return {
        row.pk: Line(
            row.text,
            row.get_absolute_url(),
            (row.raised_by.organization.label, day_in_words(row.raised_on)),
            row,
            row.is_confidential,
        )
        for row in rows
    }


def _positions(ids: Sequence[int]) -> dict[int, Line]:
    rows = Position.objects.filter(pk__in=ids).with_secrecy()
    rows = rows.select_related("party__organization", "decision")
    return {
        row.pk: Line(
            f"{row.party.organization.label}: {row.get_stance_display()}",
            f"{row.decision.get_absolute_url()}#positions",
            (row.decision.text, *filter(None, (row.reason,))),
            is_confidential=row.is_confidential,
        )
        for row in rows
    }


def _rivalries(ids: Sequence[int]) -> dict[int, Line]:
    rows = Rivalry.objects.filter(pk__in=ids).select_related("indicator", "region")
    return {
        row.pk: Line(
            row.indicator.name,
            row.get_absolute_url(),
            (*((row.region.name,) if row.region else ()), row.period_words),
            row,
        )
        for row in rows
    }


def _place(part: str, row: Driver | ContextFactor, anchor: str) -> str:
    """Where a record stands that has no page of its own."""
    return f"{BY_KEY[part].url(row.collaboration_id)}#{anchor}"


def _meeting_url(pk: int) -> str:
    return reverse("agreements:meeting-detail", args=[pk])


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
    RecordKind.POSITION: _positions,
    RecordKind.RIVALRY: _rivalries,
    **CAPACITY_LINES,
}
