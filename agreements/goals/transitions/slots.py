"""What every verb about a value begins with: lock the collaboration, look whether days are closed.

A slot is an indicator, a region (or none) and a period: what figures of two parties can differ in.
"""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open, lock_row
from agreements.goals.comparing import told_that_stands
from agreements.goals.kinds import GoalEvent
from agreements.goals.models import GoalChange, Measurement, MeasurementChange, PeriodLock, Rivalry
from agreements.goals.states import MeasurementState, RivalryState
from collabgov.kit.errors import EditConflict, Refused
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move


def lock_measurement(measurement):
    """(collaboration, value as it is now); refused where its days are closed or it was replaced."""
    collaboration = lock_open(measurement.indicator.goal.collaboration_id)
    fresh = lock_row(measurement)
    require_unlocked(collaboration, fresh.starts_on, fresh.ends_on)
    if fresh.superseded_by_id:
        raise Refused(_("A newer value has taken the place of this one."))
    return collaboration, fresh


def require_seen(fresh, version):
    """The row is still as somebody looked at it; None where nobody says what they saw."""
    if version is not None and version != fresh.version:
        raise EditConflict(_("It changed in the meantime. Look at it again."))


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


def compare(measurement, *, by):
    """Two parties say different things of one slot: from now on both stand side by side.

    Where one of them corrected its figure and they say the same now, nothing differs any more.
    The figure of another source that was found to stand is one more that they can differ from.
    """
    figures = list(Measurement.objects.figures_of(measurement))
    standing = Rivalry.objects.unresolved().of_slot(measurement).first()
    told = told_that_stands(measurement)
    values = {figure.value for figure in figures} | ({told["told_value"]} if told else set())
    if len(values) < 2:
        if standing is not None and standing.told_value is None and len(figures) > 1:
            close(standing, by=by, kept=measurement, resolution=_("The figures agree now."))
        return None
    return standing or save_checked(
        Rivalry(
            indicator=measurement.indicator,
            region=measurement.region,
            starts_on=measurement.starts_on,
            ends_on=measurement.ends_on,
            is_sample=measurement.is_sample,
            **told,
        )
    )


def close(rivalry, *, by, resolution, kept=None, told_stands=False):
    """Nothing differs any more, or somebody has said what stands."""
    rivalry.kept = kept
    rivalry.told_stands = told_stands
    rivalry.resolution = resolution
    rivalry.resolved_by = by
    rivalry.resolved_on = timezone.localdate()
    rivalry.state = RivalryState.RESOLVED
    return save_checked(rivalry)


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
