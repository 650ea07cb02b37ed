"""The import direction of architecture.md §3, checked by import-linter."""

import subprocess
import sys
from pathlib import Path

from tests.architecture.sources import ROOT


def test_imports_go_down_only():
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    assert "0 broken" in done.stdout
