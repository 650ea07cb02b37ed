"""Two people edited one meeting: what differs between my text and what is saved."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.engagement.forms.details import FIELDS
from agreements.engagement.kinds import (
    AttendanceLevel,
    DecisionKind,
    MeetingKind,
    MeetingMode,
    Phase,
)


@dataclass(frozen=True)
class Difference:
    label: str
    typed: str
    saved: str


def differences(mine, saved):
    """Return where two checked sheets of one meeting differ, in words."""
    fields = mine.details.fields
    found = [_difference(fields[name].label, *_shown(name, mine, saved)) for name in FIELDS]
    found.append(_difference(_("Attendance"), _attendance(mine), _attendance(saved)))
    found.append(_difference(_("Topics and decisions"), _agenda(mine), _agenda(saved)))
    return [difference for difference in found if difference]


def _difference(label, typed, saved):
    """Of two lists of lines only those that the other one lacks; all when the order differs."""
    if typed == saved:
        return None
    only_typed = [line for line in typed if line not in saved]
    only_saved = [line for line in saved if line not in typed]
    if not only_typed and not only_saved:
        only_typed, only_saved = typed, saved
    return Difference(label, "\n".join(only_typed) or "—", "\n".join(only_saved) or "—")


def is_recorded(lines, commitments):
    """Whether every new commitment of the form is on record already."""
    known = {
        (row.promise, row.organization_id, row.person_id, due_on)
        for row in commitments
        for due_on in (row.due_on, row.original_due_on)
    }
    return all(_facts(line) in known for line in lines)


def _facts(line):
    promise = " ".join(line.promise.split())
    return promise, line.organization.pk, line.person and line.person.pk, line.due_on


def _shown(name, *sheets):
    """The value of a field in each sheet, as a reader would write it."""
    return [[_in_words(name, sheet.details.values[name])] for sheet in sheets]


def _in_words(name, value):
    if value in (None, ""):
        return ""
    if name == "held_on":
        return date_format(value, "SHORT_DATE_FORMAT")
    if name in ("starts_at", "ends_at"):
        return date_format(value, "TIME_FORMAT")
    labels = {"mode": MeetingMode, "kind": MeetingKind}
    return str(labels[name](value).label if name in labels else value)


def _attendance(sheet):
    rows = []
    for line in sheet.lines()["attendances"]:
        who = line.person or line.full_name
        parts = [str(who), line.organization.label] if who else [line.organization.name]
        parts.append(str(_("present") if line.is_present else _("absent")))
        if line.level:
            parts.append(str(AttendanceLevel(line.level).label))
        rows.append(", ".join(parts))
    return sorted(rows)


def _of_topic(line):
    """What stands in the fold of a topic, each in a line of its own."""
    said = [
        (line.minutes_planned, _("Duration: %s minutes")),
        (line.presenter, _("Presenter: %s")),
        (line.question, _("Question: %s")),
    ]
    ticked = [
        (line.is_confidential, _("Confidential")),
        (line.is_open, _("Continues in the next meeting")),
    ]
    lines = [pattern % value for value, pattern in said if value]
    lines += [words for value, words in ticked if value]
    return [f"{line.topic}: {words}" for words in lines]


def _agenda(sheet):
    rows = []
    for line in sheet.lines()["agenda"]:
        rows.append(f"{line.topic} ({Phase(line.phase).label})")
        rows += _of_topic(line)
        rows += [line.notes] if line.notes else []
        if line.decision:
            rows.append(f"→ {line.decision} ({DecisionKind(line.decision_kind).label})")
    return rows
