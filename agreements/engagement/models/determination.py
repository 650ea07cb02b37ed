"""Determinations: what meetings decided, procedural and substantive."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.engagement.kinds import DecisionKind, DecisionRule
from agreements.engagement.models.meetings import AgendaItem, Meeting
from agreements.engagement.querysets import DecisionQuerySet
from agreements.engagement.states import DecisionState
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped


@tracked
class Decision(Timestamped, SampleMarked):
    """What a meeting determined: how the parties work, or what they do."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    agenda_item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=DecisionKind, default=DecisionKind.SUBSTANTIVE
    )
    rule = models.CharField(
        _("reached by"), max_length=20, choices=DecisionRule, default=DecisionRule.CONSENSUS
    )
    text = models.TextField(_("decision"))
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=DecisionState,
        default=DecisionState.DECIDED,
        editable=False,
    )
    review_on = models.DateField(_("review on"), null=True, blank=True)
    source_note = models.CharField(_("source"), max_length=200, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.CheckConstraint(
                name="decision_kind_is_known", condition=Q(kind__in=DecisionKind.values)
            ),
            models.CheckConstraint(
                name="decision_state_is_known", condition=Q(state__in=DecisionState.values)
            ),
        ]

    def __str__(self):
        return self.text
