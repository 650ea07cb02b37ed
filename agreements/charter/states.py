"""The lives of a collaboration, a party, a cycle and of what is agreed in versions."""

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


class VersionState(TextChoices):
    """Of a text that all deciding parties agree on: a theory of change, a problem definition."""

    DRAFT = "draft", _("Draft")
    FOR_CONSENT = "for_consent", _("Waits for the parties")
    AGREED = "agreed", _("Agreed")
    SUPERSEDED = "superseded", _("Replaced by a newer version")


OPEN_VERSION = (VersionState.DRAFT, VersionState.FOR_CONSENT)
ASKED_VERSION = (VersionState.FOR_CONSENT, VersionState.AGREED)  # the parties say where they stand
SETTLED_VERSION = (VersionState.AGREED, VersionState.SUPERSEDED)
VERSION_MOVES = {
    VersionState.DRAFT: frozenset({VersionState.FOR_CONSENT}),
    VersionState.FOR_CONSENT: frozenset({VersionState.DRAFT, VersionState.AGREED}),
    VersionState.AGREED: frozenset({VersionState.SUPERSEDED}),
}
