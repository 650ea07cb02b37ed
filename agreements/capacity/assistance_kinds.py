"""The life of an official request for assistance (Bantuan Kedinasan), and the words beside it.

Late is computed, never stored. An emergency is never refused; that it was not given stays
recordable all the same (`UNFULFILLED`), and then it goes to whoever stands above both.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SHORTEST_REASON = 20  # characters of the reason of a refusal, and of what an emergency is not given
EMERGENCY_WITHIN = 30  # days until help is needed; ours: the law names no number
NOT_REFUSED = _(
    "An emergency is not refused: the law asks you to help. Say what you can give; what is not"
    " given can be recorded later."
)

WITHHELD_SAYS_WHY = _(
    "An emergency is given in part only with a reason: say in at least 20 characters what is not"
    " given, and why."
)


class AssistanceState(TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted, waits for an answer")
    ACCEPTED = "accepted", pgettext_lazy("assistance", "Accepted")
    PARTLY = "partly", _("Accepted in part")
    REFUSED = "refused", pgettext_lazy("assistance", "Refused")
    DELIVERING = "delivering", _("Help is being given")
    COMPLETED = "completed", _("Help was given")
    UNFULFILLED = "unfulfilled", _("Help was not given")
    WITHDRAWN = "withdrawn", pgettext_lazy("assistance", "Withdrawn")


class AssistanceOutcome(TextChoices):
    """What the asked party answers."""

    ACCEPT = "accept", _("Accept: we give what is asked")
    PARTIAL = "partial", _("Accept in part: we give some of it")
    REFUSE = "refuse", _("Refuse: we give nothing, and say why in a letter")


class HelpKind(TextChoices):
    """What kind of help is asked for; which exchange it makes follows from it."""

    STAFF = "staff", pgettext_lazy("help", "Staff")
    EXPERTISE = "expertise", pgettext_lazy("help", "Expertise or advice")
    TRAINING = "training", pgettext_lazy("help", "Training")
    DATA = "data", pgettext_lazy("help", "Data, a certificate or a document")
    EQUIPMENT = "equipment", pgettext_lazy("help", "Equipment or vehicles")
    FACILITY = "facility", pgettext_lazy("help", "Facilities or premises")
    FUND = "fund", pgettext_lazy("help", "Funds")


class Usefulness(TextChoices):
    """What the requester says of the help it got."""

    FULLY = "fully", _("It solved what we asked for")
    PARTLY = "partly", _("It helped in part")
    NOT = "not", _("It did not help")


class CostSide(TextChoices):
    """One of the two who share what help costs."""

    REQUESTER = "requester", _("the requester")
    GIVER = "giver", _("the giver")


class AssistanceEvent(TextChoices):
    """What a line of the history tells beside a move between states."""

    MOVED = "moved", _("State changed")
    EDITED = "edited", _("Draft edited")
    EMERGENCY = "emergency", _("Declared an emergency")
    CONFIRMED = "confirmed", _("Answer confirmed by the party")
    CORRECTED = "corrected", _("Answer corrected by the party")
    ESCALATED = "escalated", _("Brought before the superior")
    GIVEN = "given", _("The giver says that the help was given")
    DIRECTED = "directed", _("The superior answered")
    COST_ADDED = "cost_added", _("Cost entered")
    COST_EDITED = "cost_edited", _("Cost changed, to be agreed anew")
    COST_AGREED = "cost_agreed", _("Cost agreed by one side")
    COST_REMOVED = "cost_removed", _("Cost taken out")
    COST_OPENING = "cost_opening", _("One side asks to open an agreed cost again")
    COST_OPENED = "cost_opened", _("Both sides open an agreed cost again")
    COST_KEPT = "cost_kept", _("The cost stays as agreed")
    COST_BLANKED = "cost_blanked", _("Budget line taken off a cost: it pays elsewhere")


S = AssistanceState
ANSWERS = {
    AssistanceOutcome.ACCEPT: S.ACCEPTED,
    AssistanceOutcome.PARTIAL: S.PARTLY,
    AssistanceOutcome.REFUSE: S.REFUSED,
}
PROMISED = (S.ACCEPTED, S.PARTLY, S.DELIVERING)
ENDED = (S.COMPLETED, S.UNFULFILLED)
OPEN = (S.SUBMITTED, *PROMISED)
# Who pays what is often settled once the help has been given.
SHARED = (*PROMISED, S.COMPLETED)
MOVES = {
    S.DRAFT: frozenset({S.SUBMITTED, S.WITHDRAWN}),
    S.SUBMITTED: frozenset({*ANSWERS.values(), S.UNFULFILLED, S.WITHDRAWN}),
    S.ACCEPTED: frozenset({S.DELIVERING, *ENDED, S.WITHDRAWN}),
    S.PARTLY: frozenset({S.DELIVERING, *ENDED, S.WITHDRAWN}),
    S.DELIVERING: frozenset(ENDED),
    S.UNFULFILLED: frozenset({S.COMPLETED}),
}
# What the party may make of an answer that a coordinator gave on its behalf.
CORRECTIONS = {state: frozenset(ANSWERS.values()) - {state} for state in ANSWERS.values()}
# Every step that a state may take, by whoever is to take it.
EVERY_MOVE = {
    state: MOVES.get(state, frozenset()) | CORRECTIONS.get(state, frozenset()) for state in S
}
