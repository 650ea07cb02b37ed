"""A worker that is told to stop finishes what it does, and ends, however often it is told."""

import signal
import socket
import time
from pathlib import Path

import pytest

from tests.faults.holders import wait_gone
from tests.faults.served import kill

pytestmark = pytest.mark.fault
HALF_A_REQUEST = (
    b"POST /accounts/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=pet"
)


def lives(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_worker_told_to_stop_many_times_ends(site):
    workers = site.workers()
    lines = [socket.create_connection(("127.0.0.1", site.port)) for _ in range(6)]
    for line in lines:
        line.sendall(HALF_A_REQUEST)
    time.sleep(0.5)
    for _ in range(5):
        for pid in workers:
            kill(pid, signal.SIGTERM)
        time.sleep(0.05)
    for line in lines:
        line.close()
    deadline = time.monotonic() + 10
    while any(map(lives, workers)):
        assert time.monotonic() < deadline, "A worker hangs."
        time.sleep(0.05)


def test_workers_whose_server_was_killed_end_by_themselves(site):
    workers = site.workers()
    kill(site.process.pid)
    site.process.wait()
    deadline = time.monotonic() + 10
    while any(map(lives, workers)):
        assert time.monotonic() < deadline, "A worker stays without a server."
        time.sleep(0.05)
    wait_gone(site.server.place.data)
