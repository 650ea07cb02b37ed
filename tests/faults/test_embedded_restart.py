"""The embedded PostgreSQL comes back by itself, whatever the last run left behind."""

import os
import signal
import subprocess
import time
from pathlib import Path

import psycopg
import pytest

from collabgov.embedded import cluster, processes, reset
from collabgov.embedded.places import socket_folder
from collabgov.embedded.server import Server
from tests.faults.holders import kill_postgres, postmaster, wait_gone, wait_until

pytestmark = pytest.mark.fault


def leavings(data):
    """The two files in which a server writes its pid."""
    return data / "postmaster.pid", socket_folder(data) / ".s.PGSQL.5432.lock"


def stranger_of(person):
    """A living process of the same account that has nothing to do with PostgreSQL."""
    return subprocess.Popen(["/bin/sleep", "60"], **person.run_as)


def test_a_lock_file_never_keeps_it_from_starting(person):
    holder = person.join()
    kill_postgres(holder.data)
    holder.kill()
    with stranger_of(person) as stranger:
        whole = leavings(holder.data)[0].read_text().splitlines()
        foreign = [str(stranger.pid), *whole[1:]]
        for lines in ([], ["4194000"], foreign[:1], foreign[:7], foreign, ["not a number"]):
            folder = socket_folder(holder.data)
            for path in leavings(holder.data):
                path.write_text("\n".join(lines))
                os.chown(path, folder.stat().st_uid, folder.stat().st_gid)
            again = person.join()
            assert postmaster(again.data) != stranger.pid
            assert stranger.poll() is None
            kill_postgres(again.data)
            again.kill()
        stranger.kill()


def test_a_zombie_postmaster_is_not_taken_for_a_living_one(person):
    parent = person.join()
    os.kill(parent.process.pid, signal.SIGSTOP)  # a parent that does not reap, as in a container
    zombie = postmaster(parent.data)
    kill_postgres(parent.data)  # it has let go of its folder; the last of it ends a moment later
    wait_until(lambda: f"{zombie} (postgres) Z" in Path(f"/proc/{zombie}/stat").read_text())
    person.join()
    assert postmaster(parent.data) != zombie


def test_a_server_left_behind_is_taken_over_and_stopped_by_the_last(person):
    first = person.join()
    pid = postmaster(first.data)
    first.kill()
    second, third = person.join(), person.join()
    assert postmaster(first.data) == pid
    second.leave()
    assert postmaster(first.data) == pid
    third.leave()
    assert processes.living(first.data, {}) == []


def test_a_dead_postmaster_with_living_children_is_waited_for(person):
    holder = person.join()
    with person.connect(holder.data) as connection:
        backend = connection.info.backend_pid
        os.kill(backend, signal.SIGSTOP)  # it cannot notice that its postmaster is gone
        os.kill(postmaster(holder.data), signal.SIGKILL)
        holder.kill()
        again = person.hold()
        time.sleep(1)
        os.kill(backend, signal.SIGCONT)
        again.wait_ready()
        assert postmaster(holder.data) != backend


def test_a_slow_recovery_is_waited_for(person):
    holder = person.join()
    stopped = postmaster(holder.data)
    os.kill(stopped, signal.SIGSTOP)  # alive, yet it answers nobody
    again = person.hold()
    time.sleep(6)
    assert again.process.poll() is None
    os.kill(stopped, signal.SIGCONT)
    again.wait_ready()
    assert postmaster(holder.data) == stopped


def test_a_server_whose_socket_was_swept_away_is_replaced(person):
    holder = person.join()
    lost = postmaster(holder.data)
    for path in socket_folder(holder.data).iterdir():
        path.unlink()
    person.join(NO_SOCKET="1")
    assert postmaster(holder.data) != lost


class Unlucky(Server):
    """Whose PostgreSQL dies as soon as it has answered its owner."""

    deaths = 0

    def problem(self, role=cluster.ROLE):
        problem = super().problem(role)
        if not problem and self.deaths < 2:
            self.deaths += 1
            for pid in processes.living(self.place.data, self.place.run_as):
                os.kill(pid, signal.SIGKILL)
        return problem


def test_a_server_that_dies_between_two_questions_is_started_once_more(tmp_path):
    server = Unlucky(tmp_path / "postgres", durable=False)
    assert server.join()
    roles = [server.problem(role) for role in (cluster.ROLE, cluster.SITE_ROLE)]
    server.leave()
    assert (roles, server.deaths) == (["", ""], 2)
    reset.reset(tmp_path)


def test_committed_rows_survive_kills(person):
    holder = person.join()
    with person.connect(holder.data) as connection:
        connection.execute("CREATE TABLE kept (n integer)")
    for number in range(4):
        with person.connect(holder.data) as connection:
            connection.execute("SET synchronous_commit = on")
            connection.execute("INSERT INTO kept VALUES (%s)", [number])
        kill_postgres(holder.data, all_of_it=number % 2 == 0)
        holder.kill()
        holder = person.join()
    with person.connect(holder.data) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (4,)


def test_what_fails_leaves_no_value_in_the_log(tmp_path):
    server = Server(tmp_path / "postgres", durable=False)
    server.join()
    with psycopg.connect(**server.connection(), dbname=cluster.DATABASE) as connection:
        connection.execute("CREATE TABLE kept (email text UNIQUE)")
        connection.execute("INSERT INTO kept VALUES ('rina@contoh.test')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO kept VALUES ('rina@contoh.test')")
    log = server.place.log.read_text()
    server.leave()
    assert "duplicate key value" in log
    assert "rina" not in log
    reset.reset(tmp_path)


def test_reset_refuses_while_it_runs_and_then_removes_everything(person):
    holder = person.join()
    socket = socket_folder(holder.data)
    with pytest.raises(SystemExit, match="Stop it first"):
        reset.reset(person.checkout)
    holder.kill()
    removed = reset.reset(person.checkout)
    wait_gone(holder.data)
    assert str(person.checkout) in removed
    assert not person.checkout.exists()
    assert not holder.data.exists()
    assert not socket.exists()
