"""`manage.py serve` as a process of its own, to be killed and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings

from collabgov.embedded import processes
from collabgov.embedded.server import Server
from collabgov.serving import answers
from tests.faults.holders import wait_gone


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

    def wait_ready(self, patience=240):  # how fast it must be, .ci/up.py says
        began = time.monotonic()
        while not answers("127.0.0.1", self.port):
            assert self.process.poll() is None, self.said()
            assert time.monotonic() - began < patience, self.said()
            time.sleep(0.05)
        return time.monotonic() - began

    def said(self):
        """What it wrote, and what its PostgreSQL wrote last."""
        self.log.seek(0)
        database = self.folder / "postgres" / "log"
        return self.log.read() + (database.read_text()[-3000:] if database.exists() else "")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        finally:
            self.process.kill()

    def postgres(self):
        return processes.living(self.server.place.data, self.server.place.run_as)

    def wait_gone(self):
        """Until PostgreSQL has stopped: whoever leaves last stops it."""
        wait_gone(self.server.place.data, run_as=self.server.place.run_as)

    def workers(self):
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [int(child) for child in children if b"spawn_main" in command_of(child)]

    def kill(self, victim, patience=60):
        """kill -9; when the web server is gone it is started again, as a person would.

        What the workers of a killed server leave behind may be all there is for a moment.
        """
        deadline = time.monotonic() + patience
        while not (pids := self.pids_of(victim)):
            assert time.monotonic() < deadline, victim
            time.sleep(0.02)
        for pid in pids:
            kill(pid)
        if "web server" in victim:
            self.process.wait()
            self.start()

    def pids_of(self, victim):
        pids = []
        if "PostgreSQL" in victim:
            pids += self.postgres()
        if victim == "postmaster":
            pids += processes.postmasters(self.postgres())
        if victim == "worker":
            pids += self.workers()[:1]
        if "web server" in victim:
            pids.append(self.process.pid)
        return pids


def kill(pid, number=signal.SIGKILL):
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def command_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
