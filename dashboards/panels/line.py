"""How one record behind a number is shown."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format


@dataclass(frozen=True)
class Line:
    """One record: its name, where it leads, what else says which one it is.

    The `record` itself is only there where it has a state, which stands beside its name.
    """

    title: str
    href: str
    facts: tuple[str, ...] = ()
    record: Any = None
    is_confidential: bool = False


def day_in_words(day: Any) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
