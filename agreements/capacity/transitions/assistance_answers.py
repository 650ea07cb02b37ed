"""Answer a request: accept, accept in part, or refuse in writing; an emergency is not refused."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.capacity.answer_papers import letters_for
from agreements.capacity.assistance_kinds import (
    ANSWERS,
    CORRECTIONS,
    MOVES,
    NOT_REFUSED,
    SHORTEST_REASON,
    WITHHELD_SAYS_WHY,
    AssistanceEvent,
    AssistanceOutcome,
    AssistanceState,
)
from agreements.capacity.models import AssistanceResponse, RefusalGround
from agreements.capacity.rules.assistance import has_a_voice, is_requester, speaks_for_giver
from agreements.capacity.transitions.assistance import locked_request, log, move
from agreements.capacity.transitions.days import past_day
from agreements.documents.checking import ready
from agreements.documents.holding import require_standing
from agreements.documents.kinds import DocumentKind
from agreements.documents.transitions import add_document
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.seen import require_seen
from collabgov.kit.states import require_move

S = AssistanceState
NOT_ASKED = (S.DRAFT, S.WITHDRAWN, S.REFUSED)


@transaction.atomic
def answer_assistance(*, request, by, outcome, seen="", on=None, **said):
    """What the asked party says; `said` are offered, withheld (of a part), reason,
    refusal_ground, letter or file. Sent twice, it is one answer.
    """
    fresh = locked_request(request)
    target = ANSWERS[AssistanceOutcome(outcome)]
    if fresh.state == target and _said_a_moment_ago(fresh, by, outcome=outcome, **said):
        return fresh
    _require_may_be_refused(fresh, outcome)
    require_move(MOVES, current=S(fresh.state), target=target)
    _require_may_answer(fresh, by, on=on)
    require_seen(fresh, seen)
    answer = AssistanceResponse(request=fresh, is_sample=fresh.is_sample)
    return _carry_out(fresh, answer, by=by, outcome=outcome, on=on, **said)


@transaction.atomic
def correct_answer(*, request, by, outcome, seen="", on=None, **said):
    """The party puts right what a coordinator answered on its behalf."""
    fresh = locked_request(request)
    answer = _require_on_behalf(fresh, by)
    _require_may_be_refused(fresh, outcome)
    if S(fresh.state) not in CORRECTIONS:
        raise Refused(_("Help is being given already, or it has ended."))
    if fresh.asked_again.exclude(state__in=NOT_ASKED).exists():
        raise Refused(_("It was asked again meanwhile: answer that request."))
    if outcome == AssistanceOutcome.REFUSE and fresh.costs.agreed().exists():
        raise Refused(_("Both sides agreed on costs. Open them again together before you refuse."))
    require_seen(fresh, seen)
    return _carry_out(fresh, answer, by=by, outcome=outcome, on=on, is_corrected=True, **said)


@transaction.atomic
def confirm_answer(*, request, by, seen=""):
    """The party stands by what was answered on its behalf, as it has read it."""
    fresh = locked_request(request)
    answer = _require_on_behalf(fresh, by)
    if fresh.state == S.WITHDRAWN:
        raise Refused(_("The request was withdrawn: nothing has to be confirmed."))
    require_seen(fresh, seen)
    answer.is_on_behalf = False
    answer.version += 1
    save_checked(answer)
    fresh.version += 1
    save_checked(fresh)
    log(fresh, by=by, came_from=fresh.state, event=AssistanceEvent.CONFIRMED)
    return fresh


def _carry_out(fresh, answer, *, by, outcome, on, is_corrected=False, **said):
    is_on_behalf = not speaks_for_giver(by, fresh)
    _fill(answer, fresh, by=by, outcome=outcome, **said)
    answer.given_on = past_day(on, fresh.collaboration, field="given_on")
    answer.given_by, answer.is_on_behalf = by, is_on_behalf
    if answer.pk:
        answer.version += 1
    save_checked(answer)
    target = ANSWERS[AssistanceOutcome(outcome)]
    note = answer.reason or "\n".join(filter(None, (answer.offered, answer.withheld)))
    if is_corrected and target == fresh.state:
        fresh.version += 1
        save_checked(fresh)
        log(fresh, by=by, came_from=fresh.state, event=AssistanceEvent.CORRECTED, note=note)
        return fresh
    facts = {"is_on_behalf": is_on_behalf, "is_corrected": is_corrected}
    return move(fresh, target, by=by, note=note, on=on, **facts)


def _fill(answer, fresh, *, by, outcome, refusal_ground=None, letter=None, file=None, **words):
    """The words that belong to this outcome; a new file becomes a letter on file."""
    is_refusal = outcome == AssistanceOutcome.REFUSE
    if is_refusal:
        _require_ground(refusal_ground)
        _require_letter(letter, file)
    for name, value in _told(outcome, refusal_ground, words).items():
        setattr(answer, name, value)
    _require_withheld(fresh, answer)
    answer.letter = _letter(fresh, by=by, letter=letter, file=file)


def _told(outcome, refusal_ground, words):
    """What belongs to this outcome: something is withheld only of a part."""
    is_refusal = outcome == AssistanceOutcome.REFUSE
    said = {name: words.get(name, "").strip() for name in ("offered", "withheld", "reason")}
    return {
        "outcome": outcome,
        "offered": "" if is_refusal else said["offered"],
        "withheld": said["withheld"] if outcome == AssistanceOutcome.PARTIAL else "",
        "reason": said["reason"],
        "refusal_ground": refusal_ground if is_refusal else None,
    }


def _said_a_moment_ago(fresh, by, *, outcome, refusal_ground=None, letter=None, file=None, **words):
    """Whether the same person gave this very answer within the last minute, by the same letter."""
    told = {"request": fresh, "given_by": by, **_told(outcome, refusal_ground, words)}
    if file is None:
        told["letter"] = letter
    twin = made_a_moment_ago(AssistanceResponse.objects, when="updated_at", **told)
    if twin is None or file is None:
        return twin is not None
    newest = twin.letter and twin.letter.versions.order_by("-number").first()
    return newest is not None and newest.sha256 == ready(file, by=by).checked.sha256


def _require_withheld(request, answer):
    """Of an emergency with a reason, or a refusal would call itself a part."""
    is_short = len(answer.withheld) < SHORTEST_REASON
    if answer.outcome == AssistanceOutcome.PARTIAL and request.is_emergency and is_short:
        raise ValidationError({"withheld": [WITHHELD_SAYS_WHY]})


def _require_may_answer(fresh, by, *, on):
    """The party itself; on its behalf only where nobody can speak for it, never who asked."""
    if speaks_for_giver(by, fresh):
        return
    if has_a_voice(fresh.to_party, today=on):
        words = _("%s has somebody who speaks for it, so nobody answers on its behalf.")
        raise Refused(words % fresh.to_party.organization.label)
    if is_requester(by, fresh):
        raise Refused(_("Whoever asks does not answer on behalf of the party asked."))


def _require_may_be_refused(fresh, outcome):
    if fresh.is_emergency and outcome == AssistanceOutcome.REFUSE:
        raise ValidationError({"outcome": [NOT_REFUSED]})


def _require_ground(ground):
    if ground is None:
        raise ValidationError({"refusal_ground": [_("A refusal rests on a ground.")]})
    if not RefusalGround.objects.for_choice().filter(pk=ground.pk).exists():
        words = _("Choose one of the grounds in use; of a divided one, its part.")
        raise ValidationError({"refusal_ground": [words]})


def _require_letter(letter, file):
    if letter is None and file is None:
        raise ValidationError({"file": [_("A refusal is written: add its letter.")]})


def _letter(fresh, *, by, letter, file):
    if file is not None:
        words = _("Answer to the request")
        return add_document(
            collaboration=fresh.collaboration,
            file=file,
            by=by,
            title=f"{words}: {fresh.subject}"[:200],
            kind=DocumentKind.LETTER,
            is_sample=fresh.is_sample,
        )
    if letter is not None:
        if letter.collaboration_id != fresh.collaboration_id:
            words = _("This document belongs to another collaboration.")
            raise ValidationError({"letter": [words]})
        require_standing(letter)
        if not letters_for(fresh, by).filter(pk=letter.pk).exists():
            words = _(
                "Choose a letter of the party that answers, not one by which another request was"
                " refused."
            )
            raise ValidationError({"letter": [words]})
    return letter


def _require_on_behalf(fresh, by):
    answer = fresh.answer
    if answer is None or not answer.is_on_behalf:
        raise Refused(_("The party itself gave this answer."))
    if not speaks_for_giver(by, fresh):
        raise Refused(_("Only a representative of the organization can settle its answer."))
    if answer.given_by_id == by.pk:
        raise Refused(_("You gave this answer yourself, so somebody else has to settle it."))
    return answer
