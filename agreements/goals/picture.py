"""The picture of a theory of change: boxes in columns, arrows with numbered assumptions."""

from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from agreements.goals.kinds import ResultKind
from agreements.goals.layers import lay_out

WIDTH, GUTTER, EDGE, HEAD = 184, 66, 6, 44
RIM = 4  # between the two lines around a shared goal
LETTERS, LINE, MOST_LINES, PADDING = 21, 19, 6, 12
PORT_GAP = 16  # between two arrows at one side of a box
MARK = 11  # radius of the number on an arrow
ALONG = (
    0.36,
    0.5,
    0.62,
    0.26,
    0.74,
    0.43,
    0.56,
    0.18,
    0.82,
    0.3,
    0.68,
    0.1,
    0.9,
)  # where on an arrow its number may stand
# Fill and line of a box by kind; lighter to darker towards impact, each with its name above.
TINTS = {
    ResultKind.ACTION: ("#ffffff", "#5c6d78"),
    ResultKind.OUTPUT: ("#eef6f9", "#2f7899"),
    ResultKind.OUTCOME: ("#d8eaf1", "#0b5d7a"),
    ResultKind.IMPACT: ("#0b5d7a", "#0b5d7a"),
}


@dataclass(frozen=True)
class Box:
    """A result with its words in lines that fit."""

    x: float
    y: float
    height: float
    lines: tuple[tuple[str, float], ...]
    fill: str
    stroke: str
    ink: str
    is_goal: bool
    title: str
    width: int = WIDTH

    @property
    def text_x(self):
        return round(self.x + PADDING, 1)

    @property
    def outer_x(self):
        return round(self.x - RIM, 1)

    @property
    def outer_y(self):
        return round(self.y - RIM, 1)

    @property
    def outer_width(self):
        return self.width + 2 * RIM

    @property
    def outer_height(self):
        return round(self.height + 2 * RIM, 1)


@dataclass(frozen=True)
class Arrow:
    """A link: its curve, and where its number stands."""

    number: int
    path: str
    x: float
    y: float
    title: str

    @property
    def text_y(self):
        return round(self.y + 4.5, 1)


@dataclass(frozen=True)
class Heading:
    label: str
    x: float
    width: float

    @property
    def middle(self):
        return self.x + self.width / 2


@dataclass(frozen=True)
class Picture:
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    headings: tuple[Heading, ...]
    columns: int
    width: float
    height: float


def picture_of(results, links):
    """Draw them; `links` carry the `number` under which the table names them."""
    words = {row.pk: _lines(row.title) for row in results}
    heights = {pk: len(lines) * LINE + 2 * PADDING - 2 for pk, lines in words.items()}
    drawing = lay_out(results, links, heights)
    boxes = tuple(
        _box(node, words[node.key])
        for nodes in drawing.columns
        for node in nodes
        if node.result is not None
    )
    width = len(drawing.columns) * (WIDTH + GUTTER) - GUTTER + 2 * EDGE
    return Picture(
        boxes,
        _arrows(links, drawing),
        _headings(drawing.kinds),
        len(drawing.columns),
        max(width, 0),
        round(drawing.height + HEAD + EDGE + 8, 1),
    )


def _lines(title):
    lines = wrap(title, LETTERS, break_long_words=True)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][: LETTERS - 1]}…"]
    return lines


def _left(column):
    return EDGE + column * (WIDTH + GUTTER)


def _box(node, words):
    top = round(node.y + HEAD, 1)
    fill, stroke = TINTS[node.result.kind]
    lines = tuple(
        (word, round(top + PADDING + 12 + number * LINE, 1)) for number, word in enumerate(words)
    )
    ink = "#ffffff" if node.result.kind == ResultKind.IMPACT else "#172630"
    is_goal = node.result.goal_id is not None
    return Box(
        _left(node.column), top, node.height, lines, fill, stroke, ink, is_goal, node.result.title
    )


def _headings(kinds):
    """One name above all columns of a kind."""
    headings = []
    for kind in dict.fromkeys(kinds):
        first, number = kinds.index(kind), kinds.count(kind)
        width = number * (WIDTH + GUTTER) - GUTTER
        headings.append(Heading(kind.label, _left(first), width))
    return tuple(headings)


def _arrows(links, drawing):
    leaving, arriving = _ports(links, drawing)
    taken, arrows = [], []
    for link in links:
        points = _points(link.pk, drawing.routes[link.pk], leaving, arriving)
        x, y = _free_place(points, taken)
        taken.append((x, y))
        arrows.append(Arrow(link.number, _curve(points), x, y, str(link)))
    return tuple(arrows)


def _ports(links, drawing):
    """How high each arrow leaves its box and reaches the next: side by side, none crossing."""
    out, into = {}, {}
    for link in links:
        route = drawing.routes[link.pk]
        out.setdefault(id(route[0]), (route[0], []))[1].append((route[1].middle, link.pk))
        into.setdefault(id(route[-1]), (route[-1], []))[1].append((route[-2].middle, link.pk))
    return _spread(out), _spread(into)


def _spread(sides):
    heights = {}
    for node, ends in sides.values():
        gap = min(PORT_GAP, (node.height - 12) / max(1, len(ends) - 1))
        top = node.middle - gap * (len(ends) - 1) / 2
        for place, (_there, pk) in enumerate(sorted(ends)):
            heights[pk] = top + gap * place + HEAD
    return heights


def _points(pk, route, leaving, arriving):
    """Pairs of points between which the arrow swings, from column to column."""
    points = [(_left(route[0].column) + WIDTH, leaving[pk])]
    for node in route[1:-1]:
        left, y = _left(node.column), node.middle + HEAD
        points += [(left, y), (left + WIDTH, y)]
    points.append((_left(route[-1].column) - 7, arriving[pk]))
    return points


def _curve(points):
    """Swing across each gap between columns, straight on through a column."""
    parts = [f"M{_pair(points[0])}"]
    for number, (start, end) in enumerate(pairwise(points)):
        if number % 2:
            parts.append(f"L{_pair(end)}")
        else:
            half = (start[0] + end[0]) / 2
            parts.append(f"C{_pair((half, start[1]))} {_pair((half, end[1]))} {_pair(end)}")
    return "".join(parts)


def _free_place(points, taken):
    """A place on the first swing where no other number stands yet."""
    places = [_on_swing(points[0], points[1], share) for share in ALONG]
    enough = (2 * MARK + 2) ** 2

    def room(place):
        far = [(place[0] - x) ** 2 + (place[1] - y) ** 2 for x, y in taken]
        return min(far, default=enough)

    free = (place for place in places if room(place) >= enough)
    return next(free, None) or max(places, key=room)


def _on_swing(start, end, share):
    """The point at a share of the curve that leaves and arrives level."""
    rest = 1 - share
    half = (start[0] + end[0]) / 2
    side, late = 3 * rest * rest * share, 3 * rest * share * share
    x = rest**3 * start[0] + (side + late) * half + share**3 * end[0]
    y = (rest**3 + side) * start[1] + (late + share**3) * end[1]
    return round(x, 1), round(y, 1)


def _pair(point):
    return f"{point[0]:.1f} {point[1]:.1f}"
