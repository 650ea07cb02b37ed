"""Moves the scenarios' dates, as one block, so that the picture is of today."""

import datetime as dt
from dataclasses import dataclass

PICTURE_DAY = dt.date(2023, 11, 22)
WEEK = dt.timedelta(days=7)
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

    @staticmethod
    def working_day(day, *, forward):
        """The day itself, or the nearest weekday before or after a weekend."""
        over = day.weekday() - 4
        if over <= 0:
            return day
        return day + dt.timedelta(days=3 - over) if forward else day - dt.timedelta(days=over)
