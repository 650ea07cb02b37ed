"""Moves the scenarios' dates, as one block, so that the picture is of today."""

import datetime as dt
from dataclasses import dataclass

PICTURE_DAY = dt.date(2023, 11, 22)
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
NEAR = dt.timedelta(days=15)


@dataclass(frozen=True)
class Calendar:
    """Scenario days and days from today as dates; whole weeks, so weekdays stay what they were."""

    today: dt.date

    @property
    def shift(self):
        return (self.today - PICTURE_DAY) // WEEK * WEEK

    def day(self, value):
        """The date of a scenario day ("2023-07-04") or of a number of days from today (-2)."""
        if isinstance(value, int):
            return self.working_day(self.today + dt.timedelta(days=value), forward=value > 0)
        return dt.date.fromisoformat(value) + self.shift

    def year(self, number):
        """The cycle that was calendar year `number`: its label, first and last day.

        Moved by nearly whole years it is a calendar year again; else it straddles two.
        """
        start = self.day(f"{number}-01-01")
        new_year = dt.date((start + NEAR).year, 1, 1)
        if abs(start - new_year) <= NEAR:
            return str(new_year.year), new_year, new_year.replace(month=12, day=31)
        end = self.day(f"{number + 1}-01-01") - dt.timedelta(days=1)
        return f"{start.year}/{end.year}", start, end

    def span(self, name):
        """The first and the last day of "2022", "2023-Q3", "2023-01" or of a single day.

        Where the scenario's year became a calendar year, its parts became calendar parts.
        """
        if len(name) > len("2023-01"):
            return self.day(name), self.day(name)
        year, _dash, part = name.partition("-")
        _label, new_year, end = self.year(int(year))
        if not part:
            return new_year, end
        month, length = (3 * int(part[1]) - 2, 3) if part[0] == "Q" else (int(part), 1)
        if new_year == dt.date(end.year, 1, 1):
            return first_of(end.year, month), first_of(end.year, month + length) - DAY
        first, after = first_of(int(year), month), first_of(int(year), month + length)
        return first + self.shift, after - DAY + self.shift

    @staticmethod
    def working_day(day, *, forward):
        """The day itself, or the nearest weekday before or after a weekend."""
        over = day.weekday() - 4
        if over <= 0:
            return day
        return day + dt.timedelta(days=3 - over) if forward else day - dt.timedelta(days=over)


def first_of(year, month):
    """The first day of a month; the thirteenth is the first of the year after."""
    return dt.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
