"""SM2: mutual understanding, which is not the same as agreement."""

from django.utils.translation import gettext_lazy as _

from dashboards.readings.element import Component, Element

UNDERSTANDING = Element(
    code="SM2",
    component=Component.MOTIVATION,
    name=_("Mutual understanding"),
    definition=_(
        "The parties understand and respect each other's positions and limits, "
        "also where they disagree."
    ),
    belongs=_("answers of the parties in the pulse survey, and positions that others acknowledged"),
)
