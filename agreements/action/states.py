"""The life of a commitment, on one page. Overdue is computed, never stored."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CommitmentState(TextChoices):
    PROPOSED = "proposed", _("Proposed, waits for an answer")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    UNDER_WAY = "under_way", _("Under way")
    REPORTED_DONE = "reported_done", _("Reported done")
    CONFIRMED = "confirmed", _("Kept")
    NOT_KEPT = "not_kept", _("Not kept")
    CANCELLED = "cancelled", _("Cancelled")


S = CommitmentState
OPEN = (S.PROPOSED, S.ACCEPTED, S.UNDER_WAY)
OWED = (S.ACCEPTED, S.UNDER_WAY)
COUNTED = (S.ACCEPTED, S.UNDER_WAY, S.REPORTED_DONE, S.CONFIRMED, S.NOT_KEPT)
CLOSED = (S.DECLINED, S.CONFIRMED, S.NOT_KEPT, S.CANCELLED)
MOVES = {
    S.PROPOSED: frozenset({S.ACCEPTED, S.DECLINED, S.CANCELLED}),
    S.ACCEPTED: frozenset({S.UNDER_WAY, S.REPORTED_DONE, S.NOT_KEPT, S.CANCELLED}),
    S.UNDER_WAY: frozenset({S.REPORTED_DONE, S.NOT_KEPT, S.CANCELLED}),
    S.REPORTED_DONE: frozenset({S.CONFIRMED, S.UNDER_WAY}),
}
# What the party may make of an answer that a coordinator gave on its behalf.
CORRECTIONS = {
    S.ACCEPTED: frozenset({S.PROPOSED, S.DECLINED}),
    S.UNDER_WAY: frozenset({S.PROPOSED, S.DECLINED}),
    S.DECLINED: frozenset({S.PROPOSED, S.ACCEPTED}),
}
