"""What an agreement says, and the papers that belong to it."""

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.documents.models import Document
from agreements.instruments.kinds import DocumentRole
from agreements.instruments.models.agreements import Agreement, AgreementParty
from agreements.instruments.models.types import RequiredDocument
from agreements.instruments.querysets import AgreementDocumentQuerySet, OfAgreementQuerySet
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned

LONGEST_PROMISE = 500  # characters of a commitment


@tracked
class Clause(Timestamped, SampleMarked, Versioned):
    """A clause of an agreement; an obligation says which party owes it.

    A clause that an amendment took out stays, with `is_removed`: commitments may rest on it.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="clauses")
    position = models.PositiveSmallIntegerField(_("order"), default=0, editable=False)
    number = models.CharField(
        _("number"), max_length=40, blank=True, help_text=_("As in the text: Pasal 4 ayat (1).")
    )
    text = models.TextField(_("text"))
    is_obligation = models.BooleanField(_("somebody owes something"), default=False)
    owed_by = models.ForeignKey(
        AgreementParty,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="obligations",
        verbose_name=_("owed by"),
    )
    due_on = models.DateField(_("due"), null=True, blank=True)
    is_removed = models.BooleanField(_("taken out"), default=False, editable=False)
    words = models.GeneratedField(
        expression=SearchVector("number", "text", config="simple")
        + SearchVector("text", config="indonesian"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = OfAgreementQuerySet.as_manager()

    class Meta:
        ordering = ["agreement", "position", "pk"]
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")
        constraints = [
            models.CheckConstraint(
                name="clause_obligation_is_owed_by_a_party",
                condition=Q(is_obligation=True, owed_by__isnull=False)
                | Q(is_obligation=False, owed_by=None),
                violation_error_code="owed_by",
                violation_error_message=_("Say which party owes it."),
            ),
            models.CheckConstraint(
                name="clause_due_only_if_owed",
                condition=Q(due_on=None) | Q(is_obligation=True),
                violation_error_code="due_on",
                violation_error_message=_("Only what somebody owes has a due date."),
            ),
            models.CheckConstraint(
                name="clause_says_something",
                condition=~Q(text=""),
                violation_error_code="text",
                violation_error_message=_("Write down what the clause says."),
            ),
        ]

    def __str__(self):
        return self.number or self.text[:80]

    @property
    def promise(self):
        """Its text in one line, no longer than a commitment may be."""
        words = " ".join(self.text.split())
        return words if len(words) <= LONGEST_PROMISE else words[: LONGEST_PROMISE - 1] + "…"


@tracked
class AgreementDocument(Timestamped, SampleMarked):
    """A document of an agreement, and what it is to it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="papers")
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        related_name="agreement_papers",
        verbose_name=_("document"),
    )
    role = models.CharField(_("what it is"), max_length=20, choices=DocumentRole)
    requirement = models.ForeignKey(
        RequiredDocument,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="papers",
        verbose_name=_("asked for as"),
    )
    party = models.ForeignKey(
        AgreementParty,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="papers",
        verbose_name=_("whose copy"),
        help_text=_("For a signed copy: the party whose copy it is."),
    )

    objects = AgreementDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("document of the agreement")
        verbose_name_plural = _("documents of the agreement")
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "document"],
                name="agreement_document_once",
                violation_error_code="document",
                violation_error_message=_("This document already belongs to the agreement."),
            ),
            models.CheckConstraint(
                name="agreement_document_role_is_known",
                condition=Q(role__in=DocumentRole.values),
            ),
        ]

    def __str__(self):
        return str(self.document)
