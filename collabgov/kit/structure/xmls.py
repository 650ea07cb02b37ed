"""The XML inside a document: read piece by piece, refused where it defines entities."""

import re
from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from collabgov.kit.structure.problems import Unfit

PIECE = 1_000_000
# Hears an element by its own name, for any prefix may be used, and its attributes with theirs.
Element = Callable[[str, dict[str, str]], None]
FETCHED = re.compile(r"\s*(?!data:image/(?:png|jpe?g|gif);)(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.I)
BEGINS = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\0\s]*<")


def is_xml(start: bytes) -> bool:
    """Whether a part begins as XML does, whatever it is called."""
    return BEGINS.match(start) is not None


def judge_xml(
    file: IO[bytes], element: Element | None = None, *, has_doctype: bool = False
) -> None:
    """Refuse a DOCTYPE and what is no XML; `element` hears each element and its attributes."""
    parser = expat.ParserCreate(namespace_separator=" ")
    if not has_doctype:
        parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    if element is not None:
        parser.StartElementHandler = lambda name, said: element(own_name(name), said)
    piece = file.read(PIECE)
    if not piece:  # as LibreOffice leaves parts in which there is nothing to say
        return
    try:
        while piece:
            parser.Parse(piece, False)
            piece = file.read(PIECE)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise Unfit("damaged") from None


def own_name(name: str) -> str:
    return name.rpartition(" ")[2]


def judge_picture(file: IO[bytes]) -> None:
    """A drawing within a document: nothing of it runs; drawing programs declare a DOCTYPE."""
    judge_xml(file, _hear_picture, has_doctype=True)


def _hear_picture(name: str, attributes: dict[str, str]) -> None:
    runs = any(own_name(key).startswith("on") for key in attributes)
    if runs or name in ("script", "foreignObject", "handler"):
        raise Unfit("object", name="SVG")
    for key, target in attributes.items():
        if own_name(key) == "href" and FETCHED.match(target) and name != "a":
            raise Unfit("outside", target=target[:80])


def _refuse(*_declared: object) -> None:
    raise Unfit("entities")
