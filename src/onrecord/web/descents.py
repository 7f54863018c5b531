"""The articles of an origin as a tree: what each descends from, by time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.web.genealogy import DEEPEST, Node

type Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Branch:
    """An article in its place of the tree; its node's parent counts from the head."""

    node: Node
    member: Json


def branches_of(group: Json) -> list[Branch]:
    """An origin's articles, each with what descends from it right after it.

    Args:
        group: as exported, with at least one article.
    """
    members: Sequence[Json] = group["articles"]
    head = str(members[0]["article"])
    children = _children(members, head)
    found: dict[str, Branch] = {}
    rows: dict[str, int] = {}

    def hang(member: Json, above: str) -> None:
        waiting = [(member, above)]
        while waiting:
            one, origin = waiting.pop()
            here = str(one["article"])
            if here in found:
                continue
            # What would stand too far to the right stands beside what it descends from.
            parent = found[origin].node
            deep = parent.depth >= DEEPEST
            node = Node(
                shape="article",
                depth=parent.depth if deep else parent.depth + 1,
                parent=parent.parent if deep else rows[origin],
                line=str(one.get("relation") or "unknown"),
                share=one.get("share"),
            )
            rows[here] = len(found)
            found[here] = Branch(node, one)
            waiting += [(child, here) for child in reversed(children[here])]

    found[head] = Branch(Node(shape="article"), members[0])
    rows[head] = 0
    for child in children[head]:
        hang(child, head)
    # Articles that descend from each other in a circle hang under the head.
    for member in members:
        if member["article"] not in found:
            hang(member, head)
    return list(found.values())


def _children(members: Sequence[Json], head: str) -> dict[str, list[Json]]:
    """What descends from each article; from the head what names nothing that is known."""
    known = {member["article"] for member in members}
    children: dict[str, list[Json]] = defaultdict(list)
    for member in members[1:]:
        origin = member.get("from")
        own = origin == member["article"] or origin not in known
        children[head if own else str(origin)].append(member)
    return children
