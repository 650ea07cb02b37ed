"""What the last published pulse of the window says of motivation, and of support from above.

Read from the figures that were frozen when it closed: no answer is ever counted here.
"""

from typing import Any

from agreements.models import PulseResult
from agreements.motivation.kinds import SCORED, Circle, Dimension, Measure, Withheld
from agreements.motivation.states import WaveState
from dashboards.readings.element import Asked, Scope
from dashboards.readings.perception import Perception

READ = (*(dimension.value for dimension in SCORED), Measure.SUPPORT.value)


def said_of(code: str, measure: Dimension | Measure) -> Asked:
    """How people see this: a way to read it for an element of this code."""

    def asked(scope: Scope) -> Perception | None:
        row = _figures(scope).get(measure.value)
        return None if row is None else _perception(f"{code}.perception", row)

    return asked


def _perception(code: str, row: Any) -> Perception:
    facts: dict[str, Any] = {
        "code": code,
        "title": row.wave.title,
        "href": row.wave.get_absolute_url(),
        "closed_on": row.wave.closes_on,
        "invited": row.invited,
    }
    if row.suppressed:
        is_few = row.reason == Withheld.FEW
        return Perception(**facts, why=row.get_reason_display(), is_few=is_few)
    return Perception(
        **facts, n=row.n, median=row.median, low_quartile=row.q1, high_quartile=row.q3
    )


def _figures(scope: Scope) -> dict[str, Any]:
    """By measure, of the last wave alone: a wave that was withheld is not filled from before."""
    return scope.once("pulse", lambda: _of_last_wave(scope))


def _of_last_wave(scope: Scope) -> dict[str, Any]:
    rows = PulseResult.objects.filter(
        wave__collaboration=scope.collaboration,
        wave__state=WaveState.PUBLISHED,
        wave__opens_on__lte=scope.today,
        wave__closes_on__gte=scope.window.starts_on,
        circle=Circle.ALL,
        measure__in=READ,
    )
    found = list(rows.select_related("wave").order_by("-wave__closes_on", "-wave", "pk"))
    return {row.measure: row for row in found if row.wave_id == found[0].wave_id}
