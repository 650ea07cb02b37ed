"""One file for each single check: only that check tells it from a good one."""

import io
import random
import struct
import zlib

import pytest

from collabgov.kit.structure import office as offices
from collabgov.kit.structure import zips
from collabgov.kit.structure.problems import Unfit
from tests.collabgov.files.judging import found, refusal
from tests.collabgov.files.test_pdf_and_pictures import noted, packed_objects, with_object
from tests.factories.documents import small_pdf
from tests.files import HEAD, chunk, jpeg, office, open_text, open_text_parts, png, relation, zipped

START, SIZE = b"\x89PNG\r\n\x1a\n", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
DRAWN = chunk(b"IDAT", zlib.compress(b"\0\x80\x80" * 2))
END = chunk(b"IEND", b"")
FILM = b"ftypmp42 "


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("damaged", START + chunk(b"IHDR", SIZE) + DRAWN),
        ("damaged", START + chunk(b"IHDR", SIZE) + END),
        ("damaged", START + chunk(b"IHDX", SIZE) + DRAWN + END),
        ("damaged", START + chunk(b"IHDR", SIZE + b"\0") + DRAWN + END),
        ("damaged", png()[:-12] + b"\0\0"),
        ("damaged", png().replace(SIZE, SIZE[:8] + b"\x10" + SIZE[9:])),
        ("damaged", png(5, 0)),
    ],
)
def test_a_png(code, content):
    assert found(START + chunk(b"IHDR", SIZE) + DRAWN + END, "a.png") == "png"
    assert refusal(content, "a.png") == code


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("damaged", noted(jpeg(), b"\x08", mark=0xC1)),
        ("damaged", jpeg()[:-1]),
        ("trailing", jpeg(behind=b"\0\0\0\x18" + FILM + b"%PDF-1.4")),
        ("trailing", jpeg(behind=b"MZ\0\0" + FILM)),
    ],
)
def test_a_jpeg(code, content):
    assert refusal(content, "a.jpg") == code


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("damaged", small_pdf().replace(b"%PDF-1.4", b"%PDF-X.4")),
        ("damaged", small_pdf().replace(b"%%EOF", b"%%EOG")),
        ("hidden", with_object(packed_objects(b"9 0 <<>>", decoy=b"/DecodeParms << /K 1 >>"))),
    ],
)
def test_a_pdf(code, content):
    assert refusal(content, "a.pdf") == code


def test_a_group_that_is_not_packed_is_read_as_it_stands():
    group = b"<< /Type /ObjStm /Length 16 >>\nstream\n9 0 << /X %s >>\nendstream"
    assert found(with_object(group % b"/Y"), "a.pdf") == "pdf"
    assert refusal(with_object(group % b"/JS"), "a.pdf") == "scripts"


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("damaged", zipped({"[Content_Types].xml": "<Types"})),
        ("outside", office(relations=relation("image", "picture.png"))),
        ("outside", office(relations=relation("image", r"file:///C:\Users\ani\a.png"))),
        ("trailing", office()[:-2] + b"\x05\0"),
        ("damaged", office(extra={"a/1.xml": HEAD + "<a/>"}).replace(b"a/1.xml", b"a\\1.xml")),
        ("damaged", office(extra={"a/1.xml": HEAD + "<a/>"}).replace(b"a/1.xml", b"a:1.xml")),
        ("nested", office(extra={"word/media/1.xlsx": office("xlsx")})),
        ("nested", office(extra={"word/embeddings/1.docx": office("xlsx")})),
        ("damaged", office(extra={"word/embeddings/1.xlsx": b"plain"})),
        ("damaged", office(extra={"word/styles.xml": "no XML at all"})),
    ],
)
def test_an_office_document(code, content):
    assert refusal(content, "a.docx") == code


def test_a_large_part_is_no_bomb_by_its_size_alone():
    photo = random.Random(1).randbytes(zips.SMALL + 100_000)
    assert found(office(extra={"word/media/image1.jpeg": photo}), "a.docx") == "docx"


def test_two_parts_of_one_name_are_refused():
    both = {"a/1.xml": HEAD + "<a/>", "a/2.xml": HEAD + "<b/>"}
    assert found(office(extra=both), "a.docx") == "docx"
    assert refusal(office(extra=both).replace(b"a/2.xml", b"a/1.xml"), "a.docx") == "damaged"


def test_an_open_document_has_its_list_of_parts():
    parts = open_text_parts()
    del parts["META-INF/manifest.xml"]
    assert refusal(zipped(parts, packed=False), "a.odt") == "kind"


def test_only_what_is_fetched_is_looked_at():
    named = '<draw:image draw:name="http://example.go.id/"/>'
    assert found(open_text(body=named), "a.odt") == "odt"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><rect class="http://example.go.id/"/></svg>'
    assert found(office(extra={"word/media/1.svg": drawing}), "a.docx") == "docx"


@pytest.mark.parametrize(
    ("place", "limit", "code"),
    [
        (zips, "MOST_UNPACKED", "bomb"),
        (zips, "MOST_MEMBERS", "bomb"),
        (offices, "LARGEST_TOLD", "costly"),
    ],
)
def test_a_limit(monkeypatch, place, limit, code):
    """Here in the same process: a file that reaches the real limits is large."""
    document = io.BytesIO(office())
    assert zips.kind_of_zip(document) == "docx"
    monkeypatch.setattr(place, limit, 3)
    with pytest.raises(Unfit, match=code):
        zips.kind_of_zip(document)
