"""PE2: the parties build one meaning of the problem, its terms and its limits."""

from django.utils.translation import gettext_lazy as _

from agreements.engagement.kinds import Phase
from dashboards.readings.agenda import noted_items
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.shared import indicators_of

NOTED = Gauge(
    code="PE2.noted",
    name=_("definition items with written notes"),
    basis=_(
        "Of the agenda items marked “definition” in meetings that took place in the window, "
        "those with notes. Empty minutes do not count."
    ),
    kind=RecordKind.AGENDA_ITEM,
)


def items_noted(scope: Scope) -> Signal:
    return noted_items(NOTED, Phase.DEFINITION, scope)


DEFINED = Gauge(
    code="PE2.defined",
    name=_("indicators with an agreed definition"),
    basis=_(
        "Of the indicators in use, of goals that were not dropped, those whose definition "
        "the parties agreed on."
    ),
    kind=RecordKind.INDICATOR,
)


def indicators_defined(scope: Scope) -> Signal:
    return DEFINED.of(
        (row.pk, row.definition_agreed_on is not None) for row in indicators_of(scope)
    )


DEFINITION = Element(
    code="PE2",
    component=Component.ENGAGEMENT,
    name=_("Definition"),
    definition=_(
        "The parties come to mean the same by the problem, the purpose, the words they use "
        "and what each may expect of the others."
    ),
    belongs=_(
        "agenda items of the definition phase with what was noted, and definitions of indicators"
    ),
    sources=(items_noted, indicators_defined),
)
