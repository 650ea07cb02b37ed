"""Spreadsheets that arrive: rows of plain text, or a sentence that says what to do."""

import json
import subprocess
import tempfile
from dataclasses import dataclass
from typing import IO, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from collabgov.kit.apart import run_apart
from collabgov.kit.errors import Refused
from collabgov.kit.spreadsheets import unescaped

MEGABYTES, SECONDS, WAIT = 900, 20, 45
SENTENCES = {
    "bomb": _("This file would unpack into far more than it seems to hold. It was not opened."),
    "cell": _("Cell %(cell)s holds more than %(most)s characters. Shorten it."),
    "columns": _("Row %(row)s has more than %(most)s columns. Delete the empty ones."),
    "costly": _("This file is too large or too complicated to read. Save only the rows you need."),
    "damaged": _("This file is damaged. Open it in your spreadsheet program and save it again."),
    "digits": _(
        "Cell %(cell)s holds a number with more digits than a spreadsheet keeps. "
        "Set the column to “Text” and type it again."
    ),
    "empty": _("This file holds no rows."),
    "formula": _(
        "There is a formula in cell %(cell)s. "
        "Copy the cells and paste them as values, so that only their results are left."
    ),
    "kind": _("This is no spreadsheet that can be read here. Save it as .xlsx or .csv."),
    "locked": _("This file is protected by a password. Save it without one."),
    "macros": _("This file holds macros. Save it as an Excel workbook without macros (.xlsx)."),
    "old": _(
        "This file is of an old kind, or protected by a password. "
        "Save it as .xlsx without a password."
    ),
    "quote": _("A quotation mark that opens in line %(line)s is never closed."),
    "quote_inside": _("In line %(line)s, text follows a closing quotation mark. Double the mark."),
    "rows": _("This file has more than %(most)s rows."),
}
NOTES = {
    "cp1252": _(
        "The file is not in UTF-8; it was read as Windows text (cp1252). "
        "Look whether letters such as é are right."
    ),
    "sheet": _("Only the first sheet, “%(name)s”, was read."),
}


class UnreadableFile(Refused):
    """The file is refused as a whole; `code` says why, for whoever acts on it."""

    def __init__(self, code: str, facts: dict[str, Any]) -> None:
        super().__init__(SENTENCES[code] % facts)
        self.code = code


@dataclass(frozen=True)
class Table:
    """Rows as (number in the file, cells), the headers first; `notes` say how it was read."""

    rows: list[tuple[int, list[str]]]
    notes: list[tuple[str, dict[str, Any]]]


def read_table(
    file: IO[bytes], *, most_rows: int | None, megabytes: int = MEGABYTES, seconds: int = SECONDS
) -> Table:
    """Read a CSV or XLSX file in a process of its own, which has so much memory and time.

    `file` is a real file (with a number) at its start; `most_rows` does not count the headers.
    """
    limits = (most_rows or 0, megabytes, seconds)
    wait = WAIT if most_rows else None
    with tempfile.TemporaryFile() as said:
        try:
            ended = run_apart("collabgov.kit.reading", *limits, stdin=file, stdout=said, wait=wait)
        except subprocess.TimeoutExpired:
            raise UnreadableFile("costly", {}) from None
        if ended.returncode:
            raise UnreadableFile("costly", {})
        said.seek(0)
        answer = json.load(said)
    if "problem" in answer:
        raise UnreadableFile(answer["problem"], answer["facts"])
    rows = [(number, [unescaped(cell) for cell in cells]) for number, cells in answer["rows"]]
    return Table(rows, [(code, facts) for code, facts in answer["notes"]])


def note_sentences(notes: list[Any]) -> list[Promise | str]:
    """What a reader should know about how the file was read."""
    return [NOTES[code] % facts for code, facts in notes if code in NOTES]
