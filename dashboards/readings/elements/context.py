"""CTX: the conditions around the collaboration that it did not choose."""

from django.utils.translation import gettext_lazy as _

from dashboards.readings.element import Component, Element

CONTEXT = Element(
    code="CTX",
    component=Component.CONTEXT,
    name=_("System context"),
    definition=_(
        "What surrounds the collaboration and shapes what it can do: resources and services, "
        "law and policy, earlier failures, power, existing ties, old conflicts, "
        "social and economic conditions."
    ),
    belongs=_("descriptions of the seven kinds of context factor, and when each was reviewed"),
    short=_("Context"),
)
