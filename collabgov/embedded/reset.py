"""`make reset`: stop the embedded PostgreSQL and remove everything it and the site keep here.

Needs nothing but the system's Python, so that it also helps when `.venv` is broken.
"""

import os
import shutil
import sys
from pathlib import Path

from collabgov.embedded import account, locks, processes
from collabgov.embedded.places import socket_folder

LOCAL = Path(__file__).resolve().parent.parent.parent / ".local"


def reset(local: Path) -> list[str]:
    """Remove `local` and what root starts made for it; says what went."""
    controls = [path for path in (local / "postgres", local / "test") if path.is_dir()]
    for control in controls:
        if not _is_unused(control):
            sys.exit("collabgov is running here. Stop it first (Ctrl+C), then reset.")
    removed = []
    for control in controls:
        removed += _remove_server(control.resolve())
    if local.exists():
        shutil.rmtree(local)
        removed.append(str(local))
    return removed


def _is_unused(control: Path) -> bool:
    ticket = locks.open_lock(control / "users")
    try:
        return locks.is_last(ticket)
    finally:
        os.close(ticket)


def _remove_server(control: Path) -> list[str]:
    identity = control / "identity"
    is_roots = identity.exists()
    storage = account.ROOT / identity.read_text().strip() if is_roots else control
    run_as = {}
    if is_roots and storage.exists():
        owner = storage.stat()
        run_as = account.Account(owner.st_uid, owner.st_gid).run_as
    processes.stop(storage / "data", run_as)
    shutil.rmtree(socket_folder(storage / "data"), ignore_errors=True)
    return account.remove_storage(control) if is_roots else []


def main() -> None:
    try:
        removed = reset(LOCAL)
    except PermissionError as error:
        sys.exit(f"Cannot remove {error.filename}: it belongs to another account, perhaps root.")
    print("\n".join(f"Removed {name}" for name in removed) or "Nothing to remove.")  # noqa: T201


if __name__ == "__main__":
    main()
