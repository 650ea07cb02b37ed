"""ACT: what the parties do together because of all this."""

from django.utils.translation import gettext_lazy as _

from dashboards.readings.element import Component, Element

ACTIONS = Element(
    code="ACT",
    component=Component.RESULTS,
    name=_("Collaborative action"),
    definition=_(
        "Steps taken on purpose and together that none would have taken alone: services, "
        "enforcement, education, monitoring."
    ),
    belongs=_("joint activities with their plan and what they produced"),
    short=_("Action"),
)
