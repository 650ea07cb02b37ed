"""The elements before and after one, in the order of the framework."""

from agreements.models import Collaboration
from dashboards.panels.framework import element_url
from dashboards.readings.element import Element
from dashboards.readings.registry import ELEMENTS

Neighbour = tuple[str, str] | None


def neighbours_of(collaboration: Collaboration, element: Element) -> dict[str, Neighbour]:
    """(address, name) of the one before and the one after; none at the ends."""
    at = ELEMENTS.index(element)
    around = {"before": ELEMENTS[at - 1] if at else None, "after": (*ELEMENTS, None)[at + 1]}
    return {
        place: (element_url(collaboration, other.code), f"{other.code} {other.name}")
        if other
        else None
        for place, other in around.items()
    }
