"""What the page of a theory of change shows, read in a fixed number of queries."""

from django.utils.translation import gettext as _

from agreements.charter.history import Line
from agreements.charter.stance_rows import positions_of
from agreements.charter.stances import Stance
from agreements.charter.states import CollaborationState
from agreements.goals.kinds import ResultKind, TheoryEvent
from agreements.goals.models import TheoryConsent
from agreements.goals.picture import picture_of
from agreements.goals.rules import is_coordinator
from agreements.goals.states import OPEN_THEORY, TheoryState
from agreements.goals.words import RESULT_NOTES

FEW, MOST_LINES = 5, 60


def facts_of(theory, user):
    results = list(theory.results.select_related("goal").in_order())
    links = _numbered(theory, results)
    versions = list(theory.collaboration.theories.all())
    may_edit = _may_edit(theory, user)
    history = [_line(change) for change in _changes(theory)]
    return {
        "collaboration": theory.collaboration,
        "may_edit": may_edit,
        "may_change": may_edit and theory.state == TheoryState.DRAFT,
        "may_draft": may_edit and not any(row.state in OPEN_THEORY for row in versions),
        "picture": picture_of(results, links) if results else None,
        "groups": _groups(results, links),
        "links": links,
        "is_linked": bool(links),
        "versions": versions,
        "history": history[:FEW],
        "older_history": history[FEW:],
        **_positions(theory, user, may_edit=may_edit),
    }


def _may_edit(theory, user):
    is_open = theory.collaboration.state != CollaborationState.CLOSED
    return is_open and is_coordinator(user, theory)


def _numbered(theory, results):
    """The links in reading order, each with the number of its assumption."""
    place = {row.pk: (number, row) for number, row in enumerate(results)}
    links = sorted(
        theory.links.all(), key=lambda link: (place[link.cause_id][0], place[link.effect_id][0])
    )
    for number, link in enumerate(links, start=1):
        link.number = number
        link.cause, link.effect = place[link.cause_id][1], place[link.effect_id][1]
    return links


def _groups(results, links):
    """The results by kind, each with the links that lead on from it."""
    for result in results:
        result.onward = [link for link in links if link.cause_id == result.pk]
    return [
        {
            "label": kind.label,
            "note": RESULT_NOTES[kind],
            "results": [result for result in results if result.kind == kind],
        }
        for kind in ResultKind
    ]


def _positions(theory, user, *, may_edit):
    is_asking = theory.state == TheoryState.FOR_CONSENT
    is_agreed = theory.state == TheoryState.AGREED
    found = positions_of(
        theory,
        _consents(theory),
        user,
        make=lambda party: TheoryConsent(theory=theory, party=party),
        is_asking=is_asking,
        is_settled=is_agreed,
        coordinates=may_edit,
    )
    waiting = found["waiting"]
    return found | {
        "objections": [row for row in waiting if is_agreed and row.stance == Stance.OBJECT],
        "may_agree": may_edit and is_asking and not waiting and found["is_carried"],
    }


def _consents(theory):
    return theory.consents.select_related("party__organization", "stated_by__person")


def _changes(theory):
    return theory.changes.select_related("made_by__person").order_by("-made_at", "-pk")[:MOST_LINES]


def _line(change):
    """One line of the history in words."""
    what, about = change.get_event_display(), change.subject
    if change.event == TheoryEvent.MOVED:
        states = dict(TheoryState.choices)
        words = {"from": states[change.from_state], "to": states[change.to_state]}
        about = _("%(from)s → %(to)s") % words
    if change.stance:
        about = f"{change.subject}: {change.get_stance_display()}"
    return Line(what, about, change.note, str(change.made_by), change.made_at)
