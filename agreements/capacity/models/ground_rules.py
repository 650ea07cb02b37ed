"""How the parties want to deal with each other: proposed, then adopted by a decision."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.capacity.arrangement_kinds import GROUND_RULE_MOVES, CoreValue, GroundRuleState
from agreements.capacity.models.guards import moves_only, settles_ground_rules
from agreements.capacity.querysets.ground_rules import GroundRuleChangeQuerySet, GroundRuleQuerySet
from agreements.charter.clock import today_in
from agreements.charter.models import Collaboration
from agreements.engagement.models import Decision
from agreements.engagement.models.discovery import author
from agreements.engagement.models.guards import of_decision, of_one_collaboration
from agreements.engagement.states import STANDING
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned

S = GroundRuleState
UNDECIDED = Q(decision=None, adopted_on=None)
DECIDED = Q(decision__isnull=False, adopted_on__isnull=False)
MAY_BE_DECIDED = (S.ADOPTED, S.REPLACED, S.WITHDRAWN)
OVER = (S.REPLACED, S.WITHDRAWN)


def _of(table, column):
    return f"(SELECT collaboration_id FROM agreements_{table} WHERE id = NEW.{column})"


def _of_decision(column):
    """Set in as the trigger in the database is: with other blanks it would be another trigger."""
    return of_decision(column).replace("\n", "\n    ")


def _decision(name, label):
    return models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name=name,
        verbose_name=label,
    )


@tracked
class GroundRule(Timestamped, SampleMarked, Versioned):
    """One rule in a sentence; it holds once a procedural decision about ground rules adopts it."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="ground_rules"
    )
    text = models.TextField(_("rule"))
    core_value = models.CharField(_("value"), max_length=20, choices=CoreValue, blank=True)
    position = models.PositiveSmallIntegerField(_("place in the list"), default=1)
    replaces = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successors",
        verbose_name=_("rule that it replaces"),
    )
    state = models.CharField(
        _("state"), max_length=20, choices=S, default=S.PROPOSED, editable=False
    )
    decision = _decision("ground_rules", _("adopted by"))
    adopted_on = models.DateField(_("holds since"), null=True, blank=True, editable=False)
    ended_by = _decision("ended_ground_rules", _("ended by"))
    ended_on = models.DateField(_("held until"), null=True, blank=True, editable=False)
    recorded_by = author(_("proposed by"))

    objects = GroundRuleQuerySet.as_manager()

    class Meta:
        ordering = ["collaboration", "position", "pk"]
        verbose_name = _("ground rule")
        verbose_name_plural = _("ground rules")
        constraints = [
            models.CheckConstraint(
                name="ground_rule_says_something",
                condition=~Q(text=""),
                violation_error_code="text",
                violation_error_message=_("Write down the rule."),
            ),
            models.CheckConstraint(
                name="ground_rule_value_is_known", condition=Q(core_value__in=["", *CoreValue])
            ),
            models.CheckConstraint(
                name="ground_rule_state_is_known", condition=Q(state__in=S.values)
            ),
            models.CheckConstraint(
                name="ground_rule_adopted_by_a_decision",
                condition=(~Q(state__in=MAY_BE_DECIDED) & UNDECIDED)
                | (Q(state__in=[S.ADOPTED, S.REPLACED]) & DECIDED)
                | (Q(state=S.WITHDRAWN) & (UNDECIDED | DECIDED)),
                violation_error_message=_("A rule holds once a decision adopts it."),
            ),
            models.CheckConstraint(
                name="ground_rule_ends_as_it_began",
                condition=(~Q(state__in=OVER) & Q(ended_on=None, ended_by=None))
                | Q(state__in=OVER, ended_on__isnull=False)
                & (
                    Q(decision=None, ended_by=None)
                    | Q(decision__isnull=False, ended_by__isnull=False)
                ),
                violation_error_message=_("A rule that holds is ended by a decision."),
            ),
            models.CheckConstraint(
                name="ground_rule_ends_after_it_began",
                condition=Q(ended_on=None) | Q(adopted_on=None) | Q(ended_on__gte=F("adopted_on")),
                violation_error_code="decision",
                violation_error_message=_("A rule cannot end before the day on which it began."),
            ),
            models.CheckConstraint(
                name="ground_rule_replaces_another",
                condition=Q(replaces=None) | ~Q(replaces=F("pk")),
                violation_error_code="replaces",
                violation_error_message=_("A rule does not replace itself."),
            ),
            models.UniqueConstraint(
                fields=["replaces"],
                name="ground_rule_replaced_once",
                condition=Q(state__in=[S.ADOPTED, S.REPLACED]),
                violation_error_code="replaces",
                violation_error_message=_("Another rule has replaced that one already."),
            ),
        ]
        triggers = [
            moves_only("ground_rule_moves_only", GROUND_RULE_MOVES),
            settles_ground_rules("adopted_by_a_ruling", "decision_id"),
            settles_ground_rules("ended_by_a_ruling", "ended_by_id"),
            of_one_collaboration(
                "ground_rule_of_one_collaboration",
                "NEW.collaboration_id",
                _of_decision("decision_id"),
                _of_decision("ended_by_id"),
                _of("groundrule", "replaces_id"),
            ),
        ]

    @property
    def worded_later(self):
        """The day on which its words were written, where its decision is older; of `for_list`."""
        if self.decision is None or self.worded_at is None:
            return None
        day = today_in(self.collaboration, self.worded_at)
        return day if day > self.decision.decided_on else None

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return reverse("agreements:ground-rule-detail", args=[self.pk])

    @property
    def is_proposed(self):
        return self.state == S.PROPOSED

    @property
    def is_adopted(self):
        return self.state == S.ADOPTED

    @property
    def is_still_to_come(self):
        """Adopted, by a decision that takes effect later."""
        return self.is_adopted and self.adopted_on > today_in(self.collaboration)

    @property
    def stands_on_nothing(self):
        """The decision that adopted it was changed or revoked since: somebody has to look."""
        return self.is_adopted and self.decision.state not in STANDING


@tracked
class GroundRuleChange(ChangeRow):
    """One line of a rule's history; an edit leaves the state as it is."""

    rule = models.ForeignKey(GroundRule, on_delete=models.PROTECT, related_name="changes")

    objects = GroundRuleChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the ground rule's history")
        verbose_name_plural = _("lines of the ground rules' history")
