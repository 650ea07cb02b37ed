"""SM3: internal legitimacy, read from whom the parties send, and from what they signed."""

from collections import defaultdict

from django.db.models import Exists, F, Min, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from agreements.charter.states import PartyState
from agreements.engagement.kinds import AttendanceLevel, MeetingKind
from agreements.engagement.states import TOOK_PLACE
from agreements.instruments.states import BINDING, SIGNING
from agreements.models import AgreementParty, Attendance, Party, Signature
from agreements.motivation.kinds import Dimension
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.pulse import said_of
from dashboards.readings.shared import parties_of

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


RATIFIED = Gauge(
    code="SM3.ratified",
    name=_("parties that signed all that lies before them"),
    basis=_(
        "Of the parties active today that have to sign an agreement which is being signed or is "
        "in force, those that signed each of them. A signature recorded on behalf of a party "
        "counts once the party has confirmed it. Agreements in force of which no signature at "
        "all is recorded here are left out."
    ),
    kind=RecordKind.PARTY,
)


def parties_ratifying(scope: Scope) -> Signal:
    """One signature that is missing is enough: a party stands behind all of it or not yet."""
    signed_by = defaultdict(list)
    for party, is_signed in _places(scope):
        signed_by[party].append(is_signed)
    return RATIFIED.of(
        (party.pk, all(signed_by[party.pk])) for party in parties_of(scope) if party.pk in signed_by
    )


def _places(scope: Scope) -> list[tuple[int, bool]]:
    """(party, whether it signed) of each place that has to sign today."""
    standing = Signature.objects.standing().filter(amendment=None, signed_on__lte=scope.today)
    on_paper = standing.filter(place__agreement=OuterRef("agreement"))
    rows = (
        AgreementParty.objects.filter(
            Q(agreement__state__in=SIGNING) | Q(Exists(on_paper), agreement__state__in=BINDING),
            agreement__collaboration=scope.collaboration,
            must_sign=True,
        )
        .exclude(agreement__state__in=BINDING, agreement__ends_on__lt=scope.today)
        .annotate(is_signed=Exists(standing.filter(place=OuterRef("pk"), is_on_behalf=False)))
    )
    return list(rows.order_by("agreement", "position").values_list("party", "is_signed"))


LEGITIMACY = Element(
    code="SM3",
    component=Component.MOTIVATION,
    name=_("Internal legitimacy"),
    definition=_(
        "The parties find the collaboration worthy, credible and useful. "
        "Who comes shows it, people who can decide or people who report back; and who signs."
    ),
    belongs=_("attendance in plenaries with the level of whoever came, signatures, and pulses"),
    sources=(decision_makers_present, parties_ratifying),
    asked=said_of("SM3", Dimension.LEGITIMACY),
)
