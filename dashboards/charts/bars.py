"""How much of each: one row each with a bar and its number."""

from dataclasses import dataclass
from typing import ClassVar

from dashboards.charts import palette
from dashboards.charts.base import Chart, in_digits
from dashboards.charts.geometry import number, share

WIDTH = 1000


@dataclass(frozen=True)
class BarRow:
    """A label, its number, the number in words (“3 of 4”), where it leads."""

    label: str
    value: float
    words: str = ""
    href: str = ""
    tone: str = "info"


@dataclass(frozen=True, kw_only=True)
class BarChart(Chart):
    """Rows in the order given; `highest` is the full width, else the largest value is."""

    rows: tuple[BarRow, ...]
    highest: float | None = None
    row_label: str = ""
    value_label: str = ""

    template_name: ClassVar[str] = "dashboards/charts/bars.html"
    palette = palette
    width = WIDTH

    @property
    def is_empty(self):
        return not self.rows

    @property
    def bars(self):
        top = self.highest or max((row.value for row in self.rows), default=0)
        return [
            {
                "row": row,
                "width": number(WIDTH * min(1.0, max(0.0, share(row.value, top)))),
                "fill": palette.TONES[row.tone][0],
                "edge": palette.TONES[row.tone][1],
                "words": row.words or in_digits(row.value),
            }
            for row in self.rows
        ]
