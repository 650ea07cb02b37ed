"""The limiting-signal rule: signals become the state of an element. Pure: no database, no clock.

No weights, no average, no overall score: one named signal decides, and it is always shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from dashboards.readings.thresholds import THRESHOLDS, Threshold

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise
else:
    Text = str


class SignalState(TextChoices):
    NED = "ned", _("Not enough data")
    LOW = "low", _("Low")
    MID = "mid", _("In between")
    HIGH = "high", _("High")


class ElementState(TextChoices):
    NOT_STARTED = "not_started", _("Not started")
    NOT_ENOUGH = "not_enough_data", _("Not enough data")
    NEEDS_ATTENTION = "needs_attention", _("Needs attention")
    DEVELOPING = "developing", _("Developing")
    ESTABLISHED = "established", _("Established")


class RecordKind(TextChoices):
    """What the ids behind a signal are ids of."""

    CONTEXT = "context", _("Context factors")
    DRIVER = "driver", _("Drivers")
    AGENDA_ITEM = "agenda_item", _("Agenda items")
    MEETING = "meeting", _("Meetings")
    DECISION = "decision", _("Decisions")
    COMMITMENT = "commitment", _("Commitments")
    ATTENDANCE = "attendance", _("Attendance")
    PARTY = "party", _("Parties")
    GOAL = "goal", _("Shared goals")
    INDICATOR = "indicator", _("Indicators")
    AGREEMENT = "agreement", _("Agreements")
    STATEMENT = "statement", _("Statements of parties")
    QUESTION = "question", _("Questions")
    POSITION = "position", _("Positions")
    PLEDGE = "pledge", _("Pledges")
    NEED = "need", _("Resource needs")
    ASSISTANCE = "assistance", _("Requests for assistance")
    ROLE = "role", _("Leadership roles")
    GUIDELINE = "guideline", _("Guidelines")
    KNOWLEDGE = "knowledge", _("Shared knowledge")
    ESCALATION = "escalation", _("Escalations of requests")
    RIVALRY = "rivalry", _("Rival figures")


def state_of(value: Fraction, records: int, rule: Threshold) -> SignalState:
    """How a value of so many records reads by this rule."""
    if records < max(rule.min_den, 1):
        return SignalState.NED
    sign = -1 if rule.inverse else 1
    if sign * value < sign * rule.low:
        return SignalState.LOW
    return SignalState.HIGH if sign * value >= sign * rule.high else SignalState.MID


@dataclass(frozen=True)
class Gauge:
    """A named ratio: what it counts, of which records, against which threshold."""

    code: str
    name: Text
    basis: Text
    kind: RecordKind

    @property
    def threshold(self) -> Threshold:
        return THRESHOLDS[self.code]

    def of(self, rows: Iterable[tuple[int, bool]], *, has_evidence: bool | None = None) -> "Signal":
        """The signal of (record id, does it count) rows: each row is one in the denominator."""
        counted: list[int] = []
        missing: list[int] = []
        for pk, counts in rows:
            (counted if counts else missing).append(pk)
        total = len(counted) + len(missing)
        return Signal(
            gauge=self,
            numerator=len(counted),
            denominator=total,
            counted=tuple(counted),
            missing=tuple(missing),
            has_evidence=bool(total) if has_evidence is None else has_evidence,
        )


@dataclass(frozen=True)
class Beside:
    """A record that is there but in neither number, and why, in words."""

    pk: int
    why: tuple[Text, ...]


@dataclass(frozen=True)
class Part:
    """How far one kind has come, in words and as a share; what differs in kind is never added."""

    name: Text
    words: Text
    share: Fraction


@dataclass(frozen=True)
class Signal:
    """One ratio as read: the numbers, and exactly the record ids behind them.

    Where kinds are counted and not records, the words name those kinds, and the ids show them.
    Where amounts of several kinds are read, `parts` has one of each, and the one that lags most
    is the value: rupiah and days of work have no common share.
    """

    gauge: Gauge
    numerator: int
    denominator: int
    counted: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    counted_words: tuple[Text, ...] = ()
    missing_words: tuple[Text, ...] = ()
    beside: tuple[Beside, ...] = ()
    parts: tuple[Part, ...] = ()
    has_evidence: bool = True

    @property
    def threshold(self) -> Threshold:
        return self.gauge.threshold

    @property
    def lagging(self) -> Part | None:
        """The kind that has come least far."""
        return min(self.parts, key=lambda part: part.share) if self.parts else None

    @property
    def value(self) -> Fraction:
        if self.lagging is not None:
            return self.lagging.share
        return Fraction(self.numerator, self.denominator) if self.denominator else Fraction(0)

    @property
    def state(self) -> SignalState:
        return state_of(self.value, self.denominator, self.threshold)

    @property
    def progress(self) -> Fraction:
        """How far from the low threshold (0) to the high one (1): orders signals of one state."""
        span = self.threshold.high - self.threshold.low
        if not span:  # nothing lies between the two: it is reached or not
            return Fraction(int(self.state is SignalState.HIGH))
        return (self.value - self.threshold.low) / span


@dataclass(frozen=True)
class Verdict:
    """The state of an element and the signal that decides it (none when nothing is recorded)."""

    state: ElementState
    limiting: Signal | None = None


STATE_OF_WORST = {
    SignalState.LOW: ElementState.NEEDS_ATTENTION,
    SignalState.MID: ElementState.DEVELOPING,
    SignalState.HIGH: ElementState.ESTABLISHED,
}


def judge(signals: Sequence[Signal], *, has_more: bool = False) -> Verdict:
    """Read an element from its signals, exactly as `docs/measuring.md` says.

    Args:
        signals: what the records show.
        has_more: whether there is evidence beside the signals, as a pulse that was published;
            it keeps an element from reading “not started”, and changes nothing else.
    """
    if not signals or not (has_more or any(signal.has_evidence for signal in signals)):
        return Verdict(ElementState.NOT_STARTED)
    evaluated = [signal for signal in signals if signal.state is not SignalState.NED]
    half_rounded_up = (len(signals) + 1) // 2
    if len(evaluated) < half_rounded_up:
        lacking = [signal for signal in signals if signal.state is SignalState.NED]
        return Verdict(ElementState.NOT_ENOUGH, _nearest_to_enough(lacking))
    for worst, state in STATE_OF_WORST.items():
        if found := [signal for signal in evaluated if signal.state is worst]:
            return Verdict(state, min(found, key=lambda signal: signal.progress))
    raise AssertionError("an evaluated signal is low, in between or high")


def _nearest_to_enough(signals: Sequence[Signal]) -> Signal:
    return min(signals, key=lambda signal: signal.threshold.min_den - signal.denominator)
