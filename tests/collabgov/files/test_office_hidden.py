"""What hides in an office document: under another name, prefix or size, or in another archive."""

import io
import struct
import zipfile

import pytest

from tests.collabgov.files.judging import found, refusal
from tests.collabgov.files.test_office import ENTITIES, XXE
from tests.files import HEAD, MAINS, office, office_parts, open_text, relation, zipped

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">%s</svg>'
SCRIPT = "urn:oasis:names:tc:opendocument:xmlns:script:1.0"
LINK = "http://www.w3.org/1999/xlink"
DOCTYPE = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'


def with_size(document, name, size):
    """The document with a lie in its table of parts: how large one of them is."""
    changed = bytearray(document)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        start = archive.getinfo(name).header_offset
    struct.pack_into("<I", changed, start + 22, size)
    at = document.rindex(name.encode())
    struct.pack_into("<I", changed, at - 46 + 24, size)
    return bytes(changed)


@pytest.mark.parametrize("size", [10, 99_999, 100_001, 120_000])
def test_a_part_is_as_large_as_it_is_said_to_be(size):
    picture = "word/media/image1.png"
    document = office(extra={picture: b"\0\1" * 50_000})
    assert found(with_size(document, picture, 100_000), "a.docx") == "docx"
    assert refusal(with_size(document, picture, size), "a.docx") in ("damaged", "bomb")


@pytest.mark.parametrize("how", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_part_is_packed_as_documents_are(how):
    target = io.BytesIO(office())
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/media/image1.png", b"\0" * 9, compress_type=how)
    assert refusal(target.getvalue(), "a.docx") == "damaged"


def test_a_folder_holds_nothing():
    assert found(office(extra={"word/media/": ""}), "a.docx") == "docx"
    assert refusal(office(extra={"word/media/": "code"}), "a.docx") == "damaged"


@pytest.mark.parametrize("content", [ENTITIES, XXE, "\ufeff" + XXE, XXE.encode("utf-16")])
@pytest.mark.parametrize("name", ["word/notes.txt", "word/notes.bin", "word/notes"])
def test_xml_is_judged_whatever_its_part_is_called(name, content):
    assert refusal(office(extra={name: content}), "a.docx") == "entities"


def test_the_main_part_is_judged_whatever_it_is_called():
    main, kind, _body = MAINS["docx"]
    parts = {name.replace(main, "word/a.bin"): body for name, body in office_parts().items()}
    parts = {name: str(body).replace(main, "word/a.bin") for name, body in parts.items()}
    assert found(zipped(parts), "a.docx") == "docx"
    assert kind in parts["[Content_Types].xml"]
    assert refusal(zipped(parts | {"word/a.bin": XXE}), "a.docx") == "entities"


@pytest.mark.parametrize(
    "start",
    [b"Rar!\x1a\x07\0", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"MSCF", b"BZh9", b"PK\x05\x06"],
)
def test_no_other_archive_lies_inside(start):
    assert refusal(office(extra={"word/media/a.bin": start + b"\0" * 20}), "a.docx") == "nested"


@pytest.mark.parametrize("name", ["docProps/%PDF-1.5.xml", "docProps/<html>.xml"])
def test_no_document_is_a_page_or_a_pdf_besides(name):
    first = {name: HEAD + "<a/>"}
    assert refusal(zipped(first | office_parts()), "a.docx") == "polyglot"


@pytest.mark.parametrize(
    ("code", "drawn"),
    [
        ("object", "<script>alert(1)</script>"),
        ("object", '<rect onload="alert(1)"/>'),
        ("object", "<foreignObject/>"),
        ("outside", '<image x:href="http://evil.example/a.png"/>'),
        ("outside", '<image href="//evil.example/a.png"/>'),
        ("outside", '<use href="file:///etc/passwd"/>'),
        ("outside", '<image href="data:image/svg+xml;base64,PHN2Zz4="/>'),
    ],
)
def test_a_drawing_inside_runs_and_fetches_nothing(code, drawn):
    assert refusal(office(extra={"word/media/image1.svg": SVG % drawn}), "a.docx") == code


@pytest.mark.parametrize(
    "drawing",
    [
        SVG % '<a x:href="https://example.go.id/"><use href="#b"/></a>',
        SVG % '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        DOCTYPE + SVG % "",
    ],
)
def test_a_plain_drawing_is_taken(drawing):
    assert found(office(extra={"word/media/image1.svg": drawing}), "a.docx") == "docx"


def test_a_drawing_defines_no_entities():
    drawing = DOCTYPE.replace(">", ' [<!ENTITY a "b">]>') + SVG % ""
    assert refusal(office(extra={"word/media/image1.svg": drawing}), "a.docx") == "entities"


def test_no_page_of_another_kind_is_brought_in():
    chunk = relation("aFChunk", "chunk.txt", is_outside=False)
    assert refusal(office(relations=chunk, extra={"word/chunk.txt": "x"}), "a.docx") == "part"


@pytest.mark.parametrize("target", ["http://evil.example/a", "//evil.example/a", "\\\\evil\\a"])
def test_an_address_is_outside_also_when_nobody_says_so(target):
    inside = relation("image", target, is_outside=False)
    assert refusal(office(relations=inside), "a.docx") == "outside"
    assert refusal(office(relations=relation("image", target)), "a.docx") == "outside"


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("macros", f'<s:event-listener xmlns:s="{SCRIPT}"/>'),
        ("macros", "<office:script/>"),
        ("macros", "<office:dde-source/>"),
        ("outside", f'<draw:image xmlns:y="{LINK}" y:href="http://evil.example/a.png"/>'),
        ("outside", '<draw:image href="a.png" xlink:href="http://evil.example/a.png"/>'),
        ("outside", '<draw:fill-image xlink:href="http://evil.example/a.png"/>'),
        ("outside", '<office:auto-reload xlink:href="https://evil.example/"/>'),
        ("outside", '<draw:image xlink:href="../../secret.png"/>'),
        ("outside", '<draw:image xlink:href="/etc/passwd"/>'),
        ("outside", '<office:template xlink:href="http://evil.example/a.ott"/>'),
        ("outside", '<office:template xlink:href="file://evil.example/a.ott"/>'),
        ("outside", '<office:template xlink:href="\\\\evil\\a.ott"/>'),
        ("damaged", "<nobody:knows/>"),
    ],
)
def test_an_open_document_hides_nothing_behind_a_prefix_or_a_path(code, body):
    assert refusal(open_text(body=body), "a.odt") == code


@pytest.mark.parametrize(
    "body",
    [
        '<draw:a xlink:href="https://example.go.id/"/>',
        '<office:template xlink:href="../../home/ani/surat.ott"/>',
        '<office:template xlink:href="file:///C:/Surat/ani/surat.ott"/>',
        '<draw:image xlink:href="./ObjectReplacements/Object 1"/>',
        '<draw:image xlink:href="#bagian"/>',
    ],
)
def test_links_to_press_and_the_template_of_a_letter_are_taken(body):
    assert found(open_text(body=body), "a.odt") == "odt"
