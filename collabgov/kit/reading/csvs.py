"""CSV as it really arrives: any encoding, any separator, quotes that never end."""

import csv
import io
from collections.abc import Iterator

from collabgov.kit.reading.problems import Rows, Unreadable, is_formula, letter, tidy

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SEPARATORS = ",;\t|"
LONGEST_FIELD = 131_072
ERRORS_NAMED = 3


def read_csv(content: bytes, most_rows: int | None) -> tuple[Rows, list[list[object]]]:
    text, notes = decoded(content)
    text, separator = separated(text)
    csv.field_size_limit(LONGEST_FIELD)
    rows, formulas = Rows(most_rows), []
    for number, cells in _records(text, separator):
        named = [(cell, f"{letter(at)}{number}") for at, cell in enumerate(cells)]
        formulas += [where for cell, where in named if is_formula(cell)]
        if len(formulas) >= ERRORS_NAMED:
            break
        rows.add(number, [tidy(cell, where) for cell, where in named])
    if formulas:
        raise Unreadable("formula", cell=", ".join(formulas[:ERRORS_NAMED]))
    return rows, notes


def decoded(content: bytes) -> tuple[str, list[list[object]]]:
    """The text, and what a reader should know about how it was read."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding), []
    if encoding := _wide(content):
        return _strictly(content, encoding), []
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), [["cp1252", {}]]


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("damaged") from None


def _wide(content: bytes) -> str:
    """UTF-16 without its mark: every second byte of plain text is zero."""
    start = content[:2000]
    half = max(1, len(start) // 2)
    if start[1::2].count(0) / half > 0.4:
        return "utf-16-le"
    return "utf-16-be" if start[0::2].count(0) / half > 0.4 else ""


def separated(text: str) -> tuple[str, str]:
    """The text, and the separator that its first line uses most outside quotes."""
    first, _, rest = text.lstrip("\r\n").partition("\n")
    if first.lower().startswith("sep=") and len(first.rstrip("\r")) == 5:
        return rest, first[4]
    counts, is_quoted = dict.fromkeys(SEPARATORS, 0), False
    for mark in first:
        if mark == '"':
            is_quoted = not is_quoted
        elif mark in counts and not is_quoted:
            counts[mark] += 1
    return text, max(counts, key=lambda mark: counts[mark])


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows, as a spreadsheet program counts them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number, line = 0, 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            is_open = "unexpected end" in str(error) or "limit" in str(error)
            raise Unreadable("quote" if is_open else "quote_inside", line=line) from None
        number, line = number + 1, reader.line_num + 1
        yield number, cells
