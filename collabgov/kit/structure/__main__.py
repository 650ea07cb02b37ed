"""`python -m collabgov.kit.structure MEGABYTES SECONDS`: file in, what it is as JSON out."""

import json
import sys
from typing import IO

from collabgov.kit.reading.limits import limit
from collabgov.kit.structure.problems import Unfit

PDF, ZIP, OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
LARGEST_ANSWER = 1_000_000


def main(megabytes: str, seconds: str) -> None:
    limit(int(megabytes), int(seconds), LARGEST_ANSWER)
    try:
        answer: dict[str, object] = {"kind": kind_of(sys.stdin.buffer)}
    except Unfit as problem:
        answer = {"problem": problem.code, "facts": problem.facts}
    except (MemoryError, RecursionError):
        answer = {"problem": "costly", "facts": {}}
    json.dump(answer, sys.stdout)


def kind_of(file: IO[bytes]) -> str:
    """One of pdf, docx, xlsx, pptx, odt, png, jpg; each module is loaded only for its own."""
    start = file.read(16)
    file.seek(0)
    if not start:
        raise Unfit("empty")
    if start.startswith(OLE):
        raise Unfit("old")
    if start.startswith(ZIP):
        from collabgov.kit.structure.zips import kind_of_zip

        return kind_of_zip(file)
    if start.startswith(PDF):
        from collabgov.kit.structure.pdf import judge_pdf

        judge_pdf(file.read())
        return "pdf"
    if start.startswith((PNG, JPEG)):
        from collabgov.kit.structure.images import judge_jpeg, judge_png

        is_png = start.startswith(PNG)
        (judge_png if is_png else judge_jpeg)(file.read())
        return "png" if is_png else "jpg"
    raise Unfit("kind")


if __name__ == "__main__":
    main(*sys.argv[1:3])
