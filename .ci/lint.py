"""`make lint`: runs every check, says one line for each, shows what the failing ones printed."""

import os
import secrets
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
MANAGE = [sys.executable, "-W", "ignore", "manage.py"]
TEST = {"DJANGO_SETTINGS_MODULE": "collabgov.settings.test"}
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "collabgov.settings.prod",
    "SECRET_KEY": secrets.token_urlsafe(60),
    "ALLOWED_HOSTS": "collabgov.example",
    "DATABASE_URL": "postgres://nobody:nothing@127.0.0.1:1/nothing",
    "EMAIL_URL": "dummymail://",
}


def files(*patterns):
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in listed.stdout.splitlines() if (HERE / name).exists()]


def module(name, *arguments):
    return [sys.executable, "-m", name, *arguments]


def checks():
    """What is checked, the command, and what the environment must say."""
    templates, code = files("templates/*.html"), files("*.py")
    yield "style", [str(BIN / "ruff"), "check", "--quiet", "."], {}
    yield "format", [str(BIN / "ruff"), "format", "--quiet", "--check", "."], {}
    yield "imports point down", [sys.executable, str(BIN / "lint-imports"), "--no-cache"], {}
    yield "types", module("mypy"), {}
    yield (
        "current Django",
        module("django_upgrade", "--target-version", "5.2", "--check", *code),
        {},
    )
    yield (
        "template format",
        [str(BIN / "djade"), "--target-version", "5.2", "--check", *templates],
        {},
    )
    yield "templates", module("djlint", "--lint", "--quiet", *templates), {}
    yield "migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"], TEST
    yield "production", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION


def run(command, environment):
    done = subprocess.run(
        command,
        cwd=HERE,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.strip()


def named(requirement):
    """The package's name as lock files spell it."""
    name = requirement.split(";")[0]
    for mark in "=<>~![ ":
        name = name.split(mark)[0]
    return name.lower().replace("_", "-")


def lock_troubles():
    """What pyproject asks for and a lock lacks, pins that differ, and addresses of anybody's."""
    project = tomllib.loads((HERE / "pyproject.toml").read_text())["project"]
    wanted = {"base.txt": project["dependencies"]}
    wanted["dev.txt"] = project["dependencies"] + project["optional-dependencies"]["dev"]
    pins = {}
    for name, requirements in wanted.items():
        text = (HERE / "requirements" / name).read_text()
        lines = [line.split()[0] for line in text.splitlines() if "==" in line]
        pins[name] = dict(line.split("==") for line in lines if not line.startswith("#"))
        missing = {named(each) for each in requirements} - set(pins[name])
        yield from (f"{name} lacks {each}" for each in sorted(missing))
        if "://" in text or "--index-url" in text or "--find-links" in text:
            yield f"{name} names an address"
    for name in ("package-lock.json", "tests/provider/package-lock.json"):
        if "://" in (HERE / name).read_text():
            yield f"{name} names an address"
    for package, version in pins["base.txt"].items():
        if pins["dev.txt"].get(package) != version:
            yield f"{package} is {version} in base.txt and not in dev.txt"


def main():
    failed = []
    for name, command, environment in checks():
        code, said = run(command, environment)
        report(name, "" if code == 0 else said or "failed")
        failed += [name] * (code != 0)
    troubles = "\n".join(lock_troubles())
    report("lock files", troubles)
    failed += ["lock files"] * bool(troubles)
    sys.exit(f"make lint: {len(failed)} failed: {', '.join(failed)}" if failed else 0)


def report(name, trouble):
    sys.stdout.write(f"{'FAIL' if trouble else 'ok  '}  {name}\n{trouble}".rstrip() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
