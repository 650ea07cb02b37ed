"""Dated rows of a collaboration: their days begin and end where it is at home."""

from agreements.charter.clock import today_in
from collabgov.kit.periods import Dated


class DatedThere(Dated):
    """A dated row that goes by the clock of its collaboration, whoever reads it."""

    class Meta:
        abstract = True

    @property
    def its_today(self):
        return today_in(self.collaboration)
