"""When a meeting is still to come, by the reader's clock, and the sentence that says so."""

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def is_ahead(held_on, starts_at, *, now=None):
    """Whether the meeting starts after `now`; one of today without a time has begun."""
    now = now or timezone.localtime()
    return (held_on, starts_at or dt.time.min) > (now.date(), now.time())


def not_yet(held_on, starts_at):
    """Say why nothing can have been promised in it."""
    when = date_format(held_on, "SHORT_DATE_FORMAT")
    if starts_at:
        when = f"{when}, {date_format(starts_at, 'TIME_FORMAT')}"
    return _(
        "This meeting has not taken place yet (date %(when)s). "
        "Correct when it is, or empty the commitments."
    ) % {"when": when}
