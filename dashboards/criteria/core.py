"""What a criterion is to the product: its words, and what the records say about it today."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from dashboards.panels.evidence import Line
from dashboards.readings.core import Text

SHOWN = 10


class Answer(TextChoices):
    """A fact about the records, no mark: a collaboration of agencies only is a good thing too."""

    MET = "met", pgettext_lazy("criterion", "Met")
    NOT_MET = "not_met", pgettext_lazy("criterion", "Not met")
    NOT_ENOUGH = "not_enough_data", _("Not enough data")
    NOT_ASKED = "not_asked", pgettext_lazy("criterion", "Does not apply")


@dataclass(frozen=True)
class Group:
    """Some records behind an answer, under the words that say what they are."""

    title: str
    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        return len(self.lines)

    @property
    def first(self) -> tuple[Line, ...]:
        return self.lines[:SHOWN]

    @property
    def others(self) -> tuple[Line, ...]:
        return self.lines[SHOWN:]


@dataclass(frozen=True)
class Words:
    """A criterion: its number in the paper, what it asks, and how it is derived here."""

    number: int
    name: Text
    rule: Text


@dataclass(frozen=True)
class Finding:
    """A criterion with its answer, one sentence, and the records that say so."""

    words: Words
    answer: Answer
    sentence: str
    groups: tuple[Group, ...] = ()
    notes: tuple[str, ...] = ()
