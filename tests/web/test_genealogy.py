"""The lines of the genealogy: trunks, branches and threads, row by row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.genealogy import LANES, Node, Rail, Thread, draw_rails, lanes_of


def article(depth: int = 0, parent: int | None = None, line: str = "") -> Node:
    """A row of an article."""
    return Node(shape="article", depth=depth, parent=parent, line=line)


def verticals(rail: Rail, look: str) -> list[tuple[str, str]]:
    """Upper and lower end of the upright lines of a look."""
    return [(s.y1, s.y2) for s in rail.strokes if s.look == look and s.x1 == s.x2]


def test_a_trunk_runs_from_the_origin_to_its_last_copy() -> None:
    """It begins under the origin's sign and ends at the last copy, through what lies between."""
    nodes = [article(), article(1, 0, "pickup"), article(2, 1, "version"), article(1, 0, "pickup")]
    rails = draw_rails([*nodes, article()], [])
    trunk = [verticals(rail, "trunk") for rail in rails]
    assert trunk[0] == [("24", "100%")]
    assert ("0", "100%") in trunk[1]
    assert ("0", "100%") in trunk[2]
    assert trunk[3] == [("0", "18")]
    assert trunk[4] == []


def test_each_relation_has_its_line() -> None:
    """Double for one text, ticked for a version, dashed for a rewrite, thick for a pickup."""
    kinds = ("same-text", "version", "rewrite", "pickup")
    rails = draw_rails([article(), *(article(1, 0, kind) for kind in kinds)], [])
    found = [
        [s for s in rail.strokes if s.look == kind]
        for rail, kind in zip(rails[1:], kinds, strict=True)
    ]
    assert [len(strokes) for strokes in found] == [2, 2, 1, 1]
    assert found[0][0].y1 != found[0][1].y1
    assert any(s.x1 == s.x2 for s in found[1])
    assert found[3][0].width


def test_a_source_outside_stands_in_the_lane_of_its_thread() -> None:
    """Its sign stands right of the articles, the thread runs down to each that cites it."""
    nodes = [Node(shape="outside"), article(), article(), article()]
    rails = draw_rails(nodes, [Thread("statement", (0, 1, 3))])
    assert rails[0].x > rails[1].x
    assert verticals(rails[2], "statement") == [("0", "100%")]
    level = [s for s in rails[2].strokes if s.y1 == s.y2]
    assert level == []
    assert verticals(rails[3], "statement") == [("0", "21")]


ROWS = 12


@given(st.lists(st.sets(st.integers(0, ROWS - 1), min_size=2), max_size=12))
def test_threads_never_share_a_lane_at_a_row(sets: list[set[int]]) -> None:
    """Whatever the threads, those in one lane do not meet; what finds no lane is not drawn."""
    nodes = [article() for _ in range(ROWS)]
    threads = [Thread("statement", tuple(sorted(rows))) for rows in sets]
    lanes = lanes_of(nodes, threads)
    taken: dict[int, set[int]] = {}
    for number, lane in lanes.items():
        assert 0 < lane < LANES
        rows = set(range(threads[number].rows[0], threads[number].rows[-1] + 1))
        assert not rows & taken.get(lane, set())
        taken.setdefault(lane, set()).update(rows)
    drawn = draw_rails(nodes, threads)
    assert len(drawn) == ROWS
