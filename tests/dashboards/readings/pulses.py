"""Published waves of the pulse, with the figures that they froze."""

import datetime as dt

from django.utils import timezone

from agreements.models import PulseWave
from agreements.motivation.kinds import Circle, Withheld
from agreements.motivation.states import WaveState
from tests.factories.motivation import PulseResultFactory, PulseWaveFactory


def ago(days):
    return timezone.localdate() - dt.timedelta(days=days)


def wave_of(
    collaboration,
    medians,
    *,
    ended=10,
    n=6,
    invited=9,
    published=True,
    circle=Circle.ALL,
    reason=Withheld.FEW,
):
    """A wave that is over, with a median by measure; None: it was withheld, for this reason."""
    days = {"opens_on": ago(ended + 10), "closes_on": ago(ended)}
    wave = PulseWaveFactory(collaboration=collaboration, opened=True, **days)
    for measure, median in medians.items():
        figures = {"n": n, "median": median}
        if median is None:
            nothing = {"median": None, "mean": None, "suppressed": True, "reason": reason}
            figures = {"n": min(n, 4) if reason == Withheld.FEW else n, **nothing}
        PulseResultFactory(wave=wave, measure=measure, circle=circle, invited=invited, **figures)
    row = PulseWave.objects.filter(pk=wave.pk)
    row.update(state=WaveState.CLOSED, answered=n, salt="")
    if published:
        row.update(state=WaveState.PUBLISHED)
    return wave
