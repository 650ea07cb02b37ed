"""The lives of a theory of change, a goal, an indicator's value and a dispute, on one page."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.charter.states import ASKED_VERSION, OPEN_VERSION, VersionState

TheoryState, OPEN_THEORY, ASKED_THEORY = VersionState, OPEN_VERSION, ASKED_VERSION


class GoalState(TextChoices):
    PROPOSED = "proposed", _("Proposed")
    AGREED = "agreed", _("Agreed")
    CLOSED = "closed", _("Closed")
    DROPPED = "dropped", _("Dropped")


G = GoalState
GOAL_MOVES = {
    G.PROPOSED: frozenset({G.AGREED, G.DROPPED}),
    G.AGREED: frozenset({G.PROPOSED, G.CLOSED, G.DROPPED}),
    G.CLOSED: frozenset({G.AGREED}),
}


class MeasurementState(TextChoices):
    DRAFT = "draft", pgettext_lazy("value", "Draft")
    SUBMITTED = "submitted", _("Waits for verification")
    VERIFIED = "verified", _("Verified")
    RETURNED = "returned", _("Returned")
    DISPUTED = "disputed", _("Disputed")


M = MeasurementState
MEASUREMENT_MOVES = {
    M.DRAFT: frozenset({M.SUBMITTED}),
    M.SUBMITTED: frozenset({M.VERIFIED, M.RETURNED, M.DISPUTED}),
    M.VERIFIED: frozenset({M.DISPUTED}),
    M.DISPUTED: frozenset({M.SUBMITTED}),
}
RIVALS = (M.SUBMITTED, M.VERIFIED)  # figures of two parties that can differ


class RivalryState(TextChoices):
    OPEN = "open", _("Not resolved")
    RESOLVED = "resolved", _("Resolved")


RIVALRY_MOVES = {RivalryState.OPEN: frozenset({RivalryState.RESOLVED})}
