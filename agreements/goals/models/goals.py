"""A shared goal, who leads and supports it, and which plans carry it."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration, Party
from agreements.goals.kinds import BenefitDimension, GoalEvent, PlanDocument
from agreements.goals.querysets import GoalChangeQuerySet, GoalQuerySet, OfGoalQuerySet
from agreements.goals.states import GoalState
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned


@tracked
class Goal(Timestamped, SampleMarked, Versioned):
    """What the parties want to reach together; one leads, others support."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT, related_name="goals")
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    benefit = models.CharField(
        _("whom it serves"),
        max_length=15,
        choices=BenefitDimension,
        default=BenefitDimension.CLIENT,
    )
    lead = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="led_goals",
        verbose_name=_("lead"),
    )
    decision = models.ForeignKey(
        "agreements.Decision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="goals",
        verbose_name=_("agreed by the decision"),
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=GoalState,
        default=GoalState.PROPOSED,
        editable=False,
    )
    agreed_on = models.DateField(_("agreed on"), null=True, editable=False)
    submission_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    objects = GoalQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("shared goal")
        verbose_name_plural = _("shared goals")
        constraints = [
            models.CheckConstraint(
                name="goal_state_is_known", condition=Q(state__in=GoalState.values)
            ),
            models.CheckConstraint(
                name="goal_agreed_has_a_date",
                condition=~Q(state__in=[GoalState.AGREED, GoalState.CLOSED])
                | Q(agreed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="goal_agreed_has_a_lead",
                condition=~Q(state=GoalState.AGREED) | Q(lead__isnull=False),
                violation_error_code="lead",
                violation_error_message=_("Say which party leads before the goal is agreed."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agreements:goal-detail", args=[self.pk])


@tracked
class GoalSupport(SampleMarked, Versioned):
    """A party that supports a goal which another one leads."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="supports")
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="supported_goals", verbose_name=_("party")
    )
    role = models.CharField(_("what it contributes"), max_length=200, blank=True)

    objects = OfGoalQuerySet.as_manager()

    class Meta:
        ordering = ["goal", "party__organization__name", "pk"]
        verbose_name = _("supporting party")
        verbose_name_plural = _("supporting parties")
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "party"],
                name="goal_support_once",
                violation_error_code="party",
                violation_error_message=_("This party supports the goal already."),
            ),
        ]

    def __str__(self):
        return str(self.party)


@tracked
class PlanAlignment(Timestamped, SampleMarked, Versioned):
    """Which plan of which party carries the goal: a promise that is in the budget's papers."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="alignments")
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="alignments", verbose_name=_("party")
    )
    plan = models.CharField(_("plan"), max_length=10, choices=PlanDocument)
    title = models.CharField(
        _("programme or activity"), max_length=200, help_text=_("As the plan names it.")
    )
    year_from = models.PositiveSmallIntegerField(_("from year"))
    year_to = models.PositiveSmallIntegerField(_("to year"))
    place = models.CharField(
        _("where in the plan"), max_length=120, blank=True, help_text=_("Chapter, table or page.")
    )
    is_priority = models.BooleanField(_("priority programme"), default=False)
    document = models.ForeignKey(
        "agreements.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="alignments",
        verbose_name=_("document"),
    )

    objects = OfGoalQuerySet.as_manager()

    class Meta:
        ordering = ["goal", "-year_to", "pk"]
        verbose_name = _("plan that carries the goal")
        verbose_name_plural = _("plans that carry the goal")
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "party", "plan", "year_from", "title"],
                name="plan_alignment_once",
                violation_error_message=_("This plan is recorded already."),
            ),
            models.CheckConstraint(
                name="plan_alignment_years_in_order",
                condition=Q(year_to__gte=F("year_from")),
                violation_error_code="year_to",
                violation_error_message=_("The last year cannot be before the first year."),
            ),
            models.CheckConstraint(
                name="plan_alignment_years_are_years",
                condition=Q(year_from__gte=1945, year_to__lte=2200),
                violation_error_code="year_from",
                violation_error_message=_("A year between 1945 and 2200."),
            ),
        ]

    def __str__(self):
        return f"{PlanDocument(self.plan).label}: {self.title}"


@tracked
class GoalChange(ChangeRow):
    """One line of the history of a goal, its indicators, targets and duties to report."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="changes")
    event = models.CharField(
        _("what happened"), max_length=30, choices=GoalEvent, default=GoalEvent.MOVED
    )
    subject = models.TextField(_("about"), blank=True)

    objects = GoalChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the goal's history")
        verbose_name_plural = _("lines of the goals' history")
        constraints = [
            models.CheckConstraint(
                name="goal_change_event_is_known", condition=Q(event__in=GoalEvent.values)
            )
        ]
