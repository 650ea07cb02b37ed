"""What the parties set up to work together: task forces, forums, working groups."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.capacity.models.dated import DatedThere
from agreements.capacity.models.structure_guards import no_circle, structure_of_one_collaboration
from agreements.capacity.querysets.structures import StructureQuerySet
from agreements.capacity.structure_kinds import StructureKind
from agreements.charter.models import Collaboration
from agreements.instruments.models import Agreement
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned
from collabgov.kit.periods import days, ends_after_start


@tracked
class Structure(DatedThere, Timestamped, SampleMarked, Versioned):
    """A body of the collaboration, perhaps part of another one, perhaps set up by a decree."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="structures"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=StructureKind)
    name = models.CharField(_("name"), max_length=200)
    purpose = models.TextField(_("task"), blank=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    decree = models.ForeignKey(
        Agreement,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="structures",
        verbose_name=_("set up by"),
    )

    objects = StructureQuerySet.as_manager()

    class Meta:
        ordering = ["collaboration", "name", "pk"]
        verbose_name = _("structure")
        verbose_name_plural = _("structures")
        constraints = [
            models.CheckConstraint(
                name="structure_says_its_name",
                condition=~Q(name=""),
                violation_error_code="name",
                violation_error_message=_("Say what it is called."),
            ),
            models.CheckConstraint(
                name="structure_kind_is_known", condition=Q(kind__in=StructureKind.values)
            ),
            ends_after_start("structure_ends_after_start"),
            models.CheckConstraint(
                name="structure_not_part_of_itself",
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                violation_error_code="parent",
                violation_error_message=_("A structure is not part of itself."),
            ),
            ExclusionConstraint(
                name="structure_name_once_at_a_time",
                expressions=[
                    (F("collaboration"), RangeOperators.EQUAL),
                    (Lower("name"), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_code="name",
                violation_error_message=_("Another structure has this name in that time."),
            ),
        ]
        triggers = [structure_of_one_collaboration(), no_circle("structure_no_circle")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("agreements:structure-detail", args=[self.pk])
