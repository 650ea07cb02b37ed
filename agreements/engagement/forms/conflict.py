"""Two people edited one meeting: what differs between my text and what is saved."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.engagement.forms.details import FIELDS


@dataclass(frozen=True)
class Difference:
    label: str
    typed: str
    saved: str


def differences(mine, saved):
    """Return where two checked sheets of one meeting differ, in words."""
    pairs = [
        (mine.details.fields[name].label, _shown(mine, name), _shown(saved, name))
        for name in FIELDS
    ]
    pairs += [
        (_("Attendance"), _attendance(mine), _attendance(saved)),
        (_("Topics and decisions"), _agenda(mine), _agenda(saved)),
    ]
    return [Difference(label, mine, saved) for label, mine, saved in pairs if mine != saved]


def is_recorded(lines, commitments):
    """Whether every new commitment of the form is on record already."""
    known = {(row.promise, row.organization_id, row.due_on) for row in commitments}
    return all((line.promise, line.organization.pk, line.due_on) in known for line in lines)


def _shown(sheet, name):
    value = sheet.details.values[name]
    if value is None:
        return ""
    if name == "held_on":
        return date_format(value, "SHORT_DATE_FORMAT")
    if name in ("starts_at", "ends_at"):
        return date_format(value, "TIME_FORMAT")
    if name in ("mode", "kind"):
        return str(dict(sheet.details.fields[name].choices)[value])
    return str(value)


def _attendance(sheet):
    rows = []
    for line in sheet.lines()["attendances"]:
        who = line.person or line.full_name
        name = f"{who} — {line.organization}" if who else str(line.organization)
        rows.append(f"{name}: {_('present') if line.is_present else _('absent')} {line.level}")
    return "\n".join(sorted(rows))


def _agenda(sheet):
    rows = []
    for line in sheet.lines()["agenda"]:
        rows += [f"{line.topic} ({line.phase})", line.notes]
        if line.decision:
            rows.append(f"→ {line.decision} ({line.decision_kind})")
    return "\n".join(row for row in rows if row)
