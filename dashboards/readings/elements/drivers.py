"""DRV: the reasons that set the collaboration in motion."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from agreements.charter.kinds import DriverKind
from agreements.models import Driver, Party
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope

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
    drivers = Driver.objects.filter(
        collaboration=scope.collaboration, noted_on__lte=scope.today
    ).order_by("noted_on", "pk")
    rows = tuple(drivers.values_list("pk", "kind"))
    found = {kind for _pk, kind in rows}
    return Signal(
        gauge=KINDS,
        numerator=len(found),
        denominator=len(DriverKind.choices),
        counted=tuple(pk for pk, _kind in rows),
        missing_words=tuple(kind.label for kind in DriverKind if kind.value not in found),
        has_evidence=bool(rows),
    )


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
    said = Driver.objects.filter(
        kind=DriverKind.INTERDEPENDENCE, declared_by=OuterRef("pk"), noted_on__lte=scope.today
    )
    parties = Party.objects.current(today=scope.today).filter(collaboration=scope.collaboration)
    rows = tuple(
        parties.annotate(has_said=Exists(said))
        .order_by("organization__name", "pk")
        .values_list("pk", "has_said")
    )
    return INTERDEPENDENCE.of(rows, has_evidence=any(has_said for _pk, has_said in rows))


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
