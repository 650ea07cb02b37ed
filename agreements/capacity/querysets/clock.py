"""Conditions on a day, asked by the clock of each row's collaboration."""

from functools import reduce
from operator import or_
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils import timezone

from actors.accounts.models import TimeZone


def on_its_day(condition, *, today=None, path="collaboration"):
    """What holds of a row on the day that it is where its collaboration, `path`, is at home."""
    if today is not None:
        return condition(today)
    now = timezone.now()
    days = {zone: now.astimezone(ZoneInfo(zone)).date() for zone in TimeZone.values}
    each = (Q(**{f"{path}__time_zone": zone}) & condition(day) for zone, day in days.items())
    return reduce(or_, each)
