"""When a meeting is still to come, by the clock of its collaboration, and how that is said."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.charter.clock import now_in
from collabgov.kit.hours import hours


def is_ahead(held_on, starts_at, *, now):
    """Whether the meeting starts after `now`, which is by its own clock (`now_in`).

    One of today without a time has begun.
    """
    return (held_on, starts_at or dt.time.min) > (now.date(), now.time())


def is_to_come(meeting, now=None):
    """The same for a meeting that is in the database, by the clock of its collaboration."""
    now = now_in(meeting.collaboration, now)
    return is_ahead(meeting.held_on, meeting.starts_at, now=now)


def not_yet(held_on, starts_at, *, zone):
    """Say why nothing can have been promised in it."""
    when = date_format(held_on, "SHORT_DATE_FORMAT")
    if starts_at:
        when = f"{when}, {hours(starts_at, zone=zone)}"
    return _(
        "This meeting has not taken place yet (date %(when)s). "
        "Correct when it is, or empty the commitments."
    ) % {"when": when}
