"""PDF: begins and ends as one, is nothing else besides, and runs nothing when it is opened.

What the page draws is packed and is not looked at; what could act (scripts, programs, files
inside) stands in dictionaries, in the open or in packed groups of objects, and both are read.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from collabgov.kit.structure.problems import ACTIVE, Unfit

START = re.compile(rb"%PDF-[12]\.\d[\s%]")
END, BLANK = b"%%EOF", b"\0\t\n\f\r "
HEAD = 1_024
STREAM = re.compile(rb"\bstream\r?\n")
LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
FLATE = re.compile(rb"/Filter\s*(?:\[\s*)?/(?:FlateDecode|Fl)\s*(?:\]|/|>|\s)")
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
SCRIPTS = re.compile(rb"/(?:JavaScript|Launch|RichMedia)\b")
INSIDE = re.compile(rb"/EmbeddedFiles?\b")
# Too short to be looked for in packed bytes, where they stand by chance.
SHORT_SCRIPTS = re.compile(rb"/JS\s*[(<]|/JS\s+\d+\s+\d+\s+R")
SHORT_INSIDE = re.compile(rb"/EF\s*<<|/EF\s+\d+\s+\d+\s+R")
MOST_UNPACKED = 60_000_000


def judge_pdf(content: bytes) -> None:
    if not START.match(content):
        raise Unfit("damaged")
    _judge_end(content)
    if ACTIVE.search(content[:HEAD]):
        raise Unfit("polyglot")
    _judge_names(plain(content), SCRIPTS, INSIDE)
    for text in _telling(content):
        names = plain(text)
        if re.search(rb"/Encrypt\b", names):
            raise Unfit("locked")
        _judge_names(names, SCRIPTS, INSIDE)
        _judge_names(names, SHORT_SCRIPTS, SHORT_INSIDE)


def plain(text: bytes) -> bytes:
    """Names as they are meant: `/J#61vaScript` is one way to write `/JavaScript`."""
    return ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), text)


def _judge_names(names: bytes, scripts: re.Pattern[bytes], inside: re.Pattern[bytes]) -> None:
    if scripts.search(names):
        raise Unfit("scripts")
    if inside.search(names):
        raise Unfit("attached")


def _judge_end(content: bytes) -> None:
    last = content.rfind(END)
    if last == -1 or b"startxref" not in content:
        raise Unfit("damaged")
    if content[last + len(END) :].strip(BLANK):
        raise Unfit("trailing")
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise Unfit("polyglot")


def _telling(content: bytes) -> Iterator[bytes]:
    """Everything but the packed streams; of those, the ones that hold objects."""
    at, budget = 0, MOST_UNPACKED
    while found := STREAM.search(content, at):
        between = content[at : found.start()]
        yield between
        own = plain(between[between.rfind(b" obj") + 1 :])
        end = _end_of(content, found.end(), own)
        if re.search(rb"/ObjStm\b", own):
            objects = _unpacked(content[found.end() : end], own, budget)
            budget -= len(objects)
            yield objects
        at = end
    yield content[at:]


def _end_of(content: bytes, start: int, own: bytes) -> int:
    """Where a stream ends: where its length says, if that is true, or at the next end."""
    if said := LENGTH.search(own):
        end = start + int(said[1])
        if content[end : end + 20].lstrip(BLANK).startswith(b"endstream"):
            return end
    end = content.find(b"endstream", start)
    return len(content) if end == -1 else end


def _unpacked(packed: bytes, own: bytes, budget: int) -> bytes:
    """The objects of a group; one that cannot be read is refused, for it may hide anything."""
    if b"/Filter" not in own:
        return packed
    if not FLATE.search(own) or b"/DecodeParms" in own:
        raise Unfit("hidden")
    try:
        machine = zlib.decompressobj()
        objects = machine.decompress(packed, max(1, budget))
    except zlib.error:
        raise Unfit("damaged") from None
    if machine.unconsumed_tail:
        raise Unfit("bomb")
    return objects
