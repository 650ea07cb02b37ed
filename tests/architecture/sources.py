"""The files of the repository, as git sees them, and what the tests read in them."""

import ast
import os
import subprocess
from functools import cache, wraps
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = {"node_modules", "staticfiles", "__pycache__"}
APPS = ("collabgov", "actors", "agreements", "dashboards")


@cache
def tracked(*suffixes):
    """Tracked and not ignored files with one of the suffixes (all without)."""
    names = sorted(_names_by_git() or _names_by_walking())
    files = [ROOT / name for name in names if not suffixes or name.endswith(suffixes)]
    return tuple(file for file in files if file.is_file())


@cache
def _names_by_git():
    """What git tracks or would track; nothing where there is no git, or no clone."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return frozenset()
    return frozenset(filter(None, done.stdout.split("\0")))


@cache
def _names_by_walking():
    """Everything but what the tools of this checkout make."""
    found = set()
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [each for each in folders if each not in MADE and each[0] != "."]
        found |= {(Path(folder) / file).relative_to(ROOT).as_posix() for file in files}
    return frozenset(found)


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


def each(files):
    """One test over many files: it names every file that fails the check, and why."""

    def decorate(check):
        @wraps(check)
        def over_all_files():
            wrong = []
            for file in files:
                try:
                    check(file)
                except AssertionError as failure:
                    wrong.append(f"{name(file)}: {failure}")
            assert files, "No file to check."
            assert not wrong, "\n".join(wrong)

        del over_all_files.__wrapped__  # pytest would see the file as a fixture
        return over_all_files

    return decorate


TEMPLATES = tuple(file for file in tracked(".html") if "templates/" in name(file))
PYTHON = tuple(tracked(".py"))
CODE = of_apps(".py")
