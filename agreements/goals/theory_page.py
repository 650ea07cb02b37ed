"""What the page of a theory of change shows, read in a fixed number of queries."""

from collections import Counter

from django.utils.translation import gettext as _

from agreements.charter.history import Line
from agreements.charter.rules import represented_organizations
from agreements.charter.states import CollaborationState
from agreements.goals.kinds import ResultKind, Stance, TheoryEvent
from agreements.goals.models import TheoryConsent
from agreements.goals.picture import picture_of
from agreements.goals.rules import is_coordinator
from agreements.goals.states import ASKED_THEORY, OPEN_THEORY, TheoryState
from agreements.goals.transitions.theory import FOR_IT, SILENT, deciding
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
    """Every deciding party with its word; also who spoke and has left since."""
    said = {row.party_id: row for row in _consents(theory)}
    asked = list(deciding(theory.collaboration_id).for_list())
    is_asking = theory.state == TheoryState.FOR_CONSENT
    is_agreed = theory.state == TheoryState.AGREED
    if theory.state in ASKED_THEORY:
        for party in asked:
            said.setdefault(party.pk, TheoryConsent(theory=theory, party=party))
    mine = _represented(theory, user)
    current = {party.pk for party in asked}
    rows = sorted(said.values(), key=lambda row: row.party.organization.name)
    for row in rows:
        row.is_own = is_own = row.party.organization_id in mine and row.party_id in current
        row.is_former = row.party_id not in current
        row.may_confirm = row.is_on_behalf and is_own and row.stated_by != user
        speaks = may_edit and (row.stance == Stance.NOT_STATED or row.is_on_behalf)
        may_put_right = is_own and (row.is_on_behalf or row.stance == Stance.OBJECT)
        row.may_state = not row.is_former and (
            (is_asking and (is_own or speaks)) or (is_agreed and may_put_right)
        )
    waiting = [row for row in rows if not row.is_former and row.stance in SILENT]
    settled = [row for row in rows if _is_settled(row, waiting)] if len(rows) > FEW else []
    return {
        "positions": rows,
        "open_positions": [row for row in rows if row not in settled],
        "settled_positions": settled,
        "settled_words": _counted(settled),
        "waiting": waiting,
        "objections": [row for row in waiting if is_agreed and row.stance == Stance.OBJECT],
        "may_agree": may_edit and is_asking and not waiting and _is_carried(rows),
    }


def _is_carried(rows):
    """Whether at least one party that still decides is for it."""
    return any(row.stance in FOR_IT for row in rows if not row.is_former)


def _is_settled(row, waiting):
    """The party has spoken and the reader is not of it; many of these are folded away."""
    return not (row in waiting or row.is_own)


def _counted(rows):
    """How many said what, in a few words."""
    counts = Counter(row.stance for row in rows)
    said = [stance for stance in Stance if counts[stance]]
    return ", ".join(f"{counts[stance]} {stance.label}" for stance in said)


def _represented(theory, user):
    """The organizations whose word this reader may give on this version now."""
    is_open = theory.collaboration.state != CollaborationState.CLOSED
    if not is_open or theory.state not in ASKED_THEORY:
        return frozenset()
    return represented_organizations(user, theory.collaboration_id)


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
