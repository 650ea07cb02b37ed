"""How far an indicator has come, against the time that has passed. Pure: no database, no clock.

The formula is the design paper's (reading IMP, after Emerson & Nabatchi's productivity):

    p = (latest - baseline) / (target - baseline)
    e = (day of the latest - day of the baseline) / (day due - day of the baseline)

ahead when p >= e, on track when p >= 0.8 e, behind below that, reverse when p < 0. Less is better
follows the same formula: the signs cancel. A day is the last one of the period that was measured.
Nothing is judged without a definition, a baseline, a target that differs from it and a verified
value after the baseline (which is a point itself, so two). "Keep in range" has no way to go: its
p is the share of the measured periods that lie in the range, of three periods at least.
Of several target steps the one counts that is due next after the latest value, else the last.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from agreements.goals.kinds import Direction

ENOUGH = Fraction(8, 10)  # of what the time elapsed asks for, or of periods in range
FEWEST_PERIODS = 3


class Verdict(TextChoices):
    AHEAD = "ahead", _("Ahead")
    ON_TRACK = "on_track", _("On track")
    BEHIND = "behind", _("Behind")
    REVERSE = "reverse", _("Going the wrong way")
    NOT_ENOUGH = "not_enough_data", _("Not enough data")


class Lack(TextChoices):
    """Why there is not enough data."""

    DEFINITION = "definition", _("no definition")
    BASELINE = "baseline", _("no baseline")
    TARGET = "target", _("no target")
    WAY = "way", _("the target equals the baseline")
    TIME = "time", _("the target is not due after the baseline")
    VALUE = "value", _("no verified value after the baseline")
    PERIODS = "periods", _("fewer than three verified periods")


@dataclass(frozen=True)
class Point:
    """A value and the last day it speaks of; `pk` leads back to the record."""

    on: dt.date
    value: Decimal
    pk: int | None = None


@dataclass(frozen=True)
class Step:
    """Where the indicator shall be by a day: a value, or a range."""

    due_on: dt.date
    value: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None

    @property
    def is_range(self) -> bool:
        return self.lower is not None and self.upper is not None

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies in the range, both ends included."""
        return (
            self.lower is not None and self.upper is not None and self.lower <= value <= self.upper
        )


@dataclass(frozen=True)
class Progress:
    """The verdict and every number behind it; `share` (p) is not cut off at 100 %."""

    verdict: Verdict
    lacks: tuple[Lack, ...] = ()
    baseline: Point | None = None
    latest: Point | None = None
    step: Step | None = None
    share: Fraction | None = None
    elapsed: Fraction | None = None
    in_range: int | None = None
    periods: int | None = None

    @property
    def is_judged(self) -> bool:
        return self.verdict is not Verdict.NOT_ENOUGH


def progress(
    *,
    direction: str,
    baseline: Point | None,
    steps: Iterable[Step],
    points: Iterable[Point],
    is_defined: bool = True,
) -> Progress:
    """Judge verified points against the way from the baseline to the target."""
    ordered = sorted(points, key=lambda point: (point.on, point.pk or 0))
    lacks = () if is_defined else (Lack.DEFINITION,)
    if direction == Direction.RANGE:
        return _kept_in_range([step for step in steps if step.is_range], ordered, lacks)
    return _on_the_way(baseline, [s for s in steps if s.value is not None], ordered, lacks)


def _on_the_way(
    baseline: Point | None,
    steps: Sequence[Step],
    points: Sequence[Point],
    lacks: tuple[Lack, ...],
) -> Progress:
    later = [point for point in points if baseline is None or point.on > baseline.on]
    latest = later[-1] if later else None
    step = step_for(steps, latest.on if latest else baseline.on if baseline else None)
    lacks += tuple(_lacking(baseline, step, latest))
    if baseline is None or latest is None or step is None or step.value is None or lacks:
        return Progress(Verdict.NOT_ENOUGH, lacks, baseline, latest, step)
    share = _over(latest.value - baseline.value, step.value - baseline.value)
    elapsed = elapsed_share(baseline.on, step.due_on, latest.on)
    return Progress(_verdict(share, elapsed), (), baseline, latest, step, share, elapsed)


