"""Add, edit and move the rounds of a collaboration."""

from django.db import transaction

from agreements.charter.kinds import CharterEvent
from agreements.charter.models import Cycle
from agreements.charter.states import CYCLE_MOVES, CycleState
from agreements.charter.transitions.locking import lock_open, lock_row, log
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move


@transaction.atomic
def add_cycle(*, collaboration, by, label, starts_on, ends_on, is_sample=False):
    """A round that shares no day with another one."""
    fresh = lock_open(collaboration.pk)
    cycle = Cycle(
        collaboration=fresh,
        label=label,
        starts_on=starts_on,
        ends_on=ends_on,
        is_sample=is_sample,
    )
    save_checked(cycle)
    log(fresh, CharterEvent.CYCLE_ADDED, by=by, subject=cycle)
    return cycle


@transaction.atomic
def edit_cycle(*, cycle, by, version, label, starts_on, ends_on):
    """Change a round's name or days; EditConflict when the form is older."""
    collaboration = lock_open(cycle.collaboration_id)
    fresh = lock_row(cycle)
    fresh.next_version(version)
    fresh.label, fresh.starts_on, fresh.ends_on = label, starts_on, ends_on
    save_checked(fresh)
    log(collaboration, CharterEvent.CYCLE_EDITED, by=by, subject=fresh)
    return fresh


@transaction.atomic
def move_cycle(*, cycle, by, target):
    """Planning, running, evaluating, closed: one step at a time."""
    collaboration = lock_open(cycle.collaboration_id)
    fresh = lock_row(cycle)
    source, target = CycleState(fresh.state), CycleState(target)
    require_move(CYCLE_MOVES, current=source, target=target)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    log(
        collaboration,
        CharterEvent.CYCLE_MOVED,
        by=by,
        subject=fresh,
        moved=(source, target),
    )
    return fresh
