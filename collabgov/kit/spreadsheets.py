"""Tables that leave the site: CSV and XLSX that no spreadsheet program takes for formulas."""

import csv
import datetime as dt
import io
import re
import tempfile
from decimal import Decimal

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.text import slugify
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

# A cell that begins so is run, not shown, by one spreadsheet program or another.
TRIGGERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"  # and the full-width = + - @
# Where a program may begin a new cell although we wrote one: Excel with Indonesian settings cuts
# our CSV at semicolons, quotes or not. What only looks like white space counts for nothing there.
BEGINS = r"(?:\A|(?<=[;,|\t\r\n]))"
RUN = f"[ \xa0\"']*[{re.escape(TRIGGERS)}]"
DANGER = re.compile(f"{BEGINS}(?={RUN})")
ESCAPED = re.compile(f"{BEGINS}'(?={RUN})")
# In one cell of an XLSX nothing is cut: only its beginning, and what would be taken for escaped.
DANGER_UNCUT = re.compile(f"\\A(?={RUN})|{BEGINS}(?='{RUN})")
# What XML 1.0 cannot hold, and NUL, which ends a CSV for some readers.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LONGEST_CELL = 32_767  # characters; Excel keeps no more
KEPT_IN_MEMORY = 2_000_000  # bytes of a file; more goes to the disk
WIDEST, NARROWEST = 60, 12
CSV, XLSX = "csv", "xlsx"
TYPES = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def safe_cell(value, *, may_be_cut=True):
    """Return the value as text or number that is shown as it is, never run as a formula.

    `may_be_cut` is true of a CSV, whose texts a reader with other settings cuts in pieces.
    `unescaped` gives the very same text back, so what was exported can be imported again.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, Decimal):
        return plain_decimal(value)
    if isinstance(value, int | float):
        return value
    if isinstance(value, dt.datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return local.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, dt.date):
        return value.isoformat()
    text = UNPRINTABLE.sub("", str(value)).replace("\r\n", "\n")
    return (DANGER if may_be_cut else DANGER_UNCUT).sub("'", text)[:LONGEST_CELL]


def plain_decimal(value):
    """The number with the decimals that it has: 1150.5 for 1150.5000, and never 1.5E+2."""
    is_whole = value.is_finite() and value == value.to_integral_value()
    return Decimal(int(value)) if is_whole else value.normalize()


def unescaped(text):
    """Return the text that `safe_cell` made safe, as it was before."""
    return ESCAPED.sub("", text)


def csv_response(name, headers, rows):
    """Answer with a CSV download: UTF-8 with a byte order mark, which Excel needs."""
    binary = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115 (served)
    text = io.TextIOWrapper(binary, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow([safe_cell(header) for header in headers])
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    text.flush()
    text.detach()
    return _download(binary, name, CSV)


def xlsx_response(name, headers, rows, *, notes=()):
    """Answer with an XLSX download; `notes` are (title, rows) of further sheets of plain text."""
    book = Workbook(write_only=True)
    _write(book.create_sheet(_sheet_title(name)), headers, rows)
    for title, lines in notes:
        _write(book.create_sheet(_sheet_title(title)), lines[0], lines[1:])
    binary = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115 (served)
    book.save(binary)
    return _download(binary, name, XLSX)


RESPONSES = {CSV: csv_response, XLSX: xlsx_response}


def _write(sheet, headers, rows):
    sheet.freeze_panes = "A2"
    for number, header in enumerate(headers, start=1):
        width = min(WIDEST, max(NARROWEST, len(str(header)) + 4))
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_cell(sheet, header, bold=True) for header in headers])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet, value, *, bold=False):
    safe = safe_cell(value, may_be_cut=False)
    cell = WriteOnlyCell(sheet, value=safe)
    if isinstance(safe, str):
        cell.data_type = "s"  # openpyxl would make a formula of what begins with =
    if bold:
        cell.font = Font(bold=True)
    return cell


def _sheet_title(name):
    return re.sub(r"[\[\]:*?/\\']", " ", UNPRINTABLE.sub("", str(name))).strip()[:31] or "1"


def _download(binary, name, kind):
    """What is small is in memory and goes out whole; a large file streams from the disk."""
    size = binary.seek(0, io.SEEK_END)
    binary.seek(0)
    if size <= KEPT_IN_MEMORY:
        with binary:
            response: HttpResponseBase = HttpResponse(binary.read(), content_type=TYPES[kind])
    else:
        response = FileResponse(binary, content_type=TYPES[kind])
    file_name = f"{slugify(str(name))[:60] or 'data'}-{timezone.localdate().isoformat()}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response["Cache-Control"] = "private, no-store"
    return response
