"""Kinds of agreement as data: their stages, and the documents that each asks for."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agreements.instruments.kinds import DocumentRole
from agreements.instruments.querysets import AgreementTypeQuerySet
from agreements.instruments.states import PREPARING, AgreementState
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned


class Named(models.Model):
    """A row of a reference list, named in both languages; English may be left out."""

    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=120, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return (self.name_en if get_language() == "en" else "") or self.name

    def get_absolute_url(self):
        return reverse("agreements:agreement-type-detail", args=[self.pk])


@tracked
class AgreementType(Named, Timestamped, SampleMarked, Versioned):
    """A kind of agreement: what it asks for, and which way it takes to being in force."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    short_name = models.CharField(_("short form"), max_length=30, blank=True)
    description = models.TextField(_("when to use it"), blank=True)
    description_en = models.TextField(_("when to use it, in English"), blank=True)
    asks_legislature = models.BooleanField(
        _("the legislature may have to approve"),
        default=False,
        help_text=_("Whoever drafts one is then asked whether it burdens region or public."),
    )
    needs_parent = models.BooleanField(_("needs a parent agreement"), default=False)
    is_one_sided = models.BooleanField(
        _("only the issuer signs"), default=False, help_text=_("As with a decree.")
    )
    may_be_open_ended = models.BooleanField(_("may hold without a last day"), default=False)
    review_days = models.PositiveSmallIntegerField(
        _("review so many days before the end"), default=90
    )
    is_verified = models.BooleanField(
        _("checked against the regulation"),
        default=False,
        help_text=_("Stages and documents of an unchecked kind are marked so."),
    )
    source_note = models.CharField(_("source"), max_length=300, blank=True)
    source_note_en = models.CharField(_("source, in English"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    objects = AgreementTypeQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name", "pk"]
        verbose_name = _("kind of agreement")
        verbose_name_plural = _("kinds of agreement")
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="agreement_type_name_once",
                violation_error_message=_("There is already a kind of agreement of this name."),
            ),
        ]

    @property
    def short(self):
        return self.short_name or str(self)

    @property
    def when_to_use(self):
        """The description in the reader's language; English may be left out."""
        return (self.description_en if get_language() == "en" else "") or self.description

    @property
    def origin(self):
        """The source in the reader's language; English may be left out."""
        return (self.source_note_en if get_language() == "en" else "") or self.source_note


@tracked
class AgreementStage(Named, SampleMarked):
    """A step on the way of one kind; several may lie in the same state."""

    type = models.ForeignKey(AgreementType, on_delete=models.CASCADE, related_name="stages")
    position = models.PositiveSmallIntegerField(_("order"))
    state = models.CharField(_("state"), max_length=20, choices=AgreementState)
    days = models.PositiveSmallIntegerField(
        _("days it may take"), null=True, blank=True, help_text=_("Calendar days; empty: no limit.")
    )

    class Meta:
        ordering = ["type", "position", "pk"]
        verbose_name = _("stage")
        verbose_name_plural = _("stages")
        constraints = [
            models.UniqueConstraint(
                fields=["type", "position"],
                name="agreement_stage_position_once",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Two stages stand at the same place."),
            ),
            models.CheckConstraint(
                name="agreement_stage_state_is_known",
                condition=Q(state__in=[*PREPARING, AgreementState.IN_FORCE]),
                violation_error_message=_("A stage lies before signing, at signing or in force."),
            ),
            models.CheckConstraint(
                name="agreement_stage_takes_a_day",
                condition=Q(days=None) | Q(days__gte=1, days__lte=3650),
                violation_error_message=_("A stage takes between 1 and 3,650 days."),
            ),
        ]


@tracked
class RequiredDocument(Named, SampleMarked):
    """A document that a kind of agreement asks for, and from which state on it must be there."""

    type = models.ForeignKey(AgreementType, on_delete=models.CASCADE, related_name="documents")
    role = models.CharField(_("what it is"), max_length=20, choices=DocumentRole)
    needed_for = models.CharField(
        _("needed for"), max_length=20, choices=AgreementState, default=AgreementState.READY_TO_SIGN
    )
    is_mandatory = models.BooleanField(
        _("nothing moves without it"),
        default=False,
        help_text=_("Otherwise its absence is shown, and stops nothing."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["type", "position", "pk"]
        verbose_name = _("document asked for")
        verbose_name_plural = _("documents asked for")
        constraints = [
            models.UniqueConstraint(
                "type",
                Lower("name"),
                name="required_document_name_once",
                violation_error_message=_("This document is already on the list."),
            ),
            models.CheckConstraint(
                name="required_document_state_is_known",
                condition=Q(
                    needed_for__in=[
                        AgreementState.REVIEW,
                        AgreementState.NEGOTIATION,
                        AgreementState.LEGISLATURE,
                        AgreementState.READY_TO_SIGN,
                        AgreementState.IN_FORCE,
                    ]
                ),
                violation_error_message=_("A document is needed for a state on the way."),
            ),
        ]
