"""The timeline of validity: one row an agreement, a bar from its first day to its last."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone
from django.utils.formats import date_format

from agreements.instruments.standing import standing_of
from agreements.instruments.states import OVER, PREPARING, AgreementState

WIDTH, NARROWEST = 1000, 10
MOST_YEARS, YEARS_BACK = 12, 4
INK, TRACK, PAPER = "#172630", "#edf1f3", "#ffffff"
PETROL, GREEN, OCHRE, RED, GREY = "#0b5d7a", "#23683f", "#9a5b00", "#b3261e", "#5c6d78"
FILLS = {"good": GREEN, "warn": OCHRE, "bad": RED, "info": PETROL, "neutral": GREY}


@dataclass(frozen=True)
class Bar:
    """A stretch of the row; `is_planned` is outlined, `is_open` has no last day."""

    x: str
    width: str
    fill: str
    edge: str
    is_planned: bool
    is_open: bool


class Validity:
    """The rows of a page of the register over the years that they cover, today among them."""

    width, ink, track, paper = WIDTH, INK, TRACK, PAPER

    def __init__(self, agreements, *, today=None):
        self.today = today or timezone.localdate()
        self.agreements = list(agreements)
        self.rows = [
            {
                "agreement": agreement,
                "bar": self._bar(agreement),
                "standing": standing_of(agreement, today=self.today),
            }
            for agreement in self.agreements
        ]

    @cached_property
    def years(self):
        """The years shown: those of the rows, not too far from today."""
        this = self.today.year
        first = [row.starts_on.year for row in self.agreements if row.starts_on]
        last = [row.ends_on.year for row in self.agreements if row.ends_on]
        ends = min(max([this + 1, *last]), this - YEARS_BACK + MOST_YEARS - 1)
        begins = max(min([this, *first]), ends - MOST_YEARS + 1)
        return range(begins, ends + 1)

    @cached_property
    def axis(self):
        """Where each year begins, and whether its name is written on a narrow screen too."""
        step = 1 if len(self.years) <= 6 else 2
        return [
            {"label": year, "x": _number(self._x(dt.date(year, 1, 1))), "is_named": not at % step}
            for at, year in enumerate(self.years)
        ]

    @property
    def span(self):
        """From when to when, in words."""
        first = date_format(dt.date(self.years[0], 1, 1), "M Y")
        return f"{first} \N{EN DASH} {date_format(dt.date(self.years[-1], 12, 1), 'M Y')}"

    @property
    def today_x(self):
        return _number(self._x(self.today))

    def _bar(self, agreement):
        """Nothing for one whose first day nobody has named yet, or outside the years shown."""
        if agreement.starts_on is None:
            return None
        left = self._x(agreement.starts_on)
        right = WIDTH
        last = agreement.over_on or agreement.ends_on
        if last:
            right = self._x(last + dt.timedelta(days=1))
        if right == 0 or left == WIDTH:
            return None
        width = max(right - left, NARROWEST)
        fill = _fill(agreement, self.today)
        is_planned = agreement.state in PREPARING
        return Bar(
            x=_number(min(left, WIDTH - width)),
            width=_number(width),
            fill=PAPER if is_planned else fill,
            edge=GREY if is_planned else fill,
            is_planned=is_planned,
            is_open=last is None,
        )

    def _x(self, day):
        begins = dt.date(self.years[0], 1, 1)
        whole = (dt.date(self.years[-1] + 1, 1, 1) - begins).days
        return min(WIDTH, max(0.0, WIDTH * (day - begins).days / whole))


def _fill(agreement, today):
    if agreement.state in OVER:
        return GREY
    if agreement.state == AgreementState.SUSPENDED:
        return OCHRE
    return FILLS.get(standing_of(agreement, today=today).tone, PETROL)


def _number(value):
    return f"{value:.1f}".removesuffix(".0")
