"""What the pages of a collaboration's parts show, each read in a fixed number of queries."""

from agreements.charter.guidance import CONTEXT_NOTES, DRIVER_NOTES, STATE_NOTES
from agreements.charter.history import history_of
from agreements.charter.kinds import ContextKind, DriverKind
from agreements.charter.moves import moves_of_collaboration, moves_of_cycle, moves_of_party
from agreements.charter.states import CollaborationState, PartyState
from agreements.engagement.models import Meeting
from agreements.goals.states import TheoryState

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


def state_of(collaboration, *, may_edit):
    """Where it stands, what that means, and the moves that its coordinator is offered."""
    return {
        "path": _path(collaboration),
        "state_note": STATE_NOTES[collaboration.state],
        "moves": moves_of_collaboration(collaboration) if may_edit else [],
    }


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


def charter_of(collaboration):
    """What was founded, who runs it, in which cycles."""
    terms = list(collaboration.coordinators.for_list())
    cycles = list(collaboration.cycles.all())
    for cycle in cycles:
        cycle.moves = moves_of_cycle(cycle)
    return {
        "coordinators": [term for term in terms if not term.is_over],
        "former_coordinators": [term for term in terms if term.is_over],
        "cycles": cycles,
    }


def parties_of(collaboration):
    """Who takes part and who speaks for them; each with its `moves`."""
    parties = list(collaboration.parties.for_page())
    for party in parties:
        party.moves = moves_of_party(party)
    return {
        "parties": [party for party in parties if party.state != PartyState.LEFT],
        "former_parties": [party for party in parties if party.state == PartyState.LEFT],
    }


def drivers_of(collaboration):
    drivers = list(collaboration.drivers.select_related("declared_by__organization"))
    groups = [
        {
            "kind": kind,
            "note": DRIVER_NOTES[kind],
            "drivers": [driver for driver in drivers if driver.kind == kind],
        }
        for kind in DriverKind
    ]
    return {"driver_groups": groups}


def context_of(collaboration):
    factors = list(collaboration.context_factors.for_list())
    for factor in factors:
        factor.is_old = factor.is_stale()
    groups = [
        {
            "kind": kind,
            "note": CONTEXT_NOTES[kind],
            "factors": [factor for factor in factors if factor.kind == kind],
        }
        for kind in ContextKind
    ]
    return {"context_groups": groups}


def legal_bases_of(collaboration):
    return {"legal_bases": list(collaboration.legal_bases.for_list())}


def goals_of(collaboration):
    """The goals, and the theory of change that matters now: agreed, else being written."""
    theories = collaboration.theories.exclude(state=TheoryState.SUPERSEDED)
    return {
        "goals": list(collaboration.goals.for_list().with_indicator_count()),
        "theory": theories.first_shown().first(),
    }


def changes_of(collaboration):
    return {"history": history_of(collaboration)}
