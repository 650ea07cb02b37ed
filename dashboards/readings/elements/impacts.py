"""IMP: what changed in the world, wanted or not."""

from django.utils.translation import gettext_lazy as _

from dashboards.readings.element import Component, Element

IMPACTS = Element(
    code="IMP",
    component=Component.RESULTS,
    name=_("Impacts"),
    definition=_(
        "Changes in the conditions that the collaboration is about, wanted or not, "
        "on the way (small wins) or at the end."
    ),
    belongs=_("outcome indicators with baseline, target and verified measurements"),
    short=_("Impacts"),
)
