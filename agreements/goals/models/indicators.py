"""What is measured: indicators, where they started, where they shall be, and who reports."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Party
from agreements.goals.kinds import Direction, Frequency, IndicatorLevel
from agreements.goals.models.goals import Goal
from agreements.goals.models.guards import reported_by_others_than_verify
from agreements.goals.querysets import (
    BaselineQuerySet,
    DutyQuerySet,
    IndicatorQuerySet,
    TargetQuerySet,
)
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned
from collabgov.kit.periods import Dated, days, ends_after_start

DIGITS = {"max_digits": 20, "decimal_places": 4}


@tracked
class Indicator(Timestamped, SampleMarked, Versioned):
    """A figure by which a goal is read; no target without a definition."""

    goal = models.ForeignKey(
        Goal, on_delete=models.PROTECT, related_name="indicators", verbose_name=_("goal")
    )
    name = models.CharField(_("name"), max_length=200)
    level = models.CharField(_("level"), max_length=10, choices=IndicatorLevel)
    unit = models.CharField(_("unit"), max_length=40, help_text=_("children, percent, rupiah …"))
    is_share = models.BooleanField(
        _("a share of a whole"),
        default=False,
        help_text=_("Values are then given as part and whole, in percent."),
    )
    direction = models.CharField(
        _("direction"), max_length=6, choices=Direction, default=Direction.UP
    )
    definition = models.TextField(
        _("definition"),
        blank=True,
        help_text=_("What exactly is counted, how and by whom. No target without it."),
    )
    definition_agreed_on = models.DateField(_("definition agreed on"), null=True, editable=False)
    definition_decision = models.ForeignKey(
        "agreements.Decision",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="defined_indicators",
        verbose_name=_("definition agreed by the decision"),
    )
    source = models.CharField(
        _("source of the data"),
        max_length=200,
        blank=True,
        help_text=_("System, survey, register."),
    )
    frequency = models.CharField(
        _("how often"), max_length=12, choices=Frequency, default=Frequency.QUARTERLY
    )
    note = models.TextField(_("note"), blank=True)
    is_retired = models.BooleanField(_("no longer used"), default=False, editable=False)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["goal", "level", "name", "pk"]
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "name"],
                name="indicator_name_once",
                violation_error_code="name",
                violation_error_message=_("The goal has an indicator of this name already."),
            ),
            models.CheckConstraint(
                name="indicator_agreed_definition_says_something",
                condition=Q(definition_agreed_on=None) | ~Q(definition=""),
            ),
            models.CheckConstraint(
                name="indicator_level_is_known", condition=Q(level__in=IndicatorLevel.values)
            ),
            models.CheckConstraint(
                name="indicator_direction_is_known", condition=Q(direction__in=Direction.values)
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("dashboards:indicator", args=[self.pk])


@tracked
class Baseline(Timestamped, SampleMarked):
    """Where an indicator started, in one region or altogether; the newest version counts."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="baselines")
    region = models.ForeignKey(
        "actors.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="baselines",
        verbose_name=_("region"),
    )
    order = models.PositiveSmallIntegerField(_("version"), editable=False)
    value = models.DecimalField(_("value"), **DIGITS)
    as_of = models.DateField(_("as of"))
    decision = models.ForeignKey(
        "agreements.Decision",
        on_delete=models.PROTECT,
        related_name="baselines",
        verbose_name=_("set by the decision"),
    )
    source_note = models.CharField(_("source"), max_length=200, blank=True)
    is_current = models.BooleanField(_("counts"), default=True, editable=False)

    objects = BaselineQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "region__name", "-order"]
        verbose_name = _("baseline")
        verbose_name_plural = _("baselines")
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "region", "order"],
                name="baseline_version_once",
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                fields=["indicator", "region"],
                name="baseline_one_counts",
                condition=Q(is_current=True),
                nulls_distinct=False,
            ),
        ]

    def __str__(self):
        return f"{self.indicator}: {self.value}"


@tracked
class Target(Timestamped, SampleMarked):
    """Where an indicator shall be by a day, in one region or altogether; newer versions replace.

    Several days make the steps to the last one. A range has a lower and an upper bound.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    region = models.ForeignKey(
        "actors.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
        verbose_name=_("region"),
    )
    order = models.PositiveSmallIntegerField(_("version"), editable=False)
    value = models.DecimalField(_("value"), null=True, blank=True, **DIGITS)
    lower = models.DecimalField(_("at least"), null=True, blank=True, **DIGITS)
    upper = models.DecimalField(_("at most"), null=True, blank=True, **DIGITS)
    due_on = models.DateField(_("by"))
    decision = models.ForeignKey(
        "agreements.Decision",
        on_delete=models.PROTECT,
        related_name="targets",
        verbose_name=_("set by the decision"),
    )
    note = models.CharField(_("note"), max_length=200, blank=True)
    is_current = models.BooleanField(_("counts"), default=True, editable=False)

    objects = TargetQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "region__name", "due_on", "-order"]
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "region", "due_on", "order"],
                name="target_version_once",
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                fields=["indicator", "region", "due_on"],
                name="target_one_counts",
                condition=Q(is_current=True),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="target_is_a_value_or_a_range",
                condition=Q(value__isnull=False, lower=None, upper=None)
                | Q(value=None, lower__isnull=False, upper__isnull=False, upper__gte=F("lower")),
                violation_error_message=_("Give a value, or a range whose upper end is not below."),
            ),
        ]

    def __str__(self):
        shown = self.value if self.value is not None else f"{self.lower} - {self.upper}"
        return f"{self.indicator}: {shown}"


@tracked
class ReportingDuty(Dated, SampleMarked, Versioned):
    """Which party owes an indicator's values, for which region, so many days after a period."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="duties")
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="reporting_duties", verbose_name=_("party")
    )
    region = models.ForeignKey(
        "actors.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reporting_duties",
        verbose_name=_("region"),
    )
    days_after = models.PositiveSmallIntegerField(
        _("days after the period"), default=10, help_text=_("So long may reporting take.")
    )

    objects = DutyQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "region__name", "-starts_on", "pk"]
        verbose_name = _("duty to report")
        verbose_name_plural = _("duties to report")
        constraints = [
            ends_after_start("reporting_duty_ends_after_start"),
            ExclusionConstraint(
                name="reporting_duty_one_at_a_time",
                expressions=[
                    (F("indicator"), RangeOperators.EQUAL),
                    (Coalesce(F("region"), 0), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Another party already reports this in that time."),
            ),
            models.CheckConstraint(
                name="reporting_duty_days_in_a_year",
                condition=Q(days_after__lte=366),
                violation_error_code="days_after",
                violation_error_message=_("At most 366 days."),
            ),
        ]
        triggers = [reported_by_others_than_verify("reporting_duty_of_others_than_verify")]

    def __str__(self):
        return f"{self.party}: {self.indicator}"
