"""Office documents: what they are, and everything that must not be inside."""

import io
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from collabgov.kit.structure import zips
from tests.collabgov.files.judging import found, refusal
from tests.files import HEAD, MAINS, SAMPLES, office, open_text, open_text_parts, relation, zipped

ENTITIES = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
XXE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "attachedTemplate"


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pptx", "odt"])
def test_a_plain_document_is_what_it_is(kind):
    assert found(SAMPLES[kind](), f"Naskah akhir.{kind.upper()}") == kind


def test_a_workbook_of_a_library_is_taken():
    book = openpyxl.Workbook()
    book.active.append(["Kabupaten", "Anak"])
    target = io.BytesIO()
    book.save(target)
    assert found(target.getvalue(), "data.xlsx") == "xlsx"


def test_a_chart_may_have_its_workbook_inside_and_nothing_deeper():
    inner = office("xlsx")
    assert found(office(extra={"word/embeddings/sheet1.xlsx": inner}), "a.docx") == "docx"
    deeper = office("xlsx", {"xl/embeddings/more.xlsx": inner})
    assert refusal(office(extra={"word/embeddings/sheet1.xlsx": deeper}), "a.docx") == "nested"
    assert refusal(office(extra={"word/media/archive.bin": inner}), "a.docx") == "nested"
    bad = office("xlsx", {"xl/vbaProject.bin": b"x"})
    assert refusal(office(extra={"word/embeddings/sheet1.xlsx": bad}), "a.docx") == "macros"


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("macros", {"word/vbaProject.bin": b"code"}),
        ("macros", {"word/activeX/activeX1.xml": HEAD + "<a/>"}),
        ("part", {"evil.exe": b"code"}),
        ("part", {"word/media/a.js": b"alert(1)"}),
        ("object", {"word/media/image1.png": b"MZ\x90\x00 code"}),
        ("object", {"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}),
        ("entities", {"word/styles.xml": ENTITIES}),
        ("entities", {"customXml/item1.xml": XXE}),
        ("entities", {"word/footnotes.xml": XXE.encode("utf-16")}),
        ("entities", {"word/_rels/settings.xml.rels": XXE}),
        ("damaged", {"../../etc/cron.xml": HEAD + "<a/>"}),
        ("damaged", {"/etc/cron.xml": HEAD + "<a/>"}),
        ("damaged", {"word\\..\\x.xml": HEAD + "<a/>"}),
        ("damaged", {"WORD/document.xml": HEAD + "<a/>"}),
        ("damaged", {"word/styles.xml": "<a><b></a>"}),
        ("bomb", {"word/media/image1.png": b"\0" * 2_000_000}),
    ],
)
def test_what_must_not_be_inside_is_refused(code, parts):
    assert refusal(office(extra=parts), "a.docx") == code


@pytest.mark.parametrize(
    ("kind", "target", "is_taken"),
    [
        (TEMPLATE, "http://evil.example/a.dotm", False),
        (TEMPLATE, r"\\evil.example\share\a.dotm", False),
        (TEMPLATE, "file://evil.example/share/a.dotm", False),
        (TEMPLATE, "file:///\\\\evil.example\\a.dotm", False),
        (TEMPLATE, r"file:///C:\Users\ani\Templates\Surat.dotx", True),
        ("image", "http://evil.example/beacon.png", False),
        ("oleObject", "http://evil.example/a.bin", False),
        ("frame", "http://evil.example/", False),
        ("hyperlink", "https://jdih.example.go.id/", True),
    ],
)
def test_a_document_fetches_nothing_from_elsewhere(kind, target, is_taken):
    document = office(relations=relation(kind, target))
    if is_taken:
        assert found(document, "a.docx") == "docx"
    else:
        assert refusal(document, "a.docx") == "outside"


@pytest.mark.parametrize(
    ("target", "is_taken"),
    [
        ("https://jdih.example.go.id/data.exe", True),
        ("mailto:dinas@example.go.id", True),
        ("file:///Z:/berbagi/Lampiran.docx", True),
        ("ms-msdt:/id PCWDiagnostic", False),
        ("search-ms:query=a", False),
        (" JavaScript:alert(1)", False),
        ("file:///C:/Windows/System32/calc.exe", False),
        (r"file://server/share/a.LNK", False),
    ],
)
def test_no_link_starts_a_program(target, is_taken):
    documents = {
        "a.docx": office(relations=relation("hyperlink", target)),
        "a.odt": open_text(body=f'<draw:a xlink:href="{target}"/>'),
    }
    for name, document in documents.items():
        if is_taken:
            assert found(document, name) == name[2:]
        else:
            assert refusal(document, name) == "link"


