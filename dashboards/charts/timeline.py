"""What is due when: one row each with a link, a bar between two days, and its state in words."""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.utils.formats import date_format

from dashboards.charts import palette
from dashboards.charts.base import DASH, Chart
from dashboards.charts.geometry import number, share

WIDTH = 1000
MOST_MONTHS = 12


@dataclass(frozen=True)
class TimelineRow:
    """A record: where it leads, from when to when, its state in words and tone.

    `tone` is one of palette.TONES; "plan" draws a dashed outline. `note` names the owner.
    """

    label: str
    href: str
    starts_on: dt.date
    ends_on: dt.date
    status: str
    tone: str = "info"
    note: str = ""
    is_confidential: bool = False


@dataclass(frozen=True, kw_only=True)
class Timeline(Chart):
    """Rows in the order given; the months shown follow from them and from today."""

    rows: tuple[TimelineRow, ...]
    today: dt.date
    row_label: str = ""
    note_label: str = ""
    more_label: str = ""
    more_href: str = ""

    template_name: ClassVar[str] = "dashboards/charts/timeline.html"
    palette = palette
    width = WIDTH

    @property
    def is_empty(self):
        return not self.rows

    @cached_property
    def months(self):
        """The first days of the months shown, at most a year of them, today among them."""
        this = self.today.replace(day=1)
        first = min([this, *(row.starts_on.replace(day=1) for row in self.rows)])
        last = max([this, *(row.ends_on.replace(day=1) for row in self.rows)])
        first = max(first, _plus(this, -MOST_MONTHS // 2))
        last = min(last, _plus(first, MOST_MONTHS - 1))
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        return [_plus(first, step) for step in range(max(count, 2))]

    @cached_property
    def axis(self):
        return [
            {"label": date_format(month, "M").rstrip("."), "x": number(self._x(month))}
            for month in self.months
        ]

    @property
    def span(self):
        """From which month to which, in words."""
        return f"{date_format(self.months[0], 'M Y')} {DASH} {date_format(self.months[-1], 'M Y')}"

    @property
    def today_x(self):
        return number(self._x(self.today))

    @cached_property
    def bars(self):
        return [self._bar(row) for row in self.rows]

    def _bar(self, row):
        fill, edge = palette.TONES[row.tone]
        left = self._x(row.starts_on)
        right = self._x(row.ends_on + dt.timedelta(days=1))
        width = max(right - left, 12.0)
        return {
            "row": row,
            "x": number(min(left, WIDTH - width)),
            "width": number(width),
            "fill": fill,
            "edge": edge,
            "planned": row.tone == "plan",
        }

    def _x(self, day):
        """Every month is as wide as the next, so that names above stand over their bars."""
        first = self.months[0]
        months = (day.year - first.year) * 12 + day.month - first.month
        within = (day.day - 1) / monthrange(day.year, day.month)[1]
        return WIDTH * min(1.0, max(0.0, share(months + within, len(self.months))))


def _plus(month, steps):
    years, rest = divmod(month.year * 12 + month.month - 1 + steps, 12)
    return dt.date(years, rest + 1, 1)
