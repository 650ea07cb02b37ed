"""Where the files of documents are: a private folder, under names that tell nothing."""

from pathlib import Path

from django.conf import settings


def folder() -> Path:
    return Path(settings.DOCUMENTS_DIR)


def path_of(stored_name: str) -> Path:
    """Where a file is kept; two letters of the name make the folder, so that none grows huge."""
    return folder() / stored_name[:2] / stored_name
