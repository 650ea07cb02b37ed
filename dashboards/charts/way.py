"""One indicator's way: from its baseline through verified values towards the target."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.utils.formats import date_format

from dashboards.charts import palette
from dashboards.charts.base import Chart
from dashboards.charts.geometry import number, share

WIDTH, HEIGHT = 300, 112
LEFT, RIGHT, TOP, BOTTOM = 8, 10, 14, 14


@dataclass(frozen=True)
class Mark:
    """A value on a day, as the reader's language writes it; `label` says what it is."""

    on: dt.date
    value: float
    words: str
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Way(Chart):
    """Dashed from the start to the target: the even way; drawn: the values there are."""

    start: Mark
    marks: tuple[Mark, ...]
    target: Mark
    tone: str = "info"
    day_label: str = ""
    value_label: str = ""

    template_name: ClassVar[str] = "dashboards/charts/way.html"
    palette = palette
    width, height = WIDTH, HEIGHT

    @property
    def is_empty(self):
        return not self.marks

    @property
    def colour(self):
        return palette.TONES[self.tone][0]

    @cached_property
    def even(self):
        return "".join(
            f"{pen}{x} {y}"
            for pen, (x, y) in zip("ML", map(self._at, (self.start, self.target)), strict=True)
        )

    @cached_property
    def line(self):
        return "L".join(f"{x} {y}" for x, y in map(self._at, (self.start, *self.marks)))

    @cached_property
    def dots(self):
        return [self._dot(mark) for mark in self.marks]

    @property
    def aim(self):
        return self._dot(self.target)

    @property
    def rows(self):
        return [
            {"day": date_format(mark.on, "j M Y"), "words": mark.words, "label": mark.label}
            for mark in (self.start, *self.marks, self.target)
        ]

    def _dot(self, mark):
        x, y = self._at(mark)
        return {"x": x, "y": y, "words": f"{date_format(mark.on, 'j M Y')}: {mark.words}"}

    def _at(self, mark):
        days = (mark.on - self.start.on).days
        along = share(days, self._days)
        up = share(mark.value - self._lowest, self._highest - self._lowest)
        room = WIDTH - LEFT - RIGHT
        return (
            number(LEFT + room * min(1.0, max(0.0, along))),
            number(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * up),
        )

    @cached_property
    def _days(self):
        last = max(mark.on for mark in (*self.marks, self.target))
        return (last - self.start.on).days

    @cached_property
    def _values(self):
        return [mark.value for mark in (self.start, *self.marks, self.target)]

    @property
    def _lowest(self):
        return min(self._values)

    @property
    def _highest(self):
        return max(self._values)
