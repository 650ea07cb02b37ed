"""CJ2: leadership roles, filled by several people over time."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from agreements.capacity.leadership_gaps import leadership_of
from agreements.engagement.kinds import MeetingKind
from agreements.models import AssistanceEscalation
from agreements.motivation.kinds import Measure
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.pulse import said_of
from dashboards.readings.shared import meetings_of

TIME_TO_ANSWER = timedelta(days=14)
ROLES = Gauge(
    code="CJ2.roles",
    name=_("needed leadership roles held today"),
    basis=_(
        "Of a chair for each structure at work, or for the whole where there is none, a "
        "secretariat, a verifier, and a coordinator for each agreed goal: those that somebody "
        "holds today. A holder who is not there any more counts until a last day is named, as on "
        "the page of structures; the trouble is told beside the name."
    ),
    kind=RecordKind.ROLE,
)


def roles_held(scope: Scope) -> Signal:
    """The same figures as on the page of structures; places are counted, their holders shown."""
    found = leadership_of(scope.collaboration, today=scope.today)
    held = (row.pk for place in found.held for row in place.holders)
    return Signal(
        gauge=ROLES,
        numerator=found.filled,
        denominator=found.asked,
        counted=tuple(dict.fromkeys(held)),
        counted_words=tuple(place.label for place in found.held),
        missing_words=tuple(place.gap.words for place in found.vacant),
        has_evidence=found.is_begun,
    )


FACILITATED = Gauge(
    code="CJ2.facilitated",
    name=_("plenaries with a named facilitator"),
    basis=_("Of the plenaries held in the window, those whose minutes name who facilitated."),
    kind=RecordKind.MEETING,
)


def plenaries_facilitated(scope: Scope) -> Signal:
    return FACILITATED.of(
        (row.pk, row.facilitator_id is not None)
        for row in meetings_of(scope)
        if row.was_held and row.kind == MeetingKind.PLENARY
    )


ESCALATED = Gauge(
    code="CJ2.escalated",
    name=_("escalations answered within 14 days"),
    basis=_(
        "Of what was brought before a superior within the window and is answered or older than "
        "14 days, what was answered within 14 days."
    ),
    kind=RecordKind.ESCALATION,
)


def escalations_answered(scope: Scope) -> Signal:
    """One that still has time is in neither number, and is evidence all the same."""
    rows = AssistanceEscalation.objects.filter(
        request__collaboration=scope.collaboration,
        escalated_on__range=(scope.window.starts_on, scope.today),
    ).order_by("-escalated_on", "-pk")
    found = list(rows.values_list("pk", "escalated_on", "answered_on"))
    judged = [
        (pk, answered is not None and answered - since <= TIME_TO_ANSWER)
        for pk, since, answered in found
        if answered is not None or scope.today - since > TIME_TO_ANSWER
    ]
    return ESCALATED.of(judged, has_evidence=bool(found))


LEADERSHIP = Element(
    code="CJ2",
    component=Component.CAPACITY,
    name=_("Leadership"),
    definition=_(
        "Somebody sponsors, convenes, facilitates, represents, explains the science and decides: "
        "several people, changing over time, without gaps."
    ),
    belongs=_(
        "leadership roles, plenaries and who facilitated them, and what was brought before a "
        "superior"
    ),
    sources=(roles_held, plenaries_facilitated, escalations_answered),
    asked=said_of("CJ2", Measure.SUPPORT),
)
