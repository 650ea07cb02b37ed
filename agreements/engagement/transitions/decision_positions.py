"""Where a party stands on a decision, and what others answer to its objection."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.rules import is_coordinator_of, takes_part
from agreements.charter.stances import Stance
from agreements.charter.transitions.stances import (
    confirm_word,
    require_asked,
    require_may_say,
    require_word,
    write_word,
)
from agreements.engagement.deciding import may_still_say
from agreements.engagement.decision_kinds import PositionEvent
from agreements.engagement.kinds import DecisionRule
from agreements.engagement.models import ObjectionAnswer, Position, PositionChange
from agreements.engagement.rules.decisions import answering_party
from agreements.engagement.states import SETTLED, DecisionState
from agreements.engagement.threads import require_open_topic
from agreements.engagement.transitions.decisions import locked_decision
from agreements.goals.transitions.common import moment, past_day
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

RULE = "agreements.state_decision_position"
ANSWER_RULE = "agreements.answer_objection"


@transaction.atomic
def state_decision_position(*, decision, party, by, stance, reason="", on=None):
    """A representative speaks for the party; the coordinator only where it has not spoken."""
    fresh = locked_decision(decision)
    day = past_day(on, field="stated_on")
    _require_open_question(fresh)
    require_asked(party, fresh.collaboration_id, today=day)
    _require_of_that_day(party, fresh, today=day)
    is_own = require_word(by, party, rule=RULE)
    row = fresh.positions.filter(party=party).first() or Position(
        decision=fresh, party=party, is_sample=fresh.is_sample
    )
    if fresh.state in SETTLED:
        _require_late_word(fresh, row, stance, is_own=is_own)
    else:
        require_open_topic(fresh.agenda_item)
        require_may_say(row, is_own=is_own)
    write_word(row, by=by, stance=stance, reason=reason, day=day, is_own=is_own)
    _log(row, PositionEvent.STATED, by=by, on=on)
    return row


@transaction.atomic
def confirm_decision_position(*, position, by, seen="", on=None):
    """The party stands by what was stated on its behalf."""
    fresh = locked_decision(position.decision)
    _require_open_question(fresh)
    row = fresh.positions.select_for_update(of=("self",)).filter(pk=position.pk).first()
    confirm_word(row, by=by, rule=RULE, seen=seen)
    _log(row, PositionEvent.CONFIRMED, by=by, on=on)
    return row


@transaction.atomic
def answer_objection(*, position, by, text, on=None, is_sample=False):
    """Answer an objection in the words it has now; the party itself may then think again."""
    fresh = locked_decision(position.decision)
    row = fresh.positions.select_for_update(of=("self",)).filter(pk=position.pk).first()
    if row is None or row.stance != Stance.OBJECT:
        raise Refused(_("There is no objection to answer here."))
    if not takes_part.test(by, fresh.collaboration):
        raise PermissionDenied(ANSWER_RULE)
    coordinates = is_coordinator_of(by, fresh.collaboration)
    party = answering_party(by, fresh.collaboration)
    if party == row.party and not coordinates:
        raise Refused(_("Another party answers the objection, or the coordinator."))
    answer = ObjectionAnswer(
        position=row,
        objection=row.reason,
        text=text.strip(),
        answered_by=by,
        party=None if party == row.party else party,
        answered_on=past_day(on, field="answered_on"),
        is_sample=is_sample or fresh.is_sample,
    )
    said = row.answers.filter(objection=answer.objection, text=answer.text, answered_by=by)
    return said.first() or save_checked(answer)


def _require_open_question(decision):
    if decision.state not in (DecisionState.UNDER_DELIBERATION, *SETTLED):
        raise Refused(_("The parties are not asked about this decision now."))


def _require_of_that_day(party, decision, *, today):
    """A word of who joined since would count nowhere."""
    if not may_still_say(decision, today=today).filter(pk=party.pk).exists():
        sentence = _("This party was not asked on the day of the decision.")
        raise ValidationError({"party": [sentence]})


def _require_late_word(decision, row, stance, *, is_own):
    """Once decided: the silent say where they stand, and a party puts right its word.

    No party objects to what is decided by consensus, unless it corrects what was said for it.
    """
    settled = _("It is decided. To think again, put forward a decision that changes it.")
    if row.stance == Stance.NOT_STATED:
        objects = stance == Stance.OBJECT and decision.rule == DecisionRule.CONSENSUS
        if objects:
            raise ValidationError({"stance": [settled]})
        return
    require_may_say(row, is_own=is_own, settled=settled)
    if row.stance == Stance.OBJECT == stance and not row.is_on_behalf:
        raise Refused(settled)


def _log(position, event, *, by, on):
    PositionChange.objects.create(
        position=position,
        event=event,
        stance=position.stance,
        reason=position.reason,
        is_on_behalf=position.is_on_behalf,
        stated_on=position.stated_on,
        made_by=by,
        made_at=moment(on),
    )
