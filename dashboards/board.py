"""The panels that a coordinator's home and the page of one collaboration share."""

from dataclasses import dataclass, replace

from dashboards.charts import HeatMap, Stat, Timeline, Trend, Wheel
from dashboards.panels.attention import Attention, needs_attention
from dashboards.panels.figures import four_figures
from dashboards.panels.framework import framework_wheel
from dashboards.panels.presence import presence_by_month
from dashboards.panels.timeline import commitment_timeline
from dashboards.panels.trend import kept_on_time_trend
from dashboards.readings.element import Scope
from dashboards.readings.registry import read_all
from dashboards.readings.window import Window
from dashboards.sight import Sight

FIRST = 3  # of what waits; the numbers beside it open the rest


@dataclass(frozen=True)
class Board:
    """Figures, what is stuck, and four pictures; the wheel only of a single collaboration."""

    figures: tuple[Stat, ...]
    attention: Attention
    timeline: Timeline
    trend: Trend
    presence: HeatMap
    wheel: Wheel | None
    window: Window | None

    def folded(self) -> "Board":
        """What presses first; the rest a tap away."""
        return replace(
            self,
            attention=self.attention.first(FIRST),
            timeline=self.timeline.folded(),
            trend=self.trend.folded(),
            presence=self.presence.folded(),
        )


def board_of(sight: Sight, scope: Scope | None = None) -> Board:
    """`scope` is that of the page, when other panels are read from the same records."""
    if scope is None and sight.only:
        scope = Scope.of(sight.only, today=sight.today)
    return Board(
        figures=four_figures(sight),
        attention=needs_attention(sight),
        timeline=commitment_timeline(sight),
        trend=kept_on_time_trend(sight),
        presence=presence_by_month(sight),
        wheel=framework_wheel(scope.collaboration, read_all(scope)) if scope else None,
        window=scope.window if scope else None,
    )
