"""Months as charts count them: by their first day, oldest first."""

import datetime as dt


def last_months(today: dt.date, count: int) -> list[dt.date]:
    """The first days of the last `count` months, the running one at the end."""
    index = today.year * 12 + today.month - 1
    return [dt.date(at // 12, at % 12 + 1, 1) for at in range(index - count + 1, index + 1)]


def month_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day of the month."""
    first = day.replace(day=1)
    following = (first + dt.timedelta(days=32)).replace(day=1)
    return first, following - dt.timedelta(days=1)
