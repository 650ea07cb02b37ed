"""Which PostgreSQL lives on a data folder: asked of the kernel, never of a pid file.

A pid file may be stale, cut short or name a stranger. The working directory of a living
process cannot lie, and a zombie has none.
"""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

# Run as the account that owns the server: without CAP_SYS_PTRACE (the usual container) even
# root may not see where another account's process stands.
SCRIPT = 'for p in /proc/[0-9]*; do [ "$p/cwd" -ef "$1" ] && echo "${p#/proc/}"; done; :'


def living(data: Path, run_as: dict) -> list[int]:
    """The pids of every live postgres process whose working directory is `data`."""
    if not data.is_dir():
        return []
    answer = subprocess.run(
        ["/bin/sh", "-c", SCRIPT, "sh", str(data)],
        capture_output=True,
        text=True,
        check=True,
        cwd="/",
        **run_as,
    )
    return [pid for pid in map(int, answer.stdout.split()) if is_postgres(pid)]


def end_first_start(data: Path, run_as: dict) -> None:
    """End by force whatever still makes the data folder `data`, and wait until it is gone."""
    pids = {*_told_to_make(data, run_as), *living(data, run_as)}
    for pid in pids:
        interrupt(pid, signal.SIGKILL)
    _gone([*pids, *living(data, run_as)], 10)  # initdb's postgres ends when its pipe closes


def _told_to_make(data: Path, run_as: dict) -> list[int]:
    """The pids of the server's account whose command line names `data`: initdb and postgres.

    Anybody may write our path into a command line of their own; theirs are not ours to end.
    """
    named, owner = os.fsencode(data), run_as.get("user", os.geteuid())
    found = []
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if command.stat().st_uid == owner and named in command.read_bytes().split(b"\0"):
                found.append(int(command.parent.name))
    return [pid for pid in found if is_postgres(pid)]


def postmasters(pids: list[int]) -> list[int]:
    """Those of `pids` that no other of them started."""
    return [pid for pid in pids if parent_of(pid) not in {0, *pids}]  # 0: it ended meanwhile


def is_postgres(pid: int) -> bool:
    """Whether the process lives (a zombie does not) and is PostgreSQL's."""
    name, state, _parent = _stat(pid)
    return name in {"postgres", "initdb"} and state not in {"Z", "X", ""}


def parent_of(pid: int) -> int:
    return _stat(pid)[2]


def _stat(pid: int) -> tuple[str, str, int]:
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return "", "", 0
    name = text[text.index("(") + 1 : text.rindex(")")]
    state, parent = text[text.rindex(")") + 1 :].split()[:2]
    return name, state, int(parent)


def stop(data: Path, run_as: dict) -> None:
    """End every postgres on `data`: fast first, then at once, then by force."""
    for number, seconds in ((signal.SIGINT, 60), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
        pids = living(data, run_as)
        targets = pids if number == signal.SIGKILL else postmasters(pids)
        for pid in targets:
            interrupt(pid, number)
        if _gone(pids, seconds):
            return


def interrupt(pid: int, number: int = signal.SIGINT) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _gone(pids: list[int], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while any(is_postgres(pid) for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
