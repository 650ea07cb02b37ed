"""kill -9 of the web server and of PostgreSQL while meetings are being saved: nothing is lost.

FAULT_ROUNDS=20 for the long run; FAULT_SEED repeats one. `-s` prints the figures.
"""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from collabgov.embedded import processes, reset
from collabgov.embedded.server import Server
from collabgov.serving import answers
from tests.faults.writers import Journal, Visitor, Writer

pytestmark = pytest.mark.fault

ROUNDS = int(os.environ.get("FAULT_ROUNDS", "5"))
SEED = int(os.environ.get("FAULT_SEED", "0")) or random.randrange(10**6)
WRITERS = 3
VICTIMS = ["web server", "postmaster", "all of PostgreSQL", "worker", "web server and PostgreSQL"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """`manage.py serve`, as `make run` starts it, on a folder of its own."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = (folder.parent / "serve.log").open("w+")
        self.server = Server(folder / "postgres")
        self.process = None

    def start(self):
        environment = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(self.port)],
            cwd=settings.BASE_DIR,
            env=environment | {"LOCAL_DIR": str(self.folder)},
            stdout=self.log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def wait_ready(self, patience=90):
        began = time.monotonic()
        while not answers("127.0.0.1", self.port):
            assert self.process.poll() is None, self.said()
            assert time.monotonic() - began < patience, self.said()
            time.sleep(0.05)
        return time.monotonic() - began

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)

    def postgres(self):
        return processes.living(self.server.place.data, self.server.place.run_as)

    def workers(self):
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [int(child) for child in children if b"spawn_main" in command_of(child)]

    def kill(self, victim):
        """kill -9; when the web server is gone it is started again, as a person would."""
        pids = []
        if "PostgreSQL" in victim:
            pids += self.postgres()
        if victim == "postmaster":
            pids += processes.postmasters(self.postgres())
        if victim == "worker":
            pids += self.workers()[:1]
        if "web server" in victim:
            pids.append(self.process.pid)
        assert pids, victim
        for pid in pids:
            kill(pid)
        if "web server" in victim:
            self.process.wait()
            self.start()


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def command_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


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


def saved_in(site):
    """Title, number of topics and of decisions of every meeting in the database."""
    site.server.join()
    reached = site.server.connection() | {"dbname": "collabgov"}
    with psycopg.connect(**reached) as session:
        rows = session.execute(
            """SELECT meeting.title, count(DISTINCT item.id), count(DISTINCT decision.id)
                 FROM agreements_meeting meeting
                 LEFT JOIN agreements_agendaitem item ON item.meeting_id = meeting.id
                 LEFT JOIN agreements_decision decision ON decision.agenda_item_id = item.id
                WHERE meeting.title LIKE 'Uji %' GROUP BY meeting.id"""
        ).fetchall()
    site.server.leave()
    return rows


def write_while_killing(site, journal):
    password = (site.folder / "demo_password").read_text().strip()
    chance = random.Random(SEED)
    writers = []
    for _ in range(WRITERS):
        visitor = Visitor(site.base)
        visitor.sign_in("petugas@demo.test", password)
        writers.append(Writer(visitor, journal))
        writers[-1].start()
    recoveries = []
    for number in range(ROUNDS):
        before = len(journal.acknowledged)
        time.sleep(chance.uniform(0.2, 1.5))
        victim = VICTIMS[number % len(VICTIMS)]
        site.kill(victim)
        recoveries.append((round(site.wait_ready(), 2), victim))
        await_one_more(journal, before)
    for writer in writers:
        writer.over.set()
    for writer in writers:
        writer.join(60)
    return recoveries


def await_one_more(journal, before, patience=60):
    """Each round must really save something, or it proves nothing."""
    began = time.monotonic()
    while len(journal.acknowledged) <= before and not journal.troubles:
        assert time.monotonic() - began < patience, "Nothing was saved after the restart."
        time.sleep(0.05)


def test_no_acknowledged_meeting_is_lost(site):
    journal = Journal()
    recoveries = write_while_killing(site, journal)
    site.stop()
    rows = saved_in(site)
    saved = {title for title, _topics, _decisions in rows}
    sys.stdout.write(
        f"\nseed {SEED}, {ROUNDS} kills, {len(journal.acknowledged)} acknowledged, "
        f"{len(journal.sent)} sent, {journal.unanswered} without an answer; ready again after "
        f"{', '.join(f'{seconds} s ({victim})' for seconds, victim in recoveries)}\n"
    )
    assert journal.troubles == [], "Neither saved nor asked to wait."
    assert len(journal.acknowledged) >= ROUNDS
    assert set(journal.acknowledged) - saved == set(), "Acknowledged, and lost."
    assert saved <= journal.sent
    assert len(rows) == len(saved), "Saved twice."
    assert {(topics, decisions) for _title, topics, decisions in rows} == {(1, 1)}, "Half saved."
    assert processes.living(site.server.place.data, site.server.place.run_as) == []
