"""Whether one of two articles prints the other: by shares of their own words, never of both."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.linking.copies.alignment import Alignment, Chain, align
from onrecord.linking.copies.copy_text import CopyText
from onrecord.values.links import CopyLink
from onrecord.values.vocabulary import Relation

SAME = 0.9
"""Share of both texts from which they are the same text."""
MOST = 0.6
"""Share of either text from which any passage is enough."""
HALF = 0.5
"""Share of either text from which two sentences in a row are enough, the first high up."""
MUCH = 0.4
"""Share of either text from which some sentences in a row are enough, the first high up, or many
all over it, as in a report that was written through."""
PART = 0.25
"""Share of either text from which its top or that of the other one is a copy."""
_FEWEST_WORDS = 12
"""Words that tell of a passage: less is printed alike by chance."""
_ROW, _MANY = 3, 6
"""Sentences in a row, and all over a text."""
_LONG = 30
"""Words that tell of a passage that is as good as some sentences in a row."""
_UPPER, _TOP, _FIRST = 0.35, 0.1, 2
"""Shares of a text's sentences that are its upper part and its top, and the fewest sentences."""
_DIGEST = 3
"""Datelines of a digest of several reports."""
_SHOWN = 8
"""Words that tell, of a passage that is worth showing."""


def judge(left_id: str, left: CopyText, right_id: str, right: CopyText) -> CopyLink | None:
    """What two articles print alike; None where that is next to nothing."""
    found = align(left, right)
    relation, reason = _relation(left, right, found)
    least = _SHOWN if relation is Relation.INDEPENDENT else 0
    shared = tuple(chain.passage for chain in found.chains if chain.words >= least)
    if relation is Relation.INDEPENDENT and not shared:
        return None
    equal = left.whole is not None and left.whole == right.whole
    words = left.running if equal else sum(one.words for one in shared)
    return CopyLink(
        left=left_id,
        right=right_id,
        relation=relation,
        left_share=round(found.left_share, 4),
        right_share=round(found.right_share, 4),
        passages=shared,
        why=f"{reason}: {words} words",
    )


def _relation(left: CopyText, right: CopyText, found: Alignment) -> tuple[Relation, str]:
    if left.whole is not None and left.whole == right.whole:
        return Relation.SAME_TEXT, "equal-running-text"
    most = max(found.left_share, found.right_share)
    enough = [chain for chain in found.chains if chain.words >= _FEWEST_WORDS]
    if min(found.left_share, found.right_share) >= SAME and enough:
        return Relation.SAME_TEXT, "nearly-equal-running-text"
    if _of_a_digest(left, found.left_share) or _of_a_digest(right, found.right_share):
        return Relation.INDEPENDENT, "item-of-a-digest"
    if most >= MOST and enough:
        return Relation.PICKUP, "shared-passage"
    row = max((chain.sentences for chain in enough), default=0)
    many = sum(chain.sentences for chain in found.chains) >= _MANY
    least = _ROW if most < HALF else 2
    if most >= MUCH and (row >= least or many) and _begins(left, right, found.chains, _UPPER):
        return Relation.PICKUP, "shared-passage"
    long = [one for one in enough if one.sentences >= _ROW or one.words >= _LONG]
    if most >= PART and _begins(left, right, long, _TOP):
        return Relation.PICKUP, "shared-passage"
    return Relation.INDEPENDENT, "shared-background"


def _begins(left: CopyText, right: CopyText, chains: Iterable[Chain], part: float) -> bool:
    """Whether a passage begins in the upper part of either text: background stands further down."""
    return any(
        chain.matches[0].left < max(_FIRST, part * len(left.sentences))
        or min(m.right for m in chain.matches) < max(_FIRST, part * len(right.sentences))
        for chain in chains
        if chain.words >= _SHOWN
    )


def _of_a_digest(text: CopyText, share: float) -> bool:
    return text.datelines >= _DIGEST and share < HALF
