"""The collaboration itself: who takes part, who runs it, what drives it, in which cycles."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.accounts.models import TimeZone
from agreements.charter.kinds import (
    Basis,
    CharterEvent,
    CollaborationFocus,
    DriverKind,
    DriverOrigin,
    Formality,
    Voice,
)
from agreements.charter.querysets import (
    ChangeQuerySet,
    CollaborationQuerySet,
    CycleQuerySet,
    DatedRoleQuerySet,
    OfCollaborationQuerySet,
    PartyChangeQuerySet,
    PartyQuerySet,
    RepresentativeQuerySet,
)
from agreements.charter.states import CollaborationState, CycleState, PartyState
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned
from collabgov.kit.periods import Dated, days, ends_after_start


@tracked
class Collaboration(Timestamped, SampleMarked, Versioned):
    """A collaborative governance regime: parties that work on a shared purpose (Emerson 2012)."""

    title = models.CharField(_("title"), max_length=200)
    purpose = models.TextField(
        _("purpose"), help_text=_("What no party could reach alone, in one or two sentences.")
    )
    focus = models.CharField(_("focus"), max_length=30, choices=CollaborationFocus)
    formality = models.CharField(
        _("formality"), max_length=10, choices=Formality, default=Formality.FORMAL
    )
    initiator = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        related_name="initiated",
        verbose_name=_("initiator"),
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=CollaborationState,
        default=CollaborationState.EXPLORING,
        editable=False,
    )
    starts_on = models.DateField(_("started on"))
    ends_on = models.DateField(_("closed on"), null=True, blank=True, editable=False)
    time_zone = models.CharField(
        _("time zone"),
        max_length=20,
        choices=TimeZone,
        default=TimeZone.WITA,
        db_default=TimeZone.WITA,
        help_text=_("The hours of all its meetings are told by this clock."),
    )
    source_note = models.CharField(_("source"), max_length=200, blank=True)
    submission_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    objects = CollaborationQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("collaboration")
        verbose_name_plural = _("collaborations")
        constraints = [
            ends_after_start("collaboration_ends_after_start"),
            models.CheckConstraint(
                name="collaboration_state_is_known",
                condition=Q(state__in=CollaborationState.values),
            ),
            models.CheckConstraint(
                name="collaboration_time_zone_is_known",
                condition=Q(time_zone__in=TimeZone.values),
            ),
            models.CheckConstraint(
                name="collaboration_closed_has_an_end",
                condition=Q(state=CollaborationState.CLOSED, ends_on__isnull=False)
                | (~Q(state=CollaborationState.CLOSED) & Q(ends_on=None)),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("dashboards:collaboration-page", args=[self.pk])

    @property
    def zone(self):
        """What stands behind an hour: WIB, WITA or WIT."""
        return TimeZone(self.time_zone).name


@tracked
class Cycle(Dated, SampleMarked, Versioned):
    """A round of the collaboration, usually a fiscal year; rounds do not overlap."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="cycles"
    )
    label = models.CharField(_("label"), max_length=40)
    ends_on = models.DateField(_("until"))
    state = models.CharField(
        _("state"), max_length=10, choices=CycleState, default=CycleState.PLANNING, editable=False
    )

    objects = CycleQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        verbose_name = _("cycle")
        verbose_name_plural = _("cycles")
        constraints = [
            ends_after_start("cycle_ends_after_start"),
            ExclusionConstraint(
                name="cycle_no_overlap",
                expressions=[
                    (F("collaboration"), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Another cycle already covers some of these days."),
            ),
            models.CheckConstraint(
                name="cycle_state_is_known", condition=Q(state__in=CycleState.values)
            ),
        ]

    def __str__(self):
        return self.label


@tracked
class Party(Dated, Timestamped, SampleMarked, Versioned):
    """An organization in a collaboration; it may leave and join again later."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="parties"
    )
    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        related_name="parties",
        verbose_name=_("organization"),
    )
    basis = models.CharField(_("basis"), max_length=10, choices=Basis, default=Basis.VOLUNTARY)
    voice = models.CharField(_("voice"), max_length=10, choices=Voice, default=Voice.DECIDES)
    state = models.CharField(
        _("state"), max_length=10, choices=PartyState, default=PartyState.ACTIVE, editable=False
    )

    objects = PartyQuerySet.as_manager()

    class Meta:
        ordering = ["organization__name", "pk"]
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        constraints = [
            ends_after_start("party_ends_after_start"),
            ExclusionConstraint(
                name="party_once_at_a_time",
                expressions=[
                    (F("collaboration"), RangeOperators.EQUAL),
                    (F("organization"), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This organization is already a party in that time."),
            ),
            models.CheckConstraint(
                name="party_state_is_known", condition=Q(state__in=PartyState.values)
            ),
            models.CheckConstraint(
                name="party_left_has_an_end",
                condition=Q(state=PartyState.LEFT, ends_on__isnull=False)
                | (~Q(state=PartyState.LEFT) & Q(ends_on=None)),
            ),
        ]

    def __str__(self):
        return str(self.organization)


@tracked
class Coordinator(Dated, SampleMarked):
    """The person who runs a collaboration, from one day to another."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="coordinators"
    )
    person = models.ForeignKey(
        "actors.Person",
        on_delete=models.PROTECT,
        related_name="coordinates",
        verbose_name=_("person"),
    )

    objects = DatedRoleQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        verbose_name = _("coordinator")
        verbose_name_plural = _("coordinators")
        constraints = [
            ends_after_start("coordinator_ends_after_start"),
            ExclusionConstraint(
                name="coordinator_once_at_a_time",
                expressions=[
                    (F("collaboration"), RangeOperators.EQUAL),
                    (F("person"), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This person already coordinates in that time."),
            ),
        ]

    def __str__(self):
        return str(self.person)


@tracked
class Representative(Dated, SampleMarked):
    """The person who speaks for a party, from one day to another."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="representatives")
    person = models.ForeignKey(
        "actors.Person",
        on_delete=models.PROTECT,
        related_name="represents",
        verbose_name=_("person"),
    )

    objects = RepresentativeQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        verbose_name = _("representative")
        verbose_name_plural = _("representatives")
        constraints = [
            ends_after_start("representative_ends_after_start"),
            ExclusionConstraint(
                name="representative_once_at_a_time",
                expressions=[
                    (F("party"), RangeOperators.EQUAL),
                    (F("person"), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This person already speaks for the party in that time."),
            ),
        ]

    def __str__(self):
        return str(self.person)


@tracked
class Driver(Timestamped, SampleMarked, Versioned):
    """A reason the collaboration exists; an active one has at least one (Emerson 2012, prop. 1)."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="drivers"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=DriverKind)
    origin = models.CharField(_("origin"), max_length=10, choices=DriverOrigin, blank=True)
    description = models.TextField(_("description"))
    declared_by = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="declared_drivers",
        verbose_name=_("declared by"),
    )
    noted_on = models.DateField(_("noted on"))
    source_note = models.CharField(_("source"), max_length=200, blank=True)

    objects = OfCollaborationQuerySet.as_manager()

    class Meta:
        ordering = ["noted_on", "pk"]
        verbose_name = _("driver")
        verbose_name_plural = _("drivers")
        constraints = [
            models.CheckConstraint(
                name="driver_kind_is_known", condition=Q(kind__in=DriverKind.values)
            ),
        ]

    def __str__(self):
        return self.description


@tracked
class CollaborationChange(ChangeRow):
    """One line of a collaboration's history."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="changes"
    )
    event = models.CharField(
        _("what happened"), max_length=30, choices=CharterEvent, default=CharterEvent.MOVED
    )
    subject = models.TextField(_("about"), blank=True)

    objects = ChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the collaboration's history")
        verbose_name_plural = _("lines of the collaboration's history")
        constraints = [
            models.CheckConstraint(
                name="collaboration_change_event_is_known",
                condition=Q(event__in=CharterEvent.values),
            )
        ]


@tracked
class PartyChange(ChangeRow):
    """One line of a party's history in the collaboration."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="changes")

    objects = PartyChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the party's history")
        verbose_name_plural = _("lines of the parties' history")
