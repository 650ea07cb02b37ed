"""Context and drivers in two lines: what is described, what is missing, what nobody looked at."""

from dataclasses import dataclass

from dashboards.panels.framework import element_url
from dashboards.readings.element import Reading, Scope
from dashboards.readings.registry import BY_CODE

CODES = ("CTX", "DRV")


@dataclass(frozen=True)
class Surrounding:
    """An element with what it lacks, by name."""

    reading: Reading
    href: str

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(str(word) for word in self.reading.signals[0].missing_words)


def surroundings_of(scope: Scope) -> tuple[Surrounding, ...]:
    return tuple(
        Surrounding(BY_CODE[code].read(scope), element_url(scope.collaboration, code))
        for code in CODES
    )
