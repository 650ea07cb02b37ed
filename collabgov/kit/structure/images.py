"""PNG and JPEG: walked mark by mark and never decoded, so that no picture can be a bomb."""

import io
import struct
import zipfile
import zlib

from collabgov.kit.structure.problems import ACTIVE, PROGRAMS, Unfit

LONGEST_SIDE, MOST_PIXELS = 20_000, 120_000_000
PNG_START, PNG_DATA, PNG_END = b"\x89PNG\r\n\x1a\n", b"IDAT", b"IEND"
# JPEG: start and end of the picture, start of its data; marks without a length.
SOI, EOI, SOS = 0xD8, 0xD9, 0xDA
ALONE = {0x01, *range(0xD0, 0xD8)}
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # the others of that range are tables


def judge_png(content: bytes) -> None:
    at = len(PNG_START)
    seen: list[bytes] = []
    while at < len(content) and seen[-1:] != [PNG_END]:
        name, body, at = _chunk(content, at)
        if not seen:
            _judge_header(name, body)
        if name != PNG_DATA:
            _judge_said(body)
        seen.append(name)
    if seen[-1:] != [PNG_END] or PNG_DATA not in seen:
        raise Unfit("damaged")
    if at != len(content):
        raise Unfit("trailing")
    _judge_whole(content)


def _judge_whole(content: bytes) -> None:
    """An archive is found from its end, and one may lie within what a picture says of itself."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        raise Unfit("polyglot")


def _judge_said(words: bytes) -> None:
    """What a picture says of itself: comments, where and by which program it was made."""
    if b"%PDF-" in words or ACTIVE.search(words):
        raise Unfit("polyglot")


def _chunk(content: bytes, at: int) -> tuple[bytes, bytes, int]:
    """The name of the piece that begins here, what it holds, and where the next one begins."""
    if at + 12 > len(content):
        raise Unfit("damaged")
    (length,) = struct.unpack_from(">I", content, at)
    end = at + 12 + length
    if end > len(content):
        raise Unfit("damaged")
    (checksum,) = struct.unpack_from(">I", content, end - 4)
    if zlib.crc32(memoryview(content)[at + 4 : end - 4]) != checksum:
        raise Unfit("damaged")
    return content[at + 4 : at + 8], content[at + 8 : end - 4], end


def _judge_header(name: bytes, header: bytes) -> None:
    if name != b"IHDR" or len(header) != 13:
        raise Unfit("damaged")
    judge_size(*struct.unpack_from(">II", header))


def judge_size(width: int, height: int) -> None:
    if not width or not height:
        raise Unfit("damaged")
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise Unfit("pixels", width=width, height=height)


def judge_jpeg(content: bytes) -> None:
    end, has_size = _walk_jpeg(content)
    if not has_size:
        raise Unfit("damaged")
    if trailer := content[end:]:
        _judge_trailer(trailer)
    _judge_whole(content)


def _walk_jpeg(content: bytes) -> tuple[int, bool]:
    """Where the picture ends, and whether it said how large it is."""
    at, has_size = 2, False
    while at + 4 <= len(content) or content[at : at + 2] == b"\xff\xd9":
        if content[at] != 0xFF:
            break
        mark, at = content[at + 1], at + 2
        if mark == EOI:
            return at, has_size
        if mark == 0xFF:  # filling
            at -= 1
        elif mark not in ALONE:
            (length,) = struct.unpack_from(">H", content, at)
            body = content[at : at + length]
            has_size = (mark in FRAMES and _judge_frame(body)) or has_size
            _judge_said(body)
            at = _after_data(content, at + length) if mark == SOS else at + length
    raise Unfit("damaged")


def _judge_frame(frame: bytes) -> bool:
    if len(frame) < 8:
        raise Unfit("damaged")
    height, width = struct.unpack_from(">HH", frame, 3)
    judge_size(width, height)
    return True


def _after_data(content: bytes, at: int) -> int:
    """Where the next real mark stands behind the packed picture."""
    while (at := content.find(b"\xff", at)) != -1 and at + 1 < len(content):
        following = content[at + 1]
        if following == 0xFF:
            at += 1
        elif following == 0 or following in ALONE:
            at += 2
        else:
            return at
    raise Unfit("damaged")


def _judge_trailer(trailer: bytes) -> None:
    """Telephones put a second picture or a short film behind; anything else is no picture."""
    from_camera = (
        not trailer.strip(b"\0")
        or trailer.startswith(b"\xff\xd8\xff")
        or trailer[4:8] == b"ftyp"
        or trailer.endswith(b"SEFT")
    )
    is_other = trailer.startswith(PROGRAMS) or b"%PDF-" in trailer or ACTIVE.search(trailer)
    if not from_camera or is_other or zipfile.is_zipfile(io.BytesIO(trailer)):
        raise Unfit("trailing")
