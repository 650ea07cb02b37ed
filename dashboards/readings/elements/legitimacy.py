"""SM3: internal legitimacy, read from whom the parties send."""

from django.db.models import Exists, F, Min, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from agreements.charter.states import PartyState
from agreements.engagement.kinds import AttendanceLevel, MeetingKind
from agreements.engagement.states import TOOK_PLACE
from agreements.models import Attendance, Party
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

JOINED = (PartyState.ACTIVE, PartyState.PAUSED, PartyState.LEFT)
LEVEL = Gauge(
    code="SM3.level",
    name=_("presences of parties in plenaries with a decision-maker"),
    basis=_(
        "Each party present in a plenary of the window counts once for that plenary: of these, "
        "the ones that sent a decision-maker. Organizations that were no party on that day "
        "are left out."
    ),
    kind=RecordKind.ATTENDANCE,
)


def decision_makers_present(scope: Scope) -> Signal:
    party_on_that_day = Party.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=OuterRef("meeting__held_on")),
        starts_on__lte=OuterRef("meeting__held_on"),
        collaboration=OuterRef("meeting__collaboration"),
        organization=OuterRef("organization"),
        state__in=JOINED,
    )
    present = (
        Attendance.objects.present()
        .filter(
            Exists(party_on_that_day),
            meeting__collaboration=scope.collaboration,
            meeting__kind=MeetingKind.PLENARY,
            meeting__state__in=TOOK_PLACE,
            meeting__held_on__range=(scope.window.starts_on, scope.today),
        )
        .values("meeting", "organization")
    )
    is_decision_maker = Q(level=AttendanceLevel.DECISION_MAKER)
    rows = present.annotate(
        first=Min("pk"), sent=Min("pk", filter=is_decision_maker), row=Coalesce("sent", "first")
    ).order_by(F("meeting__held_on").desc(), "row")
    return LEVEL.of((row, sent is not None) for row, sent in rows.values_list("row", "sent"))


LEGITIMACY = Element(
    code="SM3",
    component=Component.MOTIVATION,
    name=_("Internal legitimacy"),
    definition=_(
        "The parties find the collaboration worthy, credible and useful. "
        "Who comes shows it: people who can decide, or people who report back."
    ),
    belongs=_("attendance in plenaries, with the level of whoever came"),
    sources=(decision_makers_present,),
)
