"""The day that somebody tells a verb, by the clock of the collaboration: one rule for all."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from agreements.charter.clock import today_in


def past_day(day, together, *, field="on"):
    """The day that is told, or today; never one that is still to come where they are at home."""
    today = today_in(together)
    if day is not None and day > today:
        raise ValidationError({field: [_("This day is still to come.")]})
    return day or today
