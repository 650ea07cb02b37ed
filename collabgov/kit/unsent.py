"""What somebody typed and could not send: carried through the sign-in, shown, sent again.

It travels in the page itself, signed and never stored; passwords do not travel.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit
from uuid import UUID

from django.core import signing
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.utils.translation import gettext

FIELD = "unsent"
SALT = "collabgov.kit.unsent"
MAX_AGE = 24 * 3600
LARGEST = 400_000  # characters of a token; a sign-in page may carry it several times
SECRET = re.compile(r"password", re.IGNORECASE)
NOT_CARRIED = frozenset({"csrfmiddlewaretoken", FIELD})
NOT_SHOWN = re.compile(r"(_FORMS|token|version|seen|submission_id|^save|^next)$")


@dataclass(frozen=True)
class Unsent:
    """A form that did not arrive: where to, from which page, and its fields."""

    path: str
    page: str
    fields: tuple[tuple[str, str], ...]

    @cached_property
    def token(self):
        """The whole of it for a hidden input; empty when it is too much to carry."""
        content = {"path": self.path, "page": self.page, "fields": self.fields}
        token = signing.dumps(content, salt=SALT, compress=True)
        return token if len(token) <= LARGEST else ""

    @cached_property
    def shown(self):
        """What a person typed or chose, as (label, text); nothing that only machines read."""
        return [
            (_label(name), value)
            for name, value in self.fields
            if value.strip() and not NOT_SHOWN.search(name) and not _is_uuid(value)
        ]

    @property
    def text(self):
        return "\n\n".join(f"{label}: {value}" for label, value in self.shown)


def unsent_of(request):
    """Return what the request's form holds, or what it carries for another form, or None.

    None too for forms that ask for a password: without it they cannot be sent again.
    """
    if FIELD in request.POST:
        return carried_by(request)
    if any(SECRET.search(name) for name in request.POST):
        return None
    fields = tuple(
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in NOT_CARRIED
    )
    # A file does not travel; its name does, and the form asks for the file again.
    files = tuple((name, file.name) for name, file in request.FILES.items())
    everything = (*fields, *files)
    return Unsent(request.get_full_path(), page_of(request), everything) if everything else None


def carried_by(request):
    """Return what a sign-in carries through; None for nothing, or for what we did not sign."""
    try:
        said = signing.loads(request.POST.get(FIELD, ""), salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return None
    if not is_local(said["path"]):
        return None
    return Unsent(
        said["path"], said["page"], tuple((name, value) for name, value in said["fields"])
    )


def page_of(request):
    """Return the path of the page that the form stood on, or "" when the browser keeps it back."""
    try:
        parts = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return path if parts.netloc == request.get_host() and is_local(path) else ""


def is_local(path):
    return (
        path.startswith("/")
        and not path.startswith("//")
        and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    )


def _label(name):
    """Make a field's name readable, in the reader's language where the catalogue has the word."""
    words = name.rpartition("-")[2].replace("_", " ").strip()
    return capfirst(gettext(words)) if words else ""


def _is_uuid(text):
    try:
        UUID(text)
    except ValueError:
        return False
    return True
