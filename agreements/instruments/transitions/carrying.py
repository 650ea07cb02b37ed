"""What becomes of the children when an agreement is suspended, resumed or over."""

from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_row
from agreements.instruments.family import Goes, ancestors, began_on, binding_children
from agreements.instruments.states import (
    BINDING,
    OPEN_AMENDMENT,
    AgreementState,
    AmendmentState,
)
from agreements.instruments.transitions.in_effect import move_amendment
from agreements.instruments.transitions.moving import log, move, require_no_amendment, save
from collabgov.kit.errors import Refused

S = AgreementState
NO_REQUEST = {
    "termination_asked_on": None,
    "termination_on": None,
    "termination_reason": "",
    "termination_decided_on": None,
}


def carried(agreement, children, *, of=binding_children):
    """Those that go along, the nearest first, and those that stay; Refused where nothing is said.

    `children` maps the number of each child to one of `Goes`. `of` says which children count.
    """
    said = {int(pk): value for pk, value in (children or {}).items()}
    along, alone, silent = [], [], []
    _decide(agreement, said, of, (along, alone, silent))
    if silent:
        names = ", ".join(f"“{child}”" for child in silent)
        raise Refused(_("Say what happens to what is in force under it: %s.") % names)
    return along, alone


def _decide(agreement, said, of, lists):
    along, alone, silent = lists
    for child in of(agreement):
        goes = said.get(child.pk)
        if goes == Goes.ALONE:
            if child.type.needs_parent:
                raise Refused(_("“%s” needs a parent agreement: it cannot stay alone.") % child)
            alone.append(child)
        elif goes == Goes.ALONG:
            require_no_amendment(child)
            along.append(child)
            _decide(child, said, of, lists)
        else:
            silent.append(child)


def suspend_along(agreement, along, *, by, note, on):
    for child in along:
        fresh = lock_row(child)
        move(fresh, S.SUSPENDED, by=by, note=note, on=on, subject=agreement, carried_by=agreement)


def resume_along(agreement, *, by, note):
    """Only those that it carried along and whose last day is not over, and what those carried."""
    rows = agreement.children.filter(carried_by__isnull=False, state=S.SUSPENDED)
    rows = rows.exclude(ends_on__lt=timezone.localdate())  # the calendar ends these
    for child in rows.order_by("pk"):
        fresh = lock_row(child)
        move(fresh, S.IN_FORCE, by=by, note=note, subject=agreement, carried_by=None)
        resume_along(fresh, by=by, note=note)


def end_along(agreement, along, target, *, by, note, on, **facts):
    """They are over with their parent, on the same day and for the same reason."""
    for child in along:
        fresh = lock_row(child)
        lapse(fresh, by=by)
        day = max(on, began_on(fresh))
        if facts.get("termination_on"):
            facts["termination_on"] = day
        move(
            fresh,
            target,
            by=by,
            note=note,
            on=day,
            subject=agreement,
            carried_by=agreement,
            over_on=day,
            **facts,
        )


def end_by_itself(agreement):
    """Over on its own last day, and what is under it goes along; returns all that are over."""
    last, below = agreement.ends_on, all_below(agreement)
    lapse(agreement, by=None)
    move(agreement, S.ENDED, by=None, on=last, over_on=last, carried_by=None, **NO_REQUEST)
    end_along(agreement, below, S.ENDED, by=None, note="", on=last, **NO_REQUEST)
    return [agreement, *below]


def end_what_is_past(agreement, day):
    """What is under it and was over by itself before that day: the calendar may not have run."""
    for child in binding_children(agreement):
        is_past = child.ends_on is not None and child.ends_on < day
        if is_past and not child.amendments.open().exists():
            end_by_itself(lock_row(child))
        else:
            end_what_is_past(child, day)


def leave_alone(agreement, alone, *, by):
    """They hold on without their parent; it stays on record."""
    for child in alone:
        fresh = lock_row(child)
        fresh.stands_alone = True
        save(fresh)
        log(fresh, "stands_alone", by=by, subject=agreement)


def stand_with_parent_again(agreement, *, by, note):
    """What was said to stay alone when the agreement is terminated: it no longer is.

    Under something else that is to be terminated it stays as was said there.
    """
    above = [each for each in ancestors(agreement) if each.state in BINDING]
    if any(each.termination_decided_on for each in above):
        return
    for child in _said_to_stay(agreement):
        fresh = lock_row(child)
        fresh.stands_alone = False
        save(fresh)
        log(fresh, "termination_dropped", by=by, subject=agreement, note=note)


def _said_to_stay(agreement):
    """Those under it that stand alone, as far down as no other termination is decided."""
    for child in binding_children(agreement, even_alone=True):
        if child.stands_alone:
            yield child
        elif child.termination_decided_on is None:
            yield from _said_to_stay(child)


def lapse(agreement, *, by):
    """Nobody signs an amendment to what is over."""
    for amendment in agreement.amendments.filter(state__in=OPEN_AMENDMENT):
        move_amendment(agreement, lock_row(amendment), AmendmentState.LAPSED, by=by)


def all_below(agreement):
    """Everything under it that holds or is suspended and does not stand alone."""
    found = []
    for child in binding_children(agreement):
        found += [child, *all_below(child)]
    return found
