"""CJ1: procedures and institutional arrangements."""

from datetime import timedelta
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, When
from django.db.models.functions import Least
from django.utils.translation import gettext_lazy as _

from agreements.capacity.arrangement_kinds import GuidelineState
from agreements.instruments.kinds import AmendmentKind
from agreements.instruments.querysets import AgreementQuerySet
from agreements.instruments.register import is_in_force
from agreements.instruments.states import BINDING, PREPARING, AgreementState
from agreements.models import Agreement, Amendment, Guideline
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


GUIDELINES = Gauge(
    code="CJ1.guidelines",
    name=_("guidelines that are due, issued"),
    basis=_(
        "Of the guidelines that are issued and hold today, and those whose day has passed without "
        "being issued, the issued ones. Those with time left or without a day are in neither "
        "number; revoked ones are left out."
    ),
    kind=RecordKind.GUIDELINE,
)


def agreements_in_force(scope: Scope) -> Signal:
    rows = sorted(_agreements(scope), key=lambda row: (row.title, row.pk))
    return IN_FORCE.of((row.pk, row.holds) for row in rows)


def agreements_expiring(scope: Scope) -> Signal:
    """Of those that hold; one without a last day never ends."""
    last_of_soon = scope.today + SOON
    return EXPIRING.of(
        (row.pk, row.last is not None and row.last < last_of_soon and not row.is_seen_to)
        for row in _agreements(scope)
        if row.holds
    )


def guidelines_issued(scope: Scope) -> Signal:
    """One that still has time is in neither number, and is evidence all the same."""
    rows = Guideline.objects.filter(collaboration=scope.collaboration).exclude(
        state=GuidelineState.REVOKED
    )
    due = rows.due(today=scope.today).values("pk")
    found = rows.annotate(is_due=Q(pk__in=due)).order_by("due_on", "pk")
    named = list(found.values_list("pk", "state", "is_due"))
    return GUIDELINES.of(
        ((pk, state == GuidelineState.ISSUED) for pk, state, is_due in named if is_due),
        has_evidence=bool(named),
    )


def _agreements(scope: Scope) -> tuple[Any, ...]:
    """Those that are to stand, the soonest to end first; asked for once a page."""

    def ask() -> tuple[Any, ...]:
        is_decided = Q(termination_decided_on__isnull=False)
        rows = Agreement.objects.filter(
            collaboration=scope.collaboration, state__in=[*BINDING, *PREPARING]
        ).exclude(state__in=BINDING, ends_on__lt=scope.today)
        found: Any = with_renewal(rows).annotate(
            holds=is_in_force(today=scope.today),
            is_seen_to=Q(is_renewed=True) | Q(is_extended=True),
            last=Least("ends_on", Case(When(is_decided, then="termination_on"))),
        )
        named = ("pk", "title", "last", "holds", "is_seen_to")
        return tuple(found.order_by("last", "pk").values_list(*named, named=True))

    return scope.once("agreements", ask)


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
    belongs=_("agreements, in force or being prepared, and guidelines"),
    sources=(agreements_in_force, agreements_expiring, guidelines_issued),
)
