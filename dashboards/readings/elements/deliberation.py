"""PE3: the parties reason candidly, listen, and weigh one option against another."""

from django.utils.translation import gettext_lazy as _

from agreements.engagement.kinds import Phase
from dashboards.readings.agenda import noted_items
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

NOTED = Gauge(
    code="PE3.noted",
    name=_("deliberation items with written notes"),
    basis=_(
        "Of the agenda items marked “deliberation” in meetings that took place in the window, "
        "those with notes. Empty minutes do not count."
    ),
    kind=RecordKind.AGENDA_ITEM,
)


def items_noted(scope: Scope) -> Signal:
    return noted_items(NOTED, Phase.DELIBERATION, scope)


DELIBERATION = Element(
    code="PE3",
    component=Component.ENGAGEMENT,
    name=_("Deliberation"),
    definition=_(
        "The parties exchange reasons openly, listen to objections "
        "and weigh options before anything is decided."
    ),
    belongs=_("agenda items of the deliberation phase, with what was noted"),
    sources=(items_noted,),
)
