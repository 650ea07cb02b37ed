"""An indicator over time: verified values as a line, the target as steps, the rest hollow."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import floor, log10
from typing import ClassVar

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from collabgov.kit.numbers import shown_number
from dashboards.charts import palette
from dashboards.charts.base import Chart, Rendered, in_digits
from dashboards.charts.geometry import nudge, number, share

LABEL_ROOM = 74  # under each other's axis labels keep this distance
STEPS = 4


@dataclass(frozen=True)
class Size:
    """A sheet and the room for words at the sides of the frame on it."""

    width: float
    height: float
    left: float
    right: float
    top: float = 16
    bottom: float = 32

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """Left, right, top, bottom."""
        return self.left, self.width - self.right, self.top, self.height - self.bottom


# Letters keep their size: a phone gets a drawing of its own instead of a small large one.
WIDE, NARROW = Size(680, 330, 66, 124), Size(372, 264, 54, 30, top=40)
SMALL = Size(180, 56, 6, 6, 8, 8)


@dataclass(frozen=True)
class Value:
    """One value: when, how much; in words what stands behind it; hollow when it does not count."""

    on: dt.date
    value: float
    label: str
    words: str
    state: str = ""
    href: str = ""
    by: str = ""
    is_counted: bool = True


@dataclass(frozen=True)
class Goalpost:
    """A target by a day: one value, or the two ends of a range."""

    due_on: dt.date
    lower: float
    upper: float
    words: str

    @property
    def is_range(self) -> bool:
        return self.lower != self.upper


class Plane:
    """Days to the right, values upwards, in a frame that leaves room for words."""

    def __init__(self, days: list[dt.date], values: list[float], size: Size):
        self.frame = size.frame
        self.first, self.last = min(days), max(days)
        self.low, self.high, self.ticks = nice_range(min(values), max(values))

    def x(self, day: dt.date) -> float:
        left, right, _top, _bottom = self.frame
        span = (self.last - self.first).days
        return left + (share((day - self.first).days, span) if span else 0.5) * (right - left)

    def y(self, value: float) -> float:
        _left, _right, top, bottom = self.frame
        return bottom - share(value - self.low, self.high - self.low) * (bottom - top)


def nice_range(low: float, high: float) -> tuple[float, float, list[float]]:
    """The range that round numbers make around the values, and those numbers."""
    if low > 0 and low < 0.6 * high:
        low = 0.0  # what grew a good deal is measured from nothing
    if low == high:
        low, high = (low - 1, high + 1) if low else (0.0, 1.0)
    rough = (high - low) / STEPS
    magnitude = 10.0 ** floor(log10(rough))
    step = next(n * magnitude for n in (1, 2, 2.5, 5, 10) if n * magnitude >= rough * 0.999)
    bottom = floor(low / step) * step
    ticks: list[float] = []
    while not ticks or ticks[-1] < high - step * 1e-9:
        ticks.append(bottom + step * len(ticks))
    return bottom, ticks[-1], ticks


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """What the large picture and the small one draw."""

    values: tuple[Value, ...] = ()
    start: Value | None = None
    goalposts: tuple[Goalpost, ...] = ()
    size: Size = SMALL
    days: tuple[dt.date, ...] = ()  # shown in any case: pictures beside each other share them
    palette = palette

    @cached_property
    def plane(self) -> Plane:
        days = [value.on for value in self._all] + [post.due_on for post in self.goalposts]
        days += self.days
        heights = [value.value for value in self._all]
        for post in self.goalposts:
            heights += [post.lower, post.upper]
        return Plane(days, heights, self.size)

    @property
    def _all(self) -> tuple[Value, ...]:
        return (self.start, *self.values) if self.start else self.values

    @property
    def counted(self) -> list[Value]:
        return [value for value in self._all if value.is_counted]

    @cached_property
    def line(self) -> str:
        """From the baseline through every value that counts."""
        places = [
            f"{number(self.plane.x(v.on))} {number(self.plane.y(v.value))}" for v in self.counted
        ]
        return f"M{'L'.join(places)}" if len(places) > 1 else ""

    @cached_property
    def marks(self) -> list[dict[str, object]]:
        return [
            {
                "x": number(self.plane.x(value.on)),
                "y": number(self.plane.y(value.value)),
                "words": f"{value.label}: {value.words}",
                "is_counted": value.is_counted,
                "is_start": value is self.start,
            }
            for value in self._all
        ]

    @cached_property
    def steps(self) -> list[dict[str, object]]:
        """Each target from the day of the one before to its own."""
        return list(self._steps())

    def _steps(self) -> Iterator[dict[str, object]]:
        plane, since = self.plane, self.plane.first
        for post in self.goalposts:
            top, bottom = plane.y(post.upper), plane.y(post.lower)
            yield {
                "x": number(plane.x(since)),
                "to": number(plane.x(post.due_on)),
                "y": number(top),
                "bottom": number(bottom),
                "width": number(max(0.0, plane.x(post.due_on) - plane.x(since))),
                "height": number(max(0.0, bottom - top)),
                "is_range": post.is_range,
                "words": post.words,
            }
            since = post.due_on

    @cached_property
    def risers(self) -> list[dict[str, str]]:
        """What leads from one step up or down to the next."""
        return [
            {
                "x": number(self.plane.x(one.due_on)),
                "y": number(self.plane.y(one.upper)),
                "to": number(self.plane.y(other.upper)),
            }
            for one, other in pairwise(self.goalposts)
            if not one.is_range and not other.is_range
        ]


@dataclass(frozen=True, kw_only=True)
class LargeCourse(Drawn, Rendered):
    """One drawing of the large picture, with its scales; `key` is unique on the page."""

    key: str
    title: str
    summary: str
    css: str

    template_name: ClassVar[str] = "dashboards/charts/course_large.html"

    @property
    def right_edge(self) -> float:
        return self.size.width - self.size.right

    @cached_property
    def grid(self) -> list[dict[str, str]]:
        return [
            {
                "y": number(self.plane.y(tick)),
                "text_y": number(self.plane.y(tick) + 4.5),
                "label": in_digits(tick) if abs(tick) < 1e6 else shortened(tick),
            }
            for tick in self.plane.ticks
        ]

    @cached_property
    def axis(self) -> list[dict[str, str]]:
        """The first and the last day, and months between them as many as fit."""
        plane = self.plane
        room = max(1, int((plane.frame[1] - plane.frame[0]) / LABEL_ROOM))
        span = (plane.last - plane.first).days
        days = [plane.first + dt.timedelta(round(span * n / room)) for n in range(room + 1)]
        style = "j M Y" if span < 120 else "M Y"
        return [
            {"x": number(plane.x(day)), "label": date_format(day, style)}
            for day in dict.fromkeys(days)
        ]

    @cached_property
    def ends(self) -> list[dict[str, str]]:
        """The last value and the last target in words, never on each other.

        Beside the frame where there is room for words, else above it.
        """
        wanted = []
        if self.counted:
            last = self.counted[-1]
            wanted.append((self.plane.y(last.value), last.words, palette.PETROL, "700"))
        if self.goalposts:
            post = self.goalposts[-1]
            middle = (self.plane.y(post.lower) + self.plane.y(post.upper)) / 2
            wanted.append((middle, _("Target %s") % post.words, palette.OCHRE, "400"))
        places = self._places([one[0] for one in wanted])
        return [
            {
                "x": number(x),
                "y": number(y),
                "anchor": anchor,
                "words": words,
                "colour": colour,
                "weight": weight,
            }
            for (x, y, anchor), (_y, words, colour, weight) in zip(places, wanted, strict=True)
        ]

    def _places(self, heights: list[float]) -> list[tuple[float, float, str]]:
        """Where words stand for what lies at these heights: x, y, and which end of them."""
        left, right, lowest, highest = self.plane.frame
        if self.size.right < LABEL_ROOM:
            above = [(left, 14.0, "start"), (right, 14.0, "end")]
            return above[len(above) - len(heights) :]
        beside = nudge(heights, gap=17, lowest=lowest, highest=highest)
        return [(right + 8, y + 4.5, "start") for y in beside]


@dataclass(frozen=True, kw_only=True)
class CourseChart(Drawn, Chart):
    """The large picture of one indicator; `unit` is the heading of its table."""

    unit: str = ""

    template_name: ClassVar[str] = "dashboards/charts/course.html"

    @property
    def is_empty(self) -> bool:
        return not self.values

    @cached_property
    def drawings(self) -> list[LargeCourse]:
        """The same for a wide and for a narrow screen; only one of them is shown."""
        sizes = (("wide", WIDE, "d-none d-md-block"), ("narrow", NARROW, "d-md-none"))
        return [
            LargeCourse(
                key=f"{self.key}-{name}",
                title=self.title,
                summary=self.summary,
                css=css,
                values=self.values,
                start=self.start,
                goalposts=self.goalposts,
                size=size,
            )
            for name, size, css in sizes
        ]

    @property
    def has_hollow(self) -> bool:
        return any(not value.is_counted for value in self.values)

    @property
    def rows(self) -> list[Value]:
        """Newest first, the baseline last."""
        return sorted(self.values, key=lambda value: value.on, reverse=True)


@dataclass(frozen=True, kw_only=True)
class SmallCourse(Drawn, Rendered):
    """A small picture beside the words that say the same: it is hidden from screen readers."""

    template_name: ClassVar[str] = "dashboards/charts/course_small.html"

    @property
    def is_empty(self) -> bool:
        return not any(value.is_counted for value in self.values)


def shortened(value: float) -> str:
    """Millions and more, so that an axis stays narrow."""
    for size, words in ((1e12, _("%s tn")), (1e9, _("%s bn")), (1e6, _("%s m"))):
        if abs(value) >= size:
            return words % in_digits(value / size)
    return shown_number(value)
