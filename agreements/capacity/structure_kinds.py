"""Words of structures: what kinds there are, who leads in which role, who answers for a region."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class StructureKind(TextChoices):
    TASK_FORCE = "task_force", _("Task force")
    FORUM = "forum", _("Forum")
    TEAM = "team", pgettext_lazy("structure", "Team")
    WORKING_GROUP = "working_group", _("Working group")
    SUB_GROUP = "sub_group", _("Sub-group")


class LeadershipRole(TextChoices):
    """Thirteen; who answers for a region is no role but a responsibility, issue by issue."""

    PATRON = "patron", _("Patron")
    STEERING = "steering", _("Steering member")
    CHAIR = "chair", _("Chair")
    ISSUE_COORDINATOR = "issue_coordinator", _("Issue coordinator")
    SECRETARIAT = "secretariat", _("Secretariat")
    SPONSOR = "sponsor", _("Sponsor")
    CONVENER = "convener", _("Convener")
    FACILITATOR = "facilitator", pgettext_lazy("leadership", "Facilitator")
    MEDIATOR = "mediator", _("Mediator")
    TRANSLATOR = "science_translator", _("Science translator")
    TECHNOLOGIST = "technologist", _("Technologist")
    ADVOCATE = "advocate", _("Public advocate")
    VERIFIER = "verifier", _("Verifier")


R = LeadershipRole
ONE_AT_A_TIME = (R.CHAIR, R.ISSUE_COORDINATOR, R.SECRETARIAT)
OF_AN_ISSUE = (R.ISSUE_COORDINATOR, R.VERIFIER)  # only these may name one
NEEDED = (R.SECRETARIAT, R.VERIFIER)  # once in a collaboration, in whichever structure


class AreaRole(TextChoices):
    LEAD = "lead", pgettext_lazy("responsibility", "Lead")
    SUPPORT = "support", pgettext_lazy("responsibility", "Support")


class ArrangementEvent(TextChoices):
    STRUCTURE_BEGUN = "structure_begun", _("Structure set up")
    STRUCTURE_CHANGED = "structure_changed", _("Structure changed")
    STRUCTURE_ENDED = "structure_ended", _("Last day of a structure named")
    ROLE_BEGUN = "role_begun", _("Role given")
    ROLE_CHANGED = "role_changed", _("Role changed")
    ROLE_ENDED = "role_ended", _("Last day of a role named")
    AREA_BEGUN = "area_begun", _("Responsibility given")
    AREA_CHANGED = "area_changed", _("Responsibility changed")
    AREA_ENDED = "area_ended", _("Last day of a responsibility named")


class Standing(TextChoices):
    """What the history says of a dated row: it holds, or its last day is known."""

    HOLDS = "holds", _("Holds")
    LIMITED = "limited", _("Last day known")
