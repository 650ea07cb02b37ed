"""While an agreement is in force: suspend it, resume it, review it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import last_day, require_reason
from agreements.instruments.family import began_on, children_in_force
from agreements.instruments.states import BINDING, AgreementState
from agreements.instruments.transitions.carrying import carried, resume_along, suspend_along
from agreements.instruments.transitions.moving import (
    lock_agreement,
    log,
    move,
    require_no_amendment,
    require_not_over,
    require_state,
    save,
)
from collabgov.kit.errors import Refused

S = AgreementState


@transaction.atomic
def suspend(*, agreement, by, reason, on=None, children=None):
    """It does not hold for a while; what is in force under it goes along or stays, as is said."""
    reason, day = require_reason(reason), last_day(on, field="on")
    fresh = lock_agreement(agreement)
    require_state(fresh, [S.IN_FORCE])
    require_no_amendment(fresh)
    require_not_over(fresh)
    not_before_it_began(fresh, day)
    along, _alone = carried(fresh, children, of=children_in_force)
    move(fresh, S.SUSPENDED, by=by, note=reason, on=day, carried_by=None)
    suspend_along(fresh, along, by=by, note=reason, on=day)
    return fresh


def not_before_it_began(agreement, day, *, field="on"):
    if day < began_on(agreement):
        raise ValidationError({field: _("This is before the agreement is in force.")})


@transaction.atomic
def resume(*, agreement, by, note=""):
    """It holds again, and with it what it carried along."""
    fresh = lock_agreement(agreement)
    require_state(fresh, [S.SUSPENDED])
    require_not_over(fresh)
    if fresh.parent_id and not fresh.stands_alone and fresh.parent.state != S.IN_FORCE:
        raise Refused(_("Its parent agreement “%s” is not in force.") % fresh.parent)
    move(fresh, S.IN_FORCE, by=by, note=note.strip(), carried_by=None)
    resume_along(fresh, by=by, note=note.strip())
    return fresh


@transaction.atomic
def mark_reviewed(*, agreement, by, note, next_review_on=None):
    """Somebody looked whether it still serves; the next time may be named."""
    note = require_reason(note, field="note")
    fresh = lock_agreement(agreement)
    require_state(fresh, BINDING)
    require_no_amendment(fresh)
    if next_review_on is not None:
        _require_ahead(fresh, next_review_on)
    fresh.review_on = next_review_on
    save(fresh)
    log(fresh, "reviewed", by=by, note=note)
    return fresh


def _require_ahead(agreement, day):
    problem = ""
    if day <= timezone.localdate():
        problem = _("Name a day that is still to come.")
    elif agreement.ends_on is not None and day > agreement.ends_on:
        problem = _("The review comes after the last day.")
    if problem:
        raise ValidationError({"next_review_on": problem})
