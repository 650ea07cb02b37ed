"""PDF: begins and ends as one, is nothing else besides, and runs nothing when it is opened.

What the page draws is packed and is not looked at; what could act (scripts, programs, files
inside) stands in dictionaries, in the open or in packed groups of objects, and both are read:
every group, also one that lies within another stream, because tables of objects may point there.
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
STREAM = re.compile(rb"\bstream\b")
LINE_END = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)")
OBJECT = re.compile(rb"\d[\0\s]+\d+[\0\s]+obj\b")
LENGTH = re.compile(rb"/Length\s+(\d+)\b(?!\s+\d+\s+R)")
FLATE = re.compile(rb"/Filter\s*(?:\[\s*)?/(?:FlateDecode|Fl)\s*(?:\]|/|>|\s)")
GROUP, PARAMETERS = re.compile(rb"/ObjStm\b"), b"/DecodeParms"
NUMBERS = re.compile(rb"[\0\s]*\d+[\0\s]+\d+[\0\s]")  # a group begins with where its objects are
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
SCRIPTS = re.compile(rb"/(?:JavaScript|Launch|RichMedia|Rendition)\b")
REACHES = re.compile(rb"/(?:GoTo[RE]|SubmitForm|ImportData)\b")
ADDRESS = re.compile(rb"/URI[\0\s]*(?:\(((?:\\.|[^\\()])*)|<([0-9A-Fa-f\s]*)>)", re.S)
OCTAL = re.compile(rb"\\([0-7]{1,3})|\\\r?\n|\\(.)", re.S)
RUN = re.compile(rb"(?:javascript|vbscript|data|search-ms|ms-[a-z-]+):", re.I)
INSIDE = re.compile(rb"/(?:EmbeddedFiles?|FileAttachment)\b")
# Too short to be looked for in packed bytes, where they stand by chance.
SHORT_SCRIPTS = re.compile(rb"/(?:JS|XFA)\b")
SHORT_INSIDE = re.compile(rb"/EF\b")
MOST_UNPACKED, PIECE = 60_000_000, 65_536


def judge_pdf(content: bytes) -> None:
    if not START.match(content):
        raise Unfit("damaged")
    _judge_end(content)
    if ACTIVE.search(content[:HEAD]):
        raise Unfit("polyglot")
    _judge_names(plain(content), SCRIPTS, INSIDE)
    for text in [*_open(content), *_groups(content)]:
        names = plain(text)
        if re.search(rb"/Encrypt\b", names):
            raise Unfit("locked")
        _judge_names(names, SCRIPTS, INSIDE)
        _judge_names(names, SHORT_SCRIPTS, SHORT_INSIDE)
        _judge_addresses(names)


def plain(text: bytes) -> bytes:
    """Names as they are meant: `/J#61vaScript` is one way to write `/JavaScript`."""
    return ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), text)


def _judge_names(names: bytes, scripts: re.Pattern[bytes], inside: re.Pattern[bytes]) -> None:
    if scripts.search(names):
        raise Unfit("scripts")
    if inside.search(names):
        raise Unfit("attached")
    if REACHES.search(names):
        raise Unfit("reaches")


def _judge_addresses(names: bytes) -> None:
    """A link that is pressed leads to a page, and is no program; it may be written in escapes."""
    for found in ADDRESS.finditer(names):
        said = _unhexed(found[2]) if found[2] is not None else OCTAL.sub(_letter, found[1])
        if RUN.match(bytes(byte for byte in said if byte > 32 and byte not in b"\xfe\xff")):
            raise Unfit("scripts")


def _letter(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 8) & 255]) if found[1] else found[2] or b""


def _unhexed(digits: bytes) -> bytes:
    plain_digits = b"".join(digits.split()).decode()
    return bytes.fromhex(plain_digits + "0" * (len(plain_digits) % 2))


def _judge_end(content: bytes) -> None:
    last = content.rfind(END)
    if last == -1 or b"startxref" not in content:
        raise Unfit("damaged")
    if content[last + len(END) :].strip(BLANK):
        raise Unfit("trailing")
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise Unfit("polyglot")


def _open(content: bytes) -> Iterator[bytes]:
    """Everything but the streams; of those, the ones in which objects stand in the open."""
    at = 0
    while found := STREAM.search(content, at):
        before = content[at : found.start()]
        yield before
        own = plain(before[before.rfind(b" obj") + 1 :])
        start = _start_of(content, found)
        at = _end_of(content, start, own)
        if OBJECT.search(content, start, at):
            yield content[start:at]
    yield content[at:]


def _groups(content: bytes) -> Iterator[bytes]:
    """The packed groups of objects; also those that look like one and do not say that they are.

    All that stands before a stream counts as its own: a decoy cannot cut its dictionary short.
    """
    at, budget = 0, MOST_UNPACKED
    for found in STREAM.finditer(content):
        own, at = plain(content[at : found.start()]), found.end()
        start, is_group = _start_of(content, found), GROUP.search(own) is not None
        if is_group and b"/Filter" not in own:
            yield content[start : _end_of(content, start, own)]
            continue
        if is_group and (not FLATE.search(own) or PARAMETERS in own):
            raise Unfit("hidden")
        if is_group or NUMBERS.match(_unpacked(content[start : start + HEAD], 0, HEAD)):
            objects = _unpacked(content, start, budget)
            budget -= len(objects)
            if budget < 0:
                raise Unfit("bomb")
            if not objects:
                raise Unfit("damaged")
            yield objects


def _unpacked(content: bytes, start: int, most: int) -> bytes:
    """What is packed from there on, to its own end or a little more than `most`."""
    machine, unpacked = zlib.decompressobj(), bytearray()
    try:
        while not machine.eof and start < len(content) and len(unpacked) <= most:
            packed = content[start : start + PIECE]
            unpacked += machine.decompress(packed, max(1, most + 1 - len(unpacked)))
            start += PIECE
    except zlib.error:
        pass  # what came before is judged
    return bytes(unpacked)


def _start_of(content: bytes, keyword: re.Match[bytes]) -> int:
    """Readers skip what stands on the line of the keyword, whatever ends that line."""
    line = LINE_END.match(content, keyword.end())
    return line.end() if line else keyword.end()


def _end_of(content: bytes, start: int, own: bytes) -> int:
    """Where a stream ends: where its length says, if that is true, or at the next end."""
    for said in LENGTH.finditer(own):
        end = start + int(said[1][:12])
        if content[end : end + 20].lstrip(BLANK).startswith(b"endstream"):
            return end
    end = content.find(b"endstream", start)
    return len(content) if end == -1 else end
