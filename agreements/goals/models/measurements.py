"""Values of indicators: who says so, for when, and whether somebody else has checked it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration, Party
from agreements.documents.models import Document
from agreements.goals.kinds import Precision
from agreements.goals.models.indicators import DIGITS, Indicator
from agreements.goals.periods import label_of
from agreements.goals.querysets import (
    LockQuerySet,
    MeasurementChangeQuerySet,
    MeasurementQuerySet,
    RivalryQuerySet,
)
from agreements.goals.states import MeasurementState, RivalryState
from agreements.goals.telling import figure_words, told_words
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned

M = MeasurementState


@tracked
class Measurement(Timestamped, SampleMarked, Versioned):
    """One value of an indicator, for a region and a period, as one party reports it.

    Once submitted it is never edited: a new one takes its place (`superseded_by`). Two parties
    may report the same; their figures stand side by side until a rivalry is resolved.
    """

    indicator = models.ForeignKey(
        Indicator,
        on_delete=models.PROTECT,
        related_name="measurements",
        verbose_name=_("indicator"),
    )
    region = models.ForeignKey(
        "actors.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="measurements",
        verbose_name=_("region"),
    )
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="measurements", verbose_name=_("reported by")
    )
    starts_on = models.DateField(_("period from"))
    ends_on = models.DateField(_("period until"))
    value = models.DecimalField(_("value"), **DIGITS)
    numerator = models.DecimalField(_("part"), null=True, blank=True, **DIGITS)
    denominator = models.DecimalField(_("whole"), null=True, blank=True, **DIGITS)
    precision = models.CharField(
        _("how exact"), max_length=10, choices=Precision, default=Precision.EXACT
    )
    source = models.CharField(_("source"), max_length=200, blank=True)
    evidence = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="measurements",
        verbose_name=_("evidence"),
    )
    note = models.TextField(_("note"), blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=MeasurementState, default=M.DRAFT, editable=False
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("entered by"),
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="submitted_measurements",
        verbose_name=_("submitted by"),
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="verified_measurements",
        verbose_name=_("verified by"),
    )
    verified_at = models.DateTimeField(_("verified at"), null=True, editable=False)
    superseded_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="supersedes",
        verbose_name=_("replaced by"),
    )
    submission_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "-ends_on", "pk"]
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        indexes = [
            models.Index(fields=["indicator", "ends_on"], name="measurement_by_period"),
            models.Index(
                fields=["indicator"],
                condition=Q(state="submitted", superseded_by=None),
                name="measurement_to_verify",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "region", "party", "starts_on", "ends_on"],
                name="measurement_one_counts",
                condition=Q(superseded_by=None),
                nulls_distinct=False,
                violation_error_message=_(
                    "This party has a value for this period already; correct that one."
                ),
            ),
            models.CheckConstraint(
                name="measurement_period_in_order",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_code="ends_on",
                violation_error_message=_("The period cannot end before it begins."),
            ),
            models.CheckConstraint(
                name="measurement_part_of_a_whole",
                condition=Q(numerator=None, denominator=None)
                | Q(
                    numerator__gte=0,
                    denominator__gt=0,
                    numerator__lte=F("denominator"),
                ),
                violation_error_code="numerator",
                violation_error_message=_("The part lies between 0 and the whole."),
            ),
            models.CheckConstraint(
                name="measurement_state_is_known", condition=Q(state__in=MeasurementState.values)
            ),
            models.CheckConstraint(
                name="measurement_submitted_by_somebody",
                condition=Q(state=M.DRAFT, submitted_by=None, submitted_at=None)
                | (~Q(state=M.DRAFT) & Q(submitted_by__isnull=False, submitted_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="measurement_verified_by_another",
                condition=~Q(state=M.VERIFIED)
                | (
                    Q(verified_by__isnull=False, verified_at__isnull=False)
                    & ~Q(verified_by=F("submitted_by"))
                    & ~Q(verified_by=F("entered_by"))
                ),
                violation_error_message=_("Somebody else verifies what you submitted."),
            ),
            models.CheckConstraint(
                name="measurement_not_replaced_by_itself",
                condition=Q(superseded_by=None) | ~Q(superseded_by=F("id")),
            ),
        ]

    def __str__(self):
        return f"{self.indicator}: {self.value}"

    def get_absolute_url(self):
        return reverse("agreements:measurement-detail", args=[self.pk])

    @property
    def period_words(self):
        return label_of(self.starts_on, self.ends_on)

    @property
    def figure_words(self):
        return figure_words(self)


@tracked
class MeasurementChange(ChangeRow):
    """One line of a value's history."""

    measurement = models.ForeignKey(Measurement, on_delete=models.PROTECT, related_name="changes")

    objects = MeasurementChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the value's history")
        verbose_name_plural = _("lines of the values' history")


