"""Files that people hand in: what each really is, or a sentence that says what to do.

`checked(upload)` looks at the name, the size and the structure, and writes nothing down. What it
returns is what a verb takes: the file, a clean name, and the kind that its structure shows.
"""

import hashlib
import json
import re
import subprocess
import tempfile
import unicodedata
from dataclasses import dataclass
from typing import IO, Any

from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from collabgov.kit.apart import run_apart
from collabgov.kit.errors import Refused

MEGABYTES, SECONDS, WAIT = 600, 20, 45
LARGEST_DOCUMENT = 25 * 1024 * 1024
LONGEST_NAME = 150
ENDINGS = {
    "pdf": "pdf",
    "docx": "docx",
    "xlsx": "xlsx",
    "pptx": "pptx",
    "odt": "odt",
    "png": "png",
    "jpg": "jpg",
    "jpeg": "jpg",
}
NAMES = {"docx": "Word", "xlsx": "Excel", "pptx": "PowerPoint", "odt": "OpenDocument"}
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?", re.I)
ENCODED = re.compile(r"%[01][0-9a-f]", re.IGNORECASE)
# Control, format (bidirectional, zero-width), surrogates, private, line and paragraph separators;
# and letters that are drawn as nothing.
UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffe\uffff")
SENTENCES = {
    "attached": _(
        "This PDF holds other files inside. Hand them in one by one, each as a document."
    ),
    "bomb": _("This file would unpack into far more than it seems to hold. It was not opened."),
    "costly": _("This file is too complicated to be checked. Save it as a PDF."),
    "damaged": _("This file is damaged or not complete. Open it, save it again, and upload that."),
    "empty": _("This file is empty."),
    "entities": _("This document defines entities, as attacks do. Save it again, or as a PDF."),
    "hidden": _("Parts of this PDF cannot be checked. Print it into a new PDF."),
    "kind": _(
        "Files of this kind are not taken. Hand in a PDF, DOCX, XLSX, PPTX, ODT, PNG or JPG."
    ),
    "large": _("This file is larger than %(most)s. Make it smaller, or split it."),
    "locked": _("This file is protected by a password. Save it without one."),
    "long_name": _("The name of this file is longer than %(most)s characters. Rename it."),
    "macros": _("This document holds macros, which are programs. Save it without, or as a PDF."),
    "link": _("A link in this document starts a program (%(target)s). Take it out."),
    "nameless": _("This file has no name. Give it one, with its ending, such as “letter.pdf”."),
    "nested": _("Another archive lies inside this document (%(name)s). Take it out."),
    "object": _("A program or embedded object lies inside this document (%(name)s). Take it out."),
    "old": _(
        "This file is of an old kind, or protected by a password. "
        "Save it as DOCX, XLSX, PPTX or PDF, without a password."
    ),
    "other_kind": _("This file is called .%(ending)s, but it is %(kind)s inside. Rename it."),
    "outside": _("This document fetches something from elsewhere (%(target)s). Save it as a PDF."),
    "part": _("Something that does not belong there lies inside this document (%(name)s)."),
    "pixels": _("This picture is %(width)s by %(height)s pixels large. Make it smaller."),
    "polyglot": _(
        "This file is two kinds of file at once, as attacks are. Print it into a new PDF."
    ),
    "reaches": _(
        "This PDF opens another file, or sends away what is typed into it. Print it into a new PDF."
    ),
    "reserved_name": _("“%(name)s” is a name that Windows keeps for itself. Rename the file."),
    "scripts": _("This PDF runs a script or a program. Print it into a new PDF."),
    "trailing": _("Something stands behind the end of this file. Open it, and save it again."),
    "unseen_name": _("The name of this file holds characters that nobody sees. Rename it."),
}


ONLY = _("Files of this kind are not taken here. Hand in %(kinds)s.")


