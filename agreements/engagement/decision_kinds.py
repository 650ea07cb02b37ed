"""Words of deliberation and determination: what a decision settles, changes and comes through."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Settlement(TextChoices):
    """What a procedural decision settles about how the parties work."""

    GROUND_RULES = "ground_rules", _("Ground rules")
    SCHEDULE = "schedule", _("Schedule of meetings")
    ROLES = "roles", _("Roles")
    DECISION_RULE = "decision_rule", _("How decisions are taken")


class Amending(TextChoices):
    """What a later decision does to an earlier one."""

    AMENDED = "amended", _("Amends it")
    REVOKED = "revoked", _("Revokes it")


class DecisionEvent(TextChoices):
    """What a line of a decision's history says."""

    PUT_FORWARD = "put_forward", _("Put forward")
    MOVED = "moved", _("State changed")
    REVIEWED = "reviewed", _("Reviewed")
    INSTRUMENT_NAMED = "instrument_named", _("Agreement named that came of it")
    OPTION_ADDED = "option_added", _("Option added")
    OPTION_EDITED = "option_edited", _("Option edited")
    OPTION_REMOVED = "option_removed", _("Option removed")


class PositionEvent(TextChoices):
    STATED = "stated", _("Stated")
    CONFIRMED = "confirmed", _("Confirmed by the party")
