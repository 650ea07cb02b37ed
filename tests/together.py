"""Two who write at the same moment, each on a connection of their own."""

import threading
import time

import pytest
from django.db import connection

PATIENCE = 10  # seconds
WAITING = """
    SELECT count(*) FROM pg_locks
    WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))
"""


def beside(act):
    """Run it in a thread; what it raised is in the list that is returned."""
    raised = []

    def run():
        try:
            act()
        except Exception as error:
            raised.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread, raised


def wait_for_a_lock():
    """Until somebody waits for what this thread's transaction holds."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
    pytest.fail("Nobody waits.")
