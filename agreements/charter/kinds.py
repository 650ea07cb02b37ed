"""Words of the charter: focus, basis, voice, drivers."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CollaborationFocus(TextChoices):
    PROGRAM_MANAGEMENT = "program_management", _("Managing a programme")
    SERVICE_DELIVERY = "service_delivery", _("Delivering a service")
    POLICY = "policy", _("Making policy")
    ACCOUNTABILITY = "accountability", _("Performance and accountability")
    DATA_SHARING = "data_sharing", _("Sharing data")


class Formality(TextChoices):
    FORMAL = "formal", _("Formal")
    INFORMAL = "informal", _("Informal")


class Basis(TextChoices):
    VOLUNTARY = "voluntary", _("Voluntary")
    MANDATED = "mandated", _("Mandated")


class Voice(TextChoices):
    DECIDES = "decides", _("Decides")
    CONSULTED = "consulted", _("Is consulted")


class DriverKind(TextChoices):
    """The four drivers of Emerson, Nabatchi & Balogh (2012)."""

    LEADERSHIP = "leadership", _("Leadership (initiator)")
    INCENTIVE = "incentive", _("Consequential incentive")
    INTERDEPENDENCE = "interdependence", _("Interdependence")
    UNCERTAINTY = "uncertainty", _("Uncertainty")


class DriverOrigin(TextChoices):
    INTERNAL = "internal", _("Internal")
    EXTERNAL = "external", _("External")
