"""The only code that changes documents; files are judged before, and kept beside, the rows."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.defaultfilters import date as shown_day
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.kinds import CharterEvent
from agreements.charter.transitions.locking import lock_open, lock_row, log, require_reason
from agreements.documents import store
from agreements.documents.checking import ready
from agreements.documents.holding import uses_of
from agreements.documents.kinds import DECIDED
from agreements.documents.models import Document, DocumentVersion, new_stored_name
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

A_MOMENT = timedelta(minutes=1)


def add_document(*, collaboration, file, by, title, kind, note="", is_sample=False) -> Document:
    """Bring a document in with its first file; sent twice, it makes one.

    `file` is an uploaded file (or what `DocumentFileField` made of one).
    """
    said = {"title": title, "kind": kind, "note": note}
    return _keep(file, by, _add_document, collaboration, said, is_sample)


def add_version(*, document, file, by, note="") -> DocumentVersion:
    """The next file of a document; the very same file again is refused, naming the first."""
    return _keep(file, by, _add_version, document, note)


def _keep(file, by, then, *about):
    """Judge and scan, put into the store, then write the row; the file goes when that fails."""
    found, stored_name = ready(file, by=by), new_stored_name()
    with store.kept(found.checked.file, stored_name, found.checked.sha256):
        kept = then(found, stored_name, by, *about)
        if not DocumentVersion.objects.filter(stored_name=stored_name).exists():
            store.path_of(stored_name).unlink(missing_ok=True)  # it was there already
        return kept


@transaction.atomic
def _add_document(found, stored_name, by, collaboration, said, is_sample):
    fresh = lock_open(collaboration.pk)
    if twin := _same_in(fresh, found):
        return _a_moment_ago(twin, by, said)
    _require_room(fresh, found)
    document = save_checked(Document(collaboration=fresh, added_by=by, is_sample=is_sample, **said))
    _save_version(document, found, stored_name, by, number=1)
    log(fresh, CharterEvent.DOCUMENT_ADDED, by=by, subject=document)
    return document


@transaction.atomic
def _add_version(found, stored_name, by, document, note):
    collaboration = lock_open(document.collaboration_id)
    fresh = lock_row(document)
    _require_in_use(fresh)
    _require_nothing_rests_on(fresh)
    if same := fresh.versions.filter(sha256=found.checked.sha256).first():
        raise _already(same)
    _require_room(collaboration, found)
    last = fresh.versions.order_by("-number").values_list("number", flat=True).first() or 0
    version = _save_version(fresh, found, stored_name, by, number=last + 1, note=note)
    fresh.save(update_fields=["updated_at"])
    subject = f"{fresh} ({version.number})"
    log(collaboration, CharterEvent.DOCUMENT_VERSION_ADDED, by=by, subject=subject, note=note)
    return version


def _save_version(document, found, stored_name, by, *, number, note=""):
    is_scanned = found.verdict.state in DECIDED
    return save_checked(
        DocumentVersion(
            document=document,
            number=number,
            original_name=found.checked.name,
            stored_name=stored_name,
            size=found.checked.size,
            sha256=found.checked.sha256,
            content_type=found.content_type,
            note=note,
            uploaded_by=by,
            scan_state=found.verdict.state,
            scan_note=found.verdict.note,
            scanned_at=timezone.now() if is_scanned else None,
            is_sample=document.is_sample,
        )
    )


def _same_in(collaboration, found):
    versions = DocumentVersion.objects.filter(document__collaboration=collaboration)
    versions = versions.filter(document__withdrawn_at=None, sha256=found.checked.sha256)
    return versions.select_related("document", "uploaded_by__person").first()


def _a_moment_ago(twin, by, said):
    """A form sent twice finds what it made; anybody else reads where the file already is."""
    document = twin.document
    is_same = all(getattr(document, name) == value for name, value in said.items())
    is_young = twin.uploaded_at > timezone.now() - A_MOMENT
    if is_same and is_young and document.added_by_id == by.pk:
        return document
    raise _already(twin)


def _already(version):
    sentence = _(
        "This very file is already there: “%(title)s”, version %(number)s, uploaded by %(who)s"
        " on %(when)s."
    ) % {
        "title": version.document,
        "number": version.number,
        "who": version.uploaded_by,
        "when": shown_day(timezone.localtime(version.uploaded_at), "SHORT_DATE_FORMAT"),
    }
    return ValidationError({"file": ValidationError(sentence, code="unfit")})


def _require_room(collaboration, found):
    """Under the lock of the collaboration, so that two uploads at once do not both fit."""
    used, most = DocumentVersion.objects.bytes_of(collaboration), settings.DOCUMENTS_QUOTA
    if used + found.checked.size > most:
        facts = {"used": filesizeformat(used), "most": filesizeformat(most)}
        sentence = _(
            "The documents of this collaboration take %(used)s of the %(most)s that they may take."
            " This file does not fit any more. Ask an admin for more room."
        )
        raise ValidationError({"file": ValidationError(sentence % facts, code="unfit")})


def _require_in_use(document):
    if document.is_withdrawn:
        raise Refused(_("This document was withdrawn. Nothing is added to it."))


@transaction.atomic
def rename(*, document, by, version, title, kind, note=""):
    """Say anew what it is called, what it is for, and what there is to know."""
    collaboration = lock_open(document.collaboration_id)
    fresh = lock_row(document)
    _require_in_use(fresh)
    fresh.next_version(version)
    fresh.title, fresh.kind, fresh.note = title, kind, note
    save_checked(fresh)
    log(collaboration, CharterEvent.DOCUMENT_EDITED, by=by, subject=fresh)
    return fresh


@transaction.atomic
def withdraw(*, document, by, reason):
    """It no longer counts; it stays in the list, with the reason, and its files stay kept."""
    collaboration = lock_open(document.collaboration_id)
    fresh = lock_row(document)
    words = require_reason(reason)
    if fresh.is_withdrawn:
        raise Refused(_("This document has been withdrawn already."))
    _require_nothing_rests_on(fresh)
    fresh.withdrawn_at, fresh.withdrawn_by, fresh.withdrawal_reason = timezone.now(), by, words
    fresh.version += 1
    save_checked(fresh)
    log(collaboration, CharterEvent.DOCUMENT_WITHDRAWN, by=by, subject=fresh, note=words)
    return fresh


def _require_nothing_rests_on(document):
    """What was signed, decided or verified keeps the paper that it was done by."""
    if uses := uses_of(document):
        sentence = _("Something rests on this document, so it stays as it is (%(uses)s).")
        more = _("Add a new document instead.")
        raise Refused(f"{sentence % {'uses': '; '.join(uses)}} {more}")


@transaction.atomic
def record_scan(*, version, verdict):
    """What a scan said later, also when it takes back what an earlier one said."""
    fresh = DocumentVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
    fresh.scan_state, fresh.scan_note = verdict.state, verdict.note
    fresh.scanned_at = timezone.now() if verdict.state in DECIDED else fresh.scanned_at
    fresh.save(update_fields=["scan_state", "scan_note", "scanned_at"])
    return fresh
