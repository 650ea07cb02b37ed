"""The history of structures, roles and responsibilities."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.capacity.models.leadership import AreaResponsibility, RoleAssignment
from agreements.capacity.models.structure_guards import change_of_one_collaboration
from agreements.capacity.models.structures import Structure
from agreements.capacity.querysets.structures import ArrangementChangeQuerySet
from agreements.capacity.structure_kinds import ArrangementEvent
from agreements.charter.models import Collaboration
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow

ABOUT = ("structure", "role", "area")


def _only(name):
    others = {f"{other}__isnull": True for other in ABOUT if other != name}
    return Q(**{f"{name}__isnull": False}, **others)


@tracked
class ArrangementChange(ChangeRow):
    """One line about a structure, a role or a responsibility: `subject` is what it was called."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="arrangement_changes"
    )
    structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, null=True, blank=True, related_name="changes"
    )
    role = models.ForeignKey(
        RoleAssignment, on_delete=models.PROTECT, null=True, blank=True, related_name="changes"
    )
    area = models.ForeignKey(
        AreaResponsibility, on_delete=models.PROTECT, null=True, blank=True, related_name="changes"
    )
    event = models.CharField(_("what happened"), max_length=20, choices=ArrangementEvent)
    subject = models.TextField(_("about"), blank=True)

    objects = ArrangementChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the structures' history")
        verbose_name_plural = _("lines of the structures' history")
        constraints = [
            models.CheckConstraint(
                name="arrangement_change_event_is_known",
                condition=Q(event__in=ArrangementEvent.values),
            ),
            models.CheckConstraint(
                name="arrangement_change_about_one",
                condition=_only("structure") | _only("role") | _only("area"),
            ),
        ]
        triggers = [change_of_one_collaboration()]
