"""SM1: mutual trust, read from behaviour: are promises kept? What people say stands beside."""

from django.utils.translation import gettext_lazy as _

from agreements.action.querysets import KEPT_ON_TIME
from agreements.models import Commitment
from agreements.motivation.kinds import Dimension
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.pulse import said_of

BEHAVIOUR = Gauge(
    code="SM1.behaviour",
    name=_("promises kept by their first due date"),
    basis=_(
        "Of the promises whose first due date has passed in the window, those done by that date "
        "and confirmed by another party. Moving a date does not help: the first one counts. "
        "Proposed, declined and cancelled ones are left out."
    ),
    kind=RecordKind.COMMITMENT,
)


def promises_kept(scope: Scope) -> Signal:
    promises = Commitment.objects.judged(today=scope.today).filter(
        collaboration=scope.collaboration
    )
    rows = promises.annotate(is_kept=KEPT_ON_TIME).order_by("-original_due_on", "pk")
    return BEHAVIOUR.of(rows.values_list("pk", "is_kept"))


TRUST = Element(
    code="SM1",
    component=Component.MOTIVATION,
    name=_("Mutual trust"),
    definition=_(
        "Over time the parties come to expect that the others are reasonable, predictable "
        "and dependable. Behaviour shows it in promises that are kept; what people say stands "
        "beside that."
    ),
    belongs=_("commitments that fell due, and whether they were kept; and pulses"),
    sources=(promises_kept,),
    asked=said_of("SM1", Dimension.TRUST),
)
