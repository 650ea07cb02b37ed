"""CJ1: procedures and institutional arrangements."""

from django.utils.translation import gettext_lazy as _

from dashboards.readings.element import Component, Element

ARRANGEMENTS = Element(
    code="CJ1",
    component=Component.CAPACITY,
    name=_("Procedures and institutional arrangements"),
    definition=_(
        "The rules and structures that carry the work: agreements and decrees in force, "
        "ground rules, task forces, guidelines."
    ),
    belongs=_("agreements in force, structures and guidelines"),
)
