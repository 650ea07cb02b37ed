"""Words of the charter: focus, basis, voice, drivers, what happens to it."""

from django.db.models import IntegerChoices, TextChoices
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


class ContextKind(TextChoices):
    """The seven parts of the system context of Emerson, Nabatchi & Balogh (2012)."""

    RESOURCE = "resource", _("Resource and service conditions")
    POLICY_LEGAL = "policy_legal", _("Policy and legal frameworks")
    PRIOR_FAILURE = "prior_failure", _("Prior failure")
    POWER = "power", _("Political dynamics and power relations")
    CONNECTEDNESS = "connectedness", _("Network connectedness")
    CONFLICT = "conflict", _("Conflict and trust at the start")
    SOCIOECONOMIC = "socioeconomic", _("Socio-economic and cultural conditions")


class LegalLevel(TextChoices):
    """Where a rule stands among the rules of the country, the highest first."""

    UUD = "uud", _("UUD")
    UU = "uu", _("UU")
    PP = "pp", _("PP")
    PERPRES = "perpres", _("Perpres")
    PERMEN = "permen", _("Permen")
    PERDA = "perda", _("Perda")
    PERKADA = "perkada", _("Pergub/Perbup/Perwal")
    DECREE = "decree", _("SK")
    CIRCULAR = "circular", _("SE")
    OTHER = "other", _("Other")


class CharterEvent(TextChoices):
    """What a line of a collaboration's history tells; its `subject` says about whom or what."""

    FOUNDED = "founded", _("Collaboration founded")
    EDITED = "edited", _("Charter edited")
    MOVED = "moved", _("State changed")
    PARTY_EDITED = "party_edited", _("Role of a party changed")
    COORDINATOR_ADDED = "coordinator_added", _("Coordinator appointed")
    COORDINATOR_ENDED = "coordinator_ended", _("Coordinator ended")
    REPRESENTATIVE_ADDED = "representative_added", _("Representative named")
    REPRESENTATIVE_ENDED = "representative_ended", _("Representative ended")
    DRIVER_ADDED = "driver_added", _("Driver recorded")
    DRIVER_EDITED = "driver_edited", _("Driver edited")
    DRIVER_REMOVED = "driver_removed", _("Driver removed")
    CONTEXT_ADDED = "context_added", _("Context recorded")
    CONTEXT_EDITED = "context_edited", _("Context edited")
    CONTEXT_REVIEWED = "context_reviewed", _("Context looked at again: still so")
    CONTEXT_REMOVED = "context_removed", _("Context removed")
    BASIS_ADDED = "basis_added", _("Legal basis recorded")
    BASIS_REMOVED = "basis_removed", _("Legal basis taken away")
    CYCLE_ADDED = "cycle_added", _("Cycle added")
    CYCLE_EDITED = "cycle_edited", _("Cycle edited")
    CYCLE_MOVED = "cycle_moved", _("State of a cycle changed")
    STAKEHOLDER_ADDED = "stakeholder_added", _("Stakeholder put on the map")
    STAKEHOLDER_EDITED = "stakeholder_edited", _("Stakeholder edited")
    STAKEHOLDER_REMOVED = "stakeholder_removed", _("Stakeholder taken off the map")
    DOCUMENT_ADDED = "document_added", _("Document added")
    DOCUMENT_VERSION_ADDED = "document_version_added", _("New version of a document")
    DOCUMENT_EDITED = "document_edited", _("Document described anew")
    DOCUMENT_WITHDRAWN = "document_withdrawn", _("Document withdrawn")


class Degree(IntegerChoices):
    """How much of something a stakeholder has; three steps, for more would only look exact."""

    LOW = 1, _("Low")
    MEDIUM = 2, _("Medium")
    HIGH = 3, _("High")


class Leaning(TextChoices):
    SUPPORTS = "supports", _("In favour")
    UNDECIDED = "undecided", _("Undecided")
    OPPOSES = "opposes", _("Against")