def _lacking(baseline: Point | None, step: Step | None, latest: Point | None) -> Iterable[Lack]:
    if baseline is None:
        yield Lack.BASELINE
    if step is None:
        yield Lack.TARGET
    if baseline is not None and step is not None:
        if step.value == baseline.value:
            yield Lack.WAY
        if step.due_on <= baseline.on:
            yield Lack.TIME
    if latest is None:
        yield Lack.VALUE


def _verdict(share: Fraction, elapsed: Fraction) -> Verdict:
    if share < 0:
        return Verdict.REVERSE
    if share >= elapsed:
        return Verdict.AHEAD
    return Verdict.ON_TRACK if share >= ENOUGH * elapsed else Verdict.BEHIND


def _kept_in_range(
    steps: Sequence[Step], points: Sequence[Point], lacks: tuple[Lack, ...]
) -> Progress:
    latest = points[-1] if points else None
    step = step_for(steps, latest.on if latest else None)
    if step is None:
        lacks += (Lack.TARGET,)
    if len(points) < FEWEST_PERIODS:
        lacks += (Lack.PERIODS,)
    bands = [(step_for(steps, point.on), point.value) for point in points]
    inside = sum(band is not None and band.holds(value) for band, value in bands)
    if lacks:
        return Progress(Verdict.NOT_ENOUGH, lacks, None, latest, step, periods=len(points))
    share = Fraction(inside, len(points))
    verdict = Verdict.ON_TRACK if share >= ENOUGH else Verdict.BEHIND
    return Progress(verdict, (), None, latest, step, share, in_range=inside, periods=len(points))


def step_for(steps: Iterable[Step], day: dt.date | None) -> Step | None:
    """The step that is due on that day or next after it; past all of them, the last."""
    ordered = sorted(steps, key=lambda step: step.due_on)
    if not ordered:
        return None
    ahead = (step for step in ordered if day is None or step.due_on >= day)
    return next(ahead, ordered[-1])


def elapsed_share(start: dt.date, due: dt.date, day: dt.date) -> Fraction:
    """Which share of the time has passed by that day: between 0 and 1."""
    span = (due - start).days
    if span <= 0:
        return Fraction(1)
    return max(Fraction(0), min(Fraction(1), Fraction((day - start).days, span)))


def percent(share: Fraction, digits: int = 1) -> Decimal:
    """A share as people read it: 9085/16377 is 55.5."""
    hundredfold = share * 100
    exact = Decimal(hundredfold.numerator) / Decimal(hundredfold.denominator)
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _over(part: Decimal, whole: Decimal) -> Fraction:
    return Fraction(part) / Fraction(whole)


# --- coverage by region ---------------------------------------------------------------------


@dataclass(frozen=True)
class Reach:
    """What one region has reached of its own target; `share` is None where one is missing.

    `start` is nothing, as reached / target wants it, or the baseline where less is better.
    """

    region: str
    reached: Decimal | None
    target: Decimal | None
    start: Decimal | None = Decimal(0)
    pk: int | None = None

    @property
    def share(self) -> Fraction | None:
        if self.reached is None or self.target is None or self.start is None:
            return None
        if self.target == self.start:
            return None
        return _over(self.reached - self.start, self.target - self.start)


@dataclass(frozen=True)
class Coverage:
    """Regions beside each other: the lowest, the highest, and how far apart they are."""

    reaches: tuple[Reach, ...]

    @property
    def known(self) -> tuple[Reach, ...]:
        return tuple(reach for reach in self.reaches if reach.share is not None)

    @property
    def lowest(self) -> Reach | None:
        return min(self.known, key=lambda reach: reach.share or Fraction(0), default=None)

    @property
    def highest(self) -> Reach | None:
        return max(self.known, key=lambda reach: reach.share or Fraction(0), default=None)

    @property
    def gap(self) -> Fraction | None:
        """From the lowest to the highest, as a share; None below two regions."""
        shares = [reach.share for reach in self.known if reach.share is not None]
        return max(shares) - min(shares) if len(shares) > 1 else None
