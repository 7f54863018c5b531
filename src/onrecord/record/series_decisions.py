"""What a person decided about two figures: that they answer one question, or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.linking.figures.keys import FactGroup, Placed
from onrecord.values.decisions import PAIR_DECISIONS, Decision, What

FIGURE = "figure"
"""Value of a decision on a pair that is about figures."""


def with_figure_decisions(
    groups: Sequence[FactGroup], decisions: Sequence[Decision]
) -> list[FactGroup]:
    """The groups as a person decided, in the order made; of two on one pair the later counts.

    `same` joins the groups of two figures; `different` takes the right one, with all that print
    its number in its group, out of the group of the left one.
    """
    pairs = _pairs(groups, decisions)
    if not pairs:
        return list(groups)
    home = {one.fact.id: group for group in groups for one in group.members}
    kept = {id(group): group for group in groups}
    for (left, right), what in pairs.items():
        ours, theirs = home[left], home[right]
        if what is What.SAME and ours is not theirs:
            whole = FactGroup(
                ours.key,
                sorted([*ours.members, *theirs.members], key=_place),
                decided=[*ours.decided, *theirs.decided, (left, right, "decided: same")],
                apart=[*ours.apart, *theirs.apart],
            )
            parts = [whole]
        elif what is What.DIFFERENT and ours is theirs:
            parts = _parted(ours, left, right)
        else:
            if what is not What.SAME:
                ours.apart.append((left, right))
            continue
        kept.pop(id(ours), None)
        kept.pop(id(theirs), None)
        for part in parts:
            kept[id(part)] = part
            home |= {one.fact.id: part for one in part.members}
    return list(kept.values())


def _parted(group: FactGroup, left: str, right: str) -> list[FactGroup]:
    by_id = {one.fact.id: one for one in group.members}
    value = by_id[right].fact.value
    if by_id[left].fact.value == value:
        goes = {right}
    else:
        goes = {one.fact.id for one in group.members if one.fact.value == value}
    return [
        replace(
            group,
            members=[one for one in group.members if (one.fact.id in goes) is gone],
            apart=[*group.apart, (left, right)],
        )
        for gone in (False, True)
    ]


def _place(one: Placed) -> tuple[int, int, int]:
    return one.fact.place_in_record


def _pairs(
    groups: Sequence[FactGroup], decisions: Sequence[Decision]
) -> dict[tuple[str, str], What]:
    ours = [d for d in decisions if d.what in PAIR_DECISIONS and d.value == FIGURE]
    found: dict[tuple[str, str], What] = {}
    if not ours:
        return found
    by_article: dict[str, list[Placed]] = defaultdict(list)
    for group in groups:
        for one in group.members:
            by_article[one.fact.article].append(one)
    for decision in ours:
        left = _at(by_article, decision.article, decision.start, decision.end)
        right = _at(by_article, decision.other_article, decision.other_start, decision.other_end)
        if left is not None and right is not None and left != right:
            found.pop((left, right), None)
            found.pop((right, left), None)
            found[left, right] = decision.what
    return found


def _at(
    by_article: dict[str, list[Placed]], article: str | None, start: int | None, end: int | None
) -> str | None:
    """The figure that has most in common with a place; ties by where it begins."""
    if article is None or start is None:
        return None
    end = end if end is not None else start + 1
    best: tuple[int, int, str] | None = None
    for one in by_article.get(article, ()):
        common = min(end, one.fact.end) - max(start, one.fact.start)
        entry = (-common, one.fact.start, one.fact.id)
        if common > 0 and (best is None or entry < best):
            best = entry
    return best[2] if best is not None else None
