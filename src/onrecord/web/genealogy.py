"""The lines of the genealogy: what runs beside each row of a list in which time runs down.

Articles stand at the left, a copy one step to the right of what it descends from. Further right
run the threads that join rows from afar: what is told through another medium, and the articles of
one newsroom. A thread that finds no lane is not drawn; the row says it in words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

STEP, LEFT, MIDDLE, HALF = 22, 9, 18, 6
"""From lane to lane, the first lane, where the signs stand and half their size, in px."""
LANES = 5
DEEPEST = 2
"""A copy of a copy of a copy stands no further to the right."""
_THICKEST, _THINNEST = 8.0, 1.5
_TICK = 4

type Row = int


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What a row stands for."""

    shape: str
    """`article`, `outside` (a source outside the pile) or `fold` (rows that are folded)."""
    depth: int = 0
    parent: Row | None = None
    """The row that it hangs under; -1 where that stands before the list."""
    line: str = ""
    """The kind of its line: a relation of articles."""
    share: float | None = None
    """Of a pickup: how much was taken over, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Thread:
    """Rows that are joined from afar: `statement` (only that is taken over) or `newsroom`."""

    kind: str
    rows: tuple[Row, ...]
    """At least two, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One straight line; a place is px or 100 %."""

    look: str
    x1: int
    y1: str
    x2: int
    y2: str
    width: str = ""
    """In px, where the look does not say it."""


@dataclass(frozen=True, slots=True)
class Rail:
    """What is drawn beside a row."""

    shape: str
    x: int
    strokes: tuple[Stroke, ...]


def draw_rails(nodes: Sequence[Node], threads: Sequence[Thread]) -> list[Rail]:
    """The drawing beside each row.

    Args:
        nodes: the rows, what hangs under a row right after it.
        threads: lines that join rows from afar.
    """
    strokes: dict[Row, list[Stroke]] = defaultdict(list)
    for row, stroke in (*_descents(nodes), *_threads(nodes, threads, lanes_of(nodes, threads))):
        strokes[row].append(stroke)
    places = _places(nodes, threads)
    return [Rail(node.shape, places[n], tuple(strokes[n])) for n, node in enumerate(nodes)]


def lanes_of(nodes: Sequence[Node], threads: Sequence[Thread]) -> Mapping[int, int]:
    """The lane of each thread that is drawn, by its number: the first that is free all along."""
    first = 1 + max((node.depth for node in nodes), default=0)
    free_from = dict.fromkeys(range(first, LANES), 0)
    lanes: dict[int, int] = {}
    for number in sorted(range(len(threads)), key=lambda n: (threads[n].rows, threads[n].kind)):
        rows = threads[number].rows
        lane = next((lane for lane, row in free_from.items() if row <= rows[0]), None)
        if lane is not None:
            lanes[number] = lane
            free_from[lane] = rows[-1] + 1
    return lanes


def _places(nodes: Sequence[Node], threads: Sequence[Thread]) -> list[int]:
    """Where the sign of each row stands: of a source outside in the lane of its thread."""
    places = [_x(node.depth) for node in nodes]
    for number, lane in lanes_of(nodes, threads).items():
        row = threads[number].rows[0]
        if nodes[row].shape == "outside":
            places[row] = _x(lane)
    return places


def _x(lane: int) -> int:
    return LEFT + STEP * lane


def _descents(nodes: Sequence[Node]) -> Iterator[tuple[Row, Stroke]]:
    """Lines from what is copied down to each copy."""
    last: dict[Row, Row] = {}
    for row, node in enumerate(nodes):
        if node.parent is not None:
            last[node.parent] = row
            yield from ((row, stroke) for stroke in _branch(node))
    for parent, end in last.items():
        x = _x(nodes[end].depth - 1)
        for row in range(max(parent, 0), end + 1):
            top = str(MIDDLE + HALF) if row == parent else "0"
            foot = str(MIDDLE) if row == end else "100%"
            yield row, Stroke(look="trunk", x1=x, y1=top, x2=x, y2=foot)


def _branch(node: Node) -> Iterator[Stroke]:
    """The line that says how a copy stands to what it descends from."""
    start, end = _x(node.depth - 1), _x(node.depth) - HALF
    if node.line == "same-text":
        yield _level("same-text", start, MIDDLE - 2, end)
        yield _level("same-text", start, MIDDLE + 2, end)
    elif node.line == "pickup":
        share = 1.0 if node.share is None else min(1.0, max(0.0, node.share))
        width = max(_THINNEST, round(_THICKEST * share, 1))
        yield _level("pickup", start, MIDDLE, end, f"{width:g}")
    elif node.line == "version":
        middle = (start + end) // 2
        yield _level("version", start, MIDDLE, end)
        top, foot = str(MIDDLE - _TICK), str(MIDDLE + _TICK)
        yield Stroke(look="version", x1=middle, y1=top, x2=middle, y2=foot)
    elif node.line == "rewrite":
        yield _level("rewrite", start, MIDDLE, end)
    else:
        yield _level("trunk", start, MIDDLE, end if node.shape != "fold" else end + HALF)


def _level(look: str, start: int, y: int, end: int, width: str = "") -> Stroke:
    return Stroke(look=look, x1=start, y1=str(y), x2=end, y2=str(y), width=width)


def _threads(
    nodes: Sequence[Node], threads: Sequence[Thread], lanes: Mapping[int, int]
) -> Iterator[tuple[Row, Stroke]]:
    for number, lane in lanes.items():
        thread, x = threads[number], _x(lane)
        # Two threads of one row meet its sign at two heights.
        y = MIDDLE - 3 if thread.kind == "newsroom" else MIDDLE + 3
        first, last = thread.rows[0], thread.rows[-1]
        begins = str(MIDDLE + HALF + 2) if nodes[first].shape == "outside" else str(y)
        for row in range(first, last + 1):
            top = begins if row == first else "0"
            foot = str(y) if row == last else "100%"
            yield row, Stroke(look=thread.kind, x1=x, y1=top, x2=x, y2=foot)
        for row in thread.rows:
            if nodes[row].shape != "outside":
                start = _x(nodes[row].depth) + HALF
                yield row, _level(thread.kind, start, y, x)
