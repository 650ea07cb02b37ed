"""The files of the repository, as git sees them, and what the tests read in them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("collabgov", "actors", "agreements", "dashboards")


@cache
def tracked(*suffixes):
    """Tracked and not ignored files with one of the suffixes (all without)."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    names = sorted(set(filter(None, listing.stdout.split("\0"))))
    files = [ROOT / name for name in names if not suffixes or name.endswith(suffixes)]
    return tuple(file for file in files if file.is_file())


def of_apps(*suffixes):
    """The files of the apps themselves: no tests, no migrations."""
    return tuple(
        file
        for file in tracked(*suffixes)
        if name(file).split("/")[0] in APPS and "/migrations/" not in name(file)
    )


def name(file):
    return file.relative_to(ROOT).as_posix()


@cache
def text(file):
    return file.read_text(encoding="utf-8")


@cache
def tree(file):
    return ast.parse(text(file), filename=str(file))


TEMPLATES = tuple(file for file in tracked(".html") if "templates/" in name(file))
PYTHON = tuple(tracked(".py"))
CODE = of_apps(".py")
