"""What the calendar decides about agreements; applied twice on a day it finds nothing more."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from agreements.charter.transitions.locking import lock, lock_row
from agreements.instruments.family import began_on
from agreements.instruments.models import Agreement, Amendment
from agreements.instruments.states import BINDING, SIGNING, AgreementState, AmendmentState
from agreements.instruments.transitions.beginning import come_into_force
from agreements.instruments.transitions.carrying import all_below, end_by_itself, lapse
from agreements.instruments.transitions.ending import take_effect
from agreements.instruments.transitions.in_effect import merge_if_ready, moved_meanwhile

S = AgreementState
BEGAN, AMENDED, TERMINATED, ENDED = "in_force", "amended", "terminated", "ended"


@dataclass(frozen=True)
class Applied:
    """One thing that the calendar did."""

    what: str
    agreement: Agreement


def advance(*, today=None):
    """Do everything that is due, oldest first; yields each move as it is saved."""
    day = today or timezone.localdate()
    for step in (_amend, _begin, _finish):
        yield from step(day)


def _amend(day):
    """Amendments that everybody signed and whose day has come; before anything ends."""
    due = Amendment.objects.filter(state=AmendmentState.SIGNING, effective_on__lte=day)
    for amendment in due.order_by("effective_on", "pk").select_related("agreement"):
        yield from _amend_one(amendment, day)


@transaction.atomic
def _amend_one(amendment, day):
    agreement, fresh = _locked(amendment.agreement), lock_row(amendment)
    if agreement.state != S.IN_FORCE or fresh.state != AmendmentState.SIGNING:
        return []
    merged = merge_if_ready(agreement, fresh, by=None, today=day)
    return [Applied(AMENDED, agreement)] if merged else []


def held_up(*, today=None):
    """Due amendments that cannot take effect, each with the sentence that says why."""
    day = today or timezone.localdate()
    due = Amendment.objects.filter(
        state=AmendmentState.SIGNING, effective_on__lte=day, agreement__state=S.IN_FORCE
    )
    for amendment in due.select_related("agreement__collaboration").order_by("pk"):
        changes = amendment.changes.select_related("clause")
        if why := moved_meanwhile(amendment.agreement, amendment, changes):
            yield amendment, why


def _begin(day):
    """Signed ones whose first day has come; a child waits for its parent, so again and again."""
    due = Agreement.objects.filter(state__in=SIGNING, signed_on__isnull=False, starts_on__lte=day)
    is_moving = True
    while is_moving:
        is_moving = False
        for agreement in due.order_by("starts_on", "pk"):
            for applied in _begin_one(agreement, day):
                is_moving = True
                yield applied


@transaction.atomic
def _begin_one(agreement, day):
    fresh = _locked(agreement)
    held = day if fresh.ends_on is None else min(day, fresh.ends_on)  # it ends right afterwards
    is_begun = come_into_force(fresh, by=None, today=held, on=began_on(fresh))
    return [Applied(BEGAN, fresh)] if is_begun else []


def _finish(day):
    """Terminated, or past their last day, in the order of those days; what is under them goes
    along, unless it was said to stay, or was over by itself before.
    """
    is_decided = Q(termination_decided_on__isnull=False, termination_on__lte=day)
    due = Agreement.objects.filter(is_decided | Q(ends_on__lt=day), state__in=BINDING)
    for agreement in sorted(due, key=_order_of_end):
        yield from _finish_one(agreement, day)


def _order_of_end(agreement):
    """By the day on which it is over; a termination takes effect on it, an end once it passed."""
    if agreement.termination_decided_on:
        return agreement.termination_on, 0, agreement.pk
    return agreement.ends_on, 1, agreement.pk


@transaction.atomic
def _finish_one(agreement, day):
    fresh = _locked(agreement)
    if fresh.state not in BINDING:
        return []  # what it was under may just have taken it along
    if fresh.termination_decided_on and fresh.termination_on <= day:
        below = all_below(fresh)
        lapse(fresh, by=None)
        take_effect(fresh, below, by=None)
        return [Applied(TERMINATED, each) for each in (fresh, *below)]
    if fresh.ends_on is None or fresh.ends_on >= day:
        return []
    return [Applied(ENDED, each) for each in end_by_itself(fresh)]


def _locked(agreement):
    """As it is now; also in a collaboration that is closed: days pass there too."""
    lock(agreement.collaboration_id)
    return lock_row(agreement)
