"""Who leads in which role, and who answers for which issue in which region."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.capacity.models import structure_guards as guards
from agreements.capacity.models.dated import DatedThere
from agreements.capacity.models.structures import Structure
from agreements.capacity.querysets.structures import AreaQuerySet, RoleQuerySet
from agreements.capacity.structure_kinds import (
    OF_AN_ISSUE,
    ONE_AT_A_TIME,
    AreaRole,
    LeadershipRole,
)
from agreements.charter.models import Collaboration, Party
from agreements.goals.models import Goal
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned
from collabgov.kit.periods import days, ends_after_start

PLACE = [
    (F("collaboration"), RangeOperators.EQUAL),
    (Coalesce(F("structure"), 0), RangeOperators.EQUAL),
    (Coalesce(F("goal"), 0), RangeOperators.EQUAL),
    (F("role"), RangeOperators.EQUAL),
]
CELL = [
    (F("goal"), RangeOperators.EQUAL),
    (Coalesce(F("region"), 0), RangeOperators.EQUAL),
]
DAYS = (days(), RangeOperators.OVERLAPS)
# A party that names nobody holds the role with all its people: beside it nobody of it is named.
HOLDER = Func(
    F("appointment"),
    F("appointment"),
    Value("[]"),
    function="int8range",
    output_field=BigIntegerRangeField(),
)


@tracked
class RoleAssignment(DatedThere, Timestamped, SampleMarked, Versioned):
    """A party leads in one of the thirteen roles, perhaps through somebody in one of its posts.

    Without a structure the role is one of the whole collaboration.
    """

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="leadership_roles"
    )
    structure = models.ForeignKey(
        Structure,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="roles",
        verbose_name=_("structure"),
    )
    goal = models.ForeignKey(
        Goal,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="leadership_roles",
        verbose_name=_("issue"),
    )
    role = models.CharField(_("role"), max_length=20, choices=LeadershipRole)
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="leadership_roles", verbose_name=_("party")
    )
    appointment = models.ForeignKey(
        "actors.Appointment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="leadership_roles",
        verbose_name=_("held by"),
    )

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ["collaboration", "role", "-starts_on", "pk"]
        verbose_name = _("leadership role")
        verbose_name_plural = _("leadership roles")
        constraints = [
            models.CheckConstraint(
                name="role_is_known", condition=Q(role__in=LeadershipRole.values)
            ),
            ends_after_start("role_ends_after_start"),
            models.CheckConstraint(
                name="role_of_an_issue",
                condition=Q(role__in=OF_AN_ISSUE) | Q(goal=None),
                violation_error_code="goal",
                violation_error_message=_("Only a coordinator or a verifier is of one issue."),
            ),
            models.CheckConstraint(
                name="role_coordinator_has_an_issue",
                condition=~Q(role=LeadershipRole.ISSUE_COORDINATOR) | Q(goal__isnull=False),
                violation_error_code="goal",
                violation_error_message=_("Say which issue is coordinated."),
            ),
            models.CheckConstraint(
                name="role_coordinator_has_no_structure",
                condition=~Q(role=LeadershipRole.ISSUE_COORDINATOR) | Q(structure=None),
                violation_error_code="structure",
                violation_error_message=_(
                    "An issue is coordinated for the whole collaboration: name no structure."
                ),
            ),
            ExclusionConstraint(
                name="role_one_at_a_time",
                expressions=[*PLACE, DAYS],
                condition=Q(role__in=ONE_AT_A_TIME),
                violation_error_code="starts_on",
                violation_error_message=_(
                    "Somebody holds this role in that time. First name their last day."
                ),
            ),
            ExclusionConstraint(
                name="role_holder_once_at_a_time",
                expressions=[
                    *PLACE,
                    (F("party"), RangeOperators.EQUAL),
                    (HOLDER, RangeOperators.OVERLAPS),
                    DAYS,
                ],
                violation_error_code="party",
                violation_error_message=_("This party holds this role already in that time."),
            ),
        ]
        triggers = [
            guards.role_of_one_collaboration(),
            guards.held_by_its_party("role_held_by_its_party"),
            guards.verifies_what_others_report("role_verifies_what_others_report"),
        ]

    def __str__(self):
        return f"{self.get_role_display()}: {self.party}"

    def get_absolute_url(self):
        if self.structure_id:
            return f"{reverse('agreements:structure-detail', args=[self.structure_id])}#roles"
        page = reverse("agreements:collaboration-structures", args=[self.collaboration_id])
        return f"{page}#roles"

    @property
    def person(self):
        return self.appointment.person if self.appointment_id else None


@tracked
class AreaResponsibility(DatedThere, Timestamped, SampleMarked, Versioned):
    """A party answers for an issue in a region, or in all of them; one of them leads."""

    goal = models.ForeignKey(
        Goal, on_delete=models.PROTECT, related_name="responsibilities", verbose_name=_("issue")
    )
    region = models.ForeignKey(
        "actors.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="responsibilities",
        verbose_name=_("region"),
    )
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="responsibilities", verbose_name=_("party")
    )
    role = models.CharField(
        _("leads or supports"), max_length=10, choices=AreaRole, default=AreaRole.LEAD
    )

    objects = AreaQuerySet.as_manager()

    class Meta:
        ordering = ["goal", "region", "role", "-starts_on", "pk"]
        verbose_name = _("responsibility for a region")
        verbose_name_plural = _("responsibilities for regions")
        constraints = [
            models.CheckConstraint(
                name="area_role_is_known", condition=Q(role__in=AreaRole.values)
            ),
            ends_after_start("area_ends_after_start"),
            ExclusionConstraint(
                name="area_one_lead_at_a_time",
                expressions=[*CELL, DAYS],
                condition=Q(role=AreaRole.LEAD),
                violation_error_code="party",
                violation_error_message=_(
                    "Another party leads this issue in this region in that time."
                ),
            ),
            ExclusionConstraint(
                name="area_party_once_at_a_time",
                expressions=[
                    *CELL,
                    (F("party"), RangeOperators.EQUAL),
                    (F("role"), RangeOperators.EQUAL),
                    DAYS,
                ],
                violation_error_code="party",
                violation_error_message=_(
                    "This party answers for this issue in this region already in that time."
                ),
            ),
        ]
        triggers = [guards.area_of_one_collaboration()]

    def __str__(self):
        return f"{self.get_role_display()}: {self.party}"

    def get_absolute_url(self):
        return reverse("agreements:area-detail", args=[self.pk])

    @property
    def collaboration(self):
        return self.goal.collaboration
