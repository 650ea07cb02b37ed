"""The history of a collaboration in words, newest first: its own lines, those of its parties, and
what other features tell of it.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from agreements.charter.kinds import CharterEvent
from agreements.charter.models import Collaboration, PartyChange
from agreements.charter.states import CollaborationState, CycleState, PartyState

MOST_LINES = 40
TELLERS = []  # of other features: each gives its newest lines about a collaboration


@dataclass(frozen=True)
class Line:
    """What happened, to whom or what, by whom and why."""

    what: str
    about: str
    note: str
    made_by: str
    made_at: datetime


def also_told(teller):
    """Register who tells more of the same history; called once, when the site starts."""
    TELLERS.append(teller)
    return teller


def history_of(collaboration):
    own = collaboration.changes.for_list()[:MOST_LINES]
    of_parties = PartyChange.objects.filter(party__collaboration=collaboration).for_list()
    lines = [
        *(_line(change, change.get_event_display(), _about(change)) for change in own),
        *(_party_line(change) for change in of_parties[:MOST_LINES]),
        *(line for tell in TELLERS for line in tell(collaboration, most=MOST_LINES)),
    ]
    return sorted(lines, key=lambda line: line.made_at, reverse=True)[:MOST_LINES]


def _line(change, what, about):
    return Line(what, about, change.note, str(change.made_by), change.made_at)


def _party_line(change):
    what = _("State of a party changed") if change.from_state else _("Party added")
    name, move = change.party.organization.label, moved(PartyState, change)
    return _line(change, what, f"{name}: {move}")


def _about(change):
    if change.event == CharterEvent.MOVED:
        return moved(CollaborationState, change)
    if change.event == CharterEvent.CYCLE_MOVED:
        return f"{change.subject}: {moved(CycleState, change)}"
    if change.event == CharterEvent.EDITED:
        fields = {field.name: field.verbose_name for field in Collaboration._meta.fields}
        return ", ".join(str(fields.get(name, name)) for name in change.subject.split())
    return change.subject


def moved(states, change):
    """From which state to which, in words."""
    labels = dict(states.choices)
    steps = [change.from_state, change.to_state] if change.from_state else [change.to_state]
    return " → ".join(str(labels.get(step, step)) for step in steps)
