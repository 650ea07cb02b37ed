"""Ask for assistance: write a draft, submit it, declare an emergency, take it back, ask again."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.capacity.assistance_clock import answer_due
from agreements.capacity.assistance_kinds import (
    CORRECTIONS,
    MOVES,
    OPEN,
    AssistanceEvent,
    AssistanceState,
)
from agreements.capacity.assistance_money import in_words
from agreements.capacity.models import AssistanceChange, AssistanceGround, AssistanceRequest
from agreements.capacity.transitions.assistance_days import require_needed_by
from agreements.charter.clock import today_in
from agreements.charter.transitions.locking import lock_open, lock_row, moment, require_reason
from agreements.documents.holding import require_standing
from agreements.engagement.rules.discovery import is_of
from agreements.engagement.transitions.discovering import require_party
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.states import require_move

S = AssistanceState
TEXTS = ("subject", "what", "grounds_note", "emergency_reason")
FACTS = ("kind", "needed_by", "is_emergency", "liability_document")


@transaction.atomic
def draft_assistance(
    *,
    from_party,
    to_party,
    by,
    subject,
    kind,
    what,
    needed_by,
    grounds,
    grounds_note="",
    is_emergency=False,
    emergency_reason="",
    liable_party=None,
    liability_document=None,
    follows=None,
    is_sample=False,
    on=None,
):
    """What one party asks of another, not yet handed in; sent twice, it is one draft.

    `grounds` are kinds of grounds.
    """
    together = lock_open(from_party.collaboration_id)
    _require_parties(from_party, to_party, together, by=by)
    said = {
        "collaboration": together,
        "from_party": from_party,
        "to_party": to_party,
        "subject": " ".join(subject.split()),
        "kind": kind,
        "what": what.strip(),
        "grounds_note": grounds_note.strip(),
        "needed_by": needed_by,
        "is_emergency": is_emergency,
        "emergency_reason": emergency_reason.strip() if is_emergency else "",
        "liable_party": liable_party or from_party,
        "liability_document": liability_document,
        "follows": follows,
    }
    if twin := made_a_moment_ago(
        AssistanceRequest.objects, when="created_at", recorded_by=by, **said
    ):
        return twin
    said["follows"] = _followed(follows, from_party)
    _require_own(said["liable_party"], liability_document, together.pk)
    require_needed_by(needed_by, is_emergency=is_emergency, today=on or today_in(together))
    request = save_checked(AssistanceRequest(recorded_by=by, is_sample=is_sample, **said))
    _write_grounds(request, grounds)
    log(request, by=by, came_from="", on=on)
    return request


@transaction.atomic
def edit_assistance(*, request, by, version, grounds, to_party, liable_party=None, **fields):
    """Other words of a draft; what was handed in stays as it was read."""
    fresh = locked_request(request)
    _require_draft(fresh)
    fresh.next_version(version)
    _require_parties(fresh.from_party, to_party, fresh.collaboration, by=by)
    for name in FACTS:
        setattr(fresh, name, fields[name])
    for name in TEXTS:
        setattr(fresh, name, fields[name].strip())
    fresh.subject = " ".join(fresh.subject.split())
    fresh.emergency_reason = fresh.emergency_reason if fresh.is_emergency else ""
    fresh.to_party, fresh.liable_party = to_party, liable_party or fresh.from_party
    _require_own(fresh.liable_party, fresh.liability_document, fresh.collaboration_id)
    _require_days(fresh, today=today_in(fresh.collaboration))
    save_checked(fresh)
    _write_grounds(fresh, grounds)
    log(fresh, by=by, came_from=fresh.state, event=AssistanceEvent.EDITED)
    return fresh


@transaction.atomic
def submit_assistance(*, request, by, on=None):
    """Hand it in: from now on the clock of the answer runs."""
    fresh = locked_request(request)
    require_move(MOVES, current=S(fresh.state), target=S.SUBMITTED)
    _require_parties(fresh.from_party, fresh.to_party, fresh.collaboration, by=by)
    if not fresh.grounds.exists():
        raise Refused(_("Name at least one ground on which you ask."))
    _require_still_true(fresh)
    day = on or today_in(fresh.collaboration)
    _require_days(fresh, today=day)
    due = answer_due(fresh, on=day)
    return move(fresh, S.SUBMITTED, by=by, on=on, submitted_on=day, answer_due_on=due)


@transaction.atomic
def declare_emergency(*, request, by, reason, needed_by=None, on=None):
    """What waits for an answer has become an emergency: from now on it is not refused.

    Help is then needed by a near day: another one than was asked for is said with it.
    """
    fresh = locked_request(request)
    if fresh.state == S.REFUSED:
        raise Refused(_("It has been refused, and stays so on record. Ask again, as an emergency."))
    if fresh.state != S.SUBMITTED:
        raise Refused(_("Only a request that waits for its answer becomes an emergency."))
    if fresh.is_emergency:
        raise Refused(_("It is an emergency already."))
    words = require_reason(reason, field="reason")
    note = words if needed_by in (None, fresh.needed_by) else _moved(words, fresh, needed_by)
    fresh.is_emergency, fresh.emergency_reason = True, words
    fresh.needed_by, today = needed_by or fresh.needed_by, today_in(fresh.collaboration)
    _require_days(fresh, today=today)
    due = answer_due(fresh, on=today)
    fresh.answer_due_on = max(min(fresh.answer_due_on, due), fresh.submitted_on)
    fresh.version += 1
    save_checked(fresh)
    log(fresh, by=by, came_from=S.SUBMITTED, event=AssistanceEvent.EMERGENCY, note=note, on=on)
    return fresh


@transaction.atomic
def withdraw_assistance(*, request, by, reason, on=None):
    """The requester no longer asks; what was said stays on record, and so does what is owed."""
    fresh = locked_request(request)
    words = require_reason(reason)
    require_move(MOVES, current=S(fresh.state), target=S.WITHDRAWN)
    _require_may_be_withdrawn(fresh)
    close_escalation(fresh, because=words, on=on)
    return move(fresh, S.WITHDRAWN, by=by, note=words, on=on)


def may_be_withdrawn(request, *, has_agreed_costs):
    """What was promised, only before its day and while no cost is agreed on by both sides."""
    if request.state in (S.DRAFT, S.SUBMITTED):
        return True
    is_promised = request.state in (S.ACCEPTED, S.PARTLY) and not has_agreed_costs
    return is_promised and today_in(request.collaboration) < request.needed_by


def _require_may_be_withdrawn(request):
    has_agreed_costs = request.costs.agreed().exists()
    if may_be_withdrawn(request, has_agreed_costs=has_agreed_costs):
        return
    if has_agreed_costs:
        raise Refused(
            _("Both sides agreed on costs. Open them again together before you withdraw.")
        )
    raise Refused(_("The day of the help has come: say whether the help was given."))


def close_escalation(request, *, because, on=None):
    """Nobody waits for the superior any more: the request has ended before the answer came."""
    for row in request.escalations.open().select_for_update():
        row.closed_on, row.closed_because = on or today_in(request.collaboration), because
        save_checked(row)


def locked_request(request):
    """The request as it is now, its open collaboration held before it."""
    lock_open(request.collaboration_id)
    return lock_row(request)


def move(fresh, target, *, by, note="", on=None, is_on_behalf=False, is_corrected=False, **facts):
    """The next state, the facts that belong to it, and one line of the history."""
    source = S(fresh.state)
    require_move(CORRECTIONS if is_corrected else MOVES, current=source, target=S(target))
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    pay_with_the_help(fresh, by=by, on=on)
    event = AssistanceEvent.CORRECTED if is_corrected else AssistanceEvent.MOVED
    facts = {"event": event, "note": note, "is_on_behalf": is_on_behalf}
    log(fresh, by=by, came_from=source, on=on, **facts)
    return fresh


def pay_with_the_help(request, *, by, on):
    """Help that does not come costs nothing, and its budget lines are free; else they are not.

    What was agreed is owed again with the help; a line that pays elsewhere meanwhile is taken off.
    """
    is_dropped = request.costs_nothing
    for cost in request.costs.filter(is_dropped=not is_dropped).select_for_update():
        cost.is_dropped = is_dropped
        cost.version += 1
        is_paid_elsewhere = cost.holds_line and not is_dropped and _pays_elsewhere(cost)
        before = in_words(cost)
        if is_paid_elsewhere:
            cost.budget_line, cost.line_owner, cost.holds_line = "", None, False
        save_checked(cost)
        if is_paid_elsewhere:
            event, note = AssistanceEvent.COST_BLANKED, f"{before} → {in_words(cost)}"
            log(request, by=by, came_from=request.state, event=event, note=note, on=on)


def _pays_elsewhere(cost):
    return type(cost).objects.paid_like(cost).exists()


def log(
    request, *, by, came_from, event=AssistanceEvent.MOVED, note="", on=None, is_on_behalf=False
):
    """One line of its history."""
    return AssistanceChange.objects.create(
        request=request,
        event=event,
        from_state=came_from,
        to_state=request.state,
        note=note,
        made_by=by,
        made_at=moment(on, request.collaboration),
        is_on_behalf=is_on_behalf,
    )


def _require_parties(from_party, to_party, together, *, by):
    """Both take part today, and whoever writes belongs to the first."""
    require_party(from_party, together.pk, field="from_party")
    if not is_of(by, from_party):
        raise PermissionDenied("agreements.edit_assistance")
    require_party(to_party, together.pk, field="to_party")


def _require_own(liable_party, document, collaboration_id):
    if liable_party.collaboration_id != collaboration_id:
        raise ValidationError({"liable_party": [_("Choose a party of this collaboration.")]})
    if document is not None and document.collaboration_id != collaboration_id:
        words = _("This document belongs to another collaboration.")
        raise ValidationError({"liability_document": [words]})
    require_standing(document)


def _require_days(fresh, *, today):
    require_needed_by(fresh.needed_by, is_emergency=fresh.is_emergency, today=today)


def _moved(words, fresh, needed_by):
    label = _("Needed by")
    days = (date_format(day, "DATE_FORMAT") for day in (fresh.needed_by, needed_by))
    return f"{words}\n{label}: {' → '.join(days)}"


def _require_draft(fresh):
    if fresh.state != S.DRAFT:
        raise Refused(_("It was handed in, so its words stay. Withdraw it and ask anew."))


def _require_still_true(fresh):
    """What a draft was written upon may have changed since: its document, what it follows."""
    require_standing(fresh.liability_document)
    if fresh.follows_id and lock_row(fresh.follows).state != S.REFUSED:
        raise Refused(_("The request that it follows is no longer refused. Withdraw this draft."))


def _followed(request, from_party):
    """The refused request that this one follows; asked again once at a time."""
    if request is None:
        return None
    fresh = lock_row(request)
    if fresh.state != S.REFUSED or fresh.from_party_id != from_party.pk:
        raise Refused(_("Only a refused request of your own party is asked again."))
    if fresh.asked_again.filter(state__in=(S.DRAFT, *OPEN)).exists():
        raise Refused(_("It was asked again already."))
    return fresh


def _write_grounds(request, grounds):
    """Those chosen; what is no longer chosen goes."""
    there = {row.kind_id: row for row in request.grounds.all()}
    for kind in grounds:
        if there.pop(kind.pk, None) is None:
            facts = {"kind": kind, "is_sample": request.is_sample}
            save_checked(AssistanceGround(request=request, **facts))
    for row in there.values():
        row.delete()
