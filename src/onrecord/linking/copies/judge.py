"""Whether one of two articles prints the other: by shares of their own words, never of both."""

from __future__ import annotations

from onrecord.linking.copies.alignment import Alignment, Chain, align
from onrecord.linking.copies.copy_text import CopyText
from onrecord.values.links import CopyLink
from onrecord.values.vocabulary import Relation

SAME = 0.9
"""Share of both texts from which they are the same text."""
HALF = 0.5
"""Share of either text from which a short passage is enough."""
MOST = 0.6
"""Share of either text from which one sentence is enough."""
MUCH = 0.4
"""Share of either text from which consecutive sentences are a copy wherever they stand."""
PART = 0.25
"""Share of either text from which a passage at the top is a copy."""
_FEWEST_WORDS = 12
"""Words that tell, of a passage that is enough where half of a text is printed."""
_CONSECUTIVE = 3
"""Sentences in a row, where less than half is printed."""
_TOP = 0.2
"""Share of a text's sentences that are its top."""
_MANY = 6
"""Sentences all over a text that are as good: a report that was written through."""
_LONG = 30
"""Words that tell in a row that are as good."""
_DIGEST = 3
"""Datelines of a digest of several reports."""
_SHOWN = 8
"""Words that tell, of a passage that is worth showing."""


def judge(left_id: str, left: CopyText, right_id: str, right: CopyText) -> CopyLink | None:
    """What two articles print alike; None where that is next to nothing."""
    found = align(left, right)
    relation, reason = _relation(left, right, found)
    shared = tuple(chain.passage for chain in found.chains)
    if relation is Relation.INDEPENDENT:
        shared = tuple(one for one in shared if one.words >= _SHOWN)
        if not shared:
            return None
    words = sum(one.words for one in shared)
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
    if most >= HALF and any(chain.sentences > 1 or most >= MOST for chain in enough):
        return Relation.PICKUP, "shared-passage"
    long = [one for one in enough if one.sentences >= _CONSECUTIVE or one.words >= _LONG]
    rows = [chain.sentences for chain in found.chains]
    if most >= MUCH and enough and (max(rows) >= _CONSECUTIVE or sum(rows) >= _MANY):
        return Relation.PICKUP, "shared-passage"
    if most >= PART and any(_is_at_the_top(left, right, chain) for chain in long):
        return Relation.PICKUP, "shared-passage"
    return Relation.INDEPENDENT, "shared-background"


def _is_at_the_top(left: CopyText, right: CopyText, chain: Chain) -> bool:
    """Whether a passage begins near the top of either text: background stands further down."""
    first = chain.matches[0]
    return first.left <= _TOP * len(left.sentences) or min(
        m.right for m in chain.matches
    ) <= _TOP * len(right.sentences)


def _of_a_digest(text: CopyText, share: float) -> bool:
    return text.datelines >= _DIGEST and share < HALF
