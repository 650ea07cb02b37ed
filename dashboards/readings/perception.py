"""What people say of an element, as the last published pulse showed it. Pure: no database.

It stands beside what the records show. The two are never one number: that people feel trust and
that promises are kept are two findings, and where they differ the difference is the finding.
"""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from agreements.motivation.guessing import one_decimal as rounded
from dashboards.readings.core import STATE_OF_WORST, ElementState, SignalState, Text, state_of
from dashboards.readings.thresholds import PERCEPTION, Threshold

DASH = "\N{EN DASH}"


@dataclass(frozen=True)
class Perception:
    """The figures of one measure in one wave; without a median they were withheld.

    `why` says in words why they were withheld, `is_few` whether for want of answers. How many
    answered is not told then: of so few it would come close to telling who.
    """

    code: str
    title: str
    href: str
    closed_on: dt.date
    invited: int
    n: int = 0
    median: float | None = None
    low_quartile: float | None = None
    high_quartile: float | None = None
    why: Text = ""
    is_few: bool = True

    @property
    def threshold(self) -> Threshold:
        return PERCEPTION[self.code]

    @property
    def value(self) -> Fraction | None:
        return None if self.median is None else Fraction(str(self.median))

    @property
    def state(self) -> SignalState:
        """By the value as it was frozen."""
        if self.value is None:
            return SignalState.NED
        return state_of(self.value, self.n, self.threshold)

    @property
    def is_withheld(self) -> bool:
        return self.state is SignalState.NED

    @property
    def look(self) -> ElementState:
        """The state of an element that is drawn alike; its word is not used here."""
        return STATE_OF_WORST.get(self.state, ElementState.NOT_ENOUGH)

    @property
    def label(self) -> str:
        """A word of its own, so that nobody takes what is said for what is recorded."""
        if self.is_withheld:
            return _("Not enough respondents") if self.is_few else _("Not shown")
        return str(self.state.label)

    @property
    def median_words(self) -> str:
        return "" if self.median is None else one_decimal(self.median)

    @property
    def low_words(self) -> str:
        return one_decimal(self.threshold.low)

    @property
    def high_words(self) -> str:
        return one_decimal(self.threshold.high)

    @property
    def spread_words(self) -> str:
        """Between which values the middle half lies; "" where that would tell too much."""
        if self.low_quartile is None or self.high_quartile is None:
            return ""
        return f"{one_decimal(self.low_quartile)}{DASH}{one_decimal(self.high_quartile)}"

    @property
    def sentence(self) -> str:
        """“Median 3.3 of 5, by 8 of 12 people, until 15/09/2026.”, or why there is none."""
        if self.is_withheld:
            return self._silence % {"day": self.day}
        return _("Median %(median)s of 5, by %(n)s of %(invited)s people, until %(day)s.") % {
            "median": self.median_words,
            "n": self.n,
            "invited": self.invited,
            "day": self.day,
        }

    @property
    def _silence(self) -> str:
        if self.is_few:
            return _("Not enough respondents in the pulse until %(day)s.")
        return _("Not shown of the pulse until %(day)s: it would tell what single people said.")

    @property
    def day(self) -> str:
        return date_format(self.closed_on, "SHORT_DATE_FORMAT")


def one_decimal(number: float | Fraction) -> str:
    """With the one decimal that it is worth, half upwards as the pulse itself prints it."""
    return str(number_format(rounded(float(number)), 1))
