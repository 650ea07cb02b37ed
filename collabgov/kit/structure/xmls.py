"""The XML inside a document: read piece by piece, refused where it defines entities."""

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from collabgov.kit.structure.problems import Unfit

PIECE = 1_000_000
Element = Callable[[str, dict[str, str]], None]


def judge_xml(file: IO[bytes], element: Element | None = None) -> None:
    """Refuse a DOCTYPE and what is no XML; `element` hears each element and its attributes."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    if element is not None:
        parser.StartElementHandler = element
    try:
        while piece := file.read(PIECE):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise Unfit("damaged") from None


def _refuse(*_declared: object) -> None:
    raise Unfit("entities")
