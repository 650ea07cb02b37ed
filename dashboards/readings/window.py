"""Which days a reading is about: the current cycle, or else the last twelve months."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.models import Collaboration, Cycle
from collabgov.kit.periods import year_before


@dataclass(frozen=True)
class Window:
    """From one day to another, both included; `cycle` is empty when it is just the last year."""

    starts_on: dt.date
    ends_on: dt.date
    cycle: str = ""

    @property
    def label(self) -> str:
        days = {
            "start": date_format(self.starts_on, "SHORT_DATE_FORMAT"),
            "end": date_format(self.ends_on, "SHORT_DATE_FORMAT"),
        }
        if self.cycle:
            return _("cycle %(cycle)s, %(start)s to %(end)s") % {"cycle": self.cycle, **days}
        return _("the last 12 months, %(start)s to %(end)s (no cycle runs today)") % days


def window_of(collaboration: Collaboration, *, today: dt.date | None = None) -> Window:
    """The window of every reading of this collaboration on that day."""
    day = today or timezone.localdate()
    cycle = Cycle.objects.on(day).filter(collaboration=collaboration).first()
    if cycle is None:
        return Window(year_before(day), day)
    return Window(cycle.starts_on, cycle.ends_on, cycle.label)
