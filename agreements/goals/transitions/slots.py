"""What every verb about a value begins with: lock the collaboration, look whether days are closed.

A slot is an indicator, a region (or none) and a period: what figures of two parties can differ in.
"""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open, lock_row
from agreements.goals.kinds import GoalEvent
from agreements.goals.models import GoalChange, Measurement, MeasurementChange, PeriodLock, Rivalry
from agreements.goals.states import RIVALS, MeasurementState, RivalryState
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move

SLOT = ("indicator", "region", "starts_on", "ends_on")


def lock_measurement(measurement):
    """(collaboration, value as it is now); refused where its days are closed or it was replaced."""
    collaboration = lock_open(measurement.indicator.goal.collaboration_id)
    fresh = lock_row(measurement)
    require_unlocked(collaboration, fresh.starts_on, fresh.ends_on)
    if fresh.superseded_by_id:
        raise Refused(_("A newer value has taken the place of this one."))
    return collaboration, fresh


def require_unlocked(collaboration, starts_on, ends_on):
    """Nothing is entered or changed in days that were closed."""
    held = PeriodLock.objects.filter(collaboration=collaboration).over(starts_on, ends_on).first()
    if held is not None:
        facts = {"start": _day(held.starts_on), "end": _day(held.ends_on), "why": held.reason}
        raise Refused(_("%(start)s to %(end)s is locked: %(why)s") % facts)


def _day(day):
    return date_format(day, "SHORT_DATE_FORMAT")


def move(fresh, target, moves, *, by, note="", **facts):
    """One step in a value's life: check, change, log."""
    source = MeasurementState(fresh.state)
    require_move(moves, current=source, target=target)
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    log(fresh, source, by=by, note=note)
    return fresh


def log(measurement, source, *, by, note=""):
    return MeasurementChange.objects.create(
        measurement=measurement,
        from_state=source,
        to_state=measurement.state,
        note=note.strip(),
        made_by=by,
    )


def slot_of(record):
    return {name: getattr(record, f"{name}_id", getattr(record, name)) for name in SLOT}


def open_rivalry(measurement):
    """Two parties say different things of one slot: from now on both stand side by side."""
    slot = slot_of(measurement)
    figures = Measurement.objects.standing().filter(**slot, state__in=RIVALS)
    if len({figure.value for figure in figures}) < 2:
        return None
    standing = Rivalry.objects.filter(**slot, state=RivalryState.OPEN).first()
    return standing or save_checked(
        Rivalry(
            indicator=measurement.indicator,
            region=measurement.region,
            starts_on=measurement.starts_on,
            ends_on=measurement.ends_on,
            is_sample=measurement.is_sample,
        )
    )


def tell_goals(collaboration, event, *, by, subject, note):
    """One line in the history of every goal that it touches."""
    GoalChange.objects.bulk_create(
        GoalChange(
            goal=goal,
            event=event,
            subject=subject,
            note=note,
            from_state=goal.state,
            to_state=goal.state,
            made_by=by,
        )
        for goal in collaboration.goals.standing()
    )


LOCKED, UNLOCKED = GoalEvent.LOCKED, GoalEvent.UNLOCKED
