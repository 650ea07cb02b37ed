"""Deliberation: options side by side, where each party stands, objections and their answers."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Party
from agreements.charter.stances import PartyStance, Stance, stance_constraints
from agreements.engagement.decision_kinds import PositionEvent
from agreements.engagement.models.determination import Decision
from agreements.engagement.models.meetings import AgendaItem
from agreements.engagement.models.objections import no_late_objection
from agreements.engagement.models.secrecy import StaysInside
from agreements.engagement.querysets import (
    OfPositionQuerySet,
    OptionQuerySet,
    PositionQuerySet,
)
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned


@tracked
class Option(StaysInside, Timestamped, SampleMarked, Versioned):
    """One way to deal with a topic: what speaks for it, against it, and what it costs."""

    agenda_item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="options")
    title = models.CharField(_("option"), max_length=200)
    pros = models.TextField(_("what speaks for it"), blank=True)
    cons = models.TextField(_("what speaks against it"), blank=True)
    cost = models.DecimalField(
        _("cost in rupiah"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    cost_note = models.CharField(_("about the cost"), max_length=200, blank=True)
    proposed_by = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="options",
        verbose_name=_("proposed by"),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0, editable=False)

    objects = OptionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("option")
        verbose_name_plural = _("options")
        constraints = [
            models.UniqueConstraint(
                fields=["agenda_item", "title"],
                name="option_once",
                violation_error_code="title",
                violation_error_message=_("This option is there already."),
            ),
            models.CheckConstraint(
                name="option_says_what",
                condition=~Q(title=""),
                violation_error_code="title",
                violation_error_message=_("Say what the option is."),
            ),
            models.CheckConstraint(
                name="option_cost_is_not_negative",
                condition=Q(cost=None) | Q(cost__gte=0),
                violation_error_code="cost",
                violation_error_message=_("A cost is not less than nothing."),
            ),
        ]

    def __str__(self):
        return self.title


@tracked
class Position(PartyStance):
    """Where one party stands on a decision; what it said before is in its changes."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="positions")

    objects = PositionQuerySet.as_manager()

    class Meta:
        ordering = ["decision", "party__organization__name", "pk"]
        verbose_name = _("position on a decision")
        verbose_name_plural = _("positions on decisions")
        triggers = [no_late_objection()]
        constraints = stance_constraints("position", about="decision")


@tracked
class PositionChange(models.Model):
    """What a party said at one time, or somebody for it; never edited."""

    position = models.ForeignKey(Position, on_delete=models.CASCADE, related_name="changes")
    event = models.CharField(
        _("what happened"), max_length=10, choices=PositionEvent, default=PositionEvent.STATED
    )
    stance = models.CharField(_("position"), max_length=12, choices=Stance)
    reason = models.TextField(_("reason"), blank=True)
    is_on_behalf = models.BooleanField(_("on behalf"), default=False)
    stated_on = models.DateField(_("stated on"), default=timezone.localdate)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("when"), default=timezone.now, editable=False)

    objects = OfPositionQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name = _("line of a position's history")
        verbose_name_plural = _("lines of the positions' history")
        constraints = [
            models.CheckConstraint(
                name="position_change_event_is_known", condition=Q(event__in=PositionEvent.values)
            ),
            models.CheckConstraint(
                name="position_change_stance_is_known", condition=Q(stance__in=Stance.values)
            ),
        ]

    def __str__(self):
        return str(Stance(self.stance).label)


@tracked
class ObjectionAnswer(Timestamped, SampleMarked):
    """What is answered to an objection, in the words it had then: new words want a new answer."""

    position = models.ForeignKey(Position, on_delete=models.CASCADE, related_name="answers")
    objection = models.TextField(_("objection"), editable=False)
    text = models.TextField(_("answer"))
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("answered by"),
    )
    party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="objection_answers",
        verbose_name=_("answering party"),
    )
    answered_on = models.DateField(_("answered on"), default=timezone.localdate)

    objects = OfPositionQuerySet.as_manager()

    class Meta:
        ordering = ["answered_on", "pk"]
        verbose_name = _("answer to an objection")
        verbose_name_plural = _("answers to objections")
        constraints = [
            models.CheckConstraint(
                name="objection_answer_says_something",
                condition=~Q(text=""),
                violation_error_code="text",
                violation_error_message=_("Write down the answer."),
            ),
            models.CheckConstraint(
                name="objection_answer_names_the_objection", condition=~Q(objection="")
            ),
        ]

    def __str__(self):
        return self.text
