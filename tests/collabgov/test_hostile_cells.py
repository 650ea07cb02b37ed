"""Formulas in every disguise, bombs in small parts, macros by another name: refused by name."""

import csv
import io
import secrets

import openpyxl
import pytest

from collabgov.kit.spreadsheets import csv_response, xlsx_response
from tests.collabgov.test_incoming import (
    SHEET,
    refusal_of,
    repacked,
    rows_of,
    saved,
    table_of,
    workbook,
)

pytestmark = pytest.mark.django_db
FORMULAS = [
    "=1+1",
    " =1+1",
    "\u200b=1+1",
    "\uff1d1+1",
    '=HYPERLINK("http://x","klik")',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\uff20SUM(1)",
    "+SUM(1)",
    "-1+SUM(A1:A2)",
    '+"x"&HYPERLINK("http://x")',
    "-@SUM(1)",
    "+A1&SUM(1)",
    "+1\n+SUM(1)",
]
TEXTS = [
    "+62 812-3456-7890",
    "+62 (411) 872345",
    "-",
    "-5",
    "+1.5",
    "- Rapat (bulanan)",
    "- Satu | dua",
    "@dinsos",
    "a@b.test",
    "Dinas (OPD)",
    "1=1",
    "'=1+1'",
]


def csv_of(text):
    file = io.StringIO()
    csv.writer(file).writerows([["a", "b"], ["x", text]])
    return file.getvalue().encode()


def strings_of(text):
    """A workbook whose text is a shared string, which no reader takes for a formula."""
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.append(["x", text])
    book.active["B2"].data_type = "s"
    return saved(book)


def inline_of(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    cells = f'<c r="B2" t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>'
    sheet = f'{SHEET}<sheetData><row r="2">{cells}</row></sheetData></worksheet>'
    return repacked(workbook(["a"]), replace={"xl/worksheets/sheet1.xml": sheet})


FILES = pytest.mark.parametrize("file_of", [csv_of, strings_of, inline_of])


@FILES
@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_refused_by_its_cell_in_whatever_file(text, file_of):
    refusal = refusal_of(file_of(text))
    assert refusal.code == "formula"
    assert "B2" in str(refusal)


@FILES
@pytest.mark.parametrize("text", TEXTS)
def test_phone_numbers_figures_and_bullets_are_text(text, file_of):
    assert [cells[1] for cells in rows_of(file_of(text)) if len(cells) > 1][-1] in (
        text,
        text.removeprefix("'"),
    )


@pytest.mark.parametrize("response_of", [csv_response, xlsx_response])
def test_what_we_wrote_ourselves_comes_back_as_it_was(response_of):
    texts = [*(text for text in FORMULAS if text == text.strip(" \u200b")), *TEXTS]
    response = response_of("x", ["a"], [[text] for text in texts])
    assert [cells[0] for cells in rows_of(response.getvalue())[1:]] == texts


def test_many_small_parts_are_a_bomb_as_well():
    parts = {f"xl/media/{n}.bin": b"\0" * 900_000 for n in range(100)}
    assert refusal_of(repacked(workbook(["a"]), add=parts)).code == "bomb"


def test_an_honest_workbook_of_thousands_of_equal_rows_is_none():
    content = workbook(["nama", "jenis"], *(["Dinas", "OPD"] for _ in range(4_000)))
    assert len(table_of(content).rows) == 4_001


RELATED = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r9" Type="{}" Target="worksheets/lain.xml"/></Relationships>'
)
KIND = "http://schemas.microsoft.com/office/2006/relationships/"


@pytest.mark.parametrize(
    "said", ["xlMacrosheet", "xlIntlMacrosheet", "vbaProject", "xl&#77;acrosheet"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_macros_that_are_declared_by_a_relation_alone_are_refused(said, encoding):
    xml = RELATED.format(KIND + said).replace("?>", f' encoding="{encoding}"?>', 1)
    add = {
        "xl/more/_rels/workbook.xml.rels": xml.encode(encoding),
        "xl/worksheets/lain.xml": "<x/>",
    }
    assert refusal_of(repacked(workbook(["a"]), add=add)).code == "macros"


def test_relations_that_cannot_be_read_are_damage_and_too_many_cost_too_much():
    add = {"xl/more/_rels/x.rels": "<x"}
    assert refusal_of(repacked(workbook(["a"]), add=add)).code == "damaged"
    noise = secrets.token_hex(5_200_000)
    add = {"xl/more/_rels/x.rels": f"<x>{noise}</x>"}
    assert refusal_of(repacked(workbook(["a"]), add=add)).code == "costly"
