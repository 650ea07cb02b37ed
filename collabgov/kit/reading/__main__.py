"""`python -m collabgov.kit.reading MOST_ROWS MEGABYTES SECONDS`: file in, JSON out."""

import json
import sys
from typing import IO, Any

from collabgov.kit.reading.limits import limit
from collabgov.kit.reading.problems import Unreadable

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
OTHERS: tuple[bytes, ...] = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"<?xml")
OTHERS += (b"PK\x05\x06", b"\x1f\x8b", b"<!DOCTYPE", b"<html", b"Rar!", b"7z\xbc\xaf")
LARGEST_ANSWER = 400_000_000


def main(most_rows: str, megabytes: str, seconds: str) -> None:
    limit(int(megabytes), int(seconds), LARGEST_ANSWER)
    most = int(most_rows) or None
    try:
        answer = read(sys.stdin.buffer, most)
    except Unreadable as problem:
        answer = {"problem": problem.code, "facts": problem.facts}
    except (MemoryError, RecursionError):
        answer = {"problem": "costly", "facts": {}}
    json.dump(answer, sys.stdout)


def read(file: IO[bytes], most: int | None) -> dict[str, Any]:
    start = file.read(12)
    file.seek(0)
    if not start:
        raise Unreadable("empty")
    if start.startswith(OLE):
        raise Unreadable("old")
    if start.lstrip().startswith(OTHERS):
        raise Unreadable("kind")
    if start.startswith(ZIP):
        from collabgov.kit.reading.xlsx import read_xlsx

        rows, notes = read_xlsx(file, most)
    else:
        from collabgov.kit.reading.csvs import read_csv

        rows, notes = read_csv(file.read(), most)
    if not rows.found:
        raise Unreadable("empty")
    return {"rows": rows.found, "notes": notes}


if __name__ == "__main__":
    main(*sys.argv[1:4])
