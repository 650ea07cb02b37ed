"""The steps of a draft theory of change, and which of them leads to which."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_row
from agreements.goals.kinds import ResultKind, TheoryEvent
from agreements.goals.models import Result, ResultLink
from agreements.goals.transitions.theory import draft_of, log_theory
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

STEPS = list(ResultKind)


@transaction.atomic
def add_result(*, theory, by, is_sample=False, on=None, **fields):
    """`fields`: kind, title, and the shared goal that it stands for, if any."""
    fresh = draft_of(theory)
    last = fresh.results.aggregate(last=Max("position"))["last"] or 0
    result = Result(theory=fresh, position=last + 1, is_sample=is_sample, **fields)
    _require_own_goal(result)
    said = {"kind": result.kind, "title": result.title, "goal": result.goal}
    if twin := fresh.results.filter(**said).first():
        return twin  # a double click
    save_checked(result)
    log_theory(fresh, TheoryEvent.RESULT_ADDED, by=by, subject=str(result), on=on)
    return result


@transaction.atomic
def edit_result(*, result, by, version, **fields):
    """Another wording, kind or goal; what it is linked to must still fit."""
    theory = draft_of(result.theory)
    fresh = lock_row(result)
    fresh.next_version(version)
    for name, value in fields.items():
        setattr(fresh, name, value)
    _require_own_goal(fresh)
    for link in fresh.causes.select_related("cause"):
        _require_order(link.cause, fresh)
    for link in fresh.effects.select_related("effect"):
        _require_order(fresh, link.effect)
    save_checked(fresh)
    log_theory(theory, TheoryEvent.RESULT_EDITED, by=by, subject=str(fresh))
    return fresh


@transaction.atomic
def remove_result(*, result, by):
    """The step and its links go; the history keeps its words."""
    theory = draft_of(result.theory)
    fresh = lock_row(result)
    log_theory(theory, TheoryEvent.RESULT_REMOVED, by=by, subject=str(fresh))
    fresh.delete()
    return theory


@transaction.atomic
def link(*, theory, cause, effect, assumption, by, is_sample=False, on=None):
    """One result leads to another on an assumption; never round in a circle."""
    fresh = draft_of(theory)
    cause, effect = lock_row(cause), lock_row(effect)
    if {cause.theory_id, effect.theory_id} != {fresh.pk}:
        raise Refused(_("Both results must belong to this version of the theory."))
    _require_order(cause, effect)
    _require_no_circle(fresh, cause, effect)
    said = {"cause": cause, "effect": effect, "assumption": (assumption or "").strip()}
    if twin := fresh.links.filter(**said).first():
        return twin  # a double click
    row = save_checked(ResultLink(theory=fresh, is_sample=is_sample, **said))
    log_theory(fresh, TheoryEvent.LINKED, by=by, subject=str(row), note=row.assumption, on=on)
    return row


@transaction.atomic
def edit_link(*, link, by, version, assumption):
    """Another assumption between the same two results; EditConflict when the form is older."""
    theory = draft_of(link.theory)
    fresh = lock_row(link)
    fresh.next_version(version)
    fresh.assumption = (assumption or "").strip()
    save_checked(fresh)
    subject = str(fresh)
    log_theory(theory, TheoryEvent.LINK_EDITED, by=by, subject=subject, note=fresh.assumption)
    return fresh


@transaction.atomic
def unlink(*, link, by):
    """The one does not lead to the other after all."""
    theory = draft_of(link.theory)
    fresh = lock_row(link)
    log_theory(theory, TheoryEvent.UNLINKED, by=by, subject=str(fresh))
    fresh.delete()
    return theory


def _require_order(cause, effect):
    """From action towards impact, or within one kind; never back."""
    if STEPS.index(cause.kind) > STEPS.index(effect.kind):
        sentence = _("“%(cause)s” (%(later)s) cannot lead back to “%(effect)s” (%(earlier)s).")
        words = {
            "cause": cause,
            "later": cause.get_kind_display(),
            "effect": effect,
            "earlier": effect.get_kind_display(),
        }
        raise ValidationError(sentence % words, code="effect")


def _require_no_circle(theory, cause, effect):
    """Following the arrows from the effect must never lead to the cause."""
    if cause == effect:
        return  # the table says so itself
    onward = defaultdict(set)
    for start, end in theory.links.values_list("cause_id", "effect_id"):
        onward[start].add(end)
    seen, ahead = set(), [effect.pk]
    while ahead:
        here = ahead.pop()
        if here == cause.pk:
            sentence = _("This would close a circle: “%(effect)s” already leads to “%(cause)s”.")
            words = {"effect": effect, "cause": cause}
            raise ValidationError(sentence % words, code="effect")
        if here not in seen:
            seen.add(here)
            ahead.extend(onward[here])


def _require_own_goal(result):
    goal = result.goal
    if goal is not None and goal.collaboration_id != result.theory.collaboration_id:
        raise ValidationError({"goal": [_("The goal belongs to another collaboration.")]})
