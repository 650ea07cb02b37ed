"""The first start of the embedded PostgreSQL: interrupted, at once, in odd places."""

import os
import shutil
import stat
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from collabgov.embedded import processes, reset
from collabgov.embedded.places import socket_folder
from collabgov.embedded.server import Server
from tests.faults.holders import NOBODY, kill_postgres, postmaster, wait_gone, wait_until

pytestmark = pytest.mark.fault


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_killed_first_start_leaves_nothing_in_the_way(person):
    for milliseconds in (60, 200, 400, 600, 800):
        starter = person.hold()
        time.sleep(milliseconds / 1000)
        starter.kill(with_children=milliseconds in {200, 600})
    holder = person.join()
    assert [path.name for path in holder.data.parent.glob("being-made-*")] == []
    with person.connect(holder.data) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("collabgov",)
    holder.leave()
    wait_gone(holder.data)


def test_what_still_makes_a_folder_after_its_starter_died_is_ended(person):
    """initdb that lost its starter would write on, into the folder just swept away."""
    starter = person.hold()
    wait_until(lambda: list(person.storage.glob("being-made-*/data/global")))
    starter.kill()
    person.join()
    assert [path.name for path in person.storage.glob("being-made-*")] == []


@pytest.mark.parametrize(("account", "is_ended"), [({}, True), ({"user": 4321}, False)])
def test_an_initdb_that_has_made_nothing_yet_is_ended_when_it_is_ours(account, is_ended, tmp_path):
    program = tmp_path / "initdb"
    program.write_text("#!/bin/sh\nread line\n")
    program.chmod(0o700)
    data = tmp_path / "data"
    with subprocess.Popen([program, "-D", data], stdin=subprocess.PIPE) as initdb:
        wait_until(lambda: processes.is_postgres(initdb.pid))
        processes.end_first_start(data, account)
        assert (initdb.poll() is not None) == is_ended
        initdb.kill()


def test_many_first_starts_at_once_share_one_server(person):
    starters = [person.hold() for _ in range(6)]
    ready = [starter.wait_ready() for starter in starters]
    assert len({postmaster(holder.data) for holder in ready}) == 1
    *others, last = ready
    for holder in others:
        holder.leave()
    assert postmaster(last.data)
    last.leave()
    assert processes.living(last.data, {}) == []
    assert not socket_folder(last.data).exists()


def test_the_threads_of_a_process_hold_one_ticket_together(tmp_path):
    server, held_by_us = Server(tmp_path / "postgres", durable=False), tmp_path / "postgres/users"
    with ThreadPoolExecutor(8) as threads:
        joined = list(threads.map(lambda _: server.join(), range(8)))
    handles = [path for path in Path("/proc/self/fd").iterdir() if path.resolve() == held_by_us]
    server.leave()
    left = processes.living(server.place.data, server.place.run_as)
    processes.stop(server.place.data, server.place.run_as)
    assert joined.count(True) == len(handles) == 1
    assert left == []
    reset.reset(tmp_path)


@pytest.mark.parametrize(
    "name",
    ['a b\'s 50%&more bücher-日本 "q" \\ $HOME `x`', "l" * 113],
    ids=["awkward", "long"],
)
def test_any_path_will_do(person, name):
    tenant = person.folder(name)
    holder = tenant.join()
    with tenant.connect(holder.data) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    holder.leave()


def test_its_folders_are_for_its_owner_only_and_those_above_stay_as_they_were(resident):
    person, data = resident
    assert mode(person.checkout) == 0o711
    assert mode(person.checkout.parent) == 0o1777
    assert mode(person.control) == 0o700
    assert mode(data) == 0o700
    assert mode(socket_folder(data)) == 0o700
    assert mode(person.control / "password") == 0o600
    assert mode(person.control / "log") == 0o600


def test_nobody_connects_without_the_password(resident):
    person, data = resident
    for user in ("postgres", "collabgov"):
        for wrong in ("", "guess"):
            with pytest.raises(psycopg.OperationalError, match="password"):
                person.connect(data, user=user, password=wrong)
    rules = (data / "pg_hba.conf").read_text().splitlines()
    methods = {line.split()[-1] for line in rules if line and not line.startswith("#")}
    assert methods == {"scram-sha-256"}


def test_the_site_is_not_the_superuser(resident):
    person, data = resident
    may = "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
    with person.connect(data) as connection:
        assert connection.execute(may).fetchone() == (False,)
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        for name in ("citext", "pg_trgm", "unaccent", "btree_gist"):
            connection.execute(f"CREATE EXTENSION {name}")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another account")
def test_another_account_cannot_even_reach_the_socket(resident):
    stranger = {"user": NOBODY - 1, "group": NOBODY - 1, "extra_groups": []}
    for target in (socket_folder(resident[1]), resident[1]):
        done = subprocess.run(
            ["/bin/ls", target], capture_output=True, text=True, check=False, cwd="/", **stranger
        )
        assert "Permission denied" in done.stderr


def test_a_socket_folder_that_is_not_ours_is_refused(person):
    holder = person.join()
    holder.leave()
    folder = socket_folder(holder.data)
    if os.geteuid() == 0:
        folder.mkdir(mode=0o777)
        os.chown(folder, NOBODY - 1, NOBODY - 1)
    else:
        folder.symlink_to(person.checkout)
    said = person.hold().failure()
    assert "belongs to somebody else" in said
    shutil.rmtree(folder) if not folder.is_symlink() else folder.unlink()
    person.join().leave()


def test_what_cannot_work_is_said_in_one_sentence(person):
    holder = person.join()
    kill_postgres(holder.data)
    holder.kill()
    version = holder.data / "PG_VERSION"
    version.write_text("17\n")
    assert "made by PostgreSQL 17" in person.hold().failure()
    version.unlink()
    assert "holds no PostgreSQL database" in person.hold().failure()
    version.write_text("18\n")
    settings = holder.data / "postgresql.conf"
    text = settings.read_text()
    settings.write_text("nonsense = [\n")
    said = person.hold().failure()
    assert said.startswith("failure: PostgreSQL does not start.")
    assert "syntax error" in said
    settings.write_text(text)
    person.join().leave()
