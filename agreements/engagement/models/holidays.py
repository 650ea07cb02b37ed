"""Public holidays: days on which no series meets. Kept by an admin; a supplied list begins it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agreements.engagement.querysets import HolidayQuerySet
from collabgov.kit.audit import tracked
from collabgov.kit.models import Timestamped, Versioned


@tracked
class Holiday(Timestamped, Versioned):
    """A day off, in the whole country or in one region; unverified until an admin confirms it."""

    day = models.DateField(_("day"))
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    region = models.ForeignKey(
        "actors.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="holidays",
        verbose_name=_("region"),
    )
    is_verified = models.BooleanField(_("verified"), default=False)
    source_note = models.CharField(_("source"), max_length=200, blank=True)

    objects = HolidayQuerySet.as_manager()

    class Meta:
        ordering = ["day", "pk"]
        verbose_name = _("public holiday")
        verbose_name_plural = _("public holidays")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "region"],
                name="holiday_once",
                nulls_distinct=False,
                violation_error_code="day",
                violation_error_message=_("This day is on the list already."),
            ),
            models.CheckConstraint(
                name="holiday_has_a_name",
                condition=~Q(name=""),
                violation_error_code="name",
                violation_error_message=_("Say which holiday it is."),
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def label(self):
        """Its name in the reader's language."""
        return self.name_en if get_language() == "en" and self.name_en else self.name
