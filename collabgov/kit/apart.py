"""A process of its own for what strangers hand in: it knows nothing of the site and its secrets."""

import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


def run_apart(
    module: str, *words: object, stdin: Any, stdout: Any = subprocess.PIPE, wait: int | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run one of our modules on its own; what it complains about goes nowhere.

    Args:
        module: its name; it sets its own limits of memory and time.
        words: what it is told on its command line.
        stdin: a real file, or `subprocess.DEVNULL`.
        wait: seconds by the clock, after which subprocess.TimeoutExpired ends it; None: no end.
    """
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, words)],
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={"PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=wait,
        check=False,
    )
