"""How an agreement is over before its last day: by common accord, or terminated."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import last_day, require_reason
from agreements.documents.holding import require_standing
from agreements.instruments.kinds import DocumentRole
from agreements.instruments.models import AgreementDocument
from agreements.instruments.states import BINDING, AgreementState
from agreements.instruments.transitions.carrying import (
    NO_REQUEST,
    all_below,
    carried,
    end_along,
    end_what_is_past,
    leave_alone,
    stand_with_parent_again,
)
from agreements.instruments.transitions.holding import not_before_it_began
from agreements.instruments.transitions.moving import (
    lock_agreement,
    log,
    move,
    not_in_future,
    require_no_amendment,
    require_not_over,
    require_state,
    save,
)
from agreements.instruments.transitions.papers import attach
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

S = AgreementState


@transaction.atomic
def end(*, agreement, by, reason, on=None, children=None):
    """All parties agree that it is over; what is in force under it goes along or stays."""
    reason, day = require_reason(reason), last_day(on, field="on")
    fresh = _lock_binding(agreement)
    not_before_it_began(fresh, day)
    end_what_is_past(fresh, day)
    along, alone = carried(fresh, children)
    move(fresh, S.ENDED, by=by, note=reason, on=day, over_on=day, carried_by=None, **NO_REQUEST)
    end_along(fresh, along, S.ENDED, by=by, note=reason, on=day, **NO_REQUEST)
    leave_alone(fresh, alone, by=by)
    return fresh


def _lock_binding(agreement):
    fresh = lock_agreement(agreement)
    require_state(fresh, BINDING)
    require_no_amendment(fresh)
    require_not_over(fresh)
    return fresh


@transaction.atomic
def request_termination(*, agreement, by, reason, effective_on, on=None):
    """A party wants out: since when it is asked for, and from which day it should be over."""
    reason = require_reason(reason)
    day = not_in_future(on or timezone.localdate(), field="on")
    fresh = lock_agreement(agreement)
    require_state(fresh, BINDING)
    require_no_amendment(fresh)
    require_not_over(fresh)
    if fresh.termination_asked_on or fresh.termination_decided_on:
        raise Refused(_("Its termination is requested already."))
    not_before_it_began(fresh, day)
    _require_inside(fresh, effective_on)
    fresh.termination_asked_on, fresh.termination_on = day, effective_on
    fresh.termination_reason = reason
    save(fresh)
    log(fresh, "termination_requested", by=by, note=reason)
    return fresh


@transaction.atomic
def drop_termination(*, agreement, by, reason=""):
    """The request is dropped by who made it or the coordinator; what is decided only by them."""
    fresh = lock_agreement(agreement)
    require_state(fresh, BINDING)
    require_no_amendment(fresh)
    if not (fresh.termination_asked_on or fresh.termination_decided_on):
        raise Refused(_("Nobody asked to terminate it."))
    if not by.has_perm("agreements.drop_termination", fresh):
        raise Refused(
            _("The termination is decided: only the coordinator can drop it.")
            if fresh.termination_decided_on
            else _("Only who asked for it, or the coordinator, can drop the request.")
        )
    if fresh.termination_decided_on:
        stand_with_parent_again(fresh, by=by, note=reason.strip())
    for name, value in NO_REQUEST.items():
        setattr(fresh, name, value)
    save(fresh)
    log(fresh, "termination_dropped", by=by, note=reason.strip())
    return fresh


@transaction.atomic
def terminate(*, agreement, by, reason, effective_on, document=None, file=None, children=None):
    """Over before its last day, by a letter that says so: at once, or on a day still to come."""
    reason = require_reason(reason)
    fresh = _lock_binding(agreement)
    if fresh.termination_decided_on:
        raise Refused(_("Its termination is decided already."))
    _require_inside(fresh, effective_on)
    end_what_is_past(fresh, min(effective_on, timezone.localdate()))
    along, alone = carried(fresh, children)
    _letter(fresh, document, file, by=by)
    fresh.termination_asked_on = fresh.termination_asked_on or timezone.localdate()
    fresh.termination_decided_on = timezone.localdate()
    fresh.termination_on, fresh.termination_reason = effective_on, reason
    leave_alone(fresh, alone, by=by)
    if effective_on > timezone.localdate():
        save(fresh)
        log(fresh, "termination_decided", by=by, note=reason)
    else:
        take_effect(fresh, along, by=by)
    return fresh


def _letter(agreement, document, file, *, by):
    """The letter of termination, new or among its documents already."""
    letters = agreement.papers.filter(role=DocumentRole.TERMINATION)
    if document is not None and letters.filter(document=document).exists():
        require_standing(document)
        return
    if document is None and file is None:
        raise ValidationError({"file": _("Add the letter of termination.")})
    attach(agreement, by=by, role=DocumentRole.TERMINATION, document=document, file=file)


def _require_inside(agreement, day):
    if day is None:
        raise ValidationError({"effective_on": _("Say from which day it is over.")})
    not_before_it_began(agreement, day, field="effective_on")
    if agreement.ends_on is not None and day > agreement.ends_on:
        raise ValidationError({"effective_on": _("It ends by itself before this day.")})


def take_effect(agreement, along=None, *, by):
    """A decided termination begins, for the agreement and for what goes along."""
    along = all_below(agreement) if along is None else along
    day, reason = agreement.termination_on, agreement.termination_reason
    letters = list(agreement.papers.filter(role=DocumentRole.TERMINATION))
    move(agreement, S.TERMINATED, by=by, note=reason, on=day, over_on=day, carried_by=None)
    for child in along:
        _share(child, letters)
    facts = {
        "termination_reason": reason,
        "termination_on": day,
        "termination_decided_on": agreement.termination_decided_on,
    }
    end_along(agreement, along, S.TERMINATED, by=by, note=reason, on=day, **facts)


def _share(child, letters):
    """The letter that ends the parent ends the child: it is among its documents too."""
    for letter in letters:
        if child.papers.filter(document=letter.document_id).exists():
            continue
        paper = AgreementDocument(
            agreement=child,
            document=letter.document,
            role=DocumentRole.TERMINATION,
            is_sample=child.is_sample,
        )
        save_checked(paper)
