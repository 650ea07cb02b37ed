"""What every chart shares: it renders itself, and it is empty in words."""

from dataclasses import dataclass
from typing import ClassVar

from django.template.loader import render_to_string

DASH = "\N{EN DASH}"


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
    of the title on the page.
    """

    key: str
    title: str
    summary: str = ""
    empty: str = ""
    heading: int = 2

    @property
    def is_empty(self):
        raise NotImplementedError
