"""Joins an embedded server and keeps it until standard input ends. Run as a process of its own."""

import os
import sys
from pathlib import Path

from collabgov.embedded import server
from collabgov.embedded.failure import DatabaseFailure

server.NO_SOCKET = float(os.environ.get("NO_SOCKET", server.NO_SOCKET))
shared = server.Server(Path(sys.argv[1]), durable=False)
try:
    shared.join()
except DatabaseFailure as failure:
    sys.exit(f"failure: {failure}")
sys.stdout.write(f"ready {shared.place.data}\n")
sys.stdout.flush()
sys.stdin.read()
shared.leave()
