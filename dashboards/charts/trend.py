"""A line through the months, its target, and the last value written beside its end."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from dashboards.charts import palette
from dashboards.charts.base import DASH, Chart, in_digits
from dashboards.charts.geometry import nudge, number, share

WIDTH, HEIGHT = 380, 220
LEFT, RIGHT, TOP, BOTTOM = 48, 108, 14, 30
LABEL_ROOM = 42  # under each other's axis labels keep this distance


@dataclass(frozen=True)
class Point:
    """One month: axis label, value (None = nothing was due), the numbers behind it in words.

    `href` leads to what the numbers count.
    """

    label: str
    value: float | None
    detail: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Trend(Chart):
    """Points in time order, an optional target; `unit` is written after each number."""

    points: tuple[Point, ...]
    target: float | None = None
    target_label: str = ""
    unit: str = "%"
    highest: float = 100
    period_label: str = ""
    value_label: str = ""
    detail_label: str = ""

    template_name: ClassVar[str] = "dashboards/charts/trend.html"
    palette = palette
    width, height, left = WIDTH, HEIGHT, LEFT
    right_edge = WIDTH - RIGHT

    @property
    def is_empty(self):
        return all(point.value is None for point in self.points)

    @cached_property
    def grid(self):
        """Four even steps from nothing to the top."""
        return [
            {
                "y": number(self._y(step)),
                "text_y": number(self._y(step) + 4.5),
                "label": f"{in_digits(step)}{self.unit}",
            }
            for step in (self.highest * part / 4 for part in range(5))
        ]

    @cached_property
    def marks(self):
        return [
            {
                "x": number(self._x(index)),
                "y": number(self._y(point.value)),
                "words": f"{point.label}: {self._worded(point.value)}",
            }
            for index, point in enumerate(self.points)
            if point.value is not None
        ]

    @cached_property
    def line(self):
        """The path; a month without a value breaks it."""
        parts, pen = [], "M"
        for index, point in enumerate(self.points):
            if point.value is None:
                pen = "M"
                continue
            parts.append(f"{pen}{number(self._x(index))} {number(self._y(point.value))}")
            pen = "L"
        return "".join(parts)

    @cached_property
    def axis(self):
        """Labels of the months, as many as fit; the last one always."""
        last = len(self.points) - 1
        room = share(WIDTH - LEFT - RIGHT, max(last, 1))
        step = max(1, -(-LABEL_ROOM // max(1, int(room))))
        return [
            {"x": number(self._x(index)), "label": point.label}
            for index, point in enumerate(self.points)
            if (last - index) % step == 0
        ]

    @property
    def target_y(self):
        return None if self.target is None else number(self._y(self.target))

    @cached_property
    def ends(self):
        """The words beside the end of the line and of the target, never on each other."""
        last = next(point for point in reversed(self.points) if point.value is not None)
        wanted = [(self._y(last.value), self._worded(last.value), palette.PETROL, "700")]
        if self.target is not None:
            words = f"{self.target_label} {self._worded(self.target)}".strip()
            wanted.append((self._y(self.target), words, palette.OCHRE, "400"))
        places = nudge([place for place, *_ in wanted], gap=16, lowest=TOP, highest=HEIGHT - BOTTOM)
        return [
            {"y": number(place + 4.5), "words": words, "colour": colour, "weight": weight}
            for place, (_wanted, words, colour, weight) in zip(places, wanted, strict=True)
        ]

    @property
    def rows(self):
        return [
            {
                "label": point.label,
                "value": DASH if point.value is None else self._worded(point.value),
                "detail": point.detail,
                "href": point.href,
            }
            for point in self.points
        ]

    def _worded(self, value):
        return f"{in_digits(round(value))}{self.unit}"

    def _x(self, index):
        return LEFT + share(index, len(self.points) - 1) * (WIDTH - LEFT - RIGHT)

    def _y(self, value):
        height = HEIGHT - TOP - BOTTOM
        return TOP + height * (1 - min(1.0, max(0.0, share(value, self.highest))))
