"""The table of the system context: what surrounds the collaboration, and when that was seen."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.charter.kinds import ContextKind
from agreements.charter.models import Collaboration, Party
from agreements.charter.querysets import ContextQuerySet
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned
from collabgov.kit.periods import year_before


@tracked
class ContextFactor(Timestamped, SampleMarked, Versioned):
    """One thing in the surroundings that helps, hinders or frames the collaboration."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="context_factors"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=ContextKind)
    description = models.TextField(_("description"))
    declared_by = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="declared_context",
        verbose_name=_("declared by"),
    )
    noted_on = models.DateField(_("noted on"))
    reviewed_on = models.DateField(_("last looked at"), null=True, blank=True, editable=False)
    source_note = models.CharField(_("source"), max_length=200, blank=True)

    objects = ContextQuerySet.as_manager()

    class Meta:
        ordering = ["noted_on", "pk"]
        verbose_name = _("context factor")
        verbose_name_plural = _("context factors")
        constraints = [
            models.CheckConstraint(
                name="context_factor_kind_is_known", condition=Q(kind__in=ContextKind.values)
            ),
            models.CheckConstraint(
                name="context_factor_reviewed_after_noted",
                condition=Q(reviewed_on=None) | Q(reviewed_on__gte=F("noted_on")),
                violation_error_code="noted_on",
                violation_error_message=_("It was looked at again before this day."),
            ),
        ]

    def __str__(self):
        return self.description

    @property
    def looked_at_on(self):
        """The last day on which somebody said that it is so."""
        return self.reviewed_on or self.noted_on

    def is_stale(self, *, today=None):
        """Nobody has looked at it for a year."""
        return self.looked_at_on < year_before(today or timezone.localdate())
