"""The picture of the matrix: a bar wherever one party leads neighbouring issues in a region."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from actors.models import Organization

NAMES, HEAD, ROW, GAP = 128, 30, 42, 4  # width of the regions' names, heights, white between bars
ROOM, NARROWEST = 238, 40  # for all issues together, and at least for each
LETTERS, LINE, LETTER = 15, 16, 8  # of a region's name in a line, a line's height, a letter's width
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# A fill for each party that leads; its letter stands on it, so that no colour says it alone.
TINTS = (
    "#cfe6ef",
    "#fde2c8",
    "#d6ecd2",
    "#e6dcf3",
    "#fbf0b8",
    "#f8d7da",
    "#d9e0e5",
    "#c6ece6",
    "#efdcc9",
    "#e1eab8",
)


@dataclass(frozen=True)
class Leader:
    """A party that leads somewhere: its letter and fill in the picture, and in which cells."""

    letter: str
    fill: str
    organization: Organization
    cells: tuple

    @property
    def number(self):
        return len(self.cells)


@dataclass(frozen=True)
class Bar:
    """Neighbouring issues in one region under one lead; without a leader nobody leads there."""

    x: float
    y: int
    width: float
    leader: Leader | None

    @property
    def height(self):
        return ROW - GAP

    @property
    def middle(self):
        return self.x + self.width / 2

    @property
    def words(self):
        """The name where there is room for it, else the letter alone."""
        if self.leader is None:
            return "-"
        both = f"{self.leader.letter} · {self.leader.organization.label}"
        return both if len(both) * LETTER <= self.width - GAP else self.leader.letter

    @property
    def text_y(self):
        return self.y + self.height / 2 + 5


@dataclass(frozen=True)
class Picture:
    width: float
    height: int
    heads: tuple  # (middle, number of the issue)
    lines: tuple  # (height, a line of a region's name)
    bars: tuple
    dots: tuple  # (x, y) of the corner of a cell in which somebody supports
    leaders: tuple
    names: int = NAMES

    @property
    def has_gaps(self):
        return any(bar.leader is None for bar in self.bars)


def picture_of(matrix):
    """None where there is nothing to draw."""
    if not matrix.rows:
        return None
    step = max(ROOM / len(matrix.goals), NARROWEST)
    leaders = _leaders(matrix)
    tops = [(HEAD + number * ROW, row) for number, row in enumerate(matrix.rows)]
    return Picture(
        width=NAMES + step * len(matrix.goals),
        height=HEAD + ROW * len(matrix.rows),
        heads=tuple((NAMES + step * (at + 0.5), at + 1) for at in range(len(matrix.goals))),
        lines=tuple(line for top, row in tops for line in _lines(row.name, top)),
        bars=tuple(bar for top, row in tops for bar in _bars(row, top, step, leaders)),
        dots=tuple(dot for top, row in tops for dot in _dots(row, top, step)),
        leaders=tuple(leaders.values()),
    )


def _leaders(matrix):
    """By the key of their organization, in the order of their names; after Z comes AA."""
    led = defaultdict(list)
    for cell in (cell for row in matrix.rows for cell in row.cells if cell.lead):
        led[cell.lead.party.organization].append(cell)
    return {
        found.pk: Leader(_letter(at), TINTS[at % len(TINTS)], found, tuple(led[found]))
        for at, found in enumerate(sorted(led, key=lambda row: (row.label, row.pk)))
    }


def _letter(at):
    turn, letter = divmod(at, len(ALPHABET))
    return ALPHABET[letter] * (turn + 1)


def _lines(name, top):
    """At most two lines of a region's name, in the middle of its row."""
    words = wrap(name, LETTERS, max_lines=2, placeholder="…")
    first = top + (ROW - GAP) / 2 + 5 - LINE * (len(words) - 1) / 2
    return [(first + LINE * at, line) for at, line in enumerate(words)]


def _bars(row, top, step, leaders):
    x = float(NAMES)
    for lead, run in groupby(row.cells, key=lambda cell: cell.lead and cell.lead.party_id):
        cells = list(run)
        leader = leaders[cells[0].lead.party.organization_id] if lead else None
        for group in [cells] if lead else [[cell] for cell in cells]:
            yield Bar(x + GAP / 2, top, step * len(group) - GAP, leader)
            x += step * len(group)


def _dots(row, top, step):
    for at, cell in enumerate(row.cells):
        if cell.supports:
            yield NAMES + step * (at + 1) - 10, top + 8
