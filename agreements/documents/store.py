"""Where the files of documents are: a private folder, under names that tell nothing."""

import hashlib
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.utils.translation import gettext as _

from collabgov.kit.errors import Refused

logger = logging.getLogger(__name__)
PIECE = 1_000_000
DRAFT = ".draft"
ABANDONED = 24 * 60 * 60  # seconds after which a file without a row is nobody's


def folder() -> Path:
    return Path(settings.DOCUMENTS_DIR)


def path_of(stored_name: str) -> Path:
    """Where a file is kept; two letters of the name make the folder, so that none grows huge."""
    return folder() / stored_name[:2] / stored_name


@contextmanager
def kept(file: File, stored_name: str, sha256: str) -> Iterator[None]:
    """Put a file into the store for what follows; when that fails, the file goes again.

    Written under a name of its own, then renamed: whoever finds the name finds the whole file.
    """
    path = path_of(stored_name)
    try:
        _write(file, path, sha256)
    except OSError:
        logger.exception("A document could not be written to %s.", folder())
        raise Refused(
            _("The file could not be stored: the server has no room or no access. Try again later.")
        ) from None
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _write(file: File, path: Path, sha256: str) -> None:
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    path.parent.mkdir(exist_ok=True, mode=0o700)
    draft, summed = path.with_name(path.name + DRAFT), hashlib.sha256()
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            for piece in file.chunks(PIECE):
                summed.update(piece)
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
        if summed.hexdigest() != sha256:
            raise Refused(_("The file did not arrive whole. Choose it again."))
        draft.replace(path)
        _sync_folder(path)
    finally:
        draft.unlink(missing_ok=True)


def _sync_folder(path: Path) -> None:
    """The new name itself survives a power cut; what cannot be promised is not kept."""
    number = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(number)


def is_whole(stored_name: str, sha256: str) -> bool:
    """Whether the file on disk is still what was handed in; FileNotFoundError when it is gone."""
    with path_of(stored_name).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def old_files() -> Iterator[Path]:
    """Files that have been in the store for a day: by now each has a row, or is nobody's."""
    before = time.time() - ABANDONED
    for path in folder().glob("??/*"):
        is_ours = path.name.removesuffix(DRAFT).isalnum() and path.is_file()
        if is_ours and path.stat().st_mtime < before:
            yield path
