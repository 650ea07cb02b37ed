"""Minutes pasted as text become commitments to check; what is unclear stays with the person.

Nothing here is guessed. An owner is one whose name, short name or other name stands in front,
letter by letter; of two that share it, neither. Every line that is not empty becomes one row or
is handed back with the reason.
"""

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass, field

from agreements.engagement.pasted_days import day_at_end, read_day

LONGEST_PROMISE = 500  # characters, as in the form
HEADER, HEADING, EMPTY, LOOSE, LONG = "header", "heading", "empty", "loose", "long"  # no rows
OWNER, WHAT, DUE, NUMBER = "owner", "what", "due", "number"  # columns of a block
USUAL = (OWNER, WHAT, DUE)
HEADS = {
    OWNER: "organisasi instansi lembaga opd pihak pic pj penanggung-jawab pelaksana "
    "organization organisation agency owner who responsible",
    WHAT: "apa uraian komitmen tindak-lanjut kegiatan tugas isi rencana-tindak-lanjut rtl "
    "what commitment action task promise",
    DUE: "tenggat tanggal kapan batas-waktu target-waktu waktu jatuh-tempo "
    "due due-date date when deadline by",
    NUMBER: "no no. nomor nr # number",
}
COLUMN_OF = {
    word.replace("-", " "): column for column, words in HEADS.items() for word in words.split()
}
MARKS = (
    "-\u2013\u2014\u2022*\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u25a0\u25a1"
    "\u2610\u2611\u2713\u2714\u2705\u27a2\u27a4\u25ba\u25b6>+"
)
BULLET = re.compile(
    rf"^(?:[{MARKS}]+|\[[ xX]?\]|\(?\d{{1,3}}[.)](?=\s|[^\W\d]|\*)|[a-z][.)](?=\s))\s*"
)
EMPHASIS = re.compile(r"(?<!\w)([*_~])(?=\S)(.{1,200}?)(?<=\S)\1(?!\w)")
OWNER_ENDS = re.compile(r":|\s[-\u2013\u2014>\u2192|]\s")
LONGEST_LINE = 1_000  # characters that are looked into; a longer line is no promise


@dataclass(frozen=True)
class PastedRow:
    """A line as a commitment; `line` is the line as it was pasted."""

    line: str
    promise: str
    owner: int | None = None
    due_on: dt.date | None = None
    year_is_assumed: bool = False


@dataclass(frozen=True)
class Unused:
    """A line that is no commitment, and why."""

    line: str
    reason: str


@dataclass(frozen=True)
class _Read:
    """What a line says before its owner and day are looked up."""

    owner: str = ""
    words: str = ""
    due: str = ""
    is_marked: bool = False  # a bullet, a number or a table says that it is an item


@dataclass
class Pasted:
    """Every line that is not empty, in order."""

    lines: list[PastedRow | Unused] = field(default_factory=list)

    @property
    def rows(self):
        return [line for line in self.lines if isinstance(line, PastedRow)]

    @property
    def unused(self):
        return [line for line in self.lines if isinstance(line, Unused)]


def owners_of(organizations):
    """Every name that names exactly one of them, with its id."""
    named = defaultdict(set)
    for organization in organizations:
        for name in (organization.name, organization.short_name, *organization.aliases.split("\n")):
            if key := key_of(name):
                named[key].add(organization.pk)
    return {key: next(iter(ids)) for key, ids in named.items() if len(ids) == 1}


def key_of(name):
    return " ".join(name.split()).casefold().strip(" .")


def read_pasted(text, *, owners, held_on):
    """Return the rows and the unused lines of a text; without `held_on` no year is assumed."""
    pasted, columns = Pasted(), USUAL
    for line in text.splitlines():
        if not line.strip():
            columns = USUAL
            continue
        if len(line) > LONGEST_LINE:
            pasted.lines.append(Unused(line, LONG))
        elif head := _columns_of(line):
            columns = head
            pasted.lines.append(Unused(line, HEADER))
        else:
            columns = columns if "\t" in line else USUAL
            pasted.lines.append(_judge(line, _read(line, columns, owners), owners, held_on))
    return pasted


def _columns_of(line):
    """The columns that a header names; None when the line is no header."""
    cells = [key_of(_plain(cell)).rstrip(":") for cell in line.split("\t")]
    columns = tuple(COLUMN_OF.get(cell) for cell in cells)
    if not {OWNER, WHAT} <= set(columns):
        return None
    return columns


def _read(line, columns, owners):
    cells = [_plain(cell) for cell in line.split("\t")]
    if columns == USUAL and len(cells) > 1 and _only_counts(cells):
        cells = cells[1:]
    if sum(map(bool, cells)) > 1:
        return _cells_of(cells, columns)
    return _words_of(" ".join(line.split()), owners)


def _only_counts(cells):
    """The first cell is a number or, before a single other one, a bullet: lists paste so."""
    return bool(re.fullmatch(r"\d{1,3}[.)]?", cells[0])) or (
        len(cells) == 2 and not re.search(r"\w", cells[0]) and bool(cells[0])
    )


def _cells_of(cells, columns):
    found, rest = {}, []
    for place, cell in enumerate(cells):
        column = columns[place] if place < len(columns) else None
        if column in USUAL and column not in found:
            found[column] = cell
        elif cell and column != NUMBER:
            rest.append(cell)
    words = "; ".join(part for part in (found.get(WHAT, ""), *rest) if part)
    owner = found.get(OWNER, "")
    owner = owner if re.search(r"\w", owner) else ""
    return _Read(owner, words, found.get(DUE, ""), is_marked=True)


def _words_of(line, owners):
    plain = _plain(line)
    words = BULLET.sub("", plain, count=1)
    named = [end for end in OWNER_ENDS.finditer(words) if key_of(words[: end.start()]) in owners]
    if not named:
        return _Read(words=words, is_marked=words != plain)
    end = named[-1]
    return _Read(words[: end.start()], words[end.end() :].strip(), is_marked=True)


def _plain(text):
    """Without the marks that a chat shows as bold, italic or struck out."""
    for _depth in range(3):
        text = EMPHASIS.sub(r"\2", text)
    return " ".join(text.split())


def _judge(line, read, owners, held_on):
    owner = owners.get(key_of(read.owner)) if read.owner else None
    words, due, is_assumed = _day_of(read, held_on)
    if read.owner and owner is None:
        words = f"{read.owner}: {words}" if words else read.owner
    if not re.search(r"[^\W\d_]", words):
        return Unused(line, EMPTY)
    if words.endswith(":") and due is None:
        return Unused(line, HEADING)
    if not (read.is_marked or due):
        return Unused(line, LOOSE)
    if len(words) > LONGEST_PROMISE:
        return Unused(line, LONG)
    return PastedRow(line, words, owner, due, is_assumed)


def _day_of(read, held_on):
    """The words without the day, the day, and whether its year was assumed."""
    if not read.due:
        return day_at_end(read.words, held_on)
    day, is_assumed = read_day(read.due, held_on)
    if day is None:
        return " ".join(f"{read.words} ({read.due})".split()), None, False
    return read.words, day, is_assumed
