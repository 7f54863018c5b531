"""The names of all articles as atoms: what one article calls one thing; decisions may part them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.linking.names.name_values import LocalName, NameLink, Tells
from onrecord.linking.pairs import Pair
from onrecord.values.decisions import Decision

type Places = Sequence[Sequence[int]]
"""(start, end) of mentions in order."""


class NameLookups(Protocol):
    """What is kept of names, as `store` gives it."""

    def name_places(self) -> Iterable[tuple[str, Sequence[tuple[str, Places]]]]:
        """Article -> its (node, places), of all articles."""

    def name_profiles(self, nodes: Iterable[str] | None = None) -> dict[str, Tells]:
        """What all articles tell of nodes."""

    def name_links(self) -> dict[Pair, NameLink]:
        """All judged pairs of nodes."""

    def local_names(self, article_id: str) -> tuple[LocalName, ...]:
        """What one article calls by name."""

    def decisions(self) -> list[Decision]:
        """Decisions in the order made, those taken back left out."""


@dataclass(frozen=True, slots=True)
class Atom:
    """What one article calls one thing."""

    order: int
    """Place of its article in the record."""
    article: str
    node: str
    places: Places


@dataclass(slots=True)
class AtomIndex:
    """All atoms, by node and by place."""

    atoms: list[Atom]
    by_node: dict[str, list[int]]
    by_place: dict[str, tuple[list[int], list[tuple[int, int]]]]
    """Article -> starts of its mentions in order, and (end, atom) of each."""

    def at(self, article: str, start: int, end: int) -> int | None:
        """The atom with the mention that overlaps a place most; None: there is no name."""
        if article not in self.by_place:
            return None
        starts, found = self.by_place[article]
        best, most = None, 0
        # Mentions do not overlap, so only those from the last one before the place on can.
        for n in range(max(0, bisect_right(starts, start) - 1), len(starts)):
            if starts[n] >= end:
                break
            shared = min(end, found[n][0]) - max(start, starts[n])
            if shared > most:
                best, most = found[n][1], shared
        return best


def atoms_of(
    places: Iterable[tuple[str, Sequence[tuple[str, Places]]]],
    order: dict[str, int],
    apart: Sequence[tuple[str, int, int]],
) -> AtomIndex:
    """All atoms, in the order of their articles and first places.

    Args:
        places: article -> its (node, places).
        order: article -> its place in the record.
        apart: mentions that a person parted from others of the same local name.
    """
    atoms: list[Atom] = []
    alone = {(article, start) for article, start, _ in apart}
    for article, names in places:
        if article not in order:
            continue
        for node, spans in names:
            parted = [s for s in spans if (article, s[0]) in alone] if alone else []
            kept = [s for s in spans if s not in parted] if parted and len(spans) > 1 else spans
            atoms.append(Atom(order[article], article, node, kept))
            if kept is not spans:
                atoms += [Atom(order[article], article, node, [s]) for s in parted]
    atoms.sort(key=lambda atom: (atom.order, atom.places[0][0]))
    return _index(atoms)


def _index(atoms: list[Atom]) -> AtomIndex:
    by_node: dict[str, list[int]] = {}
    mentions: dict[str, list[tuple[int, int, int]]] = {}
    for n, atom in enumerate(atoms):
        by_node.setdefault(atom.node, []).append(n)
        into = mentions.setdefault(atom.article, [])
        into += [(start, end, n) for start, end in atom.places]
    by_place = {}
    for article, found in mentions.items():
        found.sort()
        by_place[article] = ([m[0] for m in found], [(m[1], m[2]) for m in found])
    return AtomIndex(atoms, by_node, by_place)
