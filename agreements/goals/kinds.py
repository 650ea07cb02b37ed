"""Words of shared goals: results, levels, directions, frequencies, plans."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ResultKind(TextChoices):
    """The steps of a theory of change, in the order in which one leads to the next."""

    ACTION = "action", _("Action")
    OUTPUT = "output", _("Output")
    OUTCOME = "outcome", _("Outcome")
    IMPACT = "impact", _("Impact")


class BenefitDimension(TextChoices):
    """Whom success serves (O'Leary's three dimensions)."""

    CLIENT = "client", _("Goals for the people served")
    RELATIONS = "relations", _("Relations between the organizations")
    ORGANIZATION = "organization", _("Development of the organizations")


class IndicatorLevel(TextChoices):
    OUTPUT = "output", _("Output")
    OUTCOME = "outcome", _("Outcome")
    ADAPTATION = "adaptation", _("Adaptation")


class Direction(TextChoices):
    UP = "up", _("More is better")
    DOWN = "down", _("Less is better")
    RANGE = "range", _("Keep within a range")


class Frequency(TextChoices):
    ONCE = "once", _("Once")
    MONTHLY = "monthly", _("Every month")
    QUARTERLY = "quarterly", _("Every quarter")
    HALF_YEARLY = "half_yearly", _("Every half-year")
    YEARLY = "yearly", _("Every year")


class Precision(TextChoices):
    """How exactly a value is known."""

    EXACT = "exact", _("Exact")
    ROUNDED = "rounded", _("Rounded")
    ESTIMATED = "estimated", _("Estimated")


class PlanDocument(TextChoices):
    """Planning documents of regional government; abbreviations are their names in law."""

    RPJPD = "rpjpd", _("RPJPD (long-term regional development plan)")
    RPJMD = "rpjmd", _("RPJMD (medium-term regional development plan)")
    RKPD = "rkpd", _("RKPD (annual regional work plan)")
    RENSTRA = "renstra", _("Renstra (strategic plan of an agency)")
    RENJA = "renja", _("Renja (annual work plan of an agency)")
    PK = "pk", _("PK (performance agreement)")
    RAD = "rad", _("RAD (regional action plan)")
    OTHER = "other", _("Another plan")


class GoalEvent(TextChoices):
    """What a line of a goal's history tells."""

    PROPOSED = "proposed", _("Goal proposed")
    EDITED = "edited", _("Goal edited")
    MOVED = "moved", _("State changed")
    SUPPORT_ADDED = "support_added", _("Supporting party added")
    SUPPORT_EDITED = "support_edited", _("Supporting party edited")
    SUPPORT_REMOVED = "support_removed", _("Supporting party taken out")
    INDICATOR_ADDED = "indicator_added", _("Indicator added")
    INDICATOR_EDITED = "indicator_edited", _("Indicator edited")
    INDICATOR_RETIRED = "indicator_retired", _("Indicator retired")
    INDICATOR_REVIVED = "indicator_revived", _("Indicator taken up again")
    DEFINITION_AGREED = "definition_agreed", _("Definition agreed")
    DEFINITION_OPEN_AGAIN = "definition_open_again", _("Definition has to be agreed again")
    BASELINE_SET = "baseline_set", _("Baseline set")
    TARGET_SET = "target_set", _("Target set")
    TARGET_DROPPED = "target_dropped", _("Target dropped")
    DUTY_ADDED = "duty_added", _("Duty to report given")
    DUTY_EDITED = "duty_edited", _("Duty to report edited")
    DUTY_ENDED = "duty_ended", _("Duty to report ended")
    DUTY_CALLED_OFF = "duty_called_off", _("Duty to report called off")
    ALIGNED = "aligned", _("Plan that carries the goal added")
    ALIGNMENT_EDITED = "alignment_edited", _("Plan that carries the goal edited")
    UNALIGNED = "unaligned", _("Plan that carries the goal removed")
    LOCKED = "locked", _("Period locked")
    UNLOCKED = "unlocked", _("Period unlocked")


class TheoryEvent(TextChoices):
    """What a line of a theory's history tells."""

    DRAFTED = "drafted", _("Draft begun")
    EDITED = "edited", _("Summary edited")
    MOVED = "moved", _("State changed")
    RESULT_ADDED = "result_added", _("Result added")
    RESULT_EDITED = "result_edited", _("Result edited")
    RESULT_REMOVED = "result_removed", _("Result removed")
    LINKED = "linked", _("Link added")
    LINK_EDITED = "link_edited", _("Assumption edited")
    UNLINKED = "unlinked", _("Link removed")
    POSITION_STATED = "position_stated", _("Position stated")
    POSITION_CONFIRMED = "position_confirmed", _("Position confirmed by the party")
