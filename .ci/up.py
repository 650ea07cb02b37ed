"""Starts `make run` as a newcomer would, asks /readyz, stops it, and says how long it took."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_ready(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def wait_ready(process, url, patience):
    began = time.monotonic()
    while not is_ready(url):
        if process.poll() is not None:
            return "make run ended by itself"
        if time.monotonic() - began > patience:
            return f"not ready after {patience} s"
        time.sleep(0.05)
    return ""


def main(limit):
    port = free_port()
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            ["make", "run"],
            cwd=HERE,
            env=os.environ | {"PORT": str(port)},
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        trouble = wait_ready(process, f"http://127.0.0.1:{port}/readyz", patience=limit * 3)
        took = time.monotonic() - began
        os.killpg(process.pid, signal.SIGINT)  # Ctrl+C
        process.wait(60)
        said.seek(0)
        sys.stdout.write(said.read())
    if not trouble and took > limit:
        trouble = f"ready after {took:.1f} s, and {limit} s is the limit"
    if trouble:
        sys.exit(trouble)
    sys.stdout.write(f"ready after {took:.1f} s\n")


if __name__ == "__main__":
    main(float(sys.argv[1]))
