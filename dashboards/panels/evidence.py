"""Exactly the records behind a signal: those that count, and those of the total that do not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboards.charts.base import DASH
from dashboards.panels.line import Line
from dashboards.panels.record_lines import LINES_OF
from dashboards.readings.core import Signal, Text
from dashboards.readings.element import Reading
from dashboards.readings.sentences import percent

SHOWN = 10


@dataclass(frozen=True)
class Records:
    """One side of a signal: its number, and the records in the signal's order.

    `total` may be more than `lines`; `words` name what has no record, or what the records show.
    """

    number: int
    lines: tuple[Line, ...]
    total: int
    words: tuple[Text, ...] = ()

    @property
    def is_cut(self) -> bool:
        return len(self.lines) < self.total


@dataclass(frozen=True)
class Evidence:
    """A signal with both lists of records."""

    signal: Signal
    counted: Records
    missing: Records
    beside: tuple[Line, ...] = ()

    @property
    def key(self) -> str:
        """What ids of this signal on the page begin with."""
        return self.signal.gauge.code.lower().replace(".", "-")

    @property
    def share(self) -> str:
        return percent(self.signal.value) if self.signal.denominator else DASH

    @property
    def low(self) -> str:
        return percent(self.signal.threshold.low)

    @property
    def high(self) -> str:
        return percent(self.signal.threshold.high)


def evidence_of(reading: Reading, *, is_all: bool = False) -> tuple[Evidence, ...]:
    """For each signal one question to the database, however many records it is made of."""
    return tuple(_evidence(signal, None if is_all else SHOWN) for signal in reading.signals)


def _evidence(signal: Signal, most: int | None) -> Evidence:
    counted, missing = signal.counted[:most], signal.missing[:most]
    lines = LINES_OF[signal.gauge.kind]((*counted, *missing))
    left = signal.denominator - signal.numerator
    return Evidence(
        signal,
        Records(
            signal.numerator,
            _in_order(lines, counted),
            len(signal.counted),
            signal.counted_words,
        ),
        Records(left, _in_order(lines, missing), len(signal.missing), signal.missing_words),
        _beside(signal),
    )


def _beside(signal: Signal) -> tuple[Line, ...]:
    """What is in neither number, each with its reason as the last thing said about it."""
    if not signal.beside:
        return ()
    lines = LINES_OF[signal.gauge.kind]([one.pk for one in signal.beside])
    return tuple(
        replace(lines[one.pk], facts=(*lines[one.pk].facts, *(str(word) for word in one.why)))
        for one in signal.beside
        if one.pk in lines
    )


def _in_order(lines: dict[int, Line], ids: Sequence[int]) -> tuple[Line, ...]:
    return tuple(lines[pk] for pk in ids if pk in lines)
