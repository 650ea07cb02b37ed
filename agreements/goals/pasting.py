"""A block that was copied from a spreadsheet: which of its cells goes where. Pure."""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from django.core.exceptions import ValidationError

from collabgov.kit.numbers import read_number

LONGEST = 100_000  # characters of a pasted block


@dataclass(frozen=True)
class Block:
    """Rows of texts; `labels` where the first column holds no numbers; `heads` above them."""

    labels: list[str]
    rows: list[list[str]]
    heads: list[str] = field(default_factory=list)


@dataclass
class Spread:
    """Where each cell goes: {(row, column): text}; what found no row, what no column."""

    cells: dict = field(default_factory=dict)
    unknown: list = field(default_factory=list)
    homeless: int = 0


def read_block(text, columns=()):
    """The cells of a pasted block; headings above and names in front are told apart.

    `columns`: what each column may be called. A year above figures is a heading only so.
    """
    rows = _cells_of(text)
    calls = {plain(name) for names in columns for name in names}
    heads = []
    if len(rows) > 1 and _is_heading(rows[0], calls):
        heads, rows = rows[0], rows[1:]
    named = [row for row in rows if row[0] and not is_figure(row[0])]
    if rows and len(named) * 2 > len(rows) and any(len(row) > 1 for row in rows):
        return Block([row[0] for row in rows], [row[1:] for row in rows], heads[1:])
    return Block([], rows, heads)


def _cells_of(text):
    """Rows of cells as a spreadsheet copies them: a cell of several lines stands in quotes."""
    lines = text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    mark = "\t" if "\t" in lines else ";"
    quoting = csv.QUOTE_NONE if lines.count('"') % 2 else csv.QUOTE_MINIMAL
    table = csv.reader(io.StringIO(lines), delimiter=mark, quoting=quoting)
    rows = [[" ".join(cell.split()) for cell in row] for row in table]
    return [row for row in rows if any(row)]


def _is_heading(cells, calls):
    """Words above figures; figures where they are what the columns are called, or years."""
    figures = [cell for cell in cells if is_figure(cell)]
    if all(plain(cell) in calls for cell in figures):
        return True
    return not is_figure(cells[0]) and _are_years(figures)


def _are_years(figures):
    """2021, 2022, 2023: one after the other."""
    if not all(re.fullmatch(r"(19|20)[0-9]{2}", cell) for cell in figures):
        return False
    return len(figures) > 1 and all(int(b) - int(a) == 1 for a, b in pairwise(figures))


def placed(block, names, columns, first=0):
    """Where each cell goes.

    By name where the block names its rows and columns, in order otherwise; from column `first`
    on. A name that several rows have belongs to none of them; of two lines with one name the
    first is taken.
    """
    spread, filled = Spread(), set()
    rows, heads = _places(names), _places(columns)
    across = [heads.get(plain(head)) for head in block.heads]
    is_headed = any(place is not None for place in across)
    for number, cells in enumerate(block.rows):
        label = block.labels[number] if block.labels else ""
        row = rows.get(plain(label)) if block.labels else number
        if row is None or row >= len(names) or row in filled:
            spread.unknown.append(label or str(number + 1))
            continue
        filled.add(row)
        for index, cell in enumerate(cells):
            column = first + index
            if is_headed:
                column = across[index] if index < len(across) else None
            if cell and (column is None or column >= len(columns)):
                spread.homeless += 1
            elif cell:
                spread.cells[row, column] = cell
    return spread


def _places(names):
    """{name: where it stands}, of names that only one place has."""
    calls = [{plain(name) for name in each} for each in names]
    counts = Counter(name for each in calls for name in each)
    return {name: at for at, each in enumerate(calls) for name in each if counts[name] == 1}


def plain(name):
    return re.sub(r"\s+", " ", name).strip().casefold()


def is_figure(text):
    """Whether a text is a number, or a part of a whole such as 12/40."""
    try:
        for part in text.replace("%", "").split("/"):
            read_number(part)
    except ValidationError:
        return False
    return bool(text)
