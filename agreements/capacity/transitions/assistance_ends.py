"""How help goes on and ends: it is given, it came, it did not come; and what a superior says."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.capacity.assistance_clock import superior_due
from agreements.capacity.assistance_kinds import (
    MOVES,
    OPEN,
    PROMISED,
    AssistanceEvent,
    AssistanceState,
)
from agreements.capacity.models import AssistanceEscalation, AssistanceRequest
from agreements.capacity.rules.assistance import is_giver, is_requester
from agreements.capacity.superiors import common_superior
from agreements.capacity.transitions.assistance import (
    close_escalation,
    locked_request,
    log,
    move,
    pay_with_the_help,
)
from agreements.capacity.transitions.days import past_day
from agreements.charter.clock import today_in
from agreements.charter.transitions.locking import lock_row, require_reason
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move

S = AssistanceState
SAID_BY_GIVER = (*PROMISED, S.UNFULFILLED)


@transaction.atomic
def begin_help(*, request, by, on=None):
    """Help is on its way."""
    fresh = locked_request(request)
    is_of_giver = is_giver(by, fresh)
    if not is_of_giver:
        require_own_answer(fresh)
    return move(fresh, S.DELIVERING, by=by, on=on, is_on_behalf=not is_of_giver)


@transaction.atomic
def say_given(*, request, by, giver_says, given_on=None):
    """The giver says what it gave, and when; that none came stays on record beside it.

    The requester alone says how it ended. What was agreed to be paid is owed until then.
    """
    fresh = locked_request(request)
    if fresh.state not in SAID_BY_GIVER:
        raise Refused(_("Only help that was promised, or is said not to have come, was given."))
    words = require_reason(giver_says, field="giver_says")
    day = past_day(given_on, fresh.collaboration, field="given_on")
    if day < fresh.submitted_on:
        raise ValidationError({"given_on": [_("It was not asked for yet on that day.")]})
    said = {"giver_says": words, "given_on": day}
    if fresh.state in (S.ACCEPTED, S.PARTLY):
        fresh = move(fresh, S.DELIVERING, by=by, **said)
    else:
        fresh.giver_says, fresh.given_on = words, day
        fresh.version += 1
        save_checked(fresh)
        pay_with_the_help(fresh, by=by, on=None)
    note = f"{date_format(day, 'DATE_FORMAT')}: {words}"
    log(fresh, by=by, came_from=fresh.state, event=AssistanceEvent.GIVEN, note=note)
    return fresh


@transaction.atomic
def complete_assistance(*, request, by, result, usefulness, feedback="", on=None):
    """The requester says what came of it, and how it helped."""
    fresh = locked_request(request)
    require_move(MOVES, current=S(fresh.state), target=S.COMPLETED)
    is_of_requester = is_requester(by, fresh)
    if not is_of_requester:
        require_own_answer(fresh)
    facts = {
        "result": require_reason(result, field="result"),
        "usefulness": usefulness,
        "feedback": feedback.strip(),
        "ended_on": past_day(on, fresh.collaboration, field="ended_on"),
        "is_on_behalf": not is_of_requester,
    }
    close_escalation(fresh, because=facts["result"], on=on)
    return move(fresh, S.COMPLETED, by=by, note=facts["result"], on=on, **facts)


def require_own_answer(request):
    """A coordinator does not lock what the party can still correct."""
    if request.answer is not None and request.answer.is_on_behalf:
        raise Refused(_("The party asked has not confirmed the coordinator's answer yet."))


@transaction.atomic
def mark_unfulfilled(*, request, by, result, on=None):
    """The help did not come. In an emergency it goes to the superior in the same moment."""
    fresh = locked_request(request)
    require_move(MOVES, current=S(fresh.state), target=S.UNFULFILLED)
    words = require_reason(result, field="result")
    day = past_day(on, fresh.collaboration, field="ended_on")
    if not may_be_called_unfulfilled(fresh, today=day):
        raise Refused(_("There is still time: the day of the answer or of the help is to come."))
    facts = {"result": words, "ended_on": day, "is_on_behalf": not is_requester(by, fresh)}
    moved = move(fresh, S.UNFULFILLED, by=by, note=words, on=on, **facts)
    if moved.is_emergency and not moved.escalations.open().exists():
        _escalate(moved, by=by, reason=words, on=on)
    return moved


def may_be_called_unfulfilled(request, *, today=None):
    """Once the day has passed. An emergency goes to the superior before that, and stays open."""
    today = today or today_in(request.collaboration)
    day = request.answer_due_on if request.state == S.SUBMITTED else request.needed_by
    return day < today


def may_be_escalated(request, *, today=None):
    """Unanswered or not given in time, or not given at all; an emergency while it is open."""
    if request.state == S.UNFULFILLED or (request.is_emergency and request.state in OPEN):
        return True
    today = today or today_in(request.collaboration)
    if request.state == S.SUBMITTED:
        return request.answer_due_on < today
    return request.state in PROMISED and request.needed_by < today


@transaction.atomic
def escalate_assistance(*, request, by, reason, on=None):
    """Bring it before the common superior; where there is none, before the coordinator."""
    fresh = locked_request(request)
    if not may_be_escalated(fresh, today=on):
        raise Refused(_("Only what is late or was not given goes to the superior."))
    if fresh.escalations.open().exists():
        raise Refused(_("It lies before the superior already."))
    _escalate(fresh, by=by, reason=require_reason(reason), on=on)
    return fresh


@transaction.atomic
def record_superior(*, request, by, answer, on=None):
    """What the superior said; the help may still come after that."""
    fresh = locked_request(request)
    open_one = fresh.escalations.open().first()
    if open_one is None:
        raise Refused(_("Nothing lies before the superior."))
    escalation = lock_row(open_one)
    escalation.answer = require_reason(answer, field="answer")
    escalation.answered_on = past_day(on, fresh.collaboration, field="answered_on")
    escalation.answered_by = by
    if escalation.answered_on < escalation.escalated_on:
        words = _("It cannot be answered before it was brought up.")
        raise ValidationError({"answered_on": [words]})
    save_checked(escalation)
    event = AssistanceEvent.DIRECTED
    log(fresh, by=by, came_from=fresh.state, event=event, note=escalation.answer, on=on)
    return fresh


@transaction.atomic
def escalate_by_the_calendar(*, request, today=None):
    """An emergency whose day passed without help goes to the superior by itself, once for that day.

    Nobody has to be there to press a button; the request stays open and may still be helped.
    """
    fresh = locked_request(request)
    day = today or today_in(fresh.collaboration)
    if not is_missed_emergency(fresh, today=day):
        return None
    _escalate(fresh, by=None, reason=str(fresh.emergency_reason), on=today)
    return fresh


def escalate_missed_emergencies(*, today=None):
    """Every one of which the day has passed; whoever runs it twice finds nothing more."""
    missed = AssistanceRequest.objects.filter(is_emergency=True)
    for request in missed.late(today=today).order_by("pk"):
        if escalate_by_the_calendar(request=request, today=today):
            yield request


def is_missed_emergency(request, *, today):
    """The day of its answer or its help has passed, and nobody has brought that to the superior.

    What the superior said before the day passed is not about that.
    """
    if not request.is_emergency or request.state not in OPEN:
        return False
    day = request.answer_due_on if request.state == S.SUBMITTED else request.needed_by
    told = request.escalations.filter(Q(answered_on=None) | Q(escalated_on__gt=day))
    return day < today and not told.exists()


def _escalate(request, *, by, reason, on):
    day = past_day(on, request.collaboration, field="escalated_on")
    superior = common_superior(request.from_party.organization, request.to_party.organization)
    save_checked(
        AssistanceEscalation(
            request=request,
            superior=superior,
            reason=reason,
            escalated_on=day,
            due_on=superior_due(request, on=day),
            escalated_by=by,
            is_sample=request.is_sample,
        )
    )
    event = AssistanceEvent.ESCALATED
    is_on_behalf = by is not None and not is_requester(by, request)
    facts = {"event": event, "note": reason, "is_on_behalf": is_on_behalf}
    log(request, by=by, came_from=request.state, on=on, **facts)
