"""What the page of one version shows: where the parties stand, the versions, its history."""

from django.utils.translation import gettext as _

from agreements.charter.history import Line
from agreements.charter.stance_rows import positions_of
from agreements.charter.stances import Stance
from agreements.charter.states import OPEN_VERSION, CollaborationState, VersionState
from agreements.charter.transitions.versions import MOVED

FEW, MOST_LINES = 5, 60


def facts_of_version(record, user, *, make, versions, coordinates):
    """What every page of a version shows; `versions` are all of them, the newest first.

    Args:
        make: gives the row of a party that has none yet.
        coordinates: whether the reader runs the collaboration.
    """
    may_edit = coordinates and record.collaboration.state != CollaborationState.CLOSED
    history = [_line(change) for change in _changes(record)]
    return {
        "collaboration": record.collaboration,
        "may_edit": may_edit,
        "may_change": may_edit and record.state == VersionState.DRAFT,
        "may_draft": may_edit and not any(row.state in OPEN_VERSION for row in versions),
        "versions": versions,
        "history": history[:FEW],
        "older_history": history[FEW:],
        **positions_on(record, user, make=make, may_edit=may_edit),
    }


def positions_on(record, user, *, make, may_edit):
    """Every party's word, who keeps it open, and whether it can be agreed now."""
    is_asking = record.state == VersionState.FOR_CONSENT
    is_agreed = record.state == VersionState.AGREED
    found = positions_of(
        record,
        record.consents.select_related("party__organization", "stated_by__person"),
        user,
        make=make,
        is_asking=is_asking,
        is_settled=is_agreed,
        coordinates=may_edit,
    )
    waiting = found["waiting"]
    return found | {
        "objections": [row for row in waiting if is_agreed and row.stance == Stance.OBJECT],
        "may_agree": may_edit and is_asking and not waiting and found["is_carried"],
    }


def _changes(record):
    return record.changes.select_related("made_by__person").order_by("-made_at", "-pk")[:MOST_LINES]


def _line(change):
    """One line of the history in words."""
    what, about = change.get_event_display(), change.subject
    if change.event == MOVED:
        states = dict(VersionState.choices)
        words = {"from": states[change.from_state], "to": states[change.to_state]}
        about = _("%(from)s → %(to)s") % words
    if change.stance:
        about = f"{change.subject}: {change.get_stance_display()}"
    return Line(what, about, change.note, str(change.made_by), change.made_at)
