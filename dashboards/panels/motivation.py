"""Shared motivation, part by part: what the records show beside what people say."""

from dataclasses import dataclass

from dashboards.panels.framework import element_url
from dashboards.readings.element import Component, Reading, Scope
from dashboards.readings.registry import read_all


@dataclass(frozen=True)
class Motive:
    """One part; its reading carries both findings, and nothing is made of the two."""

    reading: Reading
    href: str


def motivation_of(scope: Scope) -> tuple[Motive, ...]:
    return tuple(
        Motive(reading, element_url(scope.collaboration, reading.element.code))
        for reading in read_all(scope)
        if reading.element.component is Component.MOTIVATION
    )
