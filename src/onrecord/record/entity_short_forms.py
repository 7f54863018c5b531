"""Short forms across articles: whose surname or abbreviation it is, settled article by article.

A short form that its own article does not explain goes to the only name that it may stand for, or
to the one whose articles have most in common with its own; where two are about as near, it stays
alone and the record says that it is unsure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

from onrecord.lexicon.document_frequencies import document_frequencies
from onrecord.linking.names.name_values import NameLink, Verdict
from onrecord.linking.names.nodes import read_node
from onrecord.linking.pairs import Pair
from onrecord.record.entity_atoms import AtomIndex
from onrecord.text.stems import stem

_CLEARLY_NEARER = 2.0
"""How many times as much an article must have in common with those of one bearer as of the next."""
_RARE = 0.001
"""Share of the articles of the fixed table in which a word may stand to be rare."""
_OFTEN = 3
"""Articles that name the only bearer of a word, so that it is his also where nothing else tells."""
_CALLED_SO = 0.7
"""Strength of a link that rests on an article of the pile which calls the bearer so."""
_CLEARLY_MORE = 5
"""How many times as many articles must name one bearer as all others together."""


@dataclass(slots=True)
class Settled:
    """What became of short forms."""

    to: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Atom -> group, why."""
    unsure: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    """Node that stayed alone, group that it may belong to, why."""


def is_longer(left: str, right: str) -> bool:
    """Whether the left node is the fuller name of a pair in which one is short."""
    return _length(left) > _length(right)


def _length(node: str) -> tuple[bool, int, int, bool, bool, str]:
    name = read_node(node)
    length = len("".join(name.words))
    return name.known, len(name.words), length, bool(name.gender), name.letter != "p", node


def settle_short_forms(
    index: AtomIndex, groups: Mapping[str, int], links: Mapping[Pair, NameLink]
) -> Settled:
    """The group of each atom that is a short form, where one can be told.

    Args:
        index: all atoms.
        groups: node -> group.
        links: what was judged of pairs of nodes.
    """
    bearers: dict[str, dict[str, NameLink]] = {}
    for (left, right), link in links.items():
        if link.verdict is Verdict.SHORT:
            short, long_ = (right, left) if is_longer(left, right) else (left, right)
            if groups[short] != groups[long_]:
                bearers.setdefault(short, {})[long_] = link
    around = _Around(index)
    settled = Settled()
    # Fuller names first: what a fuller name stands for is known when its own short form comes.
    for short in sorted(bearers, key=_length, reverse=True):
        _settle(short, bearers[short], index, groups, around, settled)
    return settled


def _settle(
    short: str,
    bearers: Mapping[str, NameLink],
    index: AtomIndex,
    groups: Mapping[str, int],
    around: _Around,
    settled: Settled,
) -> None:
    candidates: dict[int, tuple[NameLink, set[int]]] = {}
    letters: dict[int, str] = {}
    for node, link in sorted(bearers.items()):
        if _is_longer_name(node, index):
            continue
        letters.setdefault(groups[node], node[0])
        for atom in index.by_node.get(node, ()):
            group = settled.to[atom][0] if atom in settled.to else groups[node]
            best, atoms = candidates.setdefault(group, (link, set()))
            atoms.add(index.atoms[atom].order)
            if link.strength > best.strength:
                candidates[group] = link, atoms
    alike = {g for g, (_, atoms) in candidates.items() if g in letters and letters[g] == short[0]}
    count = {g: len(atoms) for g, (_, atoms) in candidates.items()}
    others = max((n for g, n in count.items() if g not in alike), default=0)
    if alike and others < _CLEARLY_MORE * max(count[g] for g in alike):
        candidates = {g: found for g, found in candidates.items() if g in alike}
    rare = _is_rare(short)
    for atom in index.by_node.get(short, ()):
        found = _nearest(index.atoms[atom].order, candidates, around, rare) if candidates else None
        if found is None:
            for group, (link, _) in candidates.items():
                settled.unsure[short, group, link.why] += 1
        else:
            settled.to[atom] = found, candidates[found][0].why


def _is_longer_name(node: str, index: AtomIndex) -> bool:
    """Whether a person's name is that of another with a word behind it: `Kim Oro Show`."""
    words = read_node(node).words
    return node[0] == "p" and len(words) > 2 and f"p:{' '.join(words[:-1])}" in index.by_node


def _nearest(
    article: int,
    candidates: Mapping[int, tuple[NameLink, set[int]]],
    around: _Around,
    rare: bool,
) -> int | None:
    near = {g: around.shared(article, articles) for g, (_, articles) in candidates.items()}
    ranked = sorted(candidates, key=lambda g: (-near[g], -len(candidates[g][1]), g))
    first = ranked[0]
    if len(ranked) == 1:
        many = len(candidates[first][1]) >= _OFTEN
        called = candidates[first][0].strength >= _CALLED_SO
        spelt = rare and not candidates[first][0].why.startswith("initials")
        return first if near[first] > 0 or spelt or many or called else None
    if near[first] > 0 and near[first] >= _CLEARLY_NEARER * near[ranked[1]]:
        return first
    count = {g: len(candidates[g][1]) for g in ranked}
    most = max(ranked, key=lambda g: (count[g], -g))
    if count[most] >= _CLEARLY_MORE * (sum(count.values()) - count[most]) and near[most] > 0:
        return most
    return None


def _is_rare(node: str) -> bool:
    """Whether the word is in no article of the fixed table of frequencies, or in few."""
    table = document_frequencies()
    most = _RARE * table.articles
    return all(table.counts.get(stem(word), 0) <= most for word in read_node(node).words)


class _Around:
    """What stands around a name: the other names of its articles, by how rare they are."""

    def __init__(self, index: AtomIndex) -> None:
        self._nodes: dict[int, set[str]] = {}
        for atom in index.atoms:
            self._nodes.setdefault(atom.order, set()).add(atom.node)
        counts = Counter(node for nodes in self._nodes.values() for node in nodes)
        total = len(self._nodes) + 1
        self._weight = {node: log(total / n) for node, n in counts.items()}
        self._known: dict[frozenset[int], set[str]] = {}

    def shared(self, article: int, articles: set[int]) -> float:
        """How much an article has in common with some others."""
        if article in articles:
            return sum(self._weight.values())
        key = frozenset(articles)
        if key not in self._known:
            self._known[key] = set().union(*(self._nodes[a] for a in articles))
        common = self._nodes[article] & self._known[key]
        return sum(self._weight[node] for node in common)
