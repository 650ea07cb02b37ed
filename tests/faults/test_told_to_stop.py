"""A worker that is told to stop finishes what it does, and ends, however often it is told."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.served import kill

pytestmark = pytest.mark.fault
HALF_A_REQUEST = (
    b"POST /accounts/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nlogin=pet"
)


def lives(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


LEAVES = """
import atexit, signal, time
from collabgov.serving import leave_tidily

def leave():
    print("leaving", flush=True)
    time.sleep(0.5)
    print("left", flush=True)

atexit.register(leave)
signal.signal(signal.SIGTERM, leave_tidily)
print("ready", flush=True)
time.sleep(30)
"""


def test_a_second_signal_does_not_cut_the_leaving_short():
    with subprocess.Popen([sys.executable, "-c", LEAVES], stdout=subprocess.PIPE, text=True) as one:
        for heard in ("ready", "leaving"):
            assert one.stdout.readline().strip() == heard
            kill(one.pid, signal.SIGTERM)
        assert one.stdout.read().strip() == "left"
    assert one.returncode == 0


MISSES_ONE = """
import signal, time
from collabgov.serving import insist, leave_tidily

signal.signal(signal.SIGTERM, lambda *_: signal.signal(signal.SIGTERM, leave_tidily))
insist()
print("ready", flush=True)
time.sleep(30)
"""


def test_a_signal_that_was_missed_comes_again():
    with subprocess.Popen([sys.executable, "-c", MISSES_ONE], stdout=subprocess.PIPE) as one:
        one.stdout.readline()
        kill(one.pid, signal.SIGTERM)
        try:
            assert one.wait(10) == 0
        finally:
            one.kill()


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
    site.wait_gone()
