"""The parts of a date box: the chosen day in words, and buttons for the usual days."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collabgov.kit.dates import parse_day

PAST, DUE = "past", "due"


def in_words(text):
    """Return “Friday, 20 November 2026” for a typed date, nothing for what is no date."""
    day = parse_day(text) if isinstance(text, str) else None
    return f"{date_format(day, 'l')}, {date_format(day, 'j F Y')}" if day else ""


def quick_days(kind):
    """Return (label, offset) of each button: days from today, or months as “1m”."""
    if kind == DUE:
        return [(_("+1 week"), "7"), (_("+2 weeks"), "14"), (_("+1 month"), "1m")]
    if kind == PAST:
        return [(_("Today"), "0"), (_("Yesterday"), "-1")]
    return []


def day_parts(widget):
    """Return what `components/day_input.html` shows around the input.

    The attribute `data-chips` of the widget chooses the buttons: "past" (the default: today,
    yesterday), "due" (+1 week, +2 weeks, +1 month) or "none".
    """
    attrs = widget.get("attrs", {})
    return {
        "words": in_words(widget.get("value")),
        "today": timezone.localdate().isoformat(),
        "chips": quick_days(attrs.get("data-chips", PAST)),
        "id": attrs.get("id", ""),
    }
