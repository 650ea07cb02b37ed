"""Who has gone quiet: a table of numbers whose cells darken with the number."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import ClassVar

from django.utils.translation import gettext as _

from dashboards.charts.base import Chart
from dashboards.charts.geometry import share
from dashboards.charts.palette import HEAT_STEPS

ON_A_PHONE = 4


@dataclass(frozen=True)
class HeatRow:
    """One organization: its number in each column; None where it had not joined yet.

    `hrefs` lead from each number to what it counts; a nothing needs no way there.
    """

    label: str
    values: tuple[int | None, ...]
    href: str = ""
    hrefs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HeatMap(Chart):
    """Columns are month names, oldest first; a phone shows the last four, and says so.

    `rest` are rows that unfold under `rest_label`.
    """

    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    row_label: str = ""
    unit: str = ""
    rest: tuple[HeatRow, ...] = ()
    rest_label: str = ""

    template_name: ClassVar[str] = "dashboards/charts/heatmap.html"

    @property
    def is_empty(self):
        return not self.rows or not self.columns

    @cached_property
    def most(self):
        return max((value or 0 for row in self._all for value in row.values), default=0)

    @property
    def heads(self):
        return [
            {"label": label, "is_old": self._is_old(index)}
            for index, label in enumerate(self.columns)
        ]

    @property
    def phone_words(self):
        """What a narrow screen leaves out, or nothing."""
        if len(self.columns) <= ON_A_PHONE:
            return ""
        return _("This narrow screen shows the last %(shown)s of %(all)s months.") % {
            "shown": ON_A_PHONE,
            "all": len(self.columns),
        }

    @property
    def lines(self):
        return self._lines(self.rows)

    @property
    def rest_lines(self):
        return self._lines(self.rest)

    @property
    def _all(self):
        return (*self.rows, *self.rest)

    def _lines(self, rows):
        return [
            {
                "row": row,
                "cells": [
                    {
                        "value": value,
                        "step": self._step(value),
                        "is_old": self._is_old(index),
                        "href": row.hrefs[index] if value and row.hrefs else "",
                    }
                    for index, value in enumerate(row.values)
                ],
            }
            for row in rows
        ]

    def _is_old(self, index):
        return index < len(self.columns) - ON_A_PHONE

    def _step(self, value):
        """0 for nothing, up to HEAT_STEPS for the most; a few stay pale where few is the most."""
        return ceil(HEAT_STEPS * share(value or 0, max(self.most, HEAT_STEPS)))
