"""XLSX from a stranger: what the zip says is judged first, then cells become plain text."""

import datetime as dt
import os
import re
import zipfile
from collections.abc import Iterator
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from collabgov.kit.reading.problems import MOST_COLUMNS, Rows, Unreadable, is_formula, tidy

MOST_MEMBERS, MOST_UNPACKED, MOST_RATIO, SMALL = 2_000, 150_000_000, 250, 1_000_000
MAIN = ("[Content_Types].xml", "xl/workbook.xml")
TELLING, MOST_TOLD = ("[content_types].xml", ".rels"), 10_000_000
MACROS = ("macroenabled", "vbaproject", "macrosheet")  # kinds and names of what holds code
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # of any spreadsheet program
MOST_BLANK = 20_000  # rows one after another that say nothing
PRECISE = 10**15  # Excel keeps 15 digits and makes the others zero
ERRORS_NAMED = 3
# What openpyxl raises for a workbook that is no workbook (the list of those who tried).
DAMAGED = (ParseError, zipfile.BadZipFile, LookupError, ValueError, TypeError, AttributeError)
DAMAGED += (OverflowError, OSError, EOFError, AssertionError)  # type: ignore[assignment]
OURS = ("Instructions", "Petunjuk")  # the second sheet of our own templates, in each language
ZEROS, DECIMALS = re.compile(r"^0+$"), re.compile(r"^[#,0]*\.(0+)$")


def read_xlsx(file: IO[bytes], most_rows: int | None) -> tuple[Rows, list[list[object]]]:
    judge(file)
    load_workbook = guarded_openpyxl()
    try:
        book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not sheets:
            raise Unreadable("empty")
        others = [sheet for sheet in sheets[1:] if sheet.title not in OURS]
        notes: list[list[object]] = [["sheet", {"name": sheets[0].title[:60]}]] if others else []
        return _rows_of(sheets[0], most_rows), notes
    except (Unreadable, MemoryError):
        raise
    except DAMAGED as error:
        raise Unreadable("bomb" if _is_bomb(error) else "damaged") from None


def guarded_openpyxl() -> Any:
    """`load_workbook` of an openpyxl that refuses entities, or nothing at all.

    Where lxml is installed (docxtpl brings it along) openpyxl reads with lxml, and lxml takes a
    workbook that declares entities: defusedxml is then no longer asked. The choice is made from
    the environment, once, when openpyxl is first imported; so it is made here, whatever stands in
    the environment of the server, and looked at afterwards.
    """
    os.environ |= {"OPENPYXL_LXML": "False", "OPENPYXL_DEFUSEDXML": "True"}
    import openpyxl  # slow to load: not for a CSV, not for what is refused
    from openpyxl.xml import functions

    names = (functions.fromstring.__module__, functions.iterparse.__module__)
    if openpyxl.LXML or not all(name.startswith("defusedxml.") for name in names):
        raise RuntimeError("openpyxl would read a stranger's file without defusedxml.")
    return openpyxl.load_workbook


def _is_bomb(error: BaseException | None) -> bool:
    """Whether entities were refused; openpyxl wraps that into an error of its own."""
    while error is not None and not isinstance(error, DefusedXmlException):
        error = error.__cause__ or error.__context__
    return error is not None


def judge(file: IO[bytes]) -> None:
    """Refuse what is no workbook or would cost too much to unpack, before unpacking any of it."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            _judge_members(members)
            declared = " ".join(_declared(archive, members))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError):
        raise Unreadable("damaged") from None
    except (KeyError, OSError, ValueError, OverflowError):
        raise Unreadable("damaged") from None
    if any(word in declared for word in MACROS):
        raise Unreadable("macros")
    file.seek(0)


def _declared(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[str]:
    """What the parts are said to be: kinds of content, and of relations between parts."""
    telling = [each for each in members if each.filename.lower().endswith(TELLING)]
    if sum(each.file_size for each in telling) > MOST_TOLD:
        raise Unreadable("costly")
    for member in telling:
        try:
            root = fromstring(archive.read(member))
        except DefusedXmlException:
            raise Unreadable("bomb") from None
        except ParseError:
            raise Unreadable("damaged") from None
        for part in root.iter():
            yield from (part.get(name, "").lower() for name in ("ContentType", "Type"))


def _judge_members(members: list[zipfile.ZipInfo]) -> None:
    names = {member.filename for member in members}
    if any(word in name.lower() for name in names for word in MACROS):
        raise Unreadable("macros")
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("locked")
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED:
        raise Unreadable("bomb")
    sizes = [(member.file_size, member.compress_size) for member in members]
    for size, packed in (*sizes, (unpacked, sum(packed for _size, packed in sizes))):
        if size > SMALL and size > MOST_RATIO * packed:
            raise Unreadable("bomb")
    if any(".." in name.split("/") or name.startswith("/") for name in names):
        raise Unreadable("damaged")
    if not names.issuperset(MAIN):
        raise Unreadable("kind")


def _rows_of(sheet: Any, most_rows: int | None) -> Rows:
    rows, formulas = Rows(most_rows), []
    for number, cells in _filled(sheet):
        formulas += [cell.coordinate for cell in cells if _is_run(cell)]
        if len(formulas) >= ERRORS_NAMED:
            break
        texts = {cell.column: text_of(cell) for cell in cells}
        last = max((column for column, text in texts.items() if text), default=0)
        if last > MOST_COLUMNS:
            raise Unreadable("columns", most=MOST_COLUMNS, row=number)
        rows.add(number, [texts.get(column, "") for column in range(1, last + 1)])
    if formulas:
        raise Unreadable("formula", cell=", ".join(formulas[:ERRORS_NAMED]))
    return rows


def _is_run(cell: Any) -> bool:
    """A formula, or a text that becomes one as soon as somebody edits the cell."""
    is_text = isinstance(cell.value, str) and is_formula(cell.value)
    return cell.data_type == "f" or is_text


def _filled(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """Rows as the file has them, with the cells that say something.

    Not `sheet.iter_rows()`: it makes up every row and cell that a number claims to lie before it,
    and a file of some bytes may claim a hundred thousand million.
    """
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.worksheet._reader import WorkSheetParser

    book, last, blank = sheet.parent, 0, 0
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            data_only=False,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, row in parser.parse():
            beyond = any(cell["column"] > LAST_COLUMN for cell in row)
            if beyond or not last < number <= LAST_ROW:
                raise Unreadable("damaged")
            filled = [ReadOnlyCell(sheet, **cell) for cell in row if cell["value"] is not None]
            last, blank = number, 0 if filled else blank + 1
            if blank > MOST_BLANK:
                raise Unreadable("costly")
            yield number, filled


def text_of(cell: Any) -> str:
    """The cell as somebody reads it: dates as ISO, codes with their zeros."""
    value = cell.value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int | float):
        return _number(value, cell)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    return tidy(str(value), cell.coordinate)


def _number(value: float, cell: Any) -> str:
    if value != value or abs(value) >= PRECISE:
        raise Unreadable("digits", cell=cell.coordinate)
    form = (cell.number_format or "").split(";")[0]
    if value == int(value) and ZEROS.match(form):
        return str(int(value)).zfill(len(form))
    if decimals := DECIMALS.match(form):
        return f"{value:.{len(decimals[1])}f}"
    return str(int(value)) if value == int(value) else format(value, ".15g")
