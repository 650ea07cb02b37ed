"""Documents that are zip archives: what the archive says is judged before any of it is unpacked."""

import io
import re
import struct
import zipfile
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from typing import IO

from collabgov.kit.structure.fields import Fields
from collabgov.kit.structure.problems import ACTIVE, ARCHIVES, PROGRAMS, Unfit
from collabgov.kit.structure.xmls import is_xml, judge_picture, judge_xml

MOST_MEMBERS, MOST_UNPACKED, MOST_RATIO, SMALL = 3_000, 250_000_000, 250, 1_000_000
END, END_SIZE, HEAD, PIECE = b"PK\x05\x06", 22, 1_024, 1_000_000
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # documents know no other way
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACROS = ("macroenabled", "vbaproject", "vbadata", "macrosheet", "activex")
XML = (".xml", ".rels", ".vml", ".rdf")
# What documents are made of; `bin` is settings of a printer, no ending an OpenDocument picture.
PARTS = re.compile(
    r"xml|rels|vml|rdf|bin|psmdcp|sigs|txt|json||png|jpe?g?|jfif|gif|bmp|dib|[ew]m[fz]|tiff?|wdp"
    r"|svg|svm|odttf|fntdata|ttf|otf|mp[34]|m4[av]|wav|wm[av]|mov|avi"
)
NESTED = ("docx", "xlsx", "pptx")


@dataclass
class Archive:
    """An opened archive whose members were judged by what the archive says of them."""

    zip: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    is_nested: bool

    def open(self, name: str) -> IO[bytes]:
        return self.zip.open(self.members[name])


def kind_of_zip(file: IO[bytes], *, is_nested: bool = False) -> str:
    try:
        _judge_frame(file)
        with zipfile.ZipFile(file) as opened:
            members = _judged(opened.infolist())
            archive = Archive(opened, members, is_nested)
            kind = _kind(archive)
            _judge_parts(archive)
            return kind
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError):
        raise Unfit("damaged") from None
    except (KeyError, OSError, ValueError, OverflowError, struct.error):
        raise Unfit("damaged") from None


def _kind(archive: Archive) -> str:
    from collabgov.kit.structure.office import OPEN_TEXT, kind_of_office, kind_of_open_text

    is_open = next(iter(archive.members), "") == OPEN_TEXT
    return kind_of_open_text(archive) if is_open else kind_of_office(archive)


def _judge_frame(file: IO[bytes]) -> None:
    """The archive begins with the file and ends with it: nothing stands before or behind."""
    size = file.seek(0, io.SEEK_END)
    if size < END_SIZE:
        raise Unfit("damaged")
    file.seek(0)
    head = file.read(HEAD)
    if b"%PDF-" in head or ACTIVE.search(head):
        raise Unfit("polyglot")
    file.seek(max(0, size - END_SIZE - 65_536))
    tail = file.read()
    at = tail.rfind(END)
    if at == -1 or at + END_SIZE > len(tail):
        raise Unfit("damaged")
    members, _size, _start, comment = struct.unpack_from("<HIIH", tail, at + 10)
    if members > MOST_MEMBERS:
        raise Unfit("bomb")
    if at + END_SIZE != len(tail) or comment:
        raise Unfit("trailing")
    if size - END_SIZE != _size + _start:
        raise Unfit("damaged")
    file.seek(0)


def _judged(members: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    names = {member.filename: member for member in members}
    if len(names) != len(members) or len({name.lower() for name in names}) != len(names):
        raise Unfit("damaged")
    if any(member.flag_bits & 1 for member in members):
        raise Unfit("locked")
    if any(_is_elsewhere(member.filename) or _is_odd(member) for member in members):
        raise Unfit("damaged")
    _judge_sizes(members)
    if any(word in name.lower() for name in names for word in MACROS):
        raise Unfit("macros")
    return names


def _is_elsewhere(name: str) -> bool:
    """Whether unpacking would write outside, or a name has what names of parts never have."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith("/") or "\\" in name or ":" in name or "\0" in name


def _is_odd(member: zipfile.ZipInfo) -> bool:
    """Packed as documents never are, or a folder that holds something."""
    return member.compress_type not in PACKED or (member.is_dir() and member.file_size > 0)


def _judge_sizes(members: Iterable[zipfile.ZipInfo]) -> None:
    sizes = [(member.file_size, member.compress_size) for member in members]
    unpacked, packed = (sum(column) for column in zip(*sizes, strict=True)) if sizes else (0, 0)
    if len(sizes) > MOST_MEMBERS or unpacked > MOST_UNPACKED:
        raise Unfit("bomb")
    if any(
        size > SMALL and size > MOST_RATIO * small for size, small in [*sizes, (unpacked, packed)]
    ):
        raise Unfit("bomb")


def _judge_parts(archive: Archive) -> None:
    for name in archive.members:
        if name.endswith("/"):
            continue
        ending = name.rpartition("/")[2].rpartition(".")[2].lower() if "." in name else ""
        start = _start_of_whole(archive, name)
        _judge_start(name, start)
        if ending in NESTED or start.startswith(ZIP):
            _judge_nested(archive, name, ending)
        elif not PARTS.fullmatch(ending):
            raise Unfit("part", name=name[-60:])
        elif name.lower().endswith(XML) or is_xml(start):
            with archive.open(name) as part:
                judge_picture(part) if ending == "svg" else judge_xml(part, listener=Fields())


def _start_of_whole(archive: Archive, name: str) -> bytes:
    """How a part begins; all of it is read, for what is said of its size may be a lie."""
    told = archive.members[name]
    asked = copy(told)
    asked.file_size += 1  # one more than there should be
    with archive.zip.open(asked) as part:
        start = piece = part.read(PIECE)
        size = len(piece)
        while piece and size <= told.file_size:
            piece = part.read(PIECE)
            size += len(piece)
    if size != told.file_size:
        raise Unfit("bomb" if size > told.file_size else "damaged")
    return start[:16]


def _judge_start(name: str, start: bytes) -> None:
    if start.startswith((OLE, *PROGRAMS)):
        raise Unfit("object", name=name[-60:])
    if start.startswith(ARCHIVES):
        raise Unfit("nested", name=name[-60:])


def _judge_nested(archive: Archive, name: str, ending: str) -> None:
    """The workbook behind a chart, as office programs put it; nothing further inside."""
    is_usual = "/embeddings/" in f"/{name.lower()}" and ending in NESTED
    if archive.is_nested or not is_usual:
        raise Unfit("nested", name=name[-60:])
    with archive.open(name) as part:
        inner = io.BytesIO(part.read())
    if kind_of_zip(inner, is_nested=True) != ending:
        raise Unfit("nested", name=name[-60:])
