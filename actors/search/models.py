"""The short forms people type, and the words they stand for."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from actors.search.querysets import AbbreviationQuerySet
from collabgov.kit.audit import tracked


@tracked
class Abbreviation(models.Model):
    """A short form that people type ("dinkes") and the words it stands for ("dinas kesehatan")."""

    short = models.CharField(_("short form"), max_length=40, unique=True)
    meaning = models.CharField(_("stands for"), max_length=120)

    objects = AbbreviationQuerySet.as_manager()

    class Meta:
        ordering = ["short"]
        verbose_name = _("abbreviation")
        verbose_name_plural = _("abbreviations")
        constraints = [
            models.CheckConstraint(
                name="abbreviation_is_lower_case",
                condition=Q(short=Lower("short")),
                violation_error_message=_("Write the short form in lower case."),
            )
        ]

    def __str__(self):
        return f"{self.short} = {self.meaning}"