class UnfitFile(Refused):
    """The file is refused; `code` says why, for whoever acts on it."""

    def __init__(self, code: str, *, kinds: frozenset[str] | None = None, **facts: Any) -> None:
        is_narrow = code == "kind" and kinds is not None
        named = {"kinds": ", ".join(sorted(kinds or ())).upper()}
        super().__init__(ONLY % named if is_narrow else SENTENCES[code] % facts)
        self.code = code


@dataclass(frozen=True)
class CheckedFile:
    """A file that may be kept: where it can be read, what it is called, and what it is."""

    file: File
    name: str
    kind: str
    size: int
    sha256: str


def checked(upload: File | CheckedFile, *, kinds: frozenset[str] | None = None) -> CheckedFile:
    """Judge an uploaded file; UnfitFile says what is wrong. Nothing is judged twice.

    `kinds` narrows what is taken, to some of the values of `ENDINGS`.
    """
    if isinstance(upload, CheckedFile):
        return upload
    name = clean_name(upload.name or "")
    kind = _kind_named(name, kinds)
    if upload.size > LARGEST_DOCUMENT:
        raise UnfitFile("large", most=filesizeformat(LARGEST_DOCUMENT))
    with tempfile.TemporaryFile() as file:
        sha256, size = _copy(upload, file)
        found = _found(file, kinds)
    upload.seek(0)
    if found != kind:
        ending, real = name.rpartition(".")[2], NAMES.get(found, found.upper())
        raise UnfitFile("other_kind", ending=ending, kind=real)
    return CheckedFile(upload, name, kind, size, sha256)


def clean_name(name: str) -> str:
    """The name without folders; refused when it could fool a reader or a program."""
    name = name.replace("\\", "/").rpartition("/")[2].strip().rstrip(".")
    if ENCODED.search(name) or any(map(_is_unseen, name)):
        raise UnfitFile("unseen_name")
    if len(name) > LONGEST_NAME:
        raise UnfitFile("long_name", most=LONGEST_NAME)
    if not name.rpartition(".")[0].strip(". ") and not DEVICES.fullmatch(name):
        raise UnfitFile("nameless")
    if DEVICES.fullmatch(name):
        raise UnfitFile("reserved_name", name=name)
    return name


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in UNSEEN or letter in BLANK_LETTERS


def _kind_named(name: str, kinds: frozenset[str] | None) -> str:
    kind = ENDINGS.get(name.rpartition(".")[2].lower(), "")
    if not kind or (kinds is not None and kind not in kinds):
        raise UnfitFile("kind", kinds=kinds)
    return kind


def _found(file: IO[bytes], kinds: frozenset[str] | None) -> str:
    try:
        return kind_of(file)
    except UnfitFile as refusal:
        if refusal.code == "kind":
            raise UnfitFile("kind", kinds=kinds) from None
        raise


def _copy(upload: File, file: IO[bytes]) -> tuple[str, int]:
    """Put the content into a file with a number; its sum and size are those really found."""
    summed, size = hashlib.sha256(), 0
    for piece in upload.chunks():
        size += len(piece)
        if size > LARGEST_DOCUMENT:
            raise UnfitFile("large", most=filesizeformat(LARGEST_DOCUMENT))
        summed.update(piece)
        file.write(piece)
    file.flush()
    file.seek(0)
    return summed.hexdigest(), size


def kind_of(file: IO[bytes]) -> str:
    """What a real file is by its structure, found in a process that has little to spend."""
    try:
        ended = run_apart("collabgov.kit.structure", MEGABYTES, SECONDS, stdin=file, wait=WAIT)
    except subprocess.TimeoutExpired:
        raise UnfitFile("costly") from None
    finally:
        file.seek(0)
    if ended.returncode:
        raise UnfitFile("costly")
    answer = json.loads(ended.stdout)
    if "problem" in answer:
        raise UnfitFile(answer["problem"], **answer["facts"])
    return str(answer["kind"])
