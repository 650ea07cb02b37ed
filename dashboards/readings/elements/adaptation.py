"""ADP: what the parties changed because of what they saw."""

from django.utils.translation import gettext_lazy as _

from dashboards.readings.element import Component, Element

ADAPTATION = Element(
    code="ADP",
    component=Component.RESULTS,
    name=_("Adaptation"),
    definition=_(
        "What was changed because of results: a target, a member, an agreement, a budget, "
        "or the conditions themselves."
    ),
    belongs=_("adaptations, each with what caused it and what it changed"),
    short=_("Adaptation"),
)
