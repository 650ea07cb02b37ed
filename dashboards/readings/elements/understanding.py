"""SM2: mutual understanding, which is not the same as agreement."""

from django.utils.translation import gettext_lazy as _

from agreements.motivation.kinds import Dimension
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.pulse import said_of
from dashboards.readings.shared import statements_of

ACKNOWLEDGED = Gauge(
    code="SM2.acknowledged",
    name=_("statements that another party says it understood"),
    basis=_(
        "Of the interests, concerns and limits that stand and are the party's own word, those "
        "that at least one other party acknowledged. To have understood is not to agree."
    ),
    kind=RecordKind.STATEMENT,
)


def statements_acknowledged(scope: Scope) -> Signal:
    return ACKNOWLEDGED.of(
        (row.pk, row.is_understood) for row in statements_of(scope) if not row.is_on_behalf
    )


UNDERSTANDING = Element(
    code="SM2",
    component=Component.MOTIVATION,
    name=_("Mutual understanding"),
    definition=_(
        "The parties understand and respect each other's positions and limits, "
        "also where they disagree."
    ),
    belongs=_("what parties state of themselves, who says that it was understood, and pulses"),
    sources=(statements_acknowledged,),
    asked=said_of("SM2", Dimension.UNDERSTANDING),
)
