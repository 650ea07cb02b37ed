"""Hands a file out, or says why not; it is never shown inside a page of the site."""

from django.conf import settings
from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from agreements.documents import store
from agreements.documents.kinds import DOWNLOADABLE, ScanState
from collabgov.kit.errors import Refused

SCANS = {
    ScanState.PENDING: _("This file waits for the virus scan. Try again in some minutes."),
    ScanState.INFECTED: _("A virus was found in this file. It is kept, but not handed out."),
    ScanState.ERROR: _(
        "The virus scan of this file failed, so it is not handed out yet. It is tried again by"
        " itself; tell an admin if it lasts."
    ),
}
GONE = _(
    "The file is no longer in the store of the server. Tell an admin: it can be brought back from"
    " the backup."
)
CHANGED = _(
    "The file in the store is no longer the one that was uploaded, so it is not handed out. Tell"
    " an admin: the backup holds the right one."
)
HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    # Packed already, and a length tells the browser when a download was cut: no gzip on the way.
    "Content-Encoding": "identity",
}


class NotHandedOut(Refused):
    """Why a file cannot be downloaded; `why` is a word for the event log."""

    def __init__(self, sentence, why, status=409):
        super().__init__(sentence)
        self.why, self.status = why, status


def require_fit(version):
    """Refuse what was not scanned well, is gone, or is not what was handed in."""
    if version.scan_state not in DOWNLOADABLE:
        raise NotHandedOut(SCANS[version.scan_state], version.scan_state)
    try:
        is_whole = store.is_whole(version.stored_name, version.sha256)
    except OSError:
        raise NotHandedOut(GONE, "missing", 404) from None
    if not is_whole:
        raise NotHandedOut(CHANGED, "changed")


def handed_out(version):
    """The answer that makes a browser save the file, under the name it came with."""
    response = _sent_in_front(version) if settings.DOCUMENTS_ACCEL_PREFIX else _sent(version)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def _sent(version):
    file = store.path_of(version.stored_name).open("rb")
    return FileResponse(
        file,
        as_attachment=True,
        filename=version.original_name,
        content_type=version.content_type,
    )


def _sent_in_front(version):
    """The web server in front sends the file itself; the site has judged who may have it."""
    name = version.stored_name
    prefix = settings.DOCUMENTS_ACCEL_PREFIX.rstrip("/")
    response = HttpResponse(content_type=version.content_type)
    response.headers["X-Accel-Redirect"] = f"{prefix}/{name[:2]}/{name}"
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=version.original_name
    )
    return response
