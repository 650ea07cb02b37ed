"""Files of strangers: read whatever is honest, refuse the rest with a sentence, cheaply."""

import datetime as dt
import io
import os
import resource
import tempfile
import time
import zipfile
from xml.etree import ElementTree

import openpyxl
import pytest
from defusedxml import ElementTree as safe
from django.utils import translation
from django.utils.translation import gettext
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from collabgov.kit.incoming import UnreadableFile, note_sentences, read_table
from collabgov.kit.reading.xlsx import guarded_openpyxl
from collabgov.kit.spreadsheets import xlsx_response

# A response that is closed asks after the connection that an earlier test may have left.
pytestmark = pytest.mark.django_db

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def table_of(content, most_rows=5_000, **limits):
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        return read_table(file, most_rows=most_rows, **limits)


def rows_of(content, **limits):
    return [cells for _, cells in table_of(content, **limits).rows]


def refusal_of(content, **limits):
    with pytest.raises(UnreadableFile) as refused:
        table_of(content, **limits)
    assert str(refused.value)
    return refused.value


def workbook(*rows, change=None, epoch=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    for row in rows:
        book.active.append(row)
    if change:
        change(book.active)
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(content, *, replace=None, add=None):
    """The workbook with some of its members changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, (replace or {}).get(name, old.read(name)))
        for name, text in (add or {}).items():
            new.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_in_any_encoding_and_with_any_separator(encoding, separator):
    text = "\r\n".join(separator.join(cells) for cells in [["nama", "kode"], ["Sinjai é", "73.07"]])
    assert rows_of(text.encode(encoding)) == [["nama", "kode"], ["Sinjai é", "73.07"]]


def test_windows_text_is_read_and_said_aloud():
    table = table_of("nama;kode\nCafé;1\n".encode("cp1252"))
    assert table.rows[1] == (2, ["Café", "1"])
    assert "cp1252" in str(note_sentences(table.notes)[0])


def test_excels_own_line_about_the_separator_counts_for_nothing():
    assert rows_of(b"sep=;\r\na;b\r\n1,5;2\r\n") == [["a", "b"], ["1,5", "2"]]


def test_rows_keep_their_numbers_when_blank_ones_are_left_out():
    table = table_of(b'a,b\n\n,\n"x\ny",2\n,,\nz,3\n')
    assert [number for number, _ in table.rows] == [1, 4, 6]


def test_control_characters_and_nul_are_dropped():
    assert rows_of(b"na\x00ma\nA\x07B\x1b\n") == [["nama"], ["AB"]]


@pytest.mark.parametrize("rows", [3, 20_000])
def test_a_quote_that_is_never_closed_is_named_by_its_line(rows):
    text = 'nama,kode\nA,1\n"B,2\n' + "C,3\n" * rows
    refusal = refusal_of(text.encode())
    assert refusal.code == "quote"
    assert "3" in str(refusal)


def test_a_formula_in_a_csv_is_refused_by_its_cell_and_an_escaped_one_is_text():
    assert "B3" in str(refusal_of(b'a,b\n1,2\n3,"=1+1"\n'))
    assert refusal_of("a\n\uff1d1+1\n".encode()).code == "formula"
    assert rows_of(b"a\n'=1+1\n'-1\n+62 812\n") == [["a"], ["=1+1"], ["-1"], ["+62 812"]]


def test_a_formula_in_an_xlsx_is_refused_by_its_cell():
    content = workbook(["a", "b"], ["1", "=HYPERLINK(1)"], ["=A1", "2"])
    refusal = refusal_of(content)
    assert refusal.code == "formula"
    assert "B2, A3" in str(refusal)


def test_our_own_export_of_a_formula_comes_back_as_what_it_was():
    response = xlsx_response("x", ["a"], [["=1+1"], ["+62"], ["'=x"]])
    content = response.getvalue()
    response.close()
    assert rows_of(content) == [["a"], ["=1+1"], ["+62"], ["'=x"]]


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_days_of_excel_are_days_in_either_calendar(epoch):
    content = workbook(["d"], [dt.date(2026, 5, 3)], [dt.datetime(2026, 5, 3, 7, 30)], epoch=epoch)  # noqa: DTZ001
    assert rows_of(content) == [["d"], ["2026-05-03"], ["2026-05-03 07:30:00"]]


@pytest.mark.parametrize(
    ("value", "form", "read"),
    [
        (76.05, "General", "76.05"),
        (76.1, "0.00", "76.10"),
        (76, "General", "76"),
        (6281234567890, "General", "6281234567890"),
        (81234567, "000000000000", "000081234567"),
        (1_000_000.0, "#,##0", "1000000"),
        (-3, "General", "-3"),
        (True, "General", "1"),
    ],
)
def test_numbers_that_are_codes_keep_their_digits(value, form, read):
    def change(sheet):
        sheet["A2"].number_format = form

    assert rows_of(workbook(["a"], [value], change=change)) == [["a"], [read]]


def test_a_number_that_excel_has_rounded_is_refused_by_its_cell():
    refusal = refusal_of(workbook(["nip", "a"], [198001012005011001, "x"]))
    assert refusal.code == "digits"
    assert "A2" in str(refusal)


def test_the_instructions_of_our_own_template_are_no_sheet_that_was_passed_over():
    for language in ("en", "id"):
        with translation.override(language):
            notes = [(gettext("Instructions"), [["x"]])]
            content = xlsx_response("x", ["a"], [["1"]], notes=notes).getvalue()
        assert table_of(content).notes == []


def test_only_the_first_sheet_that_is_shown_is_read():
    book = openpyxl.Workbook()
    book.active.append(["rahasia"])
    book.active.sheet_state = "hidden"
    book.create_sheet("Data").append(["nama"])
    book.create_sheet("Lain").append(["lain"])
    table = table_of(saved(book))
    assert table.rows == [(1, ["nama"])]
    assert "Data" in str(note_sentences(table.notes)[0])


def test_a_zip_bomb_is_refused_without_being_unpacked():
    content = repacked(workbook(["a"]), add={"xl/media/bomb.bin": b"\0" * 120_000_000})
    started = time.monotonic()
    assert refusal_of(content).code == "bomb"
    assert time.monotonic() - started < 5


def test_a_bomb_that_lies_about_its_size_costs_no_more_than_it_may():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 400_000))
    sheet = f"{SHEET}<sheetData>{rows}</sheetData></worksheet>"
    content = repacked(workbook(["a"]), replace={"xl/worksheets/sheet1.xml": sheet})
    assert refusal_of(content).code == "rows"


def test_many_members_are_refused():
    content = repacked(workbook(["a"]), add={f"x/{n}": "" for n in range(3_000)})
    assert refusal_of(content).code == "bomb"


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


@pytest.mark.parametrize(
    "part",
    [
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "[Content_Types].xml",
        "xl/styles.xml",
        "xl/_rels/workbook.xml.rels",
        "docProps/core.xml",
    ],
)
def test_a_billion_laughs_are_not_laughed(part):
    whole = workbook(["a"])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        xml = archive.read(part).decode().partition("?>")[2] or archive.read(part).decode()
    started = time.monotonic()
    refusal = refusal_of(repacked(whole, replace={part: LAUGHS + xml}))
    assert refusal.code == "bomb"
    assert time.monotonic() - started < 5


def test_the_environment_of_the_server_opens_no_way_for_entities(monkeypatch):
    monkeypatch.setenv("OPENPYXL_LXML", "True")
    monkeypatch.setenv("OPENPYXL_DEFUSEDXML", "False")
    test_a_billion_laughs_are_not_laughed("xl/styles.xml")


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("openpyxl.LXML", True),
        ("openpyxl.xml.functions.fromstring", ElementTree.fromstring),
        ("openpyxl.xml.functions.iterparse", ElementTree.iterparse),
    ],
)
def test_a_parser_that_takes_entities_reads_nothing(monkeypatch, place, value):
    """As it is in a process where openpyxl was imported before the reader could choose."""
    monkeypatch.setattr(os, "environ", dict(os.environ))
    monkeypatch.setattr("openpyxl.LXML", False)
    monkeypatch.setattr("openpyxl.xml.functions.fromstring", safe.fromstring)
    monkeypatch.setattr("openpyxl.xml.functions.iterparse", safe.iterparse)
    assert guarded_openpyxl()
    monkeypatch.setattr(place, value)
    with pytest.raises(RuntimeError):
        guarded_openpyxl()


def test_an_entity_that_names_a_file_is_refused():
    xml = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>'
    content = repacked(workbook(["a"]), replace={"xl/worksheets/sheet1.xml": xml})
    assert refusal_of(content).code == "bomb"


def test_macros_are_refused():
    assert refusal_of(repacked(workbook(["a"]), add={"xl/vbaProject.bin": b"x"})).code == "macros"
    types = b'<Types><Override ContentType="x/vnd.ms-excel.sheet.macroEnabled.main"/></Types>'
    assert (
        refusal_of(repacked(workbook(["a"]), replace={"[Content_Types].xml": types})).code
        == "macros"
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\n\n,,\n", "empty"),
        (workbook(), "empty"),
        (b"%PDF-1.7 x", "kind"),
        (b"<html><script>", "kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old"),
        (b"PK\x03\x04" + b"\xff" * 300, "damaged"),
        (workbook(["a"])[:-40], "damaged"),
        (repacked(workbook(["a"]), replace={"xl/worksheets/sheet1.xml": b"<x"}), "damaged"),
        (b"\xff\xfea\x00b", "damaged"),
        (b"a\n" + b"x" * 20_000, "cell"),
        (b"," * 300 + b"x", "columns"),
        (b'a,b\n"x"y,1\n', "quote_inside"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(content, code):
    assert refusal_of(content).code == code


def test_a_zip_that_is_no_workbook_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<x/>")
    assert refusal_of(out.getvalue()).code == "kind"


def test_a_million_columns_are_refused():
    assert refusal_of((",".join("x" * 1_000_000)).encode()).code == "columns"
    row = '<row r="1">' + "".join(f'<c r="{c}1" t="str"><v>x</v></c>' for c in ("A", "XFD"))
    sheet = f'{SHEET}<dimension ref="A1:XFD1048576"/><sheetData>{row}</row></sheetData></worksheet>'
    content = repacked(workbook(["a"]), replace={"xl/worksheets/sheet1.xml": sheet})
    assert refusal_of(content).code == "columns"


def sheet_of(rows):
    sheet = f"{SHEET}<sheetData>{rows}</sheetData></worksheet>"
    return repacked(workbook(["a"]), replace={"xl/worksheets/sheet1.xml": sheet})


HEADER = '<row r="1"><c r="A1" t="str"><v>nama</v></c></row>'
CELL = '<c{} t="str"><v>x</v></c>'


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (f'<row r="99999999999">{CELL.format("")}</row>', "damaged"),
        (f'<row r="1048577">{CELL.format("")}</row>', "damaged"),
        (f'<row r="2">{CELL.format(" r=" + chr(34) + "XFE2" + chr(34))}</row>', "damaged"),
        (f'<row r="2">{CELL.format(" r=" + chr(34) + "ZZZZZZ2" + chr(34))}</row>', "damaged"),
        ('<row r="2"><c r="ZZZZZZ2"/></row>', "damaged"),
        (f'<row r="1">{CELL.format("")}</row>', "damaged"),  # a row that comes twice
        ("<row/>" * 20_001, "costly"),
        ("".join(f'<row r="{n}"><c r="XFD{n}"/></row>' for n in range(2, 20_003)), "costly"),
    ],
)
def test_rows_and_columns_that_no_spreadsheet_has_cost_nothing(rows, code):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert refusal_of(sheet_of(HEADER + rows)).code == code
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime - before.ru_utime < 8


def test_a_row_far_below_keeps_its_number_and_its_columns():
    far = '<row r="1048576"><c r="C1048576" t="str"><v>x</v></c><c r="XFD1048576"/></row>'
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    rows = table_of(sheet_of(HEADER + far)).rows
    assert rows == [(1, ["nama"]), (1_048_576, ["", "", "x"])]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime - before.ru_utime < 4


def test_a_million_rows_are_refused_quickly_where_few_are_wanted():
    started = time.monotonic()
    assert refusal_of(b"nama\n" + b"x\n" * 1_000_000).code == "rows"
    assert time.monotonic() - started < 10


def test_whoever_wants_all_rows_gets_all():
    assert len(table_of(b"nama\n" + b"x\n" * 200_000, most_rows=None).rows) == 200_001


def test_a_reader_that_needs_too_much_memory_or_time_is_ended():
    content = b"nama\n" + (b"x" * 900 + b"\n") * 40_000
    assert refusal_of(content, most_rows=50_000, megabytes=60).code == "costly"
    rows = workbook(*[[str(n)] * 20 for n in range(4_000)])
    assert refusal_of(rows, seconds=0).code == "costly"


def test_reading_takes_no_memory_of_the_server():
    content = workbook(*[[f"Dinas {n}", "76.05", "x" * 40] for n in range(5_000)])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(table_of(content).rows) == 5_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000
