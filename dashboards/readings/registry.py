"""All elements of the framework, in its order. A new signal is a change to one module only."""

from dashboards.readings.element import Element, Reading, Scope
from dashboards.readings.elements.actions import ACTIONS
from dashboards.readings.elements.adaptation import ADAPTATION
from dashboards.readings.elements.arrangements import ARRANGEMENTS
from dashboards.readings.elements.commitment import COMMITMENT
from dashboards.readings.elements.context import CONTEXT
from dashboards.readings.elements.definition import DEFINITION
from dashboards.readings.elements.deliberation import DELIBERATION
from dashboards.readings.elements.discovery import DISCOVERY
from dashboards.readings.elements.drivers import DRIVERS
from dashboards.readings.elements.impacts import IMPACTS
from dashboards.readings.elements.knowledge import KNOWLEDGE
from dashboards.readings.elements.leadership import LEADERSHIP
from dashboards.readings.elements.legitimacy import LEGITIMACY
from dashboards.readings.elements.primary import PRIMARY
from dashboards.readings.elements.resources import RESOURCES
from dashboards.readings.elements.substantive import SUBSTANTIVE
from dashboards.readings.elements.trust import TRUST
from dashboards.readings.elements.understanding import UNDERSTANDING

ELEMENTS: tuple[Element, ...] = (
    CONTEXT,
    DRIVERS,
    DISCOVERY,
    DEFINITION,
    DELIBERATION,
    PRIMARY,
    SUBSTANTIVE,
    TRUST,
    UNDERSTANDING,
    LEGITIMACY,
    COMMITMENT,
    ARRANGEMENTS,
    LEADERSHIP,
    KNOWLEDGE,
    RESOURCES,
    ACTIONS,
    IMPACTS,
    ADAPTATION,
)
BY_CODE = {element.code: element for element in ELEMENTS}


def read_all(scope: Scope) -> tuple[Reading, ...]:
    """Every element of a collaboration, read today; once, however many panels show it."""
    return scope.once("readings", lambda: tuple(element.read(scope) for element in ELEMENTS))
