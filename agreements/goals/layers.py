"""Arithmetic of the theory's picture: which column a result stands in, in which order, how high.

Every arrow runs to the right: the columns are the kinds, and within a kind one step further for
each result of the same kind that leads there. An arrow over several columns passes through each
of them by a gap of its own (the classic way of drawing layers, with few rounds of untangling).
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from agreements.goals.kinds import ResultKind

ROUNDS = 6
BOX_GAP, PASS_HEIGHT = 26, 18


@dataclass
class Node:
    """A box, or (without a result) the place where an arrow passes a column."""

    key: object
    column: int
    height: float
    result: object = None
    y: float = 0.0
    before: list = field(default_factory=list)
    after: list = field(default_factory=list)

    @property
    def middle(self):
        return self.y + self.height / 2


@dataclass(frozen=True)
class Drawing:
    """Columns of nodes with their heights set, and the nodes that each link runs through."""

    columns: tuple[tuple[Node, ...], ...]
    routes: dict
    kinds: tuple[ResultKind, ...]  # of each column
    height: float


def lay_out(results, links, heights):
    """`heights`: how high the box of each result is, by its number."""
    columns_of, kinds = columns(results, links)
    boxes = {row.pk: Node(row.pk, columns_of[row.pk], heights[row.pk], row) for row in results}
    grid = [[] for _kind in kinds]
    for node in boxes.values():
        grid[node.column].append(node)
    routes = {link.pk: _route(link, boxes, grid) for link in links}
    _untangle(grid)
    tallest = max((_stack(nodes) for nodes in grid), default=0)
    _settle(grid, tallest)
    return Drawing(tuple(map(tuple, grid)), routes, tuple(kinds), tallest)


def columns(results, links):
    """The column of each result, and the kind that each column shows."""
    kind_of = {row.pk: row.kind for row in results}
    causes = defaultdict(list)
    for link in links:
        if kind_of[link.cause_id] == kind_of[link.effect_id]:
            causes[link.effect_id].append(link.cause_id)
    depth = {}

    def depth_of(pk):
        if pk not in depth:
            depth[pk] = 1 + max((depth_of(cause) for cause in causes[pk]), default=-1)
        return depth[pk]

    first, kinds = {}, []
    for kind in ResultKind:
        deepest = max((depth_of(pk) for pk, each in kind_of.items() if each == kind), default=-1)
        first[kind] = len(kinds)
        kinds += [kind] * (deepest + 1)
    return {pk: first[kind_of[pk]] + depth_of(pk) for pk in kind_of}, kinds


def _route(link, boxes, grid):
    """The nodes that an arrow runs through; the columns between get a place to pass."""
    start, end = boxes[link.cause_id], boxes[link.effect_id]
    route = [start]
    for column in range(start.column + 1, end.column):
        passing = Node((link.pk, column), column, PASS_HEIGHT)
        grid[column].append(passing)
        route.append(passing)
    route.append(end)
    for one, other in pairwise(route):
        one.after.append(other)
        other.before.append(one)
    return route


def _untangle(grid):
    """Order each column by where its neighbours stand, to and fro: fewer arrows cross."""
    for turn in range(ROUNDS):
        onward = turn % 2 == 0
        for nodes in grid if onward else reversed(grid):
            ranks = {}
            for column in grid:
                ranks |= {id(node): rank for rank, node in enumerate(column)}
            wanted = {}
            for node in nodes:
                beside = node.before if onward else node.after
                places = [ranks[id(other)] for other in beside]
                wanted[id(node)] = sum(places) / len(places) if places else ranks[id(node)]
            nodes.sort(key=lambda node: wanted[id(node)])


def _stack(nodes):
    """Put the nodes of a column one below the other; returns how high they are together."""
    y = 0.0
    for node in nodes:
        node.y = y
        y += node.height + BOX_GAP
    return max(0.0, y - BOX_GAP)


def _settle(grid, tallest):
    """Move each node towards the middle of its neighbours, never into another one."""
    for nodes in grid:
        if nodes:
            spare = (tallest - (nodes[-1].y + nodes[-1].height)) / 2
            for node in nodes:
                node.y += spare
    for turn in range(ROUNDS):
        for nodes in grid if turn % 2 == 0 else reversed(grid):
            for node in nodes:
                beside = node.before + node.after
                if beside:
                    node.y = sum(other.middle for other in beside) / len(beside) - node.height / 2
            _keep_apart(nodes, tallest)


def _keep_apart(nodes, tallest):
    """In their order, with a gap between them, inside the picture."""
    floor = 0.0
    for node in nodes:
        node.y = max(node.y, floor)
        floor = node.y + node.height + BOX_GAP
    ceiling = tallest
    for node in reversed(nodes):
        node.y = min(node.y, ceiling - node.height)
        ceiling = node.y - BOX_GAP
