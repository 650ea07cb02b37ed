"""The periods of an indicator: months, quarters, half-years, years. Pure: no database, no clock."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.goals.kinds import Frequency
from collabgov.kit.dates import EARLIEST

MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.HALF_YEARLY: 6,
    Frequency.YEARLY: 12,
}
DASH = "\N{EN DASH}"
ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, order=True)
class Period:
    """From one day to another, both included; `key` names it in addresses and fields."""

    starts_on: dt.date
    ends_on: dt.date

    @property
    def key(self) -> str:
        return f"{self.starts_on:%Y%m%d}-{self.ends_on:%Y%m%d}"

    @property
    def label(self) -> str:
        return label_of(self.starts_on, self.ends_on)

    @property
    def short(self) -> str:
        return label_of(self.starts_on, self.ends_on, is_short=True)


def period_of(frequency: str, day: dt.date) -> Period | None:
    """The calendar period that a day lies in; None where values come only once."""
    months = MONTHS.get(Frequency(frequency))
    if months is None:
        return None
    first = day.replace(day=1, month=(day.month - 1) // months * months + 1)
    return Period(first, _after(first, months) - dt.timedelta(days=1))


def fits(frequency: str, starts_on: dt.date, ends_on: dt.date) -> bool:
    """Whether the days are a period of this frequency; a single value may speak of any days."""
    period = period_of(frequency, starts_on)
    return period is None or period == Period(starts_on, ends_on)


def periods_between(frequency: str, since: dt.date, until: dt.date) -> list[Period]:
    """Every period that ended between the two days, the earliest first."""
    found: list[Period] = []
    period = period_of(frequency, since)
    while period is not None and period.ends_on <= until:
        if period.ends_on >= since:
            found.append(period)
        period = period_of(frequency, period.ends_on + dt.timedelta(days=1))
    return found


def last_periods(frequency: str, today: dt.date, number: int) -> list[Period]:
    """The last periods that are over, the earliest first."""
    months = MONTHS.get(Frequency(frequency))
    if months is None:
        return []
    current = period_of(frequency, today + dt.timedelta(days=1))
    found: list[Period] = []
    while current is not None and len(found) < number and current.starts_on > EARLIEST:
        current = period_of(frequency, current.starts_on - dt.timedelta(days=1))
        found += [current] if current else []
    return found[::-1]


def read_key(text: str) -> Period | None:
    """The period that a key names, or None."""
    first, _dash, last = text.partition("-")
    try:
        start, end = (dt.datetime.strptime(each, "%Y%m%d").date() for each in (first, last))  # noqa: DTZ007
    except ValueError:
        return None
    return Period(start, end) if EARLIEST <= start <= end else None


def label_of(starts_on: dt.date, ends_on: dt.date, *, is_short: bool = False) -> str:
    """A period in words: August 2023, third quarter, 2023; else from one day to the other."""
    if starts_on == ends_on:
        return date_format(starts_on, "j M Y")
    for frequency, months in MONTHS.items():
        if period_of(frequency, starts_on) == Period(starts_on, ends_on):
            return _calendar_words(starts_on, months, is_short=is_short)
    start = "j M" if starts_on.year == ends_on.year else "j M Y"
    return f"{date_format(starts_on, start)} {DASH} {date_format(ends_on, 'j M Y')}"


def _calendar_words(first: dt.date, months: int, *, is_short: bool) -> str:
    if months == 1:
        return date_format(first, "M Y" if is_short else "F Y")
    if months == 12:
        return str(first.year)
    number = (first.month - 1) // months
    facts = {"number": ROMAN[number], "year": first.year}
    if months == 3:
        return (_("Q%(number)s %(year)s") if is_short else _("Quarter %(number)s %(year)s")) % facts
    return (_("H%(number)s %(year)s") if is_short else _("Half-year %(number)s %(year)s")) % facts


def _after(first: dt.date, months: int) -> dt.date:
    count = first.month - 1 + months
    return first.replace(year=first.year + count // 12, month=count % 12 + 1)
