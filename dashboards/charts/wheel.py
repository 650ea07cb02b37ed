"""The framework as a wheel: each segment is an element in one of five states, never a score.

Read it from the middle outwards: why the collaboration began, how its parties work together,
what comes of it. All segments of a ring are the same size: size says nothing, the state is told
by a word, a sign and a colour.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from math import degrees
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from dashboards.charts import geometry as g
from dashboards.charts import palette
from dashboards.charts.base import Chart

SIZE, CENTRE = 400, (200, 200)
CORE = 58
DYNAMICS = (63, 138)
NAMES = 147
RESULTS = (164, 197)
ROOM, SECTOR = 360 / 3, 115  # a sector of the dynamics takes 115 of its 120 degrees
FIRST_SECTOR, FIRST_RESULT = 2.5, -60

GROUPS = (
    ("context", _("Context and drivers"), ("CTX", "DRV")),
    ("engagement", _("Principled engagement"), ("PE1", "PE2", "PE3", "PE4a", "PE4b")),
    ("motivation", _("Shared motivation"), ("SM1", "SM2", "SM3", "SM4")),
    ("capacity", _("Capacity for joint action"), ("CJ1", "CJ2", "CJ3", "CJ4")),
    ("results", _("Actions, outcomes, adaptation"), ("ACT", "IMP", "ADP")),
)
SECTOR_NAMES = (_("Engagement"), _("Motivation"), _("Capacity"))  # must fit along the wheel


@dataclass(frozen=True)
class Look:
    """How a state is drawn: ground, edge, ink, and the sign that tells it without colour."""

    fill: str
    edge: str
    ink: str
    sign: str
    dash: str = ""


LOOKS = {
    "not_started": Look("#ffffff", "#71818c", "#4d5e69", "ring", "3 3"),
    "not_enough_data": Look("dots", "#71818c", "#2c3d47", "dots"),
    "needs_attention": Look("#b3261e", "#8a1a13", "#ffffff", "mark"),
    "developing": Look("stripes", "#4b8a66", "#123f26", "half"),
    "established": Look("#23683f", "#174a2c", "#ffffff", "check"),
}


@dataclass(frozen=True)
class Segment:
    """An element: its code in the framework, names, state (a key of LOOKS) with its label.

    `short` is a word that fits on the wheel, `sentence` names the signal that decides the state.
    """

    code: str
    name: str
    state: str
    state_label: str
    href: str
    short: str = ""
    sentence: str = ""

    @property
    def words(self):
        return f"{self.code} {self.name}: {self.state_label}"


@dataclass(frozen=True, kw_only=True)
class Wheel(Chart):
    """Any of the framework's elements; each is placed by its code."""

    segments: tuple[Segment, ...]

    template_name: ClassVar[str] = "dashboards/charts/wheel.html"
    palette = palette
    size, looks = SIZE, LOOKS

    @property
    def is_empty(self):
        return not self.segments

    @cached_property
    def slices(self):
        """Every segment with its path, the place of its words and of its sign."""
        return [*self._core(), *self._dynamics(), *self._results()]

    @cached_property
    def arcs(self):
        """Names of the three parts of the dynamics, along the wheel."""
        return [
            {
                "id": f"chart-{self.key}-part-{index}",
                "path": _name_path(NAMES, _sector(index)),
                "name": name,
            }
            for index, name in enumerate(SECTOR_NAMES)
        ]

    @cached_property
    def groups(self):
        """The same as a list: the parts of the framework with their elements."""
        return [
            {
                "key": key,
                "name": name,
                "lines": [
                    {"segment": segment, "look": self._painted(LOOKS[segment.state])}
                    for segment in self._of(codes)
                ],
            }
            for key, name, codes in GROUPS
            if self._of(codes)
        ]

    @cached_property
    def legend(self):
        """Every state with how many elements are in it, in the order of the framework."""
        labels = {segment.state: segment.state_label for segment in self.segments}
        return [
            {
                "look": self._painted(LOOKS[state]),
                "label": labels[state],
                "count": sum(segment.state == state for segment in self.segments),
            }
            for state in LOOKS
            if state in labels
        ]

    def _of(self, codes):
        by_code = {segment.code: segment for segment in self.segments}
        return [by_code[code] for code in codes if code in by_code]

    def _painted(self, look):
        if look.fill.startswith("#"):
            return look
        return replace(look, fill=f"url(#chart-{self.key}-{look.fill})")

    def _slice(self, segment, path, text, sign):
        return {
            "segment": segment,
            "path": path,
            "look": self._painted(LOOKS[segment.state]),
            "x": g.number(text[0]),
            "y": g.number(text[1]),
            "sign_x": g.number(sign[0]),
            "sign_y": g.number(sign[1]),
        }

    def _core(self):
        x, y = CENTRE
        for segment in self._of(GROUPS[0][2]):
            upper = segment.code == "CTX"
            middle = y - 26 if upper else y + 26
            yield self._slice(
                segment,
                g.half_disc(CENTRE, CORE, upper=upper),
                (x, middle + (12 if upper else -2)),
                (x, middle + (-8 if upper else 10)),
            )

    def _dynamics(self):
        for index in range(3):
            segments = self._of(GROUPS[1 + index][2])
            start, end = _sector(index)
            step = (end - start) / len(segments) if segments else 0
            for place, segment in enumerate(segments):
                angles = (start + place * step, start + (place + 1) * step)
                x, y = g.point(CENTRE, sum(DYNAMICS) / 2, sum(angles) / 2)
                path = g.ring_part(CENTRE, *DYNAMICS, angles)
                yield self._slice(segment, path, (x, y - 3), (x, y + 10))

    def _results(self):
        for place, segment in enumerate(self._of(GROUPS[4][2])):
            start = FIRST_RESULT + place * ROOM
            angles = (start, start + ROOM)
            radius = sum(RESULTS) / 2
            turn = _turn_of(segment.short or segment.code, radius)
            middle = start + ROOM / 2 + 3
            flip = -1 if g.below(angles) else 1
            sign = g.point(CENTRE, radius, middle - flip * turn)
            drawn = self._slice(segment, g.arrow_part(CENTRE, *RESULTS, angles), (0, 0), sign)
            path = _name_path(radius - 5, (start + 6, start + ROOM))
            yield {**drawn, "arc": f"chart-{self.key}-{segment.code}", "arc_path": path}


def _sector(index):
    """Where a part of the dynamics lies: engagement right, motivation below, capacity left."""
    start = FIRST_SECTOR + index * ROOM
    return start, start + SECTOR


def _name_path(radius, angles):
    """Words stand on the circle above the centre, and hang from it below."""
    return g.text_arc(CENTRE, radius + (10 if g.below(angles) else 0), angles)


def _turn_of(word, radius):
    """How far (in degrees) the sign stands before the middle of a word of that length."""
    return degrees((len(word) * 3.9 + 14) / radius)
