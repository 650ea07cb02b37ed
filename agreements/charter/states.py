"""The life of a collaboration, of a party in it and of its cycles, on one page."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CollaborationState(TextChoices):
    EXPLORING = "exploring", _("Exploring")
    CONVENING = "convening", _("Convening")
    ACTIVE = "active", _("Active")
    DORMANT = "dormant", _("Dormant")
    CLOSED = "closed", _("Closed")


COLLABORATION_MOVES = {
    CollaborationState.EXPLORING: frozenset(
        {CollaborationState.CONVENING, CollaborationState.CLOSED}
    ),
    CollaborationState.CONVENING: frozenset({CollaborationState.ACTIVE, CollaborationState.CLOSED}),
    CollaborationState.ACTIVE: frozenset({CollaborationState.DORMANT, CollaborationState.CLOSED}),
    CollaborationState.DORMANT: frozenset({CollaborationState.ACTIVE, CollaborationState.CLOSED}),
}


class PartyState(TextChoices):
    PROSPECT = "prospect", _("Prospect")
    INVITED = "invited", _("Invited")
    ACTIVE = "active", _("Active party")
    PAUSED = "paused", _("Paused")
    LEFT = "left", _("Left")


PARTY_MOVES = {
    PartyState.PROSPECT: frozenset({PartyState.INVITED, PartyState.ACTIVE, PartyState.LEFT}),
    PartyState.INVITED: frozenset({PartyState.ACTIVE, PartyState.LEFT}),
    PartyState.ACTIVE: frozenset({PartyState.PAUSED, PartyState.LEFT}),
    PartyState.PAUSED: frozenset({PartyState.ACTIVE, PartyState.LEFT}),
}


class CycleState(TextChoices):
    PLANNING = "planning", _("Planning")
    RUNNING = "running", _("Running")
    EVALUATING = "evaluating", _("Evaluating")
    CLOSED = "closed", _("Closed cycle")


CYCLE_MOVES = {
    CycleState.PLANNING: frozenset({CycleState.RUNNING}),
    CycleState.RUNNING: frozenset({CycleState.EVALUATING}),
    CycleState.EVALUATING: frozenset({CycleState.CLOSED}),
}
