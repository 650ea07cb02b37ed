"""The arithmetic of the pulse: numbers in, numbers out; nothing here knows a table or a word."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LOWEST, HIGHEST = 1, 5
CLEAR_CHANGE = 0.3  # of a step; less is not told as a change, whatever the interval says
LOW_RATE = 0.6
SHIFTED_RATE = 0.15
SHIFTED_PARTIES = 0.2
CONFIDENCE = 0.975  # of each side: 95 % between
RULE_VERSION = 4


def turned(value: int, *, is_reversed: bool) -> int:
    """The step as agreement with what is good."""
    return LOWEST + HIGHEST - value if is_reversed else value


def score_of(values: Sequence[int | None]) -> float | None:
    """One person's score of a dimension: the mean of what they answered, if that was enough.

    Two of three must be answered, of seven five; of a single statement, that one.
    """
    said = [value for value in values if value is not None]
    if not said or len(said) < needed_of(len(values)):
        return None
    return sum(said) / len(said)


def needed_of(number: int) -> int:
    """Two thirds, rounded up."""
    return -(-2 * number // 3)


def possible_scores(number: int) -> list[float]:
    """Every score that somebody can have of so many statements."""
    steps = range(LOWEST, HIGHEST + 1)
    return sorted(
        {
            total / said
            for said in range(needed_of(number), number + 1)
            for total in range(said * steps[0], said * steps[-1] + 1)
        }
    )


@dataclass(frozen=True)
class Summary:
    """A group: where its middle is, how far it spreads; `low` and `high` hold 95 of 100 times."""

    n: int
    invited: int
    median: float
    q1: float
    q3: float
    mean: float
    spread: float  # standard deviation of the sample
    low: float | None
    high: float | None

    @property
    def is_census(self) -> bool:
        return self.n >= self.invited

    @property
    def is_unanimous(self) -> bool:
        return self.spread == 0


def summary_of(scores: Sequence[float], *, invited: int) -> Summary:
    """Median and quartiles first; mean and interval second. Two scores at least."""
    n, middle, spread = len(scores), mean_of(scores), spread_of(scores)
    q1, median, q3 = quartiles_of(scores)
    low, high = interval_of(middle, spread, n=n, invited=max(invited, n))
    return Summary(n, max(invited, n), median, q1, q3, middle, spread, low, high)


def mean_of(scores: Iterable[float]) -> float:
    found = list(scores)
    return math.fsum(found) / len(found)


def spread_of(scores: Sequence[float]) -> float:
    """Standard deviation of a sample; nought where all are the same, whatever rounding says."""
    if min(scores) == max(scores):
        return 0.0
    middle = mean_of(scores)
    return math.sqrt(math.fsum((each - middle) ** 2 for each in scores) / (len(scores) - 1))


def quartiles_of(scores: Sequence[float]) -> tuple[float, float, float]:
    """Lower quartile, median, upper quartile, between the nearest two values where need be."""
    ordered = sorted(scores)
    return _at(ordered, 0.25), _at(ordered, 0.5), _at(ordered, 0.75)


def _at(ordered: Sequence[float], share: float) -> float:
    place = (len(ordered) - 1) * share
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    # Not `a + (b - a) * part`: of two equal values that may differ from both in the last digit.
    part = place - below
    return ordered[below] * (1 - part) + ordered[above] * part if part else ordered[below]


def interval_of(
    mean: float, spread: float, *, n: int, invited: int
) -> tuple[float | None, float | None]:
    """95 % interval of the mean, corrected for a small circle; none when there is no error.

    None where all were heard (there is no sample), and where all said the same.
    """
    if n < 2 or n >= invited or spread == 0:
        return None, None
    correction = math.sqrt((invited - n) / (invited - 1))
    half = t_quantile(CONFIDENCE, n - 1) * spread / math.sqrt(n) * correction
    return max(LOWEST, mean - half), min(HIGHEST, mean + half)


# --- from one wave to the next ------------------------------------------------------------------


@dataclass(frozen=True)
class Moment:
    """What a change is told from: one measure of one wave."""

    n: int
    mean: float
    spread: float


def change_between(before: Moment, after: Moment) -> int:
    """1 when it went up, -1 when it went down, 0 when nothing clear can be said (Welch)."""
    difference = after.mean - before.mean
    if abs(difference) < CLEAR_CHANGE - 1e-9:
        return 0
    half = welch_half_width(before, after)
    if abs(difference) <= half:
        return 0
    return 1 if difference > 0 else -1


def welch_half_width(before: Moment, after: Moment) -> float:
    """Half of the 95 % interval of the difference of two means of unlike spread."""
    one, other = before.spread**2 / before.n, after.spread**2 / after.n
    if one + other == 0:
        return 0.0
    part = one / (one + other)  # a share: the square of a spread near nothing would be nothing
    freedom = 1 / (part**2 / (before.n - 1) + (1 - part) ** 2 / (after.n - 1))
    return t_quantile(CONFIDENCE, freedom) * math.sqrt(one + other)


def is_low_rate(*, n: int, invited: int) -> bool:
    return n < LOW_RATE * invited


def has_shifted(
    before: tuple[int, int], after: tuple[int, int], *, parties: tuple[set[int], set[int]]
) -> bool:
    """Whether other people answered than before: (n, invited) of both, and who was asked."""
    rates = [n / invited for n, invited in (before, after)]
    then, now = parties
    together = then | now
    moved = len(then ^ now) / len(together) if together else 0
    return abs(rates[1] - rates[0]) > SHIFTED_RATE + 1e-9 or moved > SHIFTED_PARTIES + 1e-9


# --- the t distribution, without a library of a hundred megabytes ---------------------------------


def t_quantile(probability: float, freedom: float) -> float:
    """The value that Student's t stays below with this probability (above one half)."""
    low, high = 0.0, 1.0
    while _t_below(high, freedom) < probability:
        high *= 2
    for _step in range(100):
        middle = (low + high) / 2
        if _t_below(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _t_below(value: float, freedom: float) -> float:
    return 1 - 0.5 * _incomplete_beta(freedom / 2, 0.5, freedom / (freedom + value * value))


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularized incomplete beta function, as a continued fraction (Lentz)."""
    if x in (0, 1):
        return float(x)
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    return front / a * _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    tiny = 1e-300
    c, d = 1.0, 1 / ((1 - (a + b) * x / (a + 1)) or tiny)
    found = d
    for m in range(1, 300):
        for part in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / ((1 + part * d) or tiny)
            c = (1 + part / c) or tiny
            found *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return found
