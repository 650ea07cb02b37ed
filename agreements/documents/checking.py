"""From an upload to a file that may be kept: its structure is judged, and it is scanned."""

from dataclasses import dataclass

from django.core.files import File
from django.utils.translation import gettext as _

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from agreements.documents.kinds import ContentType, ScanState
from agreements.documents.scanner import Verdict, scan
from collabgov.kit.errors import Refused
from collabgov.kit.files import CheckedFile, checked

TYPES = {
    "pdf": ContentType.PDF,
    "docx": ContentType.DOCX,
    "xlsx": ContentType.XLSX,
    "pptx": ContentType.PPTX,
    "odt": ContentType.ODT,
    "png": ContentType.PNG,
    "jpg": ContentType.JPEG,
}


@dataclass(frozen=True)
class ReadyFile:
    """A file that was judged and scanned: what the verbs of documents keep."""

    checked: CheckedFile
    verdict: Verdict

    @property
    def content_type(self) -> ContentType:
        return TYPES[self.checked.kind]


def ready(
    upload: "File | CheckedFile | ReadyFile", *, by=None, kinds: frozenset[str] | None = None
) -> ReadyFile:
    """Judge and scan a file once; Refused says what is wrong with it. Outside of transactions."""
    if isinstance(upload, ReadyFile):
        return upload
    found = checked(upload, kinds=kinds)
    verdict = scan(found.file)
    if verdict.state == ScanState.INFECTED:
        facts = {"file": found.name, "virus": verdict.note, "sha256": found.sha256}
        record_event(EventKind.REFUSED, user=by, **facts)
        raise Refused(
            _("A virus was found in this file (%(name)s). It was not kept.")
            % {"name": verdict.note}
        )
    return ReadyFile(found, verdict)
