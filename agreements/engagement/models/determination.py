"""Determinations: what meetings decided, procedural and substantive."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.engagement.decision_kinds import Amending, DecisionEvent, Settlement
from agreements.engagement.kinds import DecisionKind, DecisionRule
from agreements.engagement.models.counting import CountsWords
from agreements.engagement.models.meetings import AgendaItem, Meeting
from agreements.engagement.models.objections import is_of_one_collaboration, no_objection_is_open
from agreements.engagement.models.secrecy import StaysInside
from agreements.engagement.querysets import DecisionQuerySet, OfDecisionQuerySet
from agreements.engagement.states import SETTLED, DecisionState
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped


@tracked
class Decision(StaysInside, CountsWords, Timestamped, SampleMarked):
    """What a meeting determined: how the parties work, or what they do.

    One that is typed under a topic of a meeting was decided there and then. One that is put
    forward goes its way: the parties say where they stand, objections are answered, and it may be
    decided in a later meeting than the one that took it up.
    """

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
    settles = ArrayField(
        models.CharField(max_length=20, choices=Settlement),
        verbose_name=_("what it settles"),
        default=list,
        blank=True,
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=DecisionState,
        default=DecisionState.PROPOSED,
        editable=False,
    )
    was_put_forward = models.BooleanField(_("put forward"), default=False, editable=False)
    decided_on = models.DateField(_("decided on"), null=True, blank=True, editable=False)
    decided_in = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decided_here",
        verbose_name=_("decided in the later meeting"),
    )
    option = models.ForeignKey(
        "agreements.Option",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("option chosen"),
    )
    instrument = models.ForeignKey(
        "agreements.Agreement",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("agreement that came of it"),
    )
    effective_on = models.DateField(_("takes effect on"), null=True, blank=True)
    review_on = models.DateField(_("review on"), null=True, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True, editable=False)
    review_note = models.TextField(_("what the review found"), blank=True)
    amends = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="amendments",
        verbose_name=_("earlier decision that it changes"),
    )
    amends_how = models.CharField(
        _("what it does to that"), max_length=10, choices=Amending, blank=True
    )
    source_note = models.CharField(_("source"), max_length=200, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        triggers = [no_objection_is_open(), is_of_one_collaboration()]
        constraints = [
            models.CheckConstraint(
                name="decision_kind_is_known", condition=Q(kind__in=DecisionKind.values)
            ),
            models.CheckConstraint(
                name="decision_rule_is_known", condition=Q(rule__in=DecisionRule.values)
            ),
            models.CheckConstraint(
                name="decision_state_is_known", condition=Q(state__in=DecisionState.values)
            ),
            models.CheckConstraint(
                name="decision_decided_has_a_day",
                condition=Q(state__in=SETTLED, decided_on__isnull=False)
                | (~Q(state__in=SETTLED) & Q(decided_on=None)),
            ),
            models.CheckConstraint(
                name="decision_chooses_once_decided",
                condition=Q(option=None, decided_in=None, instrument=None)
                | Q(decided_on__isnull=False),
            ),
            models.CheckConstraint(
                name="decision_takes_effect_once_decided",
                condition=Q(effective_on=None)
                | Q(decided_on__isnull=False, effective_on__gte=F("decided_on")),
                violation_error_code="effective_on",
                violation_error_message=_("It cannot take effect before it is decided."),
            ),
            models.CheckConstraint(
                name="decision_reviewed_once_decided",
                condition=Q(reviewed_on=None, review_note="")
                | Q(decided_on__isnull=False, reviewed_on__isnull=False)
                & Q(reviewed_on__gte=F("decided_on")),
                violation_error_code="reviewed_on",
                violation_error_message=_("It is reviewed after it was decided."),
            ),
            models.CheckConstraint(
                name="decision_says_how_it_amends",
                condition=Q(amends=None, amends_how="")
                | Q(amends__isnull=False, amends_how__in=Amending.values),
                violation_error_code="amends_how",
                violation_error_message=_("Say which decision it changes, and how."),
            ),
            models.CheckConstraint(
                name="decision_amends_another",
                condition=Q(amends=None) | ~Q(amends=F("pk")),
                violation_error_code="amends",
                violation_error_message=_("A decision does not change itself."),
            ),
            models.UniqueConstraint(
                fields=["amends"],
                name="decision_changed_once",
                condition=Q(state__in=SETTLED),
                violation_error_code="amends",
                violation_error_message=_("Another decision changed that one already."),
            ),
            models.CheckConstraint(
                name="decision_settles_how_to_work",
                condition=Q(settles=[])
                | Q(kind=DecisionKind.PROCEDURAL, settles__contained_by=Settlement.values),
                violation_error_code="settles",
                violation_error_message=_("Only a procedural decision settles how you work."),
            ),
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return reverse("agreements:decision-detail", args=[self.pk])

    @property
    def collaboration(self):
        return self.meeting.collaboration

    @property
    def collaboration_id(self):
        return self.meeting.collaboration_id

    @property
    def place(self):
        """The meeting in which it was decided; before that, the one that took it up."""
        return self.decided_in or self.meeting

    @property
    def settles_words(self):
        return [Settlement(one).label for one in self.settles]


@tracked
class DecisionChange(ChangeRow):
    """One line of a decision's history; what the calendar did was done by nobody."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="changes")
    event = models.CharField(
        _("what happened"), max_length=20, choices=DecisionEvent, default=DecisionEvent.MOVED
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    objects = OfDecisionQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the decision's history")
        verbose_name_plural = _("lines of the decisions' history")
        constraints = [
            models.CheckConstraint(
                name="decision_change_event_is_known", condition=Q(event__in=DecisionEvent.values)
            ),
        ]
