"""One thing that somebody leaves open, and how it goes to somebody else or ends."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class OpenLine:
    """`key` names it in the form; `organizations` are those whose people may take it over.

    `hand_to(successor, by, note)` and `end(by, note)` are verbs with guards of their own; what
    this reader may not do is None, and `ask` says who may, `people` by their pages.
    """

    key: str
    kind: str
    icon: str
    title: str
    href: str
    where: str
    organizations: frozenset
    post_days: tuple[dt.date, dt.date | None] | None = None  # when a successor holds a post there
    due_on: dt.date | None = None
    since: dt.date | None = None
    waiting: str = ""
    ask: str = ""
    people: tuple[Any, ...] = ()
    is_sample: bool = False
    is_confidential: bool = False
    is_theirs: bool = True  # still in their name, not only left behind by them
    hand_to: Callable[..., Any] | None = field(default=None, compare=False)
    end: Callable[..., Any] | None = field(default=None, compare=False)
    end_label: str = ""

    @property
    def may(self):
        return self.hand_to is not None or self.end is not None
