"""What every chart shares: it renders itself, and it is empty in words."""

from dataclasses import dataclass, replace
from typing import ClassVar

from django.template.loader import render_to_string
from django.utils.formats import number_format

DASH = "\N{EN DASH}"


def in_digits(value):
    """Return a number as the reader's language writes it, with at most one decimal."""
    rounded = round(value, 1)
    whole = rounded == int(rounded)
    return number_format(rounded, decimal_pos=0 if whole else 1, force_grouping=True)


class Rendered:
    """A frozen dataclass that a template shows by writing `{{ it }}`."""

    template_name: ClassVar[str]

    def render(self):
        return render_to_string(self.template_name, {"chart": self})

    __str__ = render
    __html__ = render


@dataclass(frozen=True, kw_only=True)
class Chart(Rendered):
    """Every chart: `key` is unique on its page, `summary` says the finding in one sentence.

    `empty` is the sentence shown instead when there is nothing to draw; `heading` is the level
    of the title on the page. One that `is_folded` says its finding and shows the rest on demand.
    """

    key: str
    title: str
    summary: str = ""
    empty: str = ""
    heading: int = 2
    is_folded: bool = False

    def folded(self):
        """The same chart, with its drawing under its title and sentence."""
        return replace(self, is_folded=True)

    @property
    def is_empty(self):
        raise NotImplementedError
