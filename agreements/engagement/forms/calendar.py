"""What the calendar may be narrowed to; what is not offered shows nothing."""

import datetime as dt
import re

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agreements.models import Collaboration
from collabgov.kit.dates import EARLIEST, LATEST
from collabgov.kit.filtering import ListFilter, choice_field, record_field

MONTH = re.compile(r"\d{4}-\d{2}", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
AROUND = 12  # months that are offered to either side


class CalendarFilter(ListFilter):
    """A month or one day of it, of one collaboration or of all."""

    only_when_on = frozenset({"day"})
    WHERE = frozenset({"month", "day", "collaboration"})
    nowhere = _(
        "The month, day or collaboration in this address was not found, or you may not see it. "
        "So nothing is shown."
    )

    month = choice_field(_("Month"), _("This month"))
    day = choice_field(_("Day"), _("The whole month"))
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))

    def __init__(self, data, *, user, today=None):
        super().__init__(data)
        self.today = today or timezone.localdate()
        self.fields["month"].choices += months_around(self.today, first_of(data.get("month", "")))
        if day := day_of(data.get("day", "")):
            self.fields["day"].choices += [(f"{day:%Y-%m-%d}", date_format(day, "DATE_FORMAT"))]
        self.offer("collaboration", Collaboration.objects.visible_to(user))

    @cached_property
    def one_day(self):
        """The one day that is shown, or None."""
        return day_of(self.chosen.get("day", ""))

    @cached_property
    def first(self):
        """The first day of the month that is shown."""
        shown = self.one_day or first_of(self.chosen.get("month", "")) or self.today
        return shown.replace(day=1)

    def narrow(self, rows):
        if self.is_nowhere:
            return rows.none()
        chosen = self.chosen.get("collaboration")
        return rows.filter(collaboration=chosen) if chosen else rows


def first_of(text):
    """The first day of the month that `2026-11` names, or None."""
    return _date(f"{text}-01") if MONTH.fullmatch(text) else None


def day_of(text):
    return _date(text) if DAY.fullmatch(text) else None


def _date(text):
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def months_around(today, asked):
    """(value, words) of the months that are offered, the one asked for among them."""
    shown = {shifted(today.replace(day=1), by) for by in range(-AROUND, AROUND + 1)}
    shown |= {asked} if asked else set()
    return [(f"{first:%Y-%m}", date_format(first, "F Y")) for first in sorted(shown)]


def shifted(first, by):
    """The first day of the month so many months away."""
    number = first.year * 12 + first.month - 1 + by
    return dt.date(number // 12, number % 12 + 1, 1)
