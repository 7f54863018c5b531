"""Nodes that are one thing: strongest links first, never over a link that says they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.linking.names.judge import judge
from onrecord.linking.names.name_values import NameLink, Tells, Verdict
from onrecord.linking.names.nodes import read_node
from onrecord.linking.pairs import Pair

_MOST_COMPARED = 400
"""Pairs of nodes of two groups that are compared before they are joined."""
_LEAST_SHARE = 0.34
"""Share of the pairs of two groups of which something was judged that must say the same."""


@dataclass(slots=True)
class NodeGroups:
    """Which nodes are one."""

    of: dict[str, int]
    """Node -> number of its group."""
    members: dict[int, list[str]]
    links: list[tuple[str, str, str]]
    """The links by which they were joined: left, right, why."""
    held: list[tuple[str, str, str]]
    """Links that were not followed, because others of the groups differ."""


def group_nodes(profiles: Mapping[str, Tells], links: Mapping[Pair, NameLink]) -> NodeGroups:
    """Groups of nodes, by one deterministic average-link pass.

    Args:
        profiles: all nodes.
        links: what was judged of pairs.
    """
    groups = NodeGroups({}, {}, [], [])
    for number, node in enumerate(sorted(profiles)):
        groups.of[node] = number
        groups.members[number] = [node]
    same = [(link, pair) for pair, link in links.items() if link.verdict is Verdict.SAME]
    for link, (left, right) in sorted(same, key=lambda one: (-one[0].strength, one[1])):
        one, other = groups.of[left], groups.of[right]
        if one == other:
            continue
        if not _may_join(groups.members[one], groups.members[other], profiles, links):
            groups.held.append((left, right, link.why))
            continue
        keep, gone = min(one, other), max(one, other)
        groups.members[keep] += groups.members.pop(gone)
        for node in groups.members[keep]:
            groups.of[node] = keep
        groups.links.append((left, right, link.why))
    return groups


def without_torn(links: Mapping[Pair, NameLink]) -> dict[Pair, NameLink]:
    """The links, where a name that may be either of two different ones is a short form of both."""
    neighbours: dict[str, set[str]] = {}
    for (left, right), link in links.items():
        if link.verdict is Verdict.SAME:
            neighbours.setdefault(left, set()).add(right)
            neighbours.setdefault(right, set()).add(left)
    torn: set[Pair] = set()
    for (left, right), link in links.items():
        if link.verdict is Verdict.DIFFERENT and left in neighbours and right in neighbours:
            for node in neighbours[left] & neighbours[right]:
                torn |= {(min(node, one), max(node, one)) for one in _other(node, left, right)}
    return {
        pair: replace(link, verdict=Verdict.SHORT) if pair in torn else link
        for pair, link in links.items()
        if not (pair in torn and _parted_by_generation(*pair))
    }


def _other(node: str, left: str, right: str) -> tuple[str, ...]:
    """Of two different names those that a third may not be simply one with: where a generation
    (`Jr.`) parts them, the one whose generation is not its own; else both."""
    if read_node(left).generation == read_node(right).generation:
        return left, right
    return tuple(one for one in (left, right) if _parted_by_generation(node, one))


def _parted_by_generation(one: str, other: str) -> bool:
    return read_node(one).generation != read_node(other).generation


def _may_join(
    left: list[str], right: list[str], profiles: Mapping[str, Tells], links: Mapping[Pair, NameLink]
) -> bool:
    """Whether no pair of the two groups differs, and enough of those judged are the same."""
    if len(left) * len(right) == 1:
        return True
    if len(left) * len(right) > _MOST_COMPARED:
        return False
    same = judged = 0
    for one in left:
        for other in right:
            pair = (one, other) if one < other else (other, one)
            link = links.get(pair) or judge(*pair, profiles[pair[0]], profiles[pair[1]])
            if link is None:
                continue
            if link.verdict is Verdict.DIFFERENT:
                return False
            judged += 1
            same += link.verdict is not Verdict.UNSURE
    return same >= _LEAST_SHARE * judged
