"""CJ1: procedures and institutional arrangements."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from agreements.instruments.kinds import AmendmentKind
from agreements.instruments.querysets import AgreementQuerySet
from agreements.instruments.states import BINDING, PREPARING, AgreementState
from agreements.models import Agreement, Amendment
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

SOON = timedelta(days=90)
IN_FORCE = Gauge(
    code="CJ1.in_force",
    name=_("agreements in force"),
    basis=_(
        "Of the agreements that are to stand, those in force today. To stand are those in force, "
        "suspended or being prepared; abandoned, ended and replaced ones are left out."
    ),
    kind=RecordKind.AGREEMENT,
)
EXPIRING = Gauge(
    code="CJ1.expiring",
    name=_("agreements that end soon and nobody renews"),
    basis=_(
        "Of the agreements in force today, those that end in less than 90 days without an open "
        "extension and without a renewal that is drafted or in force. Smaller is better."
    ),
    kind=RecordKind.AGREEMENT,
)


def agreements_in_force(scope: Scope) -> Signal:
    in_force = Agreement.objects.in_force(today=scope.today).filter(pk=OuterRef("pk"))
    is_over = Q(state__in=BINDING, ends_on__lt=scope.today)
    rows = (
        Agreement.objects.filter(
            collaboration=scope.collaboration, state__in=[*BINDING, *PREPARING]
        )
        .exclude(is_over)
        .annotate(holds=Exists(in_force))
        .order_by("title", "pk")
    )
    return IN_FORCE.of(rows.values_list("pk", "holds"))


def agreements_expiring(scope: Scope) -> Signal:
    rows = Agreement.objects.in_force(today=scope.today).filter(collaboration=scope.collaboration)
    soon = Q(ends_on__lt=scope.today + SOON)
    rows = with_renewal(rows).annotate(is_left=soon & Q(is_renewed=False, is_extended=False))
    return EXPIRING.of(rows.order_by("ends_on", "pk").values_list("pk", "is_left"))


def with_renewal(rows: AgreementQuerySet) -> AgreementQuerySet:
    """Annotate `is_renewed` and `is_extended`: somebody has begun to see to what comes after."""
    extensions = Amendment.objects.open().filter(
        agreement=OuterRef("pk"), kind=AmendmentKind.EXTENSION
    )
    renewals = Agreement.objects.filter(
        renews=OuterRef("pk"), state__in=[*PREPARING, AgreementState.IN_FORCE]
    )
    return rows.annotate(is_renewed=Exists(renewals), is_extended=Exists(extensions))


ARRANGEMENTS = Element(
    code="CJ1",
    component=Component.CAPACITY,
    name=_("Procedures and institutional arrangements"),
    definition=_(
        "The rules and structures that carry the work: agreements and decrees in force, "
        "ground rules, task forces, guidelines."
    ),
    belongs=_("agreements, in force or being prepared"),
    sources=(agreements_in_force, agreements_expiring),
)
