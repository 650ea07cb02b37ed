"""The XML inside a document: read piece by piece, refused where it defines entities."""

import re
from collections.abc import Callable
from typing import IO, Protocol
from xml.parsers import expat

from collabgov.kit.structure.problems import Unfit

PIECE = 1_000_000
# Hears an element by its own name, for any prefix may be used, and its attributes with theirs.
Element = Callable[[str, dict[str, str]], None]


class Listener(Protocol):
    """Hears a part with its words: elements by their own names, what stands in them, their ends."""

    def begin(self, name: str, said: dict[str, str]) -> None: ...
    def end(self, _name: str) -> None: ...
    def text(self, words: str) -> None: ...


FETCHED = re.compile(r"\s*(?!data:image/(?:png|jpe?g|gif);)(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.I)
BEGINS = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\0\s]*<")


def is_xml(start: bytes) -> bool:
    """Whether a part begins as XML does, whatever it is called."""
    return BEGINS.match(start) is not None


def judge_xml(
    file: IO[bytes],
    element: Element | None = None,
    *,
    listener: Listener | None = None,
    has_doctype: bool = False,
) -> None:
    """Refuse a DOCTYPE and what is no XML; `element` hears each element and its attributes.

    A `listener` hears the words as well, and where elements end.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    if not has_doctype:
        parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    if element is not None:
        parser.StartElementHandler = lambda name, said: element(own_name(name), said)
    if listener is not None:
        _let_hear(parser, listener)
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


def _let_hear(parser: expat.XMLParserType, listener: Listener) -> None:
    parser.StartElementHandler = lambda name, said: listener.begin(own_name(name), said)
    parser.EndElementHandler = lambda name: listener.end(own_name(name))
    parser.CharacterDataHandler = listener.text
    parser.buffer_text = True


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
