"""Starts, shares, watches and stops the embedded PostgreSQL.

Every process that needs the database joins: it holds a shared lock for as long as it lives.
Whoever leaves last stops the server. A process that is killed holds no lock any more, so
nothing has to be cleaned up after it; the server it leaves behind is taken over by the next.
"""

import atexit
import os
import subprocess
import threading
import time
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

import psycopg

from collabgov.embedded import cluster, locks, processes
from collabgov.embedded.account import say
from collabgov.embedded.failure import DatabaseFailure
from collabgov.embedded.places import Place, find_place, open_socket_folder

PORT = "5432"
PATIENCE = 600  # seconds; replaying a long log after a crash takes minutes
NO_SOCKET = 10  # seconds a living server may go without its socket
# What failed stands in the log, not the values it failed with: nobody erases a person from there.
DISCREET = ["-c", "log_min_error_statement=panic", "-c", "log_error_verbosity=terse"]
# For tests. What is counted while a test has filled tables and committed nothing is "no rows".
NOT_DURABLE = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
NOT_DURABLE += ["-c", "autovacuum=off"]


class Server:
    """One embedded PostgreSQL, named by its folder."""

    def __init__(self, folder: Path, *, durable: bool = True):
        self.folder = folder
        self.durable = durable
        self.child: subprocess.Popen | None = None
        self.ticket: int | None = None
        self.joined_by = 0
        self.joining = threading.Lock()

    @cached_property
    def place(self) -> Place:
        return find_place(self.folder)

    def connection(self, role: str = cluster.ROLE) -> dict[str, Any]:
        """How to reach it: the socket's folder, and the owner of the tables or the site's role."""
        secret = cluster.site_password if role == cluster.SITE_ROLE else cluster.password
        return {
            "host": str(self.place.socket),
            "port": PORT,
            "user": role,
            "password": secret(self.place),
        }

    def join(self) -> bool:
        """Start the server, or share the one that runs; returns when it accepts connections.

        False when this process has joined before: however many threads ask, it holds one ticket.
        """
        with self.joining:
            return self._join()

    def _join(self) -> bool:
        if self.ticket is not None and self.joined_by == os.getpid():
            return False
        with locks.locked(self.place.control / "lock"):
            ticket = locks.join(self.place.control / "users")
            try:
                self._bring_up()
            except BaseException:
                os.close(ticket)
                raise
        self.ticket, self.joined_by = ticket, os.getpid()
        atexit.register(self.leave)
        return True

    def leave(self) -> None:
        """Stop the server when nobody else uses it."""
        if self.ticket is None or self.joined_by != os.getpid():
            return
        ticket, self.ticket = self.ticket, None
        with locks.locked(self.place.control / "lock"):
            if locks.is_last(ticket):
                self._stop()
            os.close(ticket)
        atexit.unregister(self.leave)

    def keep_up(self) -> None:
        """Bring the server up again if it died; cheap to call often."""
        if self.child is not None and self.child.poll() is None:
            return
        with locks.locked(self.place.control / "lock"):
            if not processes.living(self.place.data, self.place.run_as):
                say("PostgreSQL ended by itself; starting it again.")
                self._bring_up()

    def problem(self, role: str = cluster.ROLE) -> str:
        """Why nobody can connect, or nothing: the only test of life that counts."""
        try:
            reached = self.connection(role)
            psycopg.connect(**reached, dbname=cluster.DATABASE, connect_timeout=5).close()
        except psycopg.OperationalError as error:
            return str(error) or "no answer"
        return ""

    def _bring_up(self) -> None:
        cluster.ensure_cluster(self.place, durable=self.durable)
        open_socket_folder(self.place)
        began = time.monotonic()
        failures, told, last_socket, pause = 0, False, began, 0.02
        while problem := self._trouble():
            now = time.monotonic()
            if "password authentication failed" in problem:
                raise DatabaseFailure(self._locked_out())
            if now - began > PATIENCE:
                raise DatabaseFailure(f"PostgreSQL did not answer in {PATIENCE} s. {self._why()}")
            if now - began > 5 and not told:
                told = True
                say("PostgreSQL is repairing itself after a crash. This can take minutes.")
            last_socket = now if (self.place.socket / f".s.PGSQL.{PORT}").exists() else last_socket
            failures += self._step(is_lost=now - last_socket > NO_SOCKET)
            if failures > 3:
                raise DatabaseFailure(f"PostgreSQL does not start. {self._why()}")
            time.sleep(pause)
            pause = min(pause * 1.3, 0.5)

    def _trouble(self) -> str:
        """Why one of the two roles cannot connect, or nothing; makes the pages' role if need be.

        The server may die between any two of these questions: that is one more trouble to wait
        out, and no reason to give up.
        """
        trouble = self.problem() or self.problem(cluster.SITE_ROLE)
        if f'"{cluster.SITE_ROLE}"' not in trouble:
            return trouble
        try:
            cluster.ensure_site_role(self.place, self.connection())
        except psycopg.OperationalError as error:
            return str(error) or "no answer"
        return ""

    def _step(self, *, is_lost: bool) -> bool:
        """One try to get nearer to a server that answers; says whether a start failed."""
        if self.child is not None and self.child.poll() is None and not is_lost:
            return False
        if processes.living(self.place.data, self.place.run_as):
            if is_lost:  # its socket is gone for good: nobody can ever reach it again
                self._stop()
                open_socket_folder(self.place)
            return False
        has_failed = self.child is not None
        self._forget_the_dead()
        self._launch()
        return has_failed

    def _forget_the_dead(self) -> None:
        """Remove lock files that no living server owns: both name a pid that may be anybody's."""
        socket = self.place.socket / f".s.PGSQL.{PORT}"
        for path in (self.place.data / "postmaster.pid", socket, Path(f"{socket}.lock")):
            path.unlink(missing_ok=True)

    def _launch(self) -> None:
        log = self.place.log
        if log.exists() and log.stat().st_size > 1_000_000:
            log.replace(log.with_name("log.old"))
        command = [self.place.program("postgres"), "-D", str(self.place.data), "-p", PORT]
        command += ["-k", str(self.place.socket), "-c", "unix_socket_permissions=0700"]
        command += ["-c", "listen_addresses=", "-c", "cluster_name=collabgov"]
        command += DISCREET
        command += [] if self.durable else NOT_DURABLE
        handle = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            self.child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=handle,
                stderr=handle,
                cwd="/",
                env=cluster.ENVIRONMENT,
                umask=0o077,
                start_new_session=True,  # Ctrl+C is for us; PostgreSQL stops after the last page
                **self.place.run_as,
            )
        finally:
            os.close(handle)

    def _stop(self) -> None:
        if self.child is not None:
            self._stop_child(self.child)
        processes.stop(self.place.data, self.place.run_as)
        with suppress(OSError):
            self.place.socket.rmdir()

    def _stop_child(self, child: subprocess.Popen) -> None:
        """End our own child and take its exit, so that it does not stay as a zombie."""
        processes.interrupt(child.pid)
        with suppress(subprocess.TimeoutExpired):
            child.wait(60)
        self.child = None

    def _why(self) -> str:
        lines = self.place.log.read_text(errors="replace").splitlines()[-3:]
        said = " / ".join(line.strip() for line in lines)
        return f"Its log ({self.place.log}) ends with: {said}"

    def _locked_out(self) -> str:
        return (
            f"The password in {self.place.control / 'password'} is not the database's. "
            "Put the right file back, or start afresh with `make reset`."
        )
