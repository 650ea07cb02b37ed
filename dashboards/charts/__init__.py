"""Pictures of numbers as server-side SVG: frozen dataclasses in, HTML out.

A chart is put on a page by writing it: `{{ panel.trend }}`. Each says its finding in a sentence
(passed in), never by colour alone, and carries the same numbers as a table or list.
"""

from dashboards.charts.bars import BarChart, BarRow
from dashboards.charts.heatmap import HeatMap, HeatRow
from dashboards.charts.stat import Stat
from dashboards.charts.timeline import Timeline, TimelineRow
from dashboards.charts.trend import Point, Trend
from dashboards.charts.wheel import Segment, Wheel

__all__ = [
    "BarChart",
    "BarRow",
    "HeatMap",
    "HeatRow",
    "Point",
    "Segment",
    "Stat",
    "Timeline",
    "TimelineRow",
    "Trend",
    "Wheel",
]
