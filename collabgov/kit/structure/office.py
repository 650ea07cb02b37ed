"""What an office document says it is, and what it would fetch or run when somebody opens it."""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from collabgov.kit.structure.problems import STARTS_PROGRAM, Unfit
from collabgov.kit.structure.xmls import judge_xml, own_name
from collabgov.kit.structure.zips import MACROS, Archive

TYPES, LARGEST_TOLD = "[Content_Types].xml", 10_000_000
OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN = {
    f"{OFFICE}wordprocessingml.document.main+xml": "docx",
    f"{OFFICE}spreadsheetml.sheet.main+xml": "xlsx",
    f"{OFFICE}presentationml.presentation.main+xml": "pptx",
}
# What may lie outside: a link that the reader presses, the other workbook of a formula.
OUTSIDE = ("/hyperlink", "/externallinkpath", "/xlpathmissing")
# A template on the reader's own disk, as Word notes it of every letter made from one.
OWN_DISK = re.compile(r"(?:file:/{2,3})?[a-z]:[\\/](?![\\/])", re.I)
FULL_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.I)
OPEN_TEXT, OPEN_TYPE = "mimetype", b"application/vnd.oasis.opendocument.text"
OPEN_PARTS = ("content.xml", "META-INF/manifest.xml")
OPEN_MACROS = ("basic/", "scripts/", "dialogs/")
OPEN_LINK, OPEN_TEMPLATE = "a", "template"  # what a reader presses; where a letter came from
SCRIPTS = ("event-listener", "script", "dde-source", "dde-connection-decl")
OWN_FILE = re.compile(r"file:///(?![/\\])|(?![a-z][a-z0-9+.-]+:|//|\\\\)", re.I)
ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|/|\\|\.\.)", re.I)


def kind_of_office(archive: Archive) -> str:
    if TYPES not in archive.members:
        raise Unfit("kind")
    kind, main = _main_part(_read(archive, TYPES))
    if main not in archive.members:
        raise Unfit("kind")
    for name in archive.members:
        if name.lower().endswith(".rels"):
            _judge_relations(_read(archive, name))
    return kind


def _main_part(types: Element) -> tuple[str, str]:
    """The kind of document, by the one main part that it has, and where that part is."""
    mains = []
    for part in types.iter():
        told = part.get("ContentType", "")
        if any(word in told.lower() for word in MACROS):
            raise Unfit("macros")
        if told in MAIN:
            mains.append((MAIN[told], part.get("PartName", "").lstrip("/")))
    if len(mains) != 1:
        raise Unfit("kind")
    return mains[0]


def _read(archive: Archive, name: str) -> Element:
    if archive.members[name].file_size > LARGEST_TOLD:
        raise Unfit("costly")
    try:
        with archive.open(name) as part:
            return fromstring(part.read(), forbid_dtd=True)
    except DefusedXmlException:
        raise Unfit("entities") from None
    except ParseError:
        raise Unfit("damaged") from None


def _judge_relations(root: Element) -> None:
    for relation in root.iter():
        kind, target = relation.get("Type", "").lower(), relation.get("Target", "")
        if any(word in kind for word in MACROS):
            raise Unfit("macros")
        if kind.endswith("/afchunk"):  # a page of another kind, which the reader's program opens
            raise Unfit("part", name=target[-60:])
        is_external = relation.get("TargetMode", "").strip().lower() == "external"
        is_outside = is_external or FULL_ADDRESS.match(target)
        is_own = kind.endswith("/attachedtemplate") and OWN_DISK.match(target)
        if kind.endswith("/hyperlink"):
            _judge_link(target)
        if is_outside and not is_own and not kind.endswith(OUTSIDE):
            raise Unfit("outside", target=target[:80])


def _judge_link(target: str) -> None:
    if STARTS_PROGRAM.match(target):
        raise Unfit("link", target=target[:80])


def kind_of_open_text(archive: Archive) -> str:
    """An OpenDocument text begins with a part that says its kind, in the open."""
    first = archive.members[OPEN_TEXT]
    with archive.open(OPEN_TEXT) as part:
        if first.file_size > 100 or part.read() != OPEN_TYPE or first.compress_type:
            raise Unfit("kind")
    if not archive.members.keys() >= set(OPEN_PARTS):
        raise Unfit("kind")
    if any(name.lower().startswith(OPEN_MACROS) for name in archive.members):
        raise Unfit("macros")
    for name in archive.members:
        if name.endswith(".xml"):
            with archive.open(name) as part:
                judge_xml(part, _hear)
    return "odt"


def _hear(name: str, attributes: dict[str, str]) -> None:
    """Refuse what is run, what is fetched, and what is hidden behind a password."""
    if name in SCRIPTS:
        raise Unfit("macros")
    if name == "encryption-data":
        raise Unfit("locked")
    for key, target in attributes.items():
        if name == OPEN_LINK:
            if own_name(key) == "href":
                _judge_link(target)
            continue
        is_own = name == OPEN_TEMPLATE and OWN_FILE.match(target)
        if own_name(key) == "href" and ELSEWHERE.match(target) and not is_own:
            raise Unfit("outside", target=target[:80])
