"""An agreement between parties of a collaboration, and what belongs to its first page."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration, Party
from agreements.instruments.kinds import AgreementEvent, Benefit, CooperationScope
from agreements.instruments.models.types import AgreementStage, AgreementType
from agreements.instruments.querysets import (
    AgreementChangeQuerySet,
    AgreementPartyQuerySet,
    AgreementQuerySet,
    OfAgreementQuerySet,
)
from agreements.instruments.states import BINDING, AgreementState
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned

S = AgreementState


@tracked
class Agreement(Timestamped, SampleMarked, Versioned):
    """What parties sign: a memorandum, a cooperation agreement, a decree, or a word given.

    `carried_by` is the parent that took it along when it was suspended or over.
    """

    collaboration = models.ForeignKey(
        Collaboration,
        on_delete=models.PROTECT,
        related_name="agreements",
        verbose_name=_("collaboration"),
    )
    type = models.ForeignKey(
        AgreementType, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("kind")
    )
    number = models.CharField(_("number"), max_length=80, blank=True)
    title = models.CharField(_("title"), max_length=300)
    subject = models.TextField(
        _("subject"), blank=True, help_text=_("What it is about, in two or three sentences.")
    )
    scope = models.CharField(
        _("scope of cooperation"), max_length=20, choices=CooperationScope, blank=True
    )
    is_mandatory = models.BooleanField(
        _("mandatory cooperation"),
        default=False,
        help_text=_("Only between regions: neighbours that must cooperate by law."),
    )
    benefits = ArrayField(
        models.CharField(max_length=20, choices=Benefit),
        verbose_name=_("what for"),
        default=list,
        blank=True,
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent agreement"),
    )
    renews = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="renewals",
        verbose_name=_("renews"),
    )
    starts_on = models.DateField(_("in force from"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    review_on = models.DateField(_("review on"), null=True, blank=True)
    legislature_needed = models.BooleanField(
        _("the legislature must approve"),
        default=False,
        help_text=_("When it burdens the region or the public and is not in the budget yet."),
    )
    legislature_approved_on = models.DateField(
        _("approved by the legislature on"), null=True, blank=True, editable=False
    )
    state = models.CharField(
        _("state"), max_length=20, choices=AgreementState, default=S.DRAFT, editable=False
    )
    state_since = models.DateField(_("since"), default=timezone.localdate, editable=False)
    stage = models.ForeignKey(
        AgreementStage,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("stage"),
    )
    stage_since = models.DateField(
        _("at this stage since"), default=timezone.localdate, editable=False
    )
    is_registered = models.BooleanField(
        _("signed elsewhere and registered here"), default=False, editable=False
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True, editable=False)
    termination_asked_on = models.DateField(
        _("termination requested on"), null=True, editable=False
    )
    termination_on = models.DateField(_("termination takes effect on"), null=True, editable=False)
    termination_decided_on = models.DateField(
        _("termination decided on"), null=True, editable=False
    )
    termination_reason = models.TextField(_("reason for terminating"), blank=True, editable=False)
    over_on = models.DateField(_("over since"), null=True, editable=False)
    carried_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("carried along by"),
    )
    stands_alone = models.BooleanField(
        _("holds on when its parent is over"), default=False, editable=False
    )
    source_note = models.CharField(_("source"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        editable=False,
        related_name="recorded_agreements",
        verbose_name=_("recorded by"),
    )
    submission_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        indexes = [
            models.Index(fields=["collaboration", "state", "ends_on"], name="agreement_by_state"),
            models.Index(
                fields=["ends_on"],
                condition=Q(state__in=["in_force", "suspended"]),
                name="agreement_ending",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="agreement_state_is_known", condition=Q(state__in=AgreementState.values)
            ),
            models.UniqueConstraint(
                "collaboration",
                "type",
                Lower("number"),
                name="agreement_number_once",
                condition=~Q(number=""),
                violation_error_code="number",
                violation_error_message=_(
                    "An agreement of this kind with this number is already recorded here."
                ),
            ),
            models.CheckConstraint(
                name="agreement_ends_after_start",
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_code="ends_on",
                violation_error_message=_("The last day cannot be before the first day."),
            ),
            models.CheckConstraint(
                name="agreement_mandatory_only_between_regions",
                condition=Q(is_mandatory=False) | Q(scope=CooperationScope.REGIONS),
                violation_error_code="is_mandatory",
                violation_error_message=_("Only cooperation between regions can be mandatory."),
            ),
            models.CheckConstraint(
                name="agreement_binding_has_a_term",
                condition=~Q(state__in=[*BINDING, S.ENDED, S.TERMINATED])
                | Q(starts_on__isnull=False, signed_on__isnull=False),
                violation_error_message=_("In force needs a first day and a day of signing."),
            ),
            models.CheckConstraint(
                name="agreement_over_has_a_date",
                condition=Q(state__in=[S.ENDED, S.TERMINATED, S.ABANDONED], over_on__isnull=False)
                | (~Q(state__in=[S.ENDED, S.TERMINATED, S.ABANDONED]) & Q(over_on=None)),
            ),
            models.CheckConstraint(
                name="agreement_terminated_with_a_reason",
                condition=~Q(state=S.TERMINATED)
                | (~Q(termination_reason="") & Q(termination_on__isnull=False)),
                violation_error_code="termination_reason",
                violation_error_message=_("Say why it is terminated, and from which day."),
            ),
            models.CheckConstraint(
                name="agreement_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("id")),
                violation_error_code="parent",
                violation_error_message=_("An agreement cannot be its own parent."),
            ),
            models.CheckConstraint(
                name="agreement_approved_only_if_needed",
                condition=Q(legislature_needed=True) | Q(legislature_approved_on=None),
                violation_error_message=_(
                    "Without need for the legislature there is no approval by it."
                ),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def last_day(self):
        """When it ends as things stand: its term's last day, or that of a decided termination."""
        decided = self.termination_on if self.termination_decided_on else None
        return min((day for day in (self.ends_on, decided) if day), default=None)

    def get_absolute_url(self):
        return reverse("agreements:agreement-detail", args=[self.pk])


