"""What every verb of pledges and deliveries is made of: hold the pledge, move it, tell of it."""

from agreements.capacity.models import PledgeChange
from agreements.capacity.rules.pledges import belongs_to_giver
from agreements.capacity.states import PLEDGE_MOVES, PledgeState
from agreements.charter.transitions.locking import locked, moment
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move


def held(pledge):
    """The pledge as it is now, its open collaboration held before it."""
    return locked(pledge, pledge.collaboration_id)


def keep(fresh):
    fresh.version += 1
    save_checked(fresh)


def move(fresh, target, *, by, note="", on=None, is_on_behalf=False):
    source = PledgeState(fresh.state)
    require_move(PLEDGE_MOVES, current=source, target=target)
    fresh.state = target
    keep(fresh)
    log(fresh, source, by=by, note=note, on=on, is_on_behalf=is_on_behalf)
    return fresh


def log(pledge, source, *, by, note="", on=None, days=(None, None), **facts):
    """Write one line of the pledge's history; `facts` of one about a delivery replace its own."""
    line = {"to_state": pledge.state, "old_due_on": days[0], "new_due_on": days[1]} | facts
    return PledgeChange.objects.create(
        pledge=pledge,
        from_state=source,
        note=note,
        made_by=by,
        made_at=moment(on, pledge.collaboration),
        **line,
    )


def for_giver(by, pledge):
    """Whether somebody else than the giver's own people does this in its place."""
    return not belongs_to_giver(by, pledge)
