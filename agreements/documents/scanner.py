"""Asks clamd whether a file holds a virus, over its own protocol (INSTREAM)."""

import socket
import struct
from dataclasses import dataclass

from django.conf import settings
from django.core.files import File

from agreements.documents.kinds import ScanState

PIECE = 64 * 1024


@dataclass(frozen=True)
class Verdict:
    """What is known of a file, and what the scanner called it."""

    state: ScanState
    note: str = ""


def scan(file: File) -> Verdict:
    """Ask the scanner; without one nothing is known, and when it is away nothing is let through."""
    if not settings.CLAMD:
        return Verdict(ScanState.NOT_SCANNED)
    try:
        with _connected() as clamd:
            return _verdict(_ask(clamd, file))
    except TimeoutError:
        return Verdict(ScanState.PENDING)
    except OSError as error:
        return Verdict(ScanState.ERROR, str(error)[:200])


def _connected() -> socket.socket:
    """`CLAMD` is a path of a socket, or host:port."""
    host, colon, port = settings.CLAMD.rpartition(":")
    if colon and port.isdecimal():
        return socket.create_connection((host.strip("[]"), int(port)), settings.CLAMD_SECONDS)
    clamd = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        clamd.settimeout(settings.CLAMD_SECONDS)
        clamd.connect(settings.CLAMD)
    except BaseException:
        clamd.close()
        raise
    return clamd


def _ask(clamd: socket.socket, file: File) -> str:
    file.seek(0)
    clamd.sendall(b"zINSTREAM\0")
    for piece in file.chunks(PIECE):
        clamd.sendall(struct.pack(">I", len(piece)) + piece)
    clamd.sendall(struct.pack(">I", 0))
    answer = b""
    while not answer.endswith(b"\0") and (more := clamd.recv(4096)):
        answer += more
    return answer.rstrip(b"\0").decode("utf-8", "replace").strip()


def _verdict(answer: str) -> Verdict:
    """`stream: OK`, `stream: NAME FOUND`, or anything else, which is an error."""
    _stream, _colon, said = answer.partition(": ")
    if said == "OK":
        return Verdict(ScanState.CLEAN)
    if said.endswith(" FOUND"):
        return Verdict(ScanState.INFECTED, said.removesuffix(" FOUND")[:200])
    return Verdict(ScanState.ERROR, answer[:200])
