"""Runs granian beside the database it needs, and ends both together."""

import errno
import http.client
import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from contextlib import closing, suppress

THREADS = 8  # a worker's; the database pool is as large
PARENT = "COLLABGOV_SERVED_BY"
WORKER_PATIENCE = 30  # seconds that a worker has to finish its requests
PORT_PATIENCE = 8  # the workers of a killed server may wait 5 s for its database, then let go


class CannotServe(Exception):
    """The server cannot start; `str()` says why and what to do."""


def require_free(host, port):
    """Refuse a port that is taken, before anything else is started."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    deadline = time.monotonic() + PORT_PATIENCE
    while True:
        try:
            with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((host, port))
            return
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > deadline:
                raise CannotServe(_why_not(error, host, port)) from error
        time.sleep(0.1)


def _why_not(error, host, port):
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is used by another program. "
            f"Stop that program, or choose another port: PORT={port + 1} make run"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights. Choose one above 1023: PORT=8000 make run"
    return f"Cannot listen on {host}, port {port}: {error.strerror}."


def serve(host, port):
    """Serve until a signal asks to stop. Requests under way are finished first."""
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.log import LogLevels

    # Fresh workers, not copies of this process: a reload (SIGHUP) then takes up new code.
    multiprocessing.set_start_method("spawn", force=True)
    os.environ[PARENT] = str(os.getpid())
    insist()
    Granian(
        "collabgov.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        workers=2,
        blocking_threads=THREADS,
        workers_kill_timeout=WORKER_PATIENCE,
        workers_lifetime=6 * 3600,
        respawn_failed_workers=True,
        websockets=False,
        log_level=LogLevels.error,
    ).serve()


def end_with_server():
    """Called in a worker: it must not outlive its server, or it would keep the port.

    It also leaves the terminal's process group: Ctrl+C reaches the server, which lets the
    worker finish its requests.
    """
    parent = int(os.environ.get(PARENT, 0))
    if not parent or multiprocessing.parent_process() is None:
        return
    with suppress(PermissionError):
        os.setpgid(0, 0)
    signal.signal(signal.SIGTERM, leave_tidily)  # until granian listens
    hear_one_signal()
    insist()
    Watch(stop_when_orphaned(parent, WORKER_PATIENCE)).start()


def leave_tidily(number, _frame):
    """End, and hear no second signal while PostgreSQL is being stopped."""
    signal.signal(number, signal.SIG_IGN)
    sys.exit(0)


def insist():
    """Repeat a signal to stop every half second until the process has ended.

    One alone can be missed: it comes when Python's main thread is just about to wait, or when
    granian is just about to clear what its handler has set. The byte always comes.
    """
    ear, mouth = os.pipe()
    os.set_blocking(mouth, False)
    signal.set_wakeup_fd(mouth, warn_on_full_buffer=False)

    def repeat():
        while (number := os.read(ear, 1)[0]) not in {signal.SIGINT, signal.SIGTERM}:
            pass
        while True:
            time.sleep(0.5)
            os.kill(os.getpid(), number)

    threading.Thread(target=repeat, daemon=True).start()


def hear_one_signal():
    """In a worker: to be told to stop once is enough, however often it is said.

    A worker of granian 2.8 that finishes its requests freezes for ever at the third signal: the
    channel that its handler writes into holds one. And signals do repeat: systemd sends one to
    every process besides granian's own, and `insist` repeats one.
    """
    from granian import _signals

    listen, heard = _signals.set_sync_signals, threading.Lock()

    def listen_once():
        event = listen()
        tell = signal.getsignal(signal.SIGTERM)

        def handle(number, frame):
            if callable(tell) and heard.acquire(blocking=False):
                tell(number, frame)

        signal.signal(signal.SIGTERM, handle)
        signal.signal(signal.SIGINT, handle)
        return event

    _signals.set_sync_signals = listen_once


class Watch(threading.Thread):
    """Does something every half second until told to stop."""

    def __init__(self, look, pause=0.5):
        super().__init__(daemon=True)
        self.look, self.pause, self.over = look, pause, threading.Event()

    def run(self):
        while not self.over.wait(self.pause):
            self.look()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *failure):
        self.over.set()
        self.join()


def stop_when_orphaned(parent, patience):
    """A look for `Watch`: when whoever started us is gone, stop as if told to, then by force."""
    orphaned_at = 0.0

    def look():
        nonlocal orphaned_at
        if os.getppid() == parent:
            return
        orphaned_at = orphaned_at or time.monotonic()
        is_late = time.monotonic() - orphaned_at > patience  # seconds
        os.kill(os.getpid(), signal.SIGKILL if is_late else signal.SIGTERM)

    return look


def announce(host, port, text, write):
    """A look for `Watch`: say `text` once, when the site really answers."""
    said = threading.Event()

    def look():
        if not said.is_set() and answers(host, port):
            said.set()
            write(text)

    return look


def answers(host, port):
    reach = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    try:
        with closing(http.client.HTTPConnection(reach, port, timeout=5)) as line:
            line.request("GET", "/readyz")
            return line.getresponse().status == 200
    except OSError:
        return False
