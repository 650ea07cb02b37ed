"""What waits and for whom: one stuck thing as the panels tell it, and the way to all of them."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Stuck:
    """One thing that waits: a badge in words, a title that leads there, on whom, since when.

    Without `since` what matters is not how long it has waited.
    """

    badge: str
    tone: str
    icon: str
    title: str
    href: str
    on_whom: str
    since: dt.date | None
    collaboration: str
    is_sample: bool
    is_confidential: bool = False


@dataclass(frozen=True)
class More:
    """One kind of waiting things: how many there are, and the list that shows them all."""

    label: str
    count: int
    href: str
