"""Entities as groups of atoms: the machine's groups first, then what a person decided.

1. nodes that are one thing (`entity_nodes`);
2. short forms, article by article (`entity_short_forms`);
3. `same`: two groups become one;
4. `different`: a group that holds both is parted in two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.linking.names.name_values import NameLink, Tells, Verdict
from onrecord.linking.pairs import Pair
from onrecord.record.entity_atoms import AtomIndex
from onrecord.record.entity_decisions import NameDecision
from onrecord.record.entity_nodes import group_nodes, without_torn
from onrecord.record.entity_short_forms import settle_short_forms


@dataclass(slots=True)
class EntityGroup:
    """The atoms of one entity, and why they are one."""

    atoms: list[int]
    joined: dict[tuple[str, str], str] = field(default_factory=dict)
    """Pair of nodes -> why they are one."""


@dataclass(slots=True)
class Groups:
    """All entities."""

    groups: list[EntityGroup]
    of: list[int]
    """Atom -> its entity."""
    unsure: dict[tuple[int, int], str]
    """Pair of entities, the smaller number first -> why they may be one."""


def group_atoms(
    index: AtomIndex,
    profiles: Mapping[str, Tells],
    links: Mapping[Pair, NameLink],
    decisions: Sequence[NameDecision],
) -> Groups:
    """The entities of a pile.

    Args:
        index: all atoms.
        profiles: what the pile tells of each node.
        links: what was judged of pairs of nodes.
        decisions: of a person, about names.
    """
    # 1. nodes
    links = without_torn(links)
    nodes = group_nodes(profiles, links)
    # 2. short forms
    settled = settle_short_forms(index, nodes.of, links)
    of = [
        settled.to[n][0] if n in settled.to else nodes.of[atom.node]
        for n, atom in enumerate(index.atoms)
    ]
    joined: dict[int, dict[tuple[str, str], str]] = {}
    for left, right, why in nodes.links:
        joined.setdefault(nodes.of[left], {})[left, right] = why
    for atom, (group, why) in settled.to.items():
        longest = max(nodes.members[group], key=lambda n: (len(n), n))
        joined.setdefault(group, {}).setdefault((index.atoms[atom].node, longest), why)
    # 3. and 4.
    of = _decided(of, joined, index, decisions)
    unsure = _unsure(of, index, nodes.of, links, settled.unsure, decisions)
    return _numbered(of, joined, unsure)


def _decided(
    of: list[int],
    joined: dict[int, dict[tuple[str, str], str]],
    index: AtomIndex,
    decisions: Sequence[NameDecision],
) -> list[int]:
    of = list(of)
    fresh = max(of, default=0) + 1
    for decision in decisions:
        left, right = index.at(*decision.left), index.at(*decision.right)
        if left is None or right is None or left == right:
            continue
        one, other = of[left], of[right]
        if decision.what == "same" and one != other:
            of = [one if group == other else group for group in of]
            joined.setdefault(one, {}).update(joined.pop(other, {}))
            joined[one][index.atoms[left].node, index.atoms[right].node] = "decided: same"
        elif decision.what == "different" and one == other:
            for atom in _side_of(right, left, of, joined.get(one, {}), index):
                of[atom] = fresh
            joined[fresh] = dict(joined.get(one, {}))
            fresh += 1
    return of


def _side_of(
    atom: int,
    other: int,
    of: Sequence[int],
    joined: Mapping[tuple[str, str], str],
    index: AtomIndex,
) -> list[int]:
    """The atoms of a group that go with one when it is parted from another of the group.

    Atoms of one node go together, unless both that are parted have it; then those stay that do not
    stand in the same article as the one that goes. Nodes go with the one to which fewer links lead.
    """
    members = [n for n, group in enumerate(of) if group == of[atom]]
    node, stays = index.atoms[atom].node, index.atoms[other].node
    if node == stays:
        article = index.atoms[atom].article
        same = [n for n in members if index.atoms[n].article == article and n != other]
        return sorted({atom, *(n for n in same if index.atoms[n].node == node)})
    reached = _nearest_nodes(node, stays, joined)
    return [n for n in members if index.atoms[n].node in reached]


def _nearest_nodes(node: str, stays: str, joined: Mapping[tuple[str, str], str]) -> frozenset[str]:
    """The nodes that are fewer links away from one node than from the other."""
    neighbours: dict[str, set[str]] = {}
    for left, right in joined:
        if {left, right} != {node, stays}:
            neighbours.setdefault(left, set()).add(right)
            neighbours.setdefault(right, set()).add(left)
    away = _distances(node, neighbours)
    near = _distances(stays, neighbours)
    far = len(neighbours) + 1
    return frozenset({node} | {n for n in away if n != stays and away[n] < near.get(n, far)})


def _distances(start: str, neighbours: Mapping[str, set[str]]) -> dict[str, int]:
    found = {start: 0}
    waiting = [start]
    for one in waiting:
        for other in sorted(neighbours.get(one, ())):
            if other not in found:
                found[other] = found[one] + 1
                waiting.append(other)
    return found


def _unsure(
    of: Sequence[int],
    index: AtomIndex,
    nodes: Mapping[str, int],
    links: Mapping[Pair, NameLink],
    short: Counter[tuple[str, int, str]],
    decisions: Sequence[NameDecision],
) -> dict[tuple[int, int], str]:
    """Pairs of entities that may be one, but for those of which a person decided."""
    settled = set()
    for decision in decisions:
        one, other = index.at(*decision.left), index.at(*decision.right)
        if one is not None and other is not None:
            settled.add(_pair(of[one], of[other]))
    first = {node: of[atoms[0]] for node, atoms in index.by_node.items()}
    at_group: dict[int, int] = {}
    for node, group in nodes.items():
        if node in first:
            at_group.setdefault(group, first[node])
    found: dict[tuple[int, int], str] = {}
    for (node, group, why), _ in sorted(short.items()):
        alone = [of[n] for n in index.by_node[node] if of[n] == nodes[node]]
        if alone and group in at_group:
            found.setdefault(_pair(alone[0], at_group[group]), why)
    for (left, right), link in sorted(links.items()):
        if link.verdict is Verdict.UNSURE and left in first and right in first:
            found.setdefault(_pair(first[left], first[right]), link.why)
    return {pair: why for pair, why in found.items() if pair[0] != pair[1] and pair not in settled}


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _numbered(
    of: Sequence[int],
    joined: Mapping[int, dict[tuple[str, str], str]],
    unsure: Mapping[tuple[int, int], str],
) -> Groups:
    """Entities numbered by their first atom."""
    numbers: dict[int, int] = {}
    groups: list[EntityGroup] = []
    for atom, group in enumerate(of):
        if group not in numbers:
            numbers[group] = len(groups)
            groups.append(EntityGroup([], joined.get(group, {})))
        groups[numbers[group]].atoms.append(atom)
    pairs = {
        _pair(numbers[a], numbers[b]): why
        for (a, b), why in unsure.items()
        if a in numbers and b in numbers
    }
    return Groups(groups, [numbers[group] for group in of], dict(sorted(pairs.items())))
