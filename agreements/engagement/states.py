"""The life of a meeting and of a decision, on one page."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MeetingState(TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    MINUTES_SHARED = "minutes_shared", _("Minutes shared")
    MINUTES_ADOPTED = "minutes_adopted", _("Minutes adopted")
    CANCELLED = "cancelled", _("Cancelled meeting")


class SeriesState(TextChoices):
    """Whether a series still plans meetings; it follows from the day it ended."""

    RUNNING = "running", _("Series runs")
    ENDED = "ended", _("Series ended")


TOOK_PLACE = (MeetingState.HELD, MeetingState.MINUTES_SHARED, MeetingState.MINUTES_ADOPTED)
SHAREABLE = (MeetingState.HELD, MeetingState.MINUTES_SHARED)
EDITABLE = (MeetingState.PLANNED, MeetingState.HELD, MeetingState.MINUTES_SHARED)
MEETING_MOVES = {
    MeetingState.PLANNED: frozenset({MeetingState.HELD, MeetingState.CANCELLED}),
    MeetingState.HELD: frozenset({MeetingState.MINUTES_SHARED}),
    # Shared again after a correction was asked for; adopted ones are opened again to correct them.
    MeetingState.MINUTES_SHARED: frozenset(
        {MeetingState.MINUTES_SHARED, MeetingState.MINUTES_ADOPTED}
    ),
    MeetingState.MINUTES_ADOPTED: frozenset({MeetingState.MINUTES_SHARED}),
}


class DecisionState(TextChoices):
    PROPOSED = "proposed", _("Proposed decision")
    UNDER_DELIBERATION = "under_deliberation", _("Under deliberation")
    DECIDED = "decided", _("Decided")
    IN_EFFECT = "in_effect", _("In effect")
    AMENDED = "amended", _("Amended")
    REVOKED = "revoked", pgettext_lazy("decision", "Revoked")
    WITHDRAWN = "withdrawn", _("Withdrawn")


STANDING = (DecisionState.DECIDED, DecisionState.IN_EFFECT)
SETTLED = (*STANDING, DecisionState.AMENDED, DecisionState.REVOKED)
ASKED = (DecisionState.UNDER_DELIBERATION, *SETTLED)  # the parties were, or need not be any more
OPEN_DECISION = (DecisionState.PROPOSED, DecisionState.UNDER_DELIBERATION)
DECISION_MOVES = {
    DecisionState.PROPOSED: frozenset(
        {DecisionState.UNDER_DELIBERATION, DecisionState.DECIDED, DecisionState.WITHDRAWN}
    ),
    DecisionState.UNDER_DELIBERATION: frozenset({DecisionState.DECIDED, DecisionState.WITHDRAWN}),
    DecisionState.DECIDED: frozenset(
        {DecisionState.IN_EFFECT, DecisionState.AMENDED, DecisionState.REVOKED}
    ),
    DecisionState.IN_EFFECT: frozenset({DecisionState.AMENDED, DecisionState.REVOKED}),
}


class TermState(TextChoices):
    PROPOSED = "proposed", pgettext_lazy("term", "Proposed")
    AGREED = "agreed", pgettext_lazy("term", "Agreed")
    SUPERSEDED = "superseded", _("Replaced by a newer version")
    DROPPED = "dropped", pgettext_lazy("term", "Not taken up")


CURRENT_TERM = (TermState.PROPOSED, TermState.AGREED)
TERM_MOVES = {
    TermState.PROPOSED: frozenset({TermState.AGREED, TermState.DROPPED}),
    TermState.AGREED: frozenset({TermState.SUPERSEDED}),
}
