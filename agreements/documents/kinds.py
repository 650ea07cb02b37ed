"""What documents are for, which kinds of files they may be, and how a scan for viruses ended."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DocumentKind(TextChoices):
    """What a document is for."""

    AGREEMENT = "agreement", _("Text of an agreement")
    SIGNED_COPY = "signed_copy", _("Signed copy")
    POWER_OF_ATTORNEY = "power_of_attorney", _("Power of attorney")
    LEGISLATURE_APPROVAL = "legislature", _("Approval of the legislature")
    TERMINATION_LETTER = "termination", _("Termination letter")
    LETTER = "letter", _("Letter")
    EVIDENCE = "evidence", _("Evidence")
    PLAN = "plan", _("Plan document")
    OTHER = "other", _("Other document")


class ContentType(TextChoices):
    """The only kinds of files that are kept; what is inside decides, not the name."""

    PDF = "application/pdf", _("PDF")
    DOCX = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _("Word document"),
    )
    XLSX = (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _("Excel workbook"),
    )
    PPTX = (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _("PowerPoint presentation"),
    )
    ODT = "application/vnd.oasis.opendocument.text", _("OpenDocument text")
    PNG = "image/png", _("PNG picture")
    JPEG = "image/jpeg", _("JPEG picture")


class ScanState(TextChoices):
    """What is known of viruses in a file; only the first and the third may be downloaded."""

    NOT_SCANNED = "not_scanned", _("Not scanned for viruses")
    PENDING = "pending", _("Waiting for the virus scan")
    CLEAN = "clean", _("No virus found")
    INFECTED = "infected", _("Virus found")
    ERROR = "error", _("The virus scan failed")


DOWNLOADABLE = frozenset({ScanState.NOT_SCANNED, ScanState.CLEAN})
DECIDED = frozenset({ScanState.CLEAN, ScanState.INFECTED})
