"""Documents of a collaboration, each with its versions; measurements and signatures point here."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration
from agreements.documents.kinds import ContentType, DocumentKind, ScanState
from agreements.documents.querysets import DocumentQuerySet, DocumentVersionQuerySet
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned

LONGEST_NAME = 150


def new_stored_name():
    """A name that tells nothing and that nobody can guess."""
    return uuid.uuid4().hex


@tracked
class Document(Timestamped, SampleMarked, Versioned):
    """Something on paper or on file that the collaboration rests on; its files are versions."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="documents"
    )
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    note = models.TextField(_("note"), blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("added by"),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )
    withdrawal_reason = models.TextField(_("reason of the withdrawal"), blank=True, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(
                name="document_kind_is_known", condition=Q(kind__in=DocumentKind.values)
            ),
            models.CheckConstraint(
                name="document_withdrawn_says_who_and_why",
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawal_reason="")
                | (
                    Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                    & ~Q(withdrawal_reason="")
                ),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agreements:document-detail", args=[self.pk])

    @property
    def is_withdrawn(self):
        return self.withdrawn_at is not None


@tracked
class DocumentVersion(SampleMarked):
    """One file of a document, as it was handed in; never changed, only followed by another."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    original_name = models.CharField(_("name of the file"), max_length=LONGEST_NAME)
    stored_name = models.CharField(
        _("name in the store"), max_length=40, unique=True, default=new_stored_name, editable=False
    )
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    content_type = models.CharField(_("kind of file"), max_length=90, choices=ContentType)
    note = models.CharField(_("what changed"), max_length=300, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), default=timezone.now, editable=False)
    scan_state = models.CharField(
        _("virus scan"), max_length=12, choices=ScanState, default=ScanState.NOT_SCANNED
    )
    scan_note = models.CharField(_("what the scan said"), max_length=200, blank=True)
    scanned_at = models.DateTimeField(_("scanned at"), null=True, blank=True)

    objects = DocumentVersionQuerySet.as_manager()

    class Meta:
        ordering = ["document", "-number"]
        verbose_name = _("version of a document")
        verbose_name_plural = _("versions of documents")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"],
                name="document_version_number_once",
                violation_error_message=_("Somebody else has just added this version."),
            ),
            models.UniqueConstraint(
                fields=["document", "sha256"],
                name="document_version_content_once",
                violation_error_message=_("This very file is already a version of the document."),
            ),
            models.CheckConstraint(
                name="document_version_counts_from_one", condition=Q(number__gte=1)
            ),
            models.CheckConstraint(
                name="document_version_is_not_empty",
                condition=Q(size__gte=1),
                violation_error_message=_("This file is empty."),
            ),
            models.CheckConstraint(
                name="document_version_sha256_is_whole",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
            models.CheckConstraint(
                name="document_version_content_type_is_known",
                condition=Q(content_type__in=ContentType.values),
            ),
            models.CheckConstraint(
                name="document_version_scan_state_is_known",
                condition=Q(scan_state__in=ScanState.values),
            ),
        ]

    def __str__(self):
        return self.original_name