@tracked
class Rivalry(Timestamped, SampleMarked):
    """Figures for the same thing that differ: side by side until somebody resolves it.

    Two parties reported them; or somebody told one from elsewhere, with where it stands.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="rivalries")
    region = models.ForeignKey(
        "actors.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("region"),
    )
    starts_on = models.DateField(_("period from"))
    ends_on = models.DateField(_("period until"))
    told_value = models.DecimalField(_("the other figure"), null=True, blank=True, **DIGITS)
    told_source = models.CharField(_("source"), max_length=200, blank=True)
    told_stands = models.BooleanField(_("the other figure stands"), default=False, editable=False)
    why = models.TextField(_("why they differ"), blank=True)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=RivalryState,
        default=RivalryState.OPEN,
        editable=False,
    )
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("raised by"),
    )
    kept = models.ForeignKey(
        Measurement,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("which stands"),
    )
    resolution = models.TextField(_("how it was resolved"), blank=True, editable=False)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("resolved by"),
    )
    resolved_on = models.DateField(_("resolved on"), null=True, editable=False)

    objects = RivalryQuerySet.as_manager()

    class Meta:
        ordering = ["indicator", "-ends_on", "pk"]
        verbose_name = _("rival figures")
        verbose_name_plural = _("rival figures")
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "region", "starts_on", "ends_on"],
                name="rivalry_one_open",
                condition=Q(state=RivalryState.OPEN),
                nulls_distinct=False,
                violation_error_message=_("These figures are compared already."),
            ),
            models.CheckConstraint(
                name="rivalry_told_with_a_source",
                condition=Q(told_value=None, told_source="")
                | (Q(told_value__isnull=False) & ~Q(told_source="")),
                violation_error_code="told_source",
                violation_error_message=_("Say where the other figure stands."),
            ),
            models.CheckConstraint(
                name="rivalry_told_figure_stands_alone",
                condition=Q(told_stands=False)
                | Q(state=RivalryState.RESOLVED, kept=None, told_value__isnull=False),
            ),
            models.CheckConstraint(
                name="rivalry_resolved_with_a_reason",
                condition=Q(state=RivalryState.OPEN, resolved_on=None, resolution="")
                | (Q(state=RivalryState.RESOLVED, resolved_on__isnull=False) & ~Q(resolution="")),
                violation_error_message=_("Say how it was resolved."),
            ),
        ]

    def get_absolute_url(self):
        return reverse("agreements:rivalry-detail", args=[self.pk])

    @property
    def is_alone(self):
        """Whether nothing is left that it could differ from; of a row that `for_list` read."""
        told = self.told_value is not None
        return self.state == RivalryState.OPEN and self.figures_left + told < 2

    @property
    def told_words(self):
        return told_words(self)

    @property
    def period_words(self):
        return label_of(self.starts_on, self.ends_on)

    def __str__(self):
        return f"{self.indicator}: {self.starts_on} - {self.ends_on}"


@tracked
class PeriodLock(Timestamped, SampleMarked):
    """Days whose values are closed: nothing is entered or changed until it is lifted."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="period_locks"
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    reason = models.TextField(_("reason"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("locked by"),
    )
    lifted_on = models.DateField(_("lifted on"), null=True, editable=False)
    lifted_reason = models.TextField(_("why it was lifted"), blank=True, editable=False)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("lifted by"),
    )

    objects = LockQuerySet.as_manager()

    class Meta:
        ordering = ["-ends_on", "pk"]
        verbose_name = _("locked period")
        verbose_name_plural = _("locked periods")
        constraints = [
            models.CheckConstraint(
                name="period_lock_ends_after_start",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_code="ends_on",
                violation_error_message=_("The last day cannot be before the first day."),
            ),
            models.CheckConstraint(
                name="period_lock_has_a_reason",
                condition=~Q(reason=""),
                violation_error_code="reason",
                violation_error_message=_("Say why, in a few words."),
            ),
            models.CheckConstraint(
                name="period_lock_lifted_with_a_reason",
                condition=Q(lifted_on=None, lifted_reason="")
                | (Q(lifted_on__isnull=False) & ~Q(lifted_reason="")),
                violation_error_message=_("Say why it is lifted."),
            ),
        ]

    def __str__(self):
        return f"{self.starts_on} - {self.ends_on}"

    def touches(self, period):
        """Whether any day of the period is closed by it; `over` asks the same of the database."""
        return self.starts_on <= period.ends_on and self.ends_on >= period.starts_on
