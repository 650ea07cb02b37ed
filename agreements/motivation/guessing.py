"""Whether the single answers of a few come out of what is told of them. Pure: numbers only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

PARTS = 210  # a score is a whole number of these, be it of one statement or the mean of seven
TENTH = Decimal("0.1")


def one_decimal(number: float) -> float:
    """As it is printed, half upwards; whatever the last digits of a sum of thirds are."""
    return float(Decimal(repr(round(number, 9))).quantize(TENTH, ROUND_HALF_UP))


def could_be_told(
    scores: Sequence[float], possible: Sequence[float], *, least: int, known: Sequence[float] = ()
) -> bool:
    """Whether so many different sets of scores have the same median and mean as these.

    `known`: scores that somebody may know beside these, counted in the same median and mean.
    """
    told = Told.of([*scores, *known])
    values = sorted({round(each * PARTS) for each in possible})
    found = told.sets_of(values, known=[round(each * PARTS) for each in known])
    return all(next(found, None) is not None for _number in range(least))


@dataclass(frozen=True)
class Told:
    """Of so many scores: the median and the mean, in tenths, as they are printed."""

    n: int
    median: int
    mean: int

    @classmethod
    def of(cls, scores):
        ordered = sorted(round(each * PARTS) for each in scores)
        n = len(ordered)
        middle = ordered[(n - 1) // 2] + ordered[n // 2]
        return cls(n, tenths(middle, 2), tenths(sum(ordered), n))

    def sets_of(
        self, values: Sequence[int], known: Sequence[int] = ()
    ) -> Iterator[tuple[int, ...]]:
        """Every set of scores that, beside the known ones, is told like this one, smallest first;
        what cannot be is cut."""
        low = -(-(2 * self.mean - 1) * PARTS * self.n // 20)
        high = -(-(2 * self.mean + 1) * PARTS * self.n // 20) - 1
        fitting = self._fitting(values, known)
        if all(fitting):
            yield from self._longer(tuple(known), (), sum(known), fitting, low, high)

    def _longer(self, known, so_far, total, fitting, low, high):
        place = len(so_far)
        if place == len(fitting):
            everyone = [each / PARTS for each in (*known, *so_far)]
            if low <= total <= high and Told.of(everyone) == self:
                yield so_far
            return
        left, most = len(fitting) - place, sum(values[-1] for values in fitting[place + 1 :])
        for value in fitting[place]:
            if so_far and value < so_far[-1]:
                continue
            if total + value * left > high or total + value + most < low:
                continue
            yield from self._longer(known, (*so_far, value), total + value, fitting, low, high)

    def _fitting(self, values, known):
        """For each place of the others the values that can stand there, smallest first.

        At most half of all lie above the median, and at most half below: some known ones do.
        """
        others = self.n - len(known)
        may_exceed = self.n // 2 - sum(self._is_above(each) for each in known)
        may_fall_short = self.n // 2 - sum(self._is_below(each) for each in known)
        return [
            [
                each
                for each in values
                if (place >= others - may_exceed or not self._is_above(each))
                and (place < may_fall_short or not self._is_below(each))
            ]
            for place in range(others)
        ]

    def _is_above(self, value):
        return 20 * value >= (2 * self.median + 1) * PARTS

    def _is_below(self, value):
        return 20 * value < (2 * self.median - 1) * PARTS


def tenths(total: int, n: int) -> int:
    """Of a mean, in parts, the tenths that are printed; half upwards."""
    return (20 * total + PARTS * n) // (2 * PARTS * n)
