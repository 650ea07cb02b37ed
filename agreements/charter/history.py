"""The history of a collaboration in words: its own lines and those of its parties, newest first."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from agreements.charter.kinds import CharterEvent
from agreements.charter.models import Collaboration, PartyChange
from agreements.charter.states import CollaborationState, CycleState, PartyState

MOST_LINES = 40


@dataclass(frozen=True)
class Line:
    """What happened, to whom or what, by whom and why."""

    what: str
    about: str
    note: str
    made_by: str
    made_at: datetime


def history_of(collaboration):
    own = collaboration.changes.for_list()[:MOST_LINES]
    of_parties = PartyChange.objects.filter(party__collaboration=collaboration).for_list()
    lines = [
        *(_line(change, change.get_event_display(), _about(change)) for change in own),
        *(_party_line(change) for change in of_parties[:MOST_LINES]),
    ]
    return sorted(lines, key=lambda line: line.made_at, reverse=True)[:MOST_LINES]


def _line(change, what, about):
    return Line(what, about, change.note, str(change.made_by), change.made_at)


def _party_line(change):
    what = _("State of a party changed") if change.from_state else _("Party added")
    name, move = change.party.organization.label, _move(PartyState, change)
    return _line(change, what, f"{name}: {move}")


def _about(change):
    if change.event == CharterEvent.MOVED:
        return _move(CollaborationState, change)
    if change.event == CharterEvent.CYCLE_MOVED:
        return f"{change.subject}: {_move(CycleState, change)}"
    if change.event == CharterEvent.EDITED:
        fields = {field.name: field.verbose_name for field in Collaboration._meta.fields}
        return ", ".join(str(fields.get(name, name)) for name in change.subject.split())
    return change.subject


def _move(states, change):
    labels = dict(states.choices)
    steps = [change.from_state, change.to_state] if change.from_state else [change.to_state]
    return " → ".join(str(labels.get(step, step)) for step in steps)
