"""Joint services: one event or counter at which several parties serve their purposes at once."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.capacity.models import service_guards as guards
from agreements.capacity.models.guards import moves_only
from agreements.capacity.querysets.services import (
    JointServiceQuerySet,
    OfServiceQuerySet,
    ServiceChangeQuerySet,
    ServiceGiverQuerySet,
)
from agreements.capacity.service_kinds import SERVICE_MOVES, ServiceEvent, ServiceState
from agreements.charter.models import Collaboration, Party
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned, account

BEGINS = pgtrigger.Insert | pgtrigger.UpdateOf("state")
LEAVES = pgtrigger.Update | pgtrigger.Delete


@tracked
class JointService(Timestamped, SampleMarked, Versioned):
    """What several parties offer together: where, when and how often."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="joint_services"
    )
    name = models.CharField(_("name"), max_length=200)
    about = models.TextField(_("what is offered"), blank=True)
    region = models.ForeignKey(
        "actors.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="joint_services",
        verbose_name=_("region"),
    )
    place = models.CharField(pgettext_lazy("joint service", "place"), max_length=200, blank=True)
    starts_on = models.DateField(_("first held on"), null=True, blank=True)
    rhythm = models.CharField(_("how often"), max_length=120, blank=True)
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=ServiceState,
        default=ServiceState.PLANNED,
        editable=False,
    )
    ended_on = models.DateField(_("ended on"), null=True, editable=False)
    recorded_by = account(_("recorded by"))

    objects = JointServiceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("joint service")
        verbose_name_plural = _("joint services")
        indexes = [
            models.Index(fields=["collaboration", "state"], name="service_by_state"),
        ]
        constraints = [
            models.CheckConstraint(
                name="service_has_a_name",
                condition=~Q(name=""),
                violation_error_code="name",
                violation_error_message=_("Give the service a name."),
            ),
            models.CheckConstraint(
                name="service_state_is_known", condition=Q(state__in=ServiceState.values)
            ),
            models.CheckConstraint(
                name="service_running_since_a_day",
                condition=~Q(state=ServiceState.RUNNING) | Q(starts_on__isnull=False),
                violation_error_code="starts_on",
                violation_error_message=_("Say on which day the service was first held."),
            ),
            models.CheckConstraint(
                name="service_ended_on_a_day",
                condition=Q(state=ServiceState.ENDED, ended_on__isnull=False)
                | (~Q(state=ServiceState.ENDED) & Q(ended_on=None)),
            ),
            models.CheckConstraint(
                name="service_ends_after_it_starts",
                condition=Q(ended_on=None) | Q(starts_on=None) | Q(ended_on__gte=F("starts_on")),
                violation_error_code="ended_on",
                violation_error_message=_("A service cannot end before it was first held."),
            ),
        ]
        triggers = [
            moves_only("service_moves_only", SERVICE_MOVES),
            guards.two_purposes("NEW.id", operation=pgtrigger.Insert),
            guards.has_a_giver("NEW.id", operation=pgtrigger.Insert),
            guards.runs_by_a_word("NEW.id", operation=BEGINS),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("agreements:service-detail", args=[self.pk])


@tracked
class ServicePurpose(Timestamped, SampleMarked, Versioned):
    """What one party wants with the service, and whom it wants to reach with it."""

    service = models.ForeignKey(JointService, on_delete=models.PROTECT, related_name="purposes")
    party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        related_name="service_purposes",
        verbose_name=_("whose purpose"),
    )
    purpose = models.CharField(pgettext_lazy("joint service", "purpose"), max_length=300)
    target_group = models.CharField(_("target group"), max_length=200)

    objects = OfServiceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("purpose of a service")
        verbose_name_plural = _("purposes of services")
        constraints = [
            models.UniqueConstraint(
                fields=["service", "party"],
                name="service_purpose_once",
                violation_error_code="party",
                violation_error_message=_("This party has a purpose in the service already."),
            ),
            models.CheckConstraint(
                name="service_purpose_says_what_for_whom",
                condition=~Q(purpose="") & ~Q(target_group=""),
                violation_error_code="purpose",
                violation_error_message=_("Say what for, and for whom."),
            ),
        ]
        triggers = [
            guards.part_of_one_collaboration("service_purpose_of_one_collaboration"),
            guards.two_purposes("OLD.service_id", operation=LEAVES),
        ]

    def __str__(self):
        return self.purpose

    def get_absolute_url(self):
        return f"{reverse('agreements:service-detail', args=[self.service_id])}#purposes"


@tracked
class ServiceGiver(Timestamped, SampleMarked):
    """A party that gives the service: its people, its room, its hours."""

    service = models.ForeignKey(JointService, on_delete=models.PROTECT, related_name="givers")
    party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        related_name="services_given",
        verbose_name=_("who gives it"),
    )
    is_on_behalf = models.BooleanField(
        _("named by others, not yet by the party itself"), default=False, editable=False
    )

    objects = ServiceGiverQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("giver of a service")
        verbose_name_plural = _("givers of services")
        constraints = [
            models.UniqueConstraint(
                fields=["service", "party"],
                name="service_giver_once",
                violation_error_message=_("This party gives the service already."),
            ),
        ]
        triggers = [
            guards.part_of_one_collaboration("service_giver_of_one_collaboration"),
            guards.has_a_giver("OLD.service_id", operation=LEAVES),
            guards.runs_by_a_word("OLD.service_id", operation=LEAVES),
        ]

    def __str__(self):
        return self.party.organization.label


@tracked
class JointServiceChange(ChangeRow):
    """One line of a service's history: its own, of its purposes, its standard, its costs."""

    service = models.ForeignKey(JointService, on_delete=models.PROTECT, related_name="changes")
    event = models.CharField(_("what happened"), max_length=20, choices=ServiceEvent)
    subject = models.CharField(_("about what"), max_length=300, blank=True)

    objects = ServiceChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the service's history")
        verbose_name_plural = _("lines of the services' history")
        constraints = [
            models.CheckConstraint(
                name="service_change_event_is_known",
                condition=Q(event__in=ServiceEvent.values),
            ),
        ]
