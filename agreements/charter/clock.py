"""The clock of a collaboration: an hour of one of its meetings is the same moment for everybody."""

from zoneinfo import ZoneInfo

from django.utils import timezone


def now_in(collaboration, now=None):
    """Now (or a moment, which may be naive and is then taken as it is) by its clock."""
    now = now or timezone.now()
    return now if timezone.is_naive(now) else now.astimezone(ZoneInfo(collaboration.time_zone))


def today_in(collaboration, now=None):
    """The day that it is by its clock."""
    return now_in(collaboration, now).date()
