"""The buttons of a state: which moves a coordinator is offered, and where they lead."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.states import (
    COLLABORATION_MOVES,
    CYCLE_MOVES,
    PARTY_MOVES,
    CollaborationState,
    CycleState,
    PartyState,
)


@dataclass(frozen=True)
class Move:
    """A button that posts, or a link to a small form where a reason or a day is asked."""

    label: str
    url: str
    asks: bool = False
    icon: str = ""


COLLABORATION_BUTTONS = {
    CollaborationState.CONVENING: (_("Start convening"), "convene", False, "people"),
    CollaborationState.ACTIVE: (_("Make it active"), "activate", False, "check-lg"),
    CollaborationState.DORMANT: (_("Let it rest"), "rest", True, "pause-circle"),
    CollaborationState.CLOSED: (_("Close it"), "close", True, "slash-circle"),
}
PARTY_BUTTONS = {
    PartyState.INVITED: (_("Mark as invited"), "invite", False, "envelope"),
    PartyState.ACTIVE: (_("Mark as active"), "activate", False, "check-lg"),
    PartyState.PAUSED: (_("Pause"), "pause", True, "pause-circle"),
    PartyState.LEFT: (_("End its part"), "end", True, "box-arrow-right"),
}
CYCLE_BUTTONS = {
    CycleState.RUNNING: _("Start the cycle"),
    CycleState.EVALUATING: _("Start evaluating"),
    CycleState.CLOSED: _("Close the cycle"),
}


def moves_of_collaboration(collaboration):
    allowed = COLLABORATION_MOVES.get(collaboration.state, ())
    return _moves(COLLABORATION_BUTTONS, allowed, "collaboration", collaboration.pk)


def moves_of_party(party):
    return _moves(PARTY_BUTTONS, PARTY_MOVES.get(party.state, ()), "party", party.pk)


def moves_of_cycle(cycle):
    allowed = CYCLE_MOVES.get(cycle.state, ())
    return [
        Move(label, reverse("agreements:cycle-move", args=[cycle.pk, str(target)]))
        for target, label in CYCLE_BUTTONS.items()
        if target in allowed
    ]


def _moves(buttons, allowed, noun, pk):
    moves = []
    for target, (label, verb, asks, icon) in buttons.items():
        if target not in allowed:
            continue
        if asks:
            url = reverse(f"agreements:{noun}-{verb}", args=[pk])
        else:
            url = reverse(f"agreements:{noun}-move", args=[pk, verb])
        moves.append(Move(label, url, asks, icon))
    return moves
