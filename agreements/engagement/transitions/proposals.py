"""Put a proposal before another party or before all; accept it, or return it with a reason."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import require_reason
from agreements.engagement.discovery_kinds import PROPOSAL_MOVES, ProposalState
from agreements.engagement.models import Proposal, ProposalChange
from agreements.engagement.rules.discovery import (
    answers_the_proposal,
    is_of,
    is_the_partys_own_word,
    may_put_right,
)
from agreements.engagement.states import STANDING
from agreements.engagement.transitions.assessments import turn
from agreements.engagement.transitions.discovering import (
    free_entry,
    lock_open,
    locked,
    past_day,
    require_party,
)
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.seen import require_seen
from collabgov.kit.states import require_move


@transaction.atomic
def submit_proposal(
    *,
    from_party,
    by,
    kind,
    title,
    text,
    to_party=None,
    submitted_on=None,
    entry=None,
    is_sample=False,
):
    """A party proposes something; with `entry`, that entry becomes this proposal."""
    together = lock_open(from_party.collaboration_id)
    require_party(from_party, together.pk, field="from_party")
    if not is_of(by, from_party):
        raise PermissionDenied("agreements.make_proposal")
    if to_party is not None:
        require_party(to_party, together.pk, field="to_party")
    said = {
        "collaboration": together,
        "from_party": from_party,
        "to_party": to_party,
        "kind": kind,
        "title": title.strip(),
        "text": text.strip(),
    }
    if twin := made_a_moment_ago(Proposal.objects, when="created_at", recorded_by=by, **said):
        return twin
    source = free_entry(entry, together.pk, said_by=from_party)
    day = past_day(submitted_on, field="submitted_on")
    proposal = save_checked(Proposal(submitted_on=day, recorded_by=by, is_sample=is_sample, **said))
    _log(proposal, by=by, came_from="")
    if source is not None:
        turn(source, by=by, proposal=proposal)
    return proposal


@transaction.atomic
def rework_proposal(*, proposal, by, version, title, text, kind):
    """Other words. A returned proposal is thereby submitted again; the history keeps the old."""
    fresh = locked(proposal, proposal.collaboration_id)
    if fresh.state not in (ProposalState.SUBMITTED, ProposalState.RETURNED):
        raise Refused(_("This proposal is settled. Make a new one."))
    fresh.next_version(version)
    source = fresh.state
    fresh.title, fresh.text, fresh.kind = title.strip(), text.strip(), kind
    if source == ProposalState.RETURNED:
        fresh.state, fresh.submitted_on = ProposalState.SUBMITTED, timezone.localdate()
    fresh.answer, fresh.answered_on, fresh.answered_by = "", None, None
    fresh.is_on_behalf = False
    save_checked(fresh)
    _log(fresh, by=by, came_from=source)
    return fresh


@transaction.atomic
def accept_proposal(*, proposal, by, answer="", seen="", on=None):
    """Yes; what comes of it is the parties' to decide."""
    words = answer.strip()
    return _answer(proposal, ProposalState.ACCEPTED, by=by, words=words, seen=seen, on=on)


@transaction.atomic
def return_proposal(*, proposal, by, reason, seen="", on=None):
    """Not like this, and why: whoever made it can write it anew."""
    words = require_reason(reason, field="answer")
    return _answer(proposal, ProposalState.RETURNED, by=by, words=words, seen=seen, on=on)


@transaction.atomic
def withdraw_proposal(*, proposal, by):
    """The party no longer proposes it."""
    fresh = locked(proposal, proposal.collaboration_id)
    facts = {"answer": "", "answered_on": None, "answered_by": None, "is_on_behalf": False}
    return _move(fresh, ProposalState.WITHDRAWN, by=by, **facts)


@transaction.atomic
def link_decision(*, proposal, by, decision):
    """The decision that an accepted proposal came to."""
    fresh = locked(proposal, proposal.collaboration_id)
    if fresh.state != ProposalState.ACCEPTED:
        raise Refused(_("Only an accepted proposal comes to a decision."))
    if decision.meeting.collaboration_id != fresh.collaboration_id:
        raise ValidationError({"decision": [_("The decision belongs to another collaboration.")]})
    if decision.state not in STANDING:
        raise ValidationError({"decision": [_("This decision does not hold, or not yet.")]})
    fresh.decision = decision
    fresh.version += 1
    save_checked(fresh)
    _log(fresh, by=by, came_from=fresh.state, note=decision.text)
    return fresh


def _answer(proposal, target, *, by, words, seen, on):
    """The party's own word, also over what was answered on its behalf; else a coordinator's."""
    fresh = locked(proposal, proposal.collaboration_id)
    if not answers_the_proposal.test(by, fresh):
        raise PermissionDenied("agreements.answer_proposal")
    is_put_right = may_put_right(by, fresh)
    if is_put_right and fresh.decision_id and target != ProposalState.ACCEPTED:
        raise Refused(_("A decision came of it already, so it is not returned any more."))
    if not is_put_right:
        require_move(PROPOSAL_MOVES, current=ProposalState(fresh.state), target=target)
    require_seen(fresh, seen)
    is_on_behalf = fresh.to_party_id is not None and not is_the_partys_own_word(by, fresh)
    facts = {"answer": words, "answered_by": by, "is_on_behalf": is_on_behalf}
    facts["answered_on"] = past_day(on, field="answered_on")
    return _change(fresh, target, by=by, note=words, **facts)


def _move(fresh, target, *, by, note="", **facts):
    require_move(PROPOSAL_MOVES, current=ProposalState(fresh.state), target=target)
    return _change(fresh, target, by=by, note=note, **facts)


def _change(fresh, target, *, by, note, **facts):
    source = ProposalState(fresh.state)
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    _log(fresh, by=by, came_from=source, note=note)
    return fresh


def _log(proposal, *, by, came_from, note=""):
    """One line of its history, with the words it has from then on."""
    return ProposalChange.objects.create(
        proposal=proposal,
        from_state=came_from,
        to_state=proposal.state,
        note=note,
        title=proposal.title,
        text=proposal.text,
        made_by=by,
    )
