"""CJ3: knowledge that the parties share and use."""

from django.utils.translation import gettext_lazy as _

from dashboards.readings.element import Component, Element

KNOWLEDGE = Element(
    code="CJ3",
    component=Component.CAPACITY,
    name=_("Knowledge"),
    definition=_(
        "Data, studies and know-how that were worked on together, can be used by all "
        "and are used in decisions."
    ),
    belongs=_("shared data, studies and guidelines, and where they were used"),
)
