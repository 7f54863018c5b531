"""Names across articles, for articles that come and go. `link_names` conducts:

1. what each new article calls by name (`local`);
2. what the pile tells of each node that they print, counted up;
3. the keys of these nodes; the pairs of nodes that share one;
4. the pairs that this can change are judged.

Everything is a function of the pile alone: the profile of a node of the articles that print it, its
keys of the profile, the pairs of the keys, the verdict of two profiles. One more article costs what
shares a key with its names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from onrecord.linking.index import KeyIndex
from onrecord.linking.names.judge import judge
from onrecord.linking.names.keys import SILENT_ABOVE, node_keys
from onrecord.linking.names.local import local_names
from onrecord.linking.names.name_values import LocalName, NameChanges, NameLink, Tells
from onrecord.linking.pairs import Key, Pair
from onrecord.values.article import Article
from onrecord.values.findings import Mention

ITEM = "name "
"""What the index calls a node: this and its line."""


class NamePile(Protocol):
    """What is kept of names, and the articles that come."""

    def article_as_read(self, article_id: str) -> Article:
        """The article."""

    def mentions(self, article_id: str) -> Sequence[Mention]:
        """The names that its analysis found, in order."""

    def local_names(self, article_id: str) -> tuple[LocalName, ...]:
        """What the article calls by name, as kept; empty where linking has not seen it."""

    def name_profiles(self, nodes: Iterable[str]) -> Mapping[str, Tells]:
        """What is kept of some nodes; those that nobody prints are left out."""

    def name_pairs(self, nodes: Iterable[str]) -> frozenset[Pair]:
        """The pairs that are kept as judged in which one of some nodes stands."""


def link_names(new: Sequence[str], index: KeyIndex, pile: NamePile) -> NameChanges:
    """What articles that have come change.

    Args:
        new: their ids; nothing of theirs is kept (`unlink_names` before).
        index: the keys of all nodes; it is changed.
        pile: what is kept; it is not changed.
    """
    local = {}
    for id_ in sorted(new):
        local[id_] = local_names(pile.article_as_read(id_).text, pile.mentions(id_))
    return _change(local, {}, index, pile)


def unlink_names(gone: Sequence[str], index: KeyIndex, pile: NamePile) -> NameChanges:
    """What changes when articles go, or are to be linked anew.

    Args:
        gone: their ids; what is kept of them is still there.
        index: the keys of all nodes; it is changed.
        pile: what is kept; it is not changed.
    """
    kept = {id_: found for id_ in sorted(gone) if (found := pile.local_names(id_))}
    return _change({}, kept, index, pile)


type _Local = Mapping[str, tuple[LocalName, ...]]


def _change(come: _Local, gone: _Local, index: KeyIndex, pile: NamePile) -> NameChanges:
    # 2. profiles
    nodes = sorted(
        {name.node for found in (come, gone) for names in found.values() for name in names}
    )
    before = pile.name_profiles(nodes)
    after = _profiles(before, come, gone)
    changed = [node for node in nodes if after.get(node) != before.get(node)]
    # 3. keys and pairs
    reached = _put_keys(changed, before, after, index)
    wanted = _pairs(reached, index)
    kept = pile.name_pairs(reached)
    # 4. verdicts
    known = dict(after)
    known |= pile.name_profiles({n for pair in wanted for n in pair} - set(nodes))
    judged = _judged(wanted, known)
    return NameChanges(
        local=tuple([(id_, ()) for id_ in gone] + list(come.items())),
        profiles={node: after.get(node) for node in changed},
        judged=tuple(sorted(judged.items())),
        dropped=frozenset(kept - set(judged)),
    )


def _profiles(before: Mapping[str, Tells], come: _Local, gone: _Local) -> dict[str, Tells]:
    """What the pile tells of nodes when some articles have come and others gone."""
    sums = {
        node: {kind: dict(values) for kind, values in tells.items()}
        for node, tells in before.items()
    }
    for found, sign in ((come, 1), (gone, -1)):
        for names in found.values():
            for name in names:
                counts = sums.setdefault(name.node, {})
                for kind, values in name.tells.items():
                    into = counts.setdefault(kind, {})
                    for value, number in values.items():
                        into[value] = into.get(value, 0) + sign * number
    tidy = {node: _tidy(counts) for node, counts in sums.items()}
    return {node: tells for node, tells in tidy.items() if tells}


def _tidy(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    kept = {
        kind: {value: n for value, n in sorted(values.items()) if n}
        for kind, values in sorted(counts.items())
    }
    return {kind: values for kind, values in kept.items() if values}


def _put_keys(
    changed: Iterable[str],
    before: Mapping[str, Tells],
    after: Mapping[str, Tells],
    index: KeyIndex,
) -> list[str]:
    """Bring the index up to date; all nodes whose pairs or verdicts that can change."""
    reached: set[str] = set()
    more: Counter[Key] = Counter()
    for node in changed:
        reached.add(node)
        held = index.held(ITEM + node) if node in before else ()
        old = {key for key in held if key[0] in SILENT_ABOVE}
        new = node_keys(node, after[node]) if node in after else frozenset()
        if old - new:
            index.drop(ITEM + node)
            index.put_all(ITEM + node, new)
        elif new - old:
            index.put_all(ITEM + node, new - old)
        more.update(new - old)
        more.subtract(old - new)
    for key, change in more.items():
        line = SILENT_ABOVE[key[0]]
        now = index.count(*key, line + 1 + max(change, 0))
        if (now - change > line) != (now > line):
            reached.update(item.removeprefix(ITEM) for item in index.get(*key))
    return sorted(reached)


def _pairs(nodes: Iterable[str], index: KeyIndex) -> frozenset[Pair]:
    """All candidate pairs in which some nodes stand."""
    found: set[Pair] = set()
    holders: dict[Key, list[str]] = {}
    for node in nodes:
        for key in index.held(ITEM + node):
            if key not in holders:
                line = SILENT_ABOVE.get(key[0], 0)
                items = index.get(*key, line + 1)
                heard = len(items) <= line
                holders[key] = [item.removeprefix(ITEM) for item in items] if heard else []
            for other in holders[key]:
                if other != node:
                    found.add((node, other) if node < other else (other, node))
    return frozenset(found)


def _judged(pairs: Iterable[Pair], profiles: Mapping[str, Tells]) -> dict[Pair, NameLink]:
    found = {}
    for left, right in sorted(pairs):
        link = judge(left, right, profiles[left], profiles[right])
        if link is not None:
            found[left, right] = link
    return found