def test_macros_that_the_kind_declares_are_refused():
    assert refusal(office(main_type=MACRO_TYPE), "a.docx") == "macros"
    inside = relation("vbaProject", "x.bin", is_outside=False)
    assert refusal(office(relations=inside), "a.docx") == "macros"


def test_any_other_archive_is_no_document():
    assert refusal(zipped({"evil.exe": b"code"}), "a.docx") == "kind"
    assert refusal(zipped({"[Content_Types].xml": "<Types/>"}), "a.docx") == "kind"
    without_main = {k: v for k, v in _parts().items() if k != MAINS["docx"][0]}
    assert refusal(zipped(without_main), "a.docx") == "kind"
    assert refusal(zipped({"META-INF/MANIFEST.MF": "", "A.class": b""}), "a.docx") == "kind"


def test_a_document_under_the_name_of_another_is_refused():
    assert refusal(office("xlsx"), "a.docx") == "other_kind"
    assert refusal(office("docx"), "a.pdf") == "other_kind"


def _parts():
    from tests.files import office_parts

    return office_parts("docx")


def test_an_archive_begins_and_ends_with_the_file():
    good = office()
    assert refusal(good + b"<html>", "a.docx") == "trailing"
    assert refusal(b"GIF89a" + good, "a.docx") == "kind"
    assert refusal(b"PK\x03\x04" + good, "a.docx") == "damaged"
    target = io.BytesIO(good)
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = b"<script>"
    assert refusal(target.getvalue(), "a.docx") == "trailing"


def test_an_upload_that_was_cut_is_refused():
    good = office()
    assert refusal(good[:-30], "a.docx") == "damaged"
    assert refusal(good[: len(good) // 2], "a.docx") == "damaged"


def test_a_hundred_thousand_members_are_too_many():
    many = {f"word/media/{n}.txt": b"" for n in range(zips.MOST_MEMBERS + 1)}
    assert refusal(office(extra=many), "a.docx") == "bomb"


def test_a_bomb_is_told_by_what_it_declares():
    """42 kB that unpack to 4 GB: the directory says so, and nothing is unpacked."""
    bomb = bytearray(office(extra={"word/media/image1.png": b"\0" * 60_000}))
    at = bomb.rfind(b"PK\x01\x02")
    struct.pack_into("<I", bomb, at + 24, 4_000_000_000)
    assert refusal(bytes(bomb), "a.docx") == "bomb"


def test_a_locked_or_old_document_is_refused():
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.docx") == "old"
    locked = bytearray(office())
    at = locked.rfind(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert refusal(bytes(locked), "a.docx") == "locked"


@pytest.mark.parametrize(
    ("code", "extra", "body"),
    [
        ("macros", {"Basic/Standard/Module1.xml": HEAD + "<a/>"}, ""),
        ("macros", {}, '<script:event-listener script:language="ooo:script"/>'),
        ("outside", {}, '<draw:image xlink:href="http://evil.example/a.png"/>'),
        ("outside", {}, '<draw:object xlink:href="file:///etc/passwd"/>'),
        ("locked", {"META-INF/more.xml": HEAD + "<encryption-data/>"}, ""),
        ("entities", {"styles.xml": ENTITIES}, ""),
    ],
)
def test_an_open_document_runs_and_fetches_nothing(code, extra, body):
    assert refusal(open_text(extra, body), "a.odt") == code


def test_an_open_document_of_libreoffice_has_empty_parts():
    usual = {
        "Configurations2/accelerator/current.xml": "",
        "Configurations2/images/Bitmaps/": "",
        "layout-cache": b"\0\1",
        "Pictures/1000.svm": b"VCLMTF",
    }
    assert found(open_text(usual), "a.odt") == "odt"


def test_an_open_document_says_its_kind_first():
    parts = open_text_parts()
    assert refusal(zipped(parts), "a.odt") == "kind"  # packed, so a reader would not find it
    late = {name: parts[name] for name in reversed(parts)}
    assert refusal(zipped(late, packed=False), "a.odt") == "kind"
    other = parts | {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    assert refusal(zipped(other, packed=False), "a.odt") == "kind"
    inside = '<draw:image xlink:href="Pictures/1.png"/>'
    assert found(open_text(body=inside), "a.odt") == "odt"


def test_the_process_that_looks_inside_loads_nothing_of_the_site():
    folder = Path(zips.__file__).parent
    for module in folder.glob("*.py"):
        assert "django" not in module.read_text().replace("Nothing of Django", "")
