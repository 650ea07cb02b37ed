"""CJ4: resources that the parties pool or lend."""

from django.utils.translation import gettext_lazy as _

from dashboards.readings.element import Component, Element

RESOURCES = Element(
    code="CJ4",
    component=Component.CAPACITY,
    name=_("Resources"),
    definition=_(
        "Money, people, time, space, equipment and authority that the parties put together "
        "or lend to each other."
    ),
    belongs=_("pledges and what was delivered, needs, and official assistance"),
)
