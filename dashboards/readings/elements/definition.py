"""PE2: the parties build one meaning of the problem, its terms and its limits."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.engagement.kinds import Phase
from agreements.models import Indicator
from dashboards.readings.agenda import noted_items
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

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
    indicators = (
        Indicator.objects.active()
        .filter(goal__collaboration=scope.collaboration)
        .annotate(is_agreed=Q(definition_agreed_on__isnull=False))
        .order_by("goal__title", "name", "pk")
    )
    return DEFINED.of(indicators.values_list("pk", "is_agreed"))


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
