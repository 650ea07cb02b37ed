"""Checkouts of root and of an ordinary user, and everything cleaned away afterwards."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from collabgov.embedded import account, reset
from tests.faults.holders import NOBODY, Person, lay_out
from tests.faults.served import Site

IS_ROOT = os.geteuid() == 0
VERSION = "python{}.{}".format(*sys.version_info[:2])


def may_run(uid, program):
    try:
        subprocess.run(
            [program, "-c", ""], user=uid, group=uid, extra_groups=[], cwd="/", check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def python_for(uid):
    """A Python like ours that the account may run; ours may lie below /root."""
    ours = os.path.realpath(sys._base_executable)
    if uid == os.geteuid():
        return ours
    others = [f"{folder}/{VERSION}" for folder in ("/usr/local/bin", "/usr/bin")]
    return next((path for path in [ours, *others] if may_run(uid, path)), None)


def accounts():
    """Who this machine lets us be: as root, both root and an account without any rights."""
    if not IS_ROOT:
        return [os.geteuid()]
    return [0, NOBODY] if python_for(NOBODY) else [0]


@pytest.fixture(scope="session")
def readable_packages(root_storage):
    """The supervisor and its packages where every account can read them."""
    folder = Path(tempfile.mkdtemp(prefix="collabgov-packages-"))
    yield lay_out(folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def root_storage():
    """As root: spare each test the making of the account and the copying of the programs."""
    if not IS_ROOT:
        yield
        return
    with account.root_folder() as root:
        note = root / f"tests-{os.getpid()}.checkout"
        note.touch()
    yield
    note.unlink()
    account.remove_storage(Path("/nonexistent"))


@contextmanager
def checkout_of(uid, packages):
    """A checkout that only this account can enter; what ran in it is ended and removed."""
    checkout = Path(tempfile.mkdtemp(prefix="collabgov-checkout-"))
    os.chown(checkout, uid, uid)
    person = Person(uid, checkout, python_for(uid), str(packages))
    yield person
    for holder in person.holders:
        if holder.process.returncode is None:
            holder.kill()
    for users in list(checkout.rglob("postgres/users")):
        reset.reset(users.parent.parent)
    shutil.rmtree(checkout, ignore_errors=True)


def name_of(uid):
    return "root" if uid == 0 else "ordinary user"


@pytest.fixture(params=accounts(), ids=name_of)
def person(request, readable_packages):
    with checkout_of(request.param, readable_packages) as found:
        yield found


@pytest.fixture(params=accounts(), ids=name_of, scope="module")
def resident(request, readable_packages):
    """A person whose server runs all along, for tests that only look; with its data folder."""
    with checkout_of(request.param, readable_packages) as found:
        found.checkout.chmod(0o711)
        yield found, found.join().data


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path / "local")
    site.start()
    site.wait_ready()
    yield site
    if site.process.poll() is None:
        site.stop()
    site.log.close()
    reset.reset(site.folder)
