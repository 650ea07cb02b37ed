"""The standard of a joint service: what to bring, which steps, what it costs, how long it takes."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from agreements.capacity.amounts import amount_in_words
from agreements.capacity.models import service_guards as guards
from agreements.capacity.models.needs import plausible
from agreements.capacity.models.services import JointService
from agreements.capacity.querysets.services import StandardQuerySet
from agreements.capacity.service_kinds import TimeUnit
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned, account


@tracked
class ServiceStandard(Timestamped, SampleMarked, Versioned):
    """A version of the standard; it is a draft until a day from which it holds is published."""

    service = models.ForeignKey(JointService, on_delete=models.PROTECT, related_name="standards")
    number = models.PositiveIntegerField(_("version of the standard"), editable=False)
    requirements = models.TextField(_("requirements"))
    steps = models.TextField(_("steps"))
    is_free = models.BooleanField(_("free of charge"), default=True)
    fee = models.DecimalField(
        _("cost to the citizen (Rp)"), max_digits=18, decimal_places=2, null=True, blank=True
    )
    duration = models.PositiveIntegerField(_("time it takes"))
    unit = models.CharField(
        _("counted in"), max_length=5, choices=TimeUnit, default=TimeUnit.WORKING_DAYS
    )
    office = models.CharField(_("office to turn to"), max_length=200)
    complaints = models.CharField(_("where to complain"), max_length=300)
    law = models.CharField(_("rule it follows"), max_length=200, blank=True)
    is_law_verified = models.BooleanField(_("checked against the rule"), default=False)
    published_from = models.DateField(_("published, holds from"), null=True, editable=False)
    published_by = account(_("published by"), null=True)

    objects = StandardQuerySet.as_manager()

    class Meta:
        ordering = ["service", "-number"]
        verbose_name = _("service standard")
        verbose_name_plural = _("service standards")
        constraints = [
            plausible("standard_fee_is_plausible", "fee"),
            models.UniqueConstraint(
                fields=["service", "number"],
                name="standard_number_once",
                violation_error_message=_("This version of the standard is there already."),
            ),
            models.UniqueConstraint(
                fields=["service"],
                condition=Q(published_from=None),
                name="standard_one_draft",
                violation_error_message=_("There is a draft of the standard already: edit that."),
            ),
            models.UniqueConstraint(
                fields=["service", "published_from"],
                name="standard_one_from_a_day",
                violation_error_code="published_from",
                violation_error_message=_("Another version holds from this day already."),
            ),
            models.CheckConstraint(
                name="standard_says_how",
                condition=~Q(requirements="") & ~Q(steps="") & ~Q(office="") & ~Q(complaints=""),
                violation_error_message=_(
                    "A standard names requirements, steps, the office and where to complain."
                ),
            ),
            models.CheckConstraint(
                name="standard_is_free_or_has_a_fee",
                condition=Q(is_free=True, fee=None)
                | Q(is_free=False, fee__isnull=False, fee__gt=0),
                violation_error_code="fee",
                violation_error_message=_("It is free of charge, or it costs so many rupiah."),
            ),
            models.CheckConstraint(
                name="standard_takes_time",
                condition=Q(duration__gt=0),
                violation_error_code="duration",
                violation_error_message=_("Say how long it takes: a number above zero."),
            ),
            models.CheckConstraint(
                name="standard_unit_is_known", condition=Q(unit__in=TimeUnit.values)
            ),
            models.CheckConstraint(
                name="standard_published_by_somebody",
                condition=Q(published_from=None, published_by=None)
                | Q(published_from__isnull=False, published_by__isnull=False),
            ),
            models.CheckConstraint(
                name="standard_checked_against_a_rule",
                condition=Q(is_law_verified=False) | ~Q(law=""),
                violation_error_code="law",
                violation_error_message=_("Say against which rule it was checked."),
            ),
        ]
        triggers = [guards.published_is_frozen()]

    def __str__(self):
        return gettext("Standard, version %d") % self.number

    def get_absolute_url(self):
        return reverse("agreements:service-standard-detail", args=[self.pk])

    @property
    def is_published(self):
        return self.published_from is not None

    @property
    def step_list(self):
        """Each line is a step."""
        return [line.strip() for line in self.steps.splitlines() if line.strip()]

    @property
    def requirement_list(self):
        return [line.strip() for line in self.requirements.splitlines() if line.strip()]

    @property
    def cost_in_words(self):
        return gettext("Free of charge") if self.is_free else amount_in_words(self.fee, "")

    @property
    def time_in_words(self):
        if self.unit == TimeUnit.HOURS:
            return ngettext("%d hour", "%d hours", self.duration) % self.duration
        return ngettext("%d working day", "%d working days", self.duration) % self.duration
