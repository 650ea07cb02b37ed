"""One figure that is a link to what it counts."""

from dataclasses import dataclass
from typing import ClassVar

from dashboards.charts.base import Rendered


@dataclass(frozen=True, kw_only=True)
class Stat(Rendered):
    """A figure (“4”, “73%”), what it counts, what to compare it with, where it leads.

    `tone` colours the figure only ("", "bad", "warn", "good"); the words must say the same.
    """

    figure: str
    label: str
    note: str = ""
    href: str = ""
    tone: str = ""

    template_name: ClassVar[str] = "dashboards/charts/stat.html"
