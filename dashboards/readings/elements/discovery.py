"""PE1: the parties find out what each wants, knows and worries about."""

from django.utils.translation import gettext_lazy as _

from agreements.engagement.kinds import Phase
from dashboards.readings.agenda import noted_items
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

NOTED = Gauge(
    code="PE1.noted",
    name=_("discovery items with written notes"),
    basis=_(
        "Of the agenda items marked “discovery” in meetings that took place in the window, "
        "those with notes. Empty minutes do not count."
    ),
    kind=RecordKind.AGENDA_ITEM,
)


def items_noted(scope: Scope) -> Signal:
    return noted_items(NOTED, Phase.DISCOVERY, scope)


DISCOVERY = Element(
    code="PE1",
    component=Component.ENGAGEMENT,
    name=_("Discovery"),
    definition=_(
        "The parties bring interests, concerns and facts into the open, "
        "and look together for what they do not know yet."
    ),
    belongs=_("agenda items of the discovery phase, with what was noted"),
    sources=(items_noted,),
)
