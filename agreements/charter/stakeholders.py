"""The table of the stakeholder map: who is touched, who can sway, whose voice is missing."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from agreements.charter.kinds import Degree, Leaning
from agreements.charter.models import Collaboration
from agreements.charter.querysets import StakeholderQuerySet
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned


@tracked
class Stakeholder(Timestamped, SampleMarked, Versioned):
    """Who is touched by the collaboration or can sway it, whether they take part or not."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="stakeholders"
    )
    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="stakes",
        verbose_name=_("organization"),
    )
    group_name = models.CharField(_("group"), max_length=120, blank=True)
    interest = models.PositiveSmallIntegerField(_("interest"), choices=Degree)
    influence = models.PositiveSmallIntegerField(_("influence"), choices=Degree)
    stance = models.CharField(_("stance"), max_length=10, choices=Leaning, blank=True)
    is_engaged = models.BooleanField(_("engaged"), default=False)
    spoken_for_by = models.CharField(_("who speaks for it"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = StakeholderQuerySet.as_manager()

    class Meta:
        ordering = ["-influence", "-interest", "pk"]
        verbose_name = _("stakeholder")
        verbose_name_plural = _("stakeholders")
        constraints = [
            models.CheckConstraint(
                name="stakeholder_is_an_organization_or_a_group",
                condition=Q(organization__isnull=False, group_name="")
                | (Q(organization=None) & ~Q(group_name="")),
                violation_error_code="group_name",
                violation_error_message=_("Choose an organization, or else write a group."),
            ),
            models.UniqueConstraint(
                F("collaboration"),
                F("organization"),
                name="stakeholder_organization_once",
                violation_error_code="organization",
                violation_error_message=_("This organization is already on the map."),
            ),
            models.UniqueConstraint(
                F("collaboration"),
                Lower("group_name"),
                name="stakeholder_group_once",
                condition=Q(organization=None),
                violation_error_code="group_name",
                violation_error_message=_("This group is already on the map."),
            ),
            models.CheckConstraint(
                name="stakeholder_degrees_are_known",
                condition=Q(interest__in=Degree.values, influence__in=Degree.values),
            ),
            models.CheckConstraint(
                name="stakeholder_stance_is_known", condition=Q(stance__in=["", *Leaning.values])
            ),
        ]

    def __str__(self):
        return self.organization.name if self.organization else self.group_name

    @property
    def label(self):
        """The short name where there is one: for the picture."""
        return self.organization.label if self.organization else self.group_name

    @property
    def is_unheard(self):
        """Nobody brings its voice: it is not engaged, and nobody speaks for it."""
        return not self.is_engaged and not self.spoken_for_by
