"""Hours of a clock in words: always with the time zone, since readers may live in several."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def hours(starts_at, ends_at=None, zone=""):
    """Return “09.00 to 11.00 WITA” in the reader's way of writing; nothing where no hour is set."""
    said = "\N{EN DASH}".join(
        date_format(hour, "TIME_FORMAT") for hour in (starts_at, ends_at) if hour
    )
    return f"{said} {zone}".strip() if said else ""


def starts_at_label(zone):
    """What a form asks for: the hour, and by which clock."""
    return _("Starts at (%(zone)s)") % {"zone": zone}
