"""Until when a request is due by the standard that holds: working days, or hours."""

import datetime as dt

from agreements.capacity.service_kinds import TimeUnit
from agreements.capacity.workdays import day_after
from agreements.charter.clock import today_in
from agreements.charter.transitions.locking import moment
from agreements.engagement.transitions.planning import holidays_of


def due_on(standard, *, asked_on, collaboration):
    """The last day that the standard allows; hours end on a day, and lateness is told by days."""
    if standard.unit == TimeUnit.HOURS:
        end = moment(asked_on, collaboration) + dt.timedelta(hours=standard.duration)
        return today_in(collaboration, end)
    return day_after(asked_on, standard.duration, holidays=holidays_of(collaboration))
