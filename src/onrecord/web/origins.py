"""The section of origins: which article descends from which, over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.text.folding import fold
from onrecord.values.vocabulary import Relation
from onrecord.web.descents import Branch, branches_of
from onrecord.web.genealogy import Node, Rail, draw_rails
from onrecord.web.genealogy_threads import Cited, cited_media, threads_of
from onrecord.web.index import RecordIndex
from onrecord.web.origin_rows import MemberRow, MemberRows

type Json = Mapping[str, Any]

FEW = 40
"""Up to so many articles all stand in one list; of more, those without a copy are folded."""
_IN_SIGHT = 8
"""Copies of one origin that stand before its fold."""
_FEWEST = 3
"""Fewer copies are not folded."""
_MOST_COPIES = 60
"""Most copies of one origin on the page."""
_MOST_GROUPS, _MORE_GROUPS = 30, 120
"""Origins with copies that stand before the fold, and in it."""
_MOST_ALONE = 400
_BLANK = Rail("", 0, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class GenealogyRow:
    """One row: an article, a source outside the pile, or rows that are folded."""

    rail: Rail
    member: MemberRow | None = None
    cited: Cited | None = None
    folded: tuple[GenealogyRow, ...] = ()
    label: str = ""
    """What is folded: `12 same-text, 3 pickup`."""
    more: int = 0
    """Copies for which the page has no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginsView:
    """The section."""

    looked_for: bool
    articles: int
    origins: int
    """Distinct origins, two reports of one newsroom counted once."""
    relations: tuple[tuple[str, int], ...]
    """How many articles stand how to their origin."""
    legend: tuple[str, ...]
    """Kinds of lines that are drawn."""
    rows: tuple[GenealogyRow, ...]
    groups: tuple[GenealogyRow, ...]
    """Further origins with copies, folded."""
    alone: tuple[GenealogyRow, ...]
    """Articles without a copy, folded."""
    more: int
    """Articles for which the page has no room."""


def has_copies(record: Mapping[str, Any]) -> bool:
    """Whether two articles of the record share an origin."""
    return any(len(group.get("articles") or ()) > 1 for group in record.get("origins") or ())


def list_origins(index: RecordIndex) -> OriginsView:
    """The origins as the page shows them."""
    groups = [each for group in index.record.get("origins") or () if (each := _known(index, group))]
    copied = [group for group in groups if len(group["articles"]) > 1]
    alone = [group for group in groups if len(group["articles"]) == 1]
    few = sum(len(group["articles"]) for group in groups) <= FEW
    largest = sorted(copied, key=lambda group: -len(group["articles"]))
    shown = groups if few else [g for g in copied if g in largest[:_MOST_GROUPS]]
    further = [] if few else largest[_MOST_GROUPS : _MOST_GROUPS + _MORE_GROUPS]
    rest = [] if few else alone[:_MOST_ALONE]
    lists = _Lists(index)
    rows = lists.rows(shown, threaded=True)
    folded = lists.rows(further, threaded=False)
    listed = sum(len(g["articles"]) for g in (*shown, *further, *rest))
    return OriginsView(
        looked_for=index.record.get("origins") is not None,
        articles=len(index.articles),
        origins=_count(groups),
        relations=_relations(groups),
        legend=_legend([*rows, *folded]),
        rows=rows,
        groups=folded,
        alone=lists.rows(rest, threaded=False),
        more=sum(len(g["articles"]) for g in groups) - listed,
    )


def _known(index: RecordIndex, group: Json) -> Json | None:
    """The group with those of its articles that the record holds."""
    members = [m for m in group.get("articles") or () if m["article"] in index.by_id]
    return {**group, "articles": members} if members else None


def _count(groups: Iterable[Json]) -> int:
    """Distinct origins: those of one medium or newsroom are one."""
    return len({_counted_as(group) for group in groups})


def _counted_as(group: Json) -> tuple[str, str]:
    room = group.get("medium") or group["articles"][0].get("newsroom")
    return ("medium", fold(str(room))) if room else ("origin", str(group.get("id")))


