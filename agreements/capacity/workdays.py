"""When a clock ends: so many days after another, with or without Saturdays, Sundays, holidays."""

import datetime as dt

SATURDAY = 5


def day_after(day, days, *, holidays=None):
    """The day on which so many days have passed; `holidays` given, only working days count."""
    if holidays is None:
        return day + dt.timedelta(days=days)
    while days:
        day += dt.timedelta(days=1)
        if day.weekday() < SATURDAY and day not in holidays:
            days -= 1
    return day
