"""Which buttons a decision has: each of its state, but none that leads to a sure refusal."""

from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.engagement.deciding import require_answers
from agreements.engagement.kinds import DecisionRule
from agreements.engagement.models import AgendaItem, Decision, Meeting
from agreements.engagement.states import DECISION_MOVES, SHAREABLE, STANDING, DecisionState
from agreements.instruments.models import Agreement
from collabgov.kit.errors import Refused
from collabgov.kit.states import require_move

# The buttons of each state: the first is the one to do next.
MOVES = {
    DecisionState.PROPOSED: ("deliberate", "decide", "withdraw"),
    DecisionState.UNDER_DELIBERATION: ("decide", "withdraw"),
    DecisionState.DECIDED: ("take-effect", "review", "instrument", "amend"),
    DecisionState.IN_EFFECT: ("review", "instrument", "amend"),
}


def is_closed_topic(decision):
    """Whether the topic takes nothing new until somebody reopens it."""
    item = decision.agenda_item
    return item is not None and bool(AgendaItem.objects.closed_threads({item.thread}))


def moves_of(decision, *, is_blocked, is_closed, why_not):
    """The buttons.

    Args:
        is_blocked: by an objection that nobody has answered.
        is_closed: its topic is.
        why_not: why it cannot be decided, if so.
    """
    refused = {
        "decide": is_blocked or bool(why_not),
        "deliberate": is_closed,
        "take-effect": is_blocked or _is_early(decision),
    }
    moves = (move for move in MOVES.get(decision.state, ()) if not refused.get(move))
    return tuple(move for move in moves if not _has_no_choice(move, decision))


def places_of(decision):
    """The meetings in which it can be decided: adopted minutes have told what theirs did."""
    return Meeting.objects.filter(
        state__in=SHAREABLE,
        collaboration=decision.meeting.collaboration_id,
        held_on__gte=decision.meeting.held_on,
    )


def why_not_decided(decision, *, is_closed):
    """Why the form could only refuse, whatever is filled in; empty when it can be decided."""
    if is_closed:
        return _("Its topic is closed. Reopen it on the page of its meeting first.")
    if decision.amends and decision.amends.state not in STANDING:
        return _("What it would change does not hold any more. Withdraw it.")
    if not places_of(decision).exists():
        return _("No meeting has taken place in which it could be decided.")
    return ""


def require_decidable(decision):
    """What no form can mend: its state, its topic, its meetings, an open objection."""
    require_move(
        DECISION_MOVES, current=DecisionState(decision.state), target=DecisionState.DECIDED
    )
    if why := why_not_decided(decision, is_closed=is_closed_topic(decision)):
        raise Refused(why)
    if decision.rule == DecisionRule.CONSENSUS:
        require_answers(decision)


def _is_early(decision):
    return bool(decision.effective_on and decision.effective_on > timezone.localdate())


def _has_no_choice(move, decision):
    """Nothing there is to be named in the form."""
    if move == "instrument":
        return not Agreement.objects.filter(collaboration=decision.collaboration_id).exists()
    if move == "amend":
        here = Decision.objects.standing().filter(amends=None).exclude(pk=decision.pk)
        return not here.filter(meeting__collaboration=decision.collaboration_id).exists()
    return False
