"""What the calendar decides about agreements; applied twice on a day it finds nothing more."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from agreements.charter.transitions.locking import lock, lock_row
from agreements.instruments.models import Agreement, Amendment
from agreements.instruments.states import BINDING, SIGNING, AgreementState, AmendmentState
from agreements.instruments.transitions.carrying import all_below, end_along, lapse
from agreements.instruments.transitions.ending import take_effect
from agreements.instruments.transitions.in_effect import merge_if_ready
from agreements.instruments.transitions.moving import move
from agreements.instruments.transitions.signing import come_into_force

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
    for step in (_amend, _begin, _terminate, _end):
        yield from step(day)


def _amend(day):
    """Amendments that everybody signed and whose day has come; before anything ends."""
    due = Amendment.objects.filter(state=AmendmentState.SIGNING, effective_on__lte=day)
    for amendment in due.order_by("effective_on", "pk").select_related("agreement"):
        with transaction.atomic():
            agreement = _locked(amendment.agreement)
            if agreement.state != S.IN_FORCE:
                continue
            if merge_if_ready(agreement, lock_row(amendment), by=None, today=day):
                yield Applied(AMENDED, agreement)


def _begin(day):
    """Signed ones whose first day has come; parents before their children."""
    due = Agreement.objects.filter(state__in=SIGNING, signed_on__isnull=False, starts_on__lte=day)
    order = F("parent").asc(nulls_first=True)
    for agreement in due.order_by("starts_on", order, "pk"):
        with transaction.atomic():
            fresh = _locked(agreement)
            began = max(fresh.starts_on, fresh.signed_on)
            if come_into_force(fresh, by=None, today=day, on=began):
                yield Applied(BEGAN, fresh)


def _terminate(day):
    due = Agreement.objects.filter(
        state__in=BINDING, termination_decided_on__isnull=False, termination_on__lte=day
    )
    for agreement in due.order_by("termination_on", "pk"):
        with transaction.atomic():
            fresh = _locked(agreement)
            if fresh.state in BINDING:  # its parent may just have taken it along
                below = all_below(fresh)
                lapse(fresh, by=None)
                take_effect(fresh, below, by=None)
                yield from _all(TERMINATED, fresh, below)


def _end(day):
    """Past their last day; what is under them goes along, unless it was said to stay."""
    due = Agreement.objects.filter(Q(ends_on__lt=day), state__in=BINDING)
    for agreement in due.order_by("ends_on", "pk"):
        with transaction.atomic():
            fresh = _locked(agreement)
            if fresh.state in BINDING:
                last, below = fresh.ends_on, all_below(fresh)
                lapse(fresh, by=None)
                move(fresh, S.ENDED, by=None, on=last, over_on=last, carried_by=None)
                end_along(fresh, below, S.ENDED, by=None, note="", on=last)
                yield from _all(ENDED, fresh, below)


def _all(what, agreement, below):
    yield Applied(what, agreement)
    for child in below:
        yield Applied(what, child)


def _locked(agreement):
    """As it is now; also in a collaboration that is closed: days pass there too."""
    lock(agreement.collaboration_id)
    return lock_row(agreement)