def _relations(groups: Iterable[Json]) -> tuple[tuple[str, int], ...]:
    found = Counter(str(m.get("relation") or "unknown") for g in groups for m in g["articles"])
    return tuple((relation.value, found[relation.value]) for relation in Relation)


def _legend(rows: Iterable[GenealogyRow]) -> tuple[str, ...]:
    """The kinds of lines in the order in which they are explained."""
    every = [row for one in rows for row in (one, *one.folded)]
    looks = {stroke.look for row in every for stroke in row.rail.strokes}
    shapes = {row.rail.shape for row in every}
    kinds = ("same-text", "pickup", "rewrite", "version", "statement", "newsroom")
    found = tuple(kind for kind in kinds if kind in looks)
    return ("article", *(("outside",) if "outside" in shapes else ()), *found)


class _Lists:
    """Makes lists of rows, each drawn for itself."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._rows = MemberRows(index)

    def rows(self, groups: Sequence[Json], *, threaded: bool) -> tuple[GenealogyRow, ...]:
        """The rows of origins; with threads, what they cite stands among them."""
        media = cited_media(self._index, groups) if threaded else []
        drawn = self._drawn(groups, media, threaded=threaded)
        bare = {row.cited.key for row in drawn if row.cited and not row.rail.strokes}
        if not bare:
            return drawn
        # A source that found no lane is told in the rows of those that cite it.
        kept = [cited for cited in media if cited.key not in bare]
        return self._drawn(groups, kept, threaded=threaded)

    def _drawn(
        self, groups: Sequence[Json], media: Sequence[Cited], *, threaded: bool
    ) -> tuple[GenealogyRow, ...]:
        nodes: list[Node] = []
        made: list[GenealogyRow] = []
        places: dict[str, int] = {}
        outside: dict[str, int] = {}
        for number, group in enumerate(groups):
            for cited in media:
                if cited.before == number:
                    outside[cited.key] = len(nodes)
                    nodes.append(Node(shape="outside"))
                    made.append(GenealogyRow(rail=_BLANK, cited=cited))
            for node, row in self._block(group, len(nodes)):
                if row.member is not None:
                    places[row.member.article] = len(nodes)
                nodes.append(node)
                made.append(row)
        threads = threads_of(groups, places, outside) if threaded else []
        rails = draw_rails(nodes, threads)
        return tuple(replace(row, rail=rail) for row, rail in zip(made, rails, strict=True))

    def _block(self, group: Json, at: int) -> Iterator[tuple[Node, GenealogyRow]]:
        """An origin with its copies; `at` is the number of its row in the list."""
        branches = branches_of(group)
        cut = len(branches) if len(branches) <= _IN_SIGHT + _FEWEST else _IN_SIGHT + 1
        for branch in branches[:cut]:
            above = branch.node.parent
            node = replace(branch.node, parent=None if above is None else above + at)
            yield node, self._row(group, branch)
        if cut < len(branches):
            yield Node(shape="fold", depth=1, parent=at), self._fold(group, branches[cut:])

    def _fold(self, group: Json, rest: Sequence[Branch]) -> GenealogyRow:
        """Further copies; all hang under the origin, which stands before the fold."""
        kept = rest[:_MOST_COPIES]
        nodes = [replace(branch.node, depth=1, parent=-1) for branch in kept]
        rails = draw_rails(nodes, [])
        counted = Counter(branch.node.line for branch in rest)
        return GenealogyRow(
            rail=_BLANK,
            folded=tuple(
                replace(self._row(group, branch), rail=rail)
                for branch, rail in zip(kept, rails, strict=True)
            ),
            label=", ".join(f"{n:,} {relation}" for relation, n in counted.items()),
            more=len(rest) - len(kept),
        )

    def _row(self, group: Json, branch: Branch) -> GenealogyRow:
        return GenealogyRow(rail=_BLANK, member=self._rows.row(group, branch.member))
