"""Exports are shown, never run; and what was exported can be read again."""

import csv
import datetime as dt
import io
import re
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from collabgov.kit.spreadsheets import (
    RESPONSES,
    TRIGGERS,
    csv_response,
    safe_cell,
    unescaped,
    xlsx_response,
)

# A response that is closed asks after the connection that an earlier test may have left.
pytestmark = pytest.mark.django_db

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
]
CUT = ["Dinas Uji;=HYPERLINK(1)", "a,=1", "a\t=1", "a\n=1", "a\r+1", "a;@x", "a|-1", 'a; "=1']
HOSTILE += ["'=1", "''=1", '=HYPERLINK("http://x","y")']


def content(response):
    whole = response.getvalue()
    response.close()
    return whole


def csv_rows(response):
    return list(csv.reader(io.StringIO(content(response).decode("utf-8-sig"), newline="")))


def xlsx_cells(response):
    book = openpyxl.load_workbook(io.BytesIO(content(response)))
    return [list(row) for row in book.worksheets[0].iter_rows()]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_looks_like_a_formula_is_shown_and_comes_back(text):
    assert safe_cell(text)[0] == "'"
    assert unescaped(safe_cell(text)) == text


@example("\r\r\n")
@given(st.text(alphabet=st.sampled_from("'\";,| " + TRIGGERS + "ab1"), max_size=12))
def test_no_export_begins_like_a_formula_however_it_is_cut_and_each_comes_back(text):
    text = re.sub(r"\r+\n", "\n", text)  # both kinds of file hold ends of lines as \n
    for separator in ";,|\t\r\n":
        for piece in safe_cell(text).split(separator):
            assert not piece.lstrip('" ').startswith(tuple(TRIGGERS)) or piece.strip('" ') == ""
    assert not safe_cell(text, may_be_cut=False).startswith(tuple(TRIGGERS))
    assert unescaped(safe_cell(text)) == unescaped(safe_cell(text, may_be_cut=False)) == text


@pytest.mark.parametrize("text", CUT)
def test_excel_with_other_settings_finds_no_formula_where_it_cuts_a_csv(text):
    whole = content(csv_response("x", [text], [["Dinas", text, 5]])).decode("utf-8-sig")
    assert all(line.startswith('"') for line in re.split('(?<=")\r\n', whole) if line)
    for piece in re.split("[;,|\t\r\n]", whole):
        assert not piece.strip('" ').startswith(("=", "+", "-", "@"))
    rows = csv_rows(csv_response("x", [text], [["Dinas", text, 5]]))
    assert [unescaped(cell) for cell in rows[1]] == ["Dinas", text, "5"]


@pytest.mark.parametrize("text", CUT)
def test_an_xlsx_is_cut_nowhere_and_shows_the_text_as_it_is(text):
    assert safe_cell(text, may_be_cut=False) == text == unescaped(text)


@pytest.mark.parametrize("text", ["'kutip", "Jum'at", "", "Dinas", "'", "a=b"])
def test_other_texts_stay_as_they_are(text):
    assert safe_cell(text) == text == unescaped(text)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "True"),
        (-5, -5),
        (Decimal("1.50"), Decimal("1.50")),
        (dt.date(2026, 5, 3), "2026-05-03"),
        (dt.datetime(2026, 5, 3, 1, 2, tzinfo=dt.UTC), "2026-05-03 09:02:00"),
        ("a\x00b\x0bc\ud800", "abc"),
    ],
)
def test_values_that_are_no_text(value, shown):
    assert safe_cell(value) == shown


def test_values_and_headers_of_a_csv_are_safe():
    rows = csv_rows(csv_response("x", HOSTILE, [HOSTILE]))
    assert all(not cell.startswith(tuple(TRIGGERS)) for row in rows for cell in row)
    assert [unescaped(cell) for cell in rows[1]] == HOSTILE


def test_values_and_headers_of_an_xlsx_are_texts_and_no_formulas():
    rows = xlsx_cells(xlsx_response("x", HOSTILE, [HOSTILE]))
    cells = [cell for row in rows for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(not cell.value.startswith(tuple(TRIGGERS)) for cell in cells)


def test_the_xlsx_takes_control_characters_and_very_long_texts():
    (_, row) = xlsx_cells(xlsx_response("x", ["a"], [["\x00\x01" + "y" * 40_000]]))
    assert row[0].value == "y" * 32_767


@pytest.mark.parametrize("kind", RESPONSES)
def test_a_download_is_in_no_cache_and_has_a_harmless_name(kind):
    response = RESPONSES[kind]("../../a\r\nSet-Cookie: x\"; = 'é'", ["a"], [["b"]])
    assert response["Cache-Control"] == "private, no-store"
    said = response["Content-Disposition"]
    assert said.startswith('attachment; filename="a-set-cookie-x-e-2')
    assert said.endswith(f'.{kind}"')
    response.close()


def test_a_csv_begins_with_the_mark_that_excel_needs():
    assert content(csv_response("x", ["é"], [])).startswith(b"\xef\xbb\xbf")


def test_a_large_file_streams_from_the_disk():
    response = csv_response("x", ["a"], (["y" * 1_000] for _ in range(3_000)))
    assert response.streaming
    assert len(content(response)) > 3_000_000


@pytest.mark.parametrize(
    ("number", "written"),
    [("1150.5000", "1150.5"), ("150.0000", "150"), ("-0.0500", "-0.05"), ("0.0000", "0")],
)
def test_a_number_is_written_with_the_decimals_that_it_has(number, written):
    response = csv_response("nilai", ["Nilai"], [[Decimal(number)]])
    assert response.getvalue().decode("utf-8-sig").split()[1] == f'"{written}"'
