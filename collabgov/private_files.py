"""Small secrets of this checkout: made once, readable by their owner only, never half written."""

import os
import secrets
from pathlib import Path


def private_folder(path: Path) -> Path:
    """The folder, made for its owner only. Folders above it are left as they are."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def private_file(path: Path, make=lambda: secrets.token_urlsafe(60)) -> str:
    """What the file says; the first who asks makes it, also when many ask at once."""
    text = path.read_text().strip() if path.exists() else ""
    if text:
        return text
    private_folder(path.parent)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(make() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        _publish(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return path.read_text().strip()


def _publish(draft: Path, path: Path) -> None:
    """Give the draft its name, unless somebody was faster; an empty leftover does not count."""
    try:
        os.link(draft, path)
    except FileExistsError:
        if not path.read_text().strip():
            draft.replace(path)
