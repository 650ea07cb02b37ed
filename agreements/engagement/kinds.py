"""Words of principled engagement: kinds of meeting, phases, kinds of decision."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingKind(TextChoices):
    PLENARY = "plenary", _("Plenary meeting")
    WORKING = "working", _("Working meeting")
    VISIT = "visit", _("Working or courtesy visit")
    FGD = "fgd", _("Focus group")
    SUPERVISION = "supervision", _("Supervision")
    MONEV = "monev", _("Monitoring and evaluation")
    APEL = "apel", _("Roll call (apel)")
    WORKSHOP = "workshop", _("Workshop")


class MeetingMode(TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("Hybrid")


class Phase(TextChoices):
    """What an agenda item was for: the four D's of principled engagement (Emerson 2012)."""

    DISCOVERY = "discovery", _("Discovery")
    DEFINITION = "definition", _("Definition")
    DELIBERATION = "deliberation", _("Deliberation")
    DETERMINATION = "determination", _("Determination")
    OTHER = "other", _("Other")


class AttendanceLevel(TextChoices):
    DECISION_MAKER = "decision_maker", _("Decision-maker")
    DELEGATE = "delegate", _("Delegate")
    STAFF = "staff", _("Staff member")


class DecisionKind(TextChoices):
    PROCEDURAL = "procedural", _("Procedural (how we work)")
    SUBSTANTIVE = "substantive", _("Substantive (what we do)")


class DecisionRule(TextChoices):
    CONSENSUS = "consensus", _("Consensus")
    MAJORITY = "majority", _("Majority")
    CHAIR = "chair", _("Decision of the chair")
    MANDATE = "mandate", _("By mandate")