@tracked
class AgreementParty(SampleMarked):
    """A party of the collaboration to an agreement: in which place, and whether it signs."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="agreement_places", verbose_name=_("party")
    )
    position = models.PositiveSmallIntegerField(
        _("place"), help_text=_("1 for the first party (PIHAK KESATU), 2 for the second")
    )
    must_sign = models.BooleanField(_("has to sign"), default=True)
    own_number = models.CharField(
        _("its own number"),
        max_length=80,
        blank=True,
        help_text=_("The number under which this party files it."),
    )

    objects = AgreementPartyQuerySet.as_manager()

    class Meta:
        ordering = ["agreement", "position", "pk"]
        verbose_name = _("party to the agreement")
        verbose_name_plural = _("parties to the agreement")
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "party"],
                name="agreement_party_once",
                violation_error_code="party",
                violation_error_message=_("This party is already in the agreement."),
            ),
            models.UniqueConstraint(
                fields=["agreement", "position"],
                name="agreement_party_position_once",
                violation_error_code="position",
                violation_error_message=_("Another party has this place."),
            ),
            models.CheckConstraint(
                name="agreement_party_position_counts_from_one", condition=Q(position__gte=1)
            ),
        ]

    def __str__(self):
        return str(self.party)


@tracked
class AgreementLegalBasis(SampleMarked):
    """A law or regulation on which an agreement rests."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="bases")
    legal_basis = models.ForeignKey(
        "agreements.LegalBasis",
        on_delete=models.PROTECT,
        related_name="agreement_bases",
        verbose_name=_("legal basis"),
    )
    article = models.CharField(_("article"), max_length=80, blank=True)

    objects = OfAgreementQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("legal basis of the agreement")
        verbose_name_plural = _("legal bases of the agreement")
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "legal_basis"],
                name="agreement_legal_basis_once",
                violation_error_code="legal_basis",
                violation_error_message=_("The agreement already names this legal basis."),
            ),
        ]

    def __str__(self):
        return str(self.legal_basis)


@tracked
class AgreementChange(ChangeRow):
    """One line of an agreement's history; without a name the calendar made it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="changes")
    event = models.CharField(
        _("what happened"), max_length=30, choices=AgreementEvent, default=AgreementEvent.MOVED
    )
    subject = models.TextField(_("about"), blank=True)
    is_on_behalf = models.BooleanField(_("on behalf of the party"), default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    objects = AgreementChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the agreement's history")
        verbose_name_plural = _("lines of the agreements' history")
        constraints = [
            models.CheckConstraint(
                name="agreement_change_event_is_known",
                condition=Q(event__in=AgreementEvent.values),
            )
        ]
