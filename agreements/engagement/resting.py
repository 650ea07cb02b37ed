"""What features above this one say beside a decision, a meeting or a joint finding.

They point down to these records, never the other way: each registers here when the site starts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Beside:
    """One record under the heading of its kind."""

    heading: str
    words: str
    url: str
    note: str = ""


# Of records of one model and for a reader: the key of the record with what stands beside it.
Teller = Callable[[Sequence[Any], Any], Iterable[tuple[int, Beside]]]
TELLERS: dict[str, list[Teller]] = defaultdict(list)


def told_beside(model: str) -> Callable[[Teller], Teller]:
    """Register who tells more of the records of this model; called once, when the site starts."""

    def register(teller: Teller) -> Teller:
        TELLERS[model].append(teller)
        return teller

    return register


def beside_each(records: Sequence[Any], user: Any) -> dict[int, list[Beside]]:
    """Of each of these records of one model all that this reader may see, kind by kind."""
    found: dict[int, list[Beside]] = {record.pk: [] for record in records}
    if records:
        for tell in TELLERS[records[0]._meta.model_name]:
            for key, row in tell(records, user):
                found[key].append(row)
    return found


def beside(record: Any, user: Any) -> list[Beside]:
    """The same of one record."""
    return beside_each([record], user)[record.pk]
