"""Values of indicators in the world of the matrix: one of each side, a comparison, a lock."""

from agreements.models import Indicator, Measurement, PeriodLock, Rivalry
from tests.factories.goals import (
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    PeriodLockFactory,
    RivalryFactory,
)


def keep_measures(world, *sides):
    """A submitted value of each side, of an indicator of its own; the rest beside it."""
    indicators = [
        IndicatorFactory(goal=GoalFactory(collaboration=side.collaboration, lead=side.party))
        for side in sides
    ]
    world.records.setdefault(Indicator, {})
    if not world.records[Indicator]:
        world.keep(Indicator, *indicators)
    values = [
        MeasurementFactory(indicator=each, party=side.party, submitted=True)
        for each, side in zip(indicators, sides, strict=True)
    ]
    world.keep(Measurement, *values)
    told = {"told_value": 7, "told_source": "Laporan semester"}
    world.keep(Rivalry, *(RivalryFactory(indicator=each, **told) for each in indicators))
    locks = [PeriodLockFactory(collaboration=side.collaboration) for side in sides]
    world.keep(PeriodLock, *locks)
