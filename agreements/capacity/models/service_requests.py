"""Requests to a joint service, and how each of them gets on; the requester sees it."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agreements.capacity.models import service_guards as guards
from agreements.capacity.models.guards import moves_only
from agreements.capacity.models.service_standards import ServiceStandard
from agreements.capacity.models.services import JointService
from agreements.capacity.querysets.services import (
    RequestChangeQuerySet,
    ServiceRequestQuerySet,
    open_first,
)
from agreements.capacity.service_kinds import (
    CLOSED_REQUESTS,
    OPEN_REQUESTS,
    REFERENCE,
    REOPENED,
    REQUEST_MOVES,
    RequestState,
)
from agreements.charter.clock import today_in
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned, account


@tracked
class ServiceRequest(Timestamped, SampleMarked, Versioned):
    """What an organization, or somebody who stays nameless, asked of the service."""

    service = models.ForeignKey(JointService, on_delete=models.PROTECT, related_name="requests")
    standard = models.ForeignKey(
        ServiceStandard, on_delete=models.PROTECT, related_name="requests", editable=False
    )
    number = models.PositiveIntegerField(_("number"), editable=False)
    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="service_requests",
        verbose_name=_("who asks"),
    )
    reference = models.CharField(_("reference"), max_length=20, blank=True)
    what = models.CharField(_("what is asked"), max_length=300)
    asked_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("due on"), editable=False)
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=RequestState,
        default=RequestState.RECEIVED,
        editable=False,
    )
    closed_on = models.DateField(_("closed on"), null=True, editable=False)
    closed_at = models.DateTimeField(_("recorded as closed at"), null=True, editable=False)
    recorded_by = account(_("recorded by"))

    objects = ServiceRequestQuerySet.as_manager()

    class Meta:
        ordering = ["service", "number"]
        verbose_name = _("service request")
        verbose_name_plural = _("service requests")
        indexes = [
            models.Index(fields=["state", "due_on"], name="service_request_state_due"),
            models.Index(open_first(), "due_on", F("id").desc(), name="service_request_in_order"),
            models.Index(
                fields=["service", "due_on"],
                condition=Q(state__in=OPEN_REQUESTS),
                name="service_request_open",
            ),
            GinIndex(
                *(OpClass(Upper(name), "gin_trgm_ops") for name in ("what", "reference")),
                name="service_request_words",
                fastupdate=False,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "number"],
                name="service_request_number_once",
                violation_error_message=_("This number is taken."),
            ),
            models.CheckConstraint(
                name="service_request_has_one_requester",
                condition=(Q(organization__isnull=False) & Q(reference=""))
                | (Q(organization=None) & ~Q(reference="")),
                violation_error_code="reference",
                violation_error_message=_(
                    "Name an organization, or give a reference: one of the two."
                ),
            ),
            models.CheckConstraint(
                name="service_request_reference_names_nobody",
                condition=Q(reference="") | Q(reference__regex=REFERENCE),
                violation_error_code="reference",
                violation_error_message=_(
                    "A reference is a slip number such as LT-2026/0012: letters, digits, “.”, “/”"
                    " and “-”, with a digit and at most six of them in a row. No name, no identity"
                    " or telephone number."
                ),
            ),
            models.CheckConstraint(
                name="service_request_says_what",
                condition=~Q(what=""),
                violation_error_code="what",
                violation_error_message=_("Say what is asked."),
            ),
            models.CheckConstraint(
                name="service_request_due_after_asked",
                condition=Q(due_on__gte=F("asked_on")),
            ),
            models.CheckConstraint(
                name="service_request_state_is_known", condition=Q(state__in=RequestState.values)
            ),
            models.CheckConstraint(
                name="service_request_closed_on_a_day",
                condition=Q(
                    state__in=CLOSED_REQUESTS,
                    closed_on__isnull=False,
                    closed_on__gte=F("asked_on"),
                )
                | (~Q(state__in=CLOSED_REQUESTS) & Q(closed_on=None)),
                violation_error_code="on",
                violation_error_message=_("This day is before it was asked."),
            ),
        ]
        triggers = [
            moves_only("service_request_moves_only", {**REQUEST_MOVES, **REOPENED}),
            guards.by_its_standard(),
            guards.asked_of_what_runs(),
            guards.stamps_the_closing(),
        ]

    def __str__(self):
        return gettext("Request no. %(number)d: %(what)s") % {
            "number": self.number,
            "what": self.what,
        }

    def get_absolute_url(self):
        return reverse("agreements:service-request-detail", args=[self.pk])

    @property
    def is_open(self):
        return self.state in OPEN_REQUESTS

    @property
    def is_overdue(self):
        return self.is_open and self.due_on < today_in(self.service.collaboration)

    @property
    def closing_recorded_on(self):
        """The day on which the site was told that it is closed; None while it is open."""
        return self.closed_at and today_in(self.service.collaboration, self.closed_at)

    @property
    def is_told_later(self):
        """The giver states another day of closing than that on which it told the site."""
        return self.closed_at is not None and self.closed_on != self.closing_recorded_on

    @property
    def was_late(self):
        """It was recorded as closed after the day by which the standard promised it.

        The day that the giver states counts for nothing here: it is the giver who is judged.
        """
        return self.closed_at is not None and self.closing_recorded_on > self.due_on

    @property
    def requester(self):
        """Who asked, in words; a citizen stays nameless, with a slip."""
        return self.organization.label if self.organization_id else gettext("A citizen")


@tracked
class ServiceRequestChange(ChangeRow):
    """A step of a request: a move, or a word on how it gets on."""

    request = models.ForeignKey(ServiceRequest, on_delete=models.PROTECT, related_name="changes")
    stated_on = models.DateField(_("stated day"), null=True, editable=False)

    objects = RequestChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("step of a service request")
        verbose_name_plural = _("steps of service requests")
        constraints = [
            models.CheckConstraint(
                name="service_request_step_says_something",
                condition=~Q(from_state=F("to_state")) | ~Q(note=""),
                violation_error_code="note",
                violation_error_message=_("Say how it gets on."),
            ),
            models.CheckConstraint(
                name="service_request_reopened_for_a_reason",
                condition=~Q(from_state__in=CLOSED_REQUESTS) | ~Q(note=""),
                violation_error_code="note",
                violation_error_message=_("Say why it is opened again."),
            ),
        ]
