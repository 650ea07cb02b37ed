"""DRV: the reasons that set the collaboration in motion."""

from django.utils.translation import gettext_lazy as _

from agreements.charter.kinds import DriverKind
from agreements.models import Driver
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.shared import parties_of

KINDS = Gauge(
    code="DRV.kinds",
    name=_("kinds of driver evidenced"),
    basis=_(
        "Of the four kinds (leadership, consequential incentive, interdependence, uncertainty), "
        "those with at least one recorded driver. A driver counts until it is removed, "
        "whichever cycle it was noted in."
    ),
    kind=RecordKind.DRIVER,
)


def kinds_evidenced(scope: Scope) -> Signal:
    rows = scope.once("drivers", lambda: _drivers(scope))
    found = {kind for _pk, kind in rows}
    return Signal(
        gauge=KINDS,
        numerator=len(found),
        denominator=len(DriverKind.choices),
        counted=tuple(pk for pk, _kind in rows),
        counted_words=tuple(kind.label for kind in DriverKind if kind.value in found),
        missing_words=tuple(kind.label for kind in DriverKind if kind.value not in found),
        has_evidence=bool(rows),
    )


def _drivers(scope: Scope) -> tuple[tuple[int, str], ...]:
    drivers = Driver.objects.filter(collaboration=scope.collaboration, noted_on__lte=scope.today)
    return tuple(drivers.order_by("noted_on", "pk").values_list("pk", "kind"))


INTERDEPENDENCE = Gauge(
    code="DRV.interdependence",
    name=_("active parties that said what they cannot do alone"),
    basis=_(
        "Of the parties active today, those that declared a driver of the kind “interdependence”. "
        "It counts until it is removed, whatever the window."
    ),
    kind=RecordKind.PARTY,
)


def parties_interdependent(scope: Scope) -> Signal:
    parties = parties_of(scope)
    return INTERDEPENDENCE.of(
        ((party.pk, party.has_said) for party in parties),
        has_evidence=any(party.has_said for party in parties),
    )


DRIVERS = Element(
    code="DRV",
    component=Component.CONTEXT,
    name=_("Drivers"),
    definition=_(
        "Why the parties began at all: somebody took the lead, not acting had consequences, "
        "nobody could do it alone, or nobody knew enough. At least one is needed to start."
    ),
    belongs=_("the drivers of the collaboration, by kind"),
    short=_("Drivers"),
    sources=(kinds_evidenced, parties_interdependent),
)
