"""What the page of a collaboration shows, read in a fixed number of queries."""

from agreements.action.models import Commitment
from agreements.charter.guidance import CONTEXT_NOTES, DRIVER_NOTES, STATE_NOTES
from agreements.charter.history import history_of
from agreements.charter.kinds import ContextKind, DriverKind
from agreements.charter.moves import moves_of_collaboration, moves_of_cycle, moves_of_party
from agreements.charter.states import CollaborationState, PartyState
from agreements.engagement.models import Meeting
from agreements.engagement.states import TOOK_PLACE
from agreements.goals.states import OPEN_THEORY, TheoryState
from agreements.instruments.models import Agreement
from agreements.instruments.standing import standing_of

FEW = 5
MAIN_PATH = (
    CollaborationState.EXPLORING,
    CollaborationState.CONVENING,
    CollaborationState.ACTIVE,
    CollaborationState.CLOSED,
)


def next_meetings(collaborations):
    """The next planned meeting of each collaboration that has one."""
    planned = Meeting.objects.upcoming().filter(collaboration__in=list(collaborations))
    planned = planned.order_by("collaboration_id", "held_on", "starts_at", "pk")
    return {row.collaboration_id: row for row in planned.distinct("collaboration_id")}


def facts_of(collaboration):
    """The records on the page, each kind in its section."""
    parties = list(collaboration.parties.for_page())
    terms = list(collaboration.coordinators.for_list())
    cycles = list(collaboration.cycles.all())
    add_moves(parties, cycles)
    history = history_of(collaboration)
    commitments = Commitment.objects.filter(collaboration=collaboration)
    return {
        "path": _path(collaboration),
        "state_note": STATE_NOTES[collaboration.state],
        "parties": [party for party in parties if party.state != PartyState.LEFT],
        "former_parties": [party for party in parties if party.state == PartyState.LEFT],
        "coordinators": [term for term in terms if not term.is_over],
        "former_coordinators": [term for term in terms if term.is_over],
        "is_without_coordinator": not any(term.is_running for term in terms),
        "driver_groups": _driver_groups(collaboration),
        "context_groups": _context_groups(collaboration),
        "legal_bases": list(collaboration.legal_bases.for_list()),
        "stakeholders": list(collaboration.stakeholders.for_list()),
        "goals": list(collaboration.goals.for_list().with_indicator_count()),
        "theory": _theory(collaboration),
        "cycles": cycles,
        "meetings": _meetings(collaboration),
        "commitments": commitments.open().for_list()[:FEW],
        "agreements": _agreements(collaboration),
        "documents": list(collaboration.documents.for_list()[:FEW]),
        "history": history[:FEW],
        "older_history": history[FEW:],
    }


def _agreements(collaboration):
    """The first few: what is prepared, then what holds; each with how it stands."""
    rows = Agreement.objects.filter(collaboration=collaboration).for_register()
    agreements = list(rows.live_first()[:FEW])
    for agreement in agreements:
        agreement.standing = standing_of(agreement)
    return agreements


def _meetings(collaboration):
    """The latest and what is planned; who was there is told of those that took place."""
    meetings = list(Meeting.objects.filter(collaboration=collaboration).for_list()[:FEW])
    for meeting in meetings:
        meeting.took_place = meeting.state in TOOK_PLACE
    return meetings


def _theory(collaboration):
    """The theory of change that matters now: the agreed one, else the one being written."""
    wanted = (TheoryState.AGREED, *OPEN_THEORY)
    rows = collaboration.theories.filter(state__in=wanted)
    return min(rows, key=lambda row: wanted.index(row.state), default=None)


def _path(collaboration):
    """The states in their order, with where it stands; resting is shown while it rests."""
    state = CollaborationState(collaboration.state)
    steps = [step for step in CollaborationState if step in (state, *MAIN_PATH)]
    return [
        {
            "label": step.label,
            "is_here": step == state,
            "css": "here" if step == state else "done" if number < steps.index(state) else "next",
        }
        for number, step in enumerate(steps)
    ]


def _driver_groups(collaboration):
    drivers = list(collaboration.drivers.select_related("declared_by__organization"))
    return [
        {
            "label": kind.label,
            "note": DRIVER_NOTES[kind],
            "drivers": [driver for driver in drivers if driver.kind == kind],
        }
        for kind in DriverKind
    ]


def _context_groups(collaboration):
    factors = list(collaboration.context_factors.for_list())
    for factor in factors:
        factor.is_old = factor.is_stale()
    return [
        {
            "label": kind.label,
            "note": CONTEXT_NOTES[kind],
            "factors": [factor for factor in factors if factor.kind == kind],
        }
        for kind in ContextKind
    ]


def verbs_of(collaboration, user):
    """What this reader may do here, as plain yes and no for the template."""
    may_edit = user.has_perm("agreements.edit_charter", collaboration)
    is_open = collaboration.state != CollaborationState.CLOSED
    return {
        "may_edit": may_edit and is_open,
        "may_keep": may_edit,
        "may_appoint": user.has_perm("agreements.appoint_coordinator", collaboration),
        "may_log": is_open and user.has_perm("agreements.log_meeting", collaboration),
        "may_add_document": is_open and user.has_perm("agreements.add_document", collaboration),
        "may_draft": is_open and user.has_perm("agreements.draft_agreement", collaboration),
        "may_promise": is_open and user.has_perm("agreements.propose_commitment", collaboration),
        "moves": moves_of_collaboration(collaboration) if may_edit else [],
    }


def add_moves(parties, cycles):
    """Give every party and cycle its `moves`, for the buttons beside it."""
    for party in parties:
        party.moves = moves_of_party(party)
    for cycle in cycles:
        cycle.moves = moves_of_cycle(cycle)
