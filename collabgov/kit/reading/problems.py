"""Why a file cannot be read, as a code with facts; the sentences are in `kit/incoming.py`."""

import re

MOST_COLUMNS = 200
LONGEST_CELL = 10_000
LONGEST_FILE = 60_000_000  # characters of all cells together
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")

# A spreadsheet program runs what begins with =, a function after @, and after + or - what calls
# one or asks another program (DDE: cmd|' /C calc'!A0). Phone numbers, figures and bullets are text.
BLANKS = "[\\s\u200b-\u200f\u2060-\u2069\u202a-\u202e\ufeff]*"
CALL = r"[^\W\d][\w.]*\s*\("
DDE = r"[^\W\d][\w.]*\s*\|.*!"
BEFORE = r"(?:[\s\d.,+\-*/^&%'()]|\"[^\"]*\"|[A-Za-z]{1,3}\d+(?=\s*[+\-*/^&]))*"
FORMULA = re.compile(
    rf"{BLANKS}(?:[=\uff1d]|[@\uff20]\s*{CALL}"
    rf"|[+\-\uff0b\uff0d]{BEFORE}(?:@?[^\W\d][\w.]*\(|{DDE}))",
    re.DOTALL,
)


class Unreadable(Exception):
    """The file is refused; `facts` fill the sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


class Rows:
    """What was read so far, within its limits: [number, cells], blank rows left out."""

    def __init__(self, most_rows: int | None) -> None:
        self.most_rows, self.found, self.size = most_rows, [], 0  # type: ignore[var-annotated]

    def add(self, number: int, cells: list[str]) -> None:
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            return
        if len(cells) > MOST_COLUMNS:
            raise Unreadable("columns", most=MOST_COLUMNS, row=number)
        if self.most_rows is not None and len(self.found) > self.most_rows:
            raise Unreadable("rows", most=self.most_rows)
        self.size += sum(map(len, cells))
        if self.most_rows is not None and self.size > LONGEST_FILE:
            raise Unreadable("costly")
        self.found.append([number, cells])


def tidy(text: str, where: str) -> str:
    """A cell without what nobody sees; `where` names it."""
    text = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(text) > LONGEST_CELL:
        raise Unreadable("cell", cell=where, most=LONGEST_CELL)
    return text


def is_formula(text: str) -> bool:
    """Whether a spreadsheet program would run the text instead of showing it."""
    return FORMULA.match(text) is not None


def letter(index: int) -> str:
    """The name of a column as spreadsheets show it: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
