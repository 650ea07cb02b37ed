"""Makes `.venv` and installs what a lock file names; says plainly what the machine lacks.

Run as a script by the system's python3, before anything is installed: standard library only.
"""

import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VENV = HERE / ".venv"
PIP = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
STRICT = ["--require-hashes", "--only-binary", ":all:"]
INTERPRETER = f"{sys.version} {sys.base_prefix}"  # another Python needs another .venv


def check_machine(here: Path) -> None:
    """One sentence for each thing that would otherwise end in a traceback."""
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        sys.exit(
            "Python's venv module is missing. "
            "On Debian and Ubuntu: apt install python3-venv. Then try again."
        )
    if not os.access(here, os.W_OK | os.X_OK):
        sys.exit(f"Cannot write in {here}. Clone collabgov into a folder of your own.")
    for path in (here / ".local", here / ".venv"):
        if path.exists() and not os.access(path, os.W_OK | os.X_OK):
            sys.exit(f"Cannot write in {path}: it belongs to another account, perhaps root.")


def is_usable() -> bool:
    """Whether `.venv` was finished, and by this Python."""
    return _read(VENV / "made-by") == INTERPRETER and os.access(VENV / "bin/python", os.X_OK)


def stamp(lock: Path) -> Path:
    return VENV / f"installed-{lock.name}"


def is_installed(lock: Path) -> bool:
    return is_usable() and _read(stamp(lock)) == _digest(lock)


def make_venv() -> None:
    done = _run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if done.returncode:
        sys.exit(f"Cannot make .venv: {_last_line(done.stdout)}")
    (VENV / "made-by").write_text(INTERPRETER)


def install(lock: Path) -> None:
    name = lock.relative_to(HERE)
    _say(f"Installing what {name} names (once; about a minute)...")
    done = _run([str(VENV / "bin/python"), *PIP, *STRICT, "-r", str(lock)])
    if done.returncode:
        sys.exit(f"Cannot install what {name} names: {_last_line(done.stdout)}")
    stamp(lock).write_text(_digest(lock))


def main(lock: Path) -> None:
    check_machine(HERE)
    if is_installed(lock):
        return
    handle = os.open(HERE, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)  # two `make` at once: the second waits, then finds it done
    if not is_usable():
        make_venv()
    if not is_installed(lock):
        install(lock)


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _run(command: list[str]) -> subprocess.CompletedProcess:
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    return (errors or lines or ["no reason given"])[-1]


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
