"""A block that was copied from a spreadsheet: which of its cells goes where. Pure."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from collabgov.kit.numbers import read_number

LONGEST = 100_000  # characters of a pasted block


@dataclass(frozen=True)
class Block:
    """Rows of texts; `labels` where the first column holds no numbers."""

    labels: list[str]
    rows: list[list[str]]


def read_block(text):
    """The cells of a pasted block; headings above and names in front are told apart."""
    lines = [line for line in text[:LONGEST].replace("\r", "").split("\n") if line.strip()]
    mark = "\t" if any("\t" in line for line in lines) else ";"
    rows = [[cell.strip() for cell in line.split(mark)] for line in lines]
    if rows and len(rows) > 1 and not any(is_figure(cell) for cell in rows[0] if cell):
        rows = rows[1:]
    named = [row for row in rows if row[0] and not is_figure(row[0])]
    if rows and len(named) * 2 > len(rows) and any(len(row) > 1 for row in rows):
        return Block([row[0] for row in rows], [row[1:] for row in rows])
    return Block([], rows)


def placed(block, names, width, first=0):
    """Where each cell goes: {(row, column): text}, and the names that no row has.

    By name where the block names its rows, in order otherwise; from column `first` on.
    """
    found, unknown = {}, []
    places = {plain(name): index for index, name in reversed(list(enumerate(names)))}
    for number, cells in enumerate(block.rows):
        label = block.labels[number] if block.labels else None
        row = number if label is None else places.get(plain(label))
        if row is None or row >= len(names):
            unknown.append(label if label is not None else str(number + 1))
            continue
        for column, cell in enumerate(cells, start=first):
            if cell and column < width:
                found[row, column] = cell
    return found, unknown


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
