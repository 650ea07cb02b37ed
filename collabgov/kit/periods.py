"""Dated rows: from one day to another, the end open or named."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

BACK_TO_FRONT = _("The last day cannot be before the first day.")


class Dated(models.Model):
    """A row that holds from one day to another; without an end it still holds."""

    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def its_today(self):
        """The day by which it begins and ends: the reader's, unless it has a clock of its own."""
        return timezone.localdate()

    @property
    def is_over(self):
        """Whether the last day has passed."""
        return self.ends_on is not None and self.ends_on < self.its_today

    @property
    def is_running(self):
        return self.starts_on <= self.its_today and not self.is_over

    def validate_constraints(self, exclude=None):
        """Days back to front are no range: asked about overlaps, the database would break off."""
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({NON_FIELD_ERRORS: [ValidationError(BACK_TO_FRONT, "ends_on")]})
        super().validate_constraints(exclude)


def ends_after_start(name):
    """The constraint that a dated row does not end before it starts."""
    return models.CheckConstraint(
        name=name,
        condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
        violation_error_code="ends_on",  # the field that a form shows it at
        violation_error_message=BACK_TO_FRONT,
    )


def days():
    """The row's days as a range, both ends included, for exclusion constraints."""
    return Func("starts_on", "ends_on", Value("[]"), function="daterange")


def holds_on(day=None, prefix=""):
    """The condition that a dated row (or the one behind `prefix`) holds on that day."""
    day = day or timezone.localdate()
    return Q(**{f"{prefix}starts_on__lte": day}) & (
        Q(**{f"{prefix}ends_on": None}) | Q(**{f"{prefix}ends_on__gte": day})
    )


def shared_days(starts_on, ends_on, prefix=""):
    """The condition that a dated row holds on some day of these; without an end, on and on."""
    still = Q(**{f"{prefix}ends_on": None}) | Q(**{f"{prefix}ends_on__gte": starts_on})
    return still & Q(**{f"{prefix}starts_on__lte": ends_on}) if ends_on else still


def year_before(day):
    """The same day a year earlier; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
