"""File locks that the kernel lets go of by itself, however their holder ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def open_lock(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Only one process at a time goes past here; the others wait."""
    handle = open_lock(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def join(path: Path) -> int:
    """Count among the users of the server, until the handle is closed or the process ends."""
    handle = open_lock(path)
    fcntl.flock(handle, fcntl.LOCK_SH)
    return handle


def is_last(handle: int) -> bool:
    """Whether nobody else holds the lock that `handle` shares."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
