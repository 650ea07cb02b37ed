"""The first start: a data folder that is either complete or not there at all.

initdb works in a folder of its own, the site's role and database are made there too, and only
then does the folder get its name. A start that was interrupted leaves nothing but rubbish,
which the next one sweeps away.
"""

import os
import secrets
import shutil
import subprocess
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from collabgov.embedded import processes
from collabgov.embedded.failure import DatabaseFailure
from collabgov.embedded.places import Place
from collabgov.private_files import private_file

MAJOR = "18"
ROLE = DATABASE = "collabgov"  # the role that owns the tables and migrates
SITE_ROLE = "collabgov_site"  # the role that the pages ask with
DRAFT = "being-made-"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
INITDB = [
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
]


def password(place: Place) -> str:
    """The random password of this server; only this account's programs can read it."""
    return private_file(place.control / "password", lambda: secrets.token_urlsafe(32))


def site_password(place: Place) -> str:
    """The password of the role that the pages ask with: another one than the owner's."""
    return private_file(place.control / "site_password", lambda: secrets.token_urlsafe(32))


def ensure_site_role(place: Place, reached: dict[str, Any]) -> None:
    """Make the role of the pages where there is none: folders of earlier releases had one role.

    The server is reached as its superuser, for whom no program of the site ever asks otherwise.
    """
    secret = sql.Literal(site_password(place))
    role = sql.Identifier(SITE_ROLE)
    with psycopg.connect(**reached | {"user": "postgres"}, dbname=DATABASE) as connection:
        found = "SELECT 1 FROM pg_roles WHERE rolname = %s"
        if connection.execute(found, [SITE_ROLE]).fetchone():
            statement = sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}")
        else:
            statement = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}")
        connection.execute(statement.format(role, secret))


def ensure_cluster(place: Place, *, durable: bool) -> None:
    """Make the data folder unless it is there; refuse one that is not ours to run."""
    sweep(place)
    if (place.data / "PG_VERSION").exists():
        check_cluster(place)
        return
    if place.data.exists():
        raise DatabaseFailure(
            f"{place.data} is there but holds no PostgreSQL database. "
            "Move it away, or start afresh with `make reset`."
        )
    draft = place.storage / f"{DRAFT}{secrets.token_hex(4)}"
    make_cluster(place, draft, durable=durable)
    (draft / "data").rename(place.data)
    _sync(place.storage)
    shutil.rmtree(draft)


def check_cluster(place: Place) -> None:
    owner = place.account.uid if place.account else os.geteuid()
    if place.data.stat().st_uid != owner:
        raise DatabaseFailure(
            f"{place.data} belongs to another account. "
            "Start as the account that made it, or give the folder to this one."
        )
    found = (place.data / "PG_VERSION").read_text().strip()
    if found != MAJOR:
        raise DatabaseFailure(
            f"{place.data} was made by PostgreSQL {found}, and this release brings {MAJOR}. "
            "Back it up with the old release and restore it with this one (docs/operations.md)."
        )
    place.data.chmod(0o700)


def make_cluster(place: Place, draft: Path, *, durable: bool) -> None:
    """initdb, then the site's role and database by PostgreSQL's single-user mode."""
    draft.mkdir(mode=0o700)
    secret = draft / "password"
    secret.touch(mode=0o600)
    secret.write_text(password(place) + "\n")
    if place.account:
        for path in (draft, secret):
            os.chown(path, place.account.uid, place.account.gid)
    data = str(draft / "data")
    sync = [] if durable else ["--no-sync"]
    _run(place, ["initdb", "-D", data, f"--pwfile={secret}", *INITDB, *sync])
    statements = (
        f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{password(place)}'\n"
        f"CREATE DATABASE {DATABASE} OWNER {ROLE}\n"
    )
    _run(place, ["postgres", "--single", "-D", data, "postgres"], statements)


def sweep(place: Place) -> None:
    """Remove what interrupted first starts left: initdb outlives whoever started it."""
    for path in place.storage.glob(f"{DRAFT}*"):
        processes.end_first_start(path / "data", place.run_as)
        shutil.rmtree(path, ignore_errors=True)


def _run(place: Place, command: list[str], text: str = "") -> None:
    done = subprocess.run(
        [place.program(command[0]), *command[1:]],
        input=text,
        capture_output=True,
        text=True,
        cwd="/",
        env=ENVIRONMENT,
        umask=0o077,
        check=False,
        **place.run_as,
    )
    errors = [line for line in done.stderr.splitlines() if "ERROR" in line or "FATAL" in line]
    if done.returncode or errors:
        last = (errors or done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise DatabaseFailure(f"PostgreSQL's first start failed at {command[0]}: {last.strip()}")


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
