"""Whether one of two articles prints the other: by shares of their own words, never of both."""

from __future__ import annotations

from onrecord.linking.copies.alignment import Alignment, align, passages
from onrecord.linking.copies.copy_text import CopyText
from onrecord.values.links import CopyLink
from onrecord.values.vocabulary import Relation

SAME = 0.9
"""Share of both texts from which they are the same text."""
HALF = 0.5
"""Share of either text from which a short passage is enough."""
PART = 0.3
"""Share of either text from which consecutive sentences are a copy."""
_FEWEST_WORDS = 12
"""Words that tell, of a passage that is enough where half of a text is printed."""
_CONSECUTIVE = 3
"""Sentences in a row, where less than half is printed."""
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
    shared = passages(left, right, found)
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
    longest = max((_words(left, chain) for chain in found.chains), default=0)
    row = max((len({m.left for m in chain}) for chain in found.chains), default=0)
    if min(found.left_share, found.right_share) >= SAME and longest >= _FEWEST_WORDS:
        return Relation.SAME_TEXT, "nearly-equal-running-text"
    if _of_a_digest(left, found.left_share) or _of_a_digest(right, found.right_share):
        return Relation.INDEPENDENT, "item-of-a-digest"
    if most >= HALF and longest >= _FEWEST_WORDS and (row > 1 or most >= 0.6):
        return Relation.PICKUP, "shared-passage"
    if most >= PART and (row >= _CONSECUTIVE or longest >= _LONG):
        return Relation.PICKUP, "shared-passage"
    return Relation.INDEPENDENT, "shared-background"


def _words(text: CopyText, chain: tuple[object, ...]) -> int:
    numbers = {match.left for match in chain}  # type: ignore[attr-defined]
    return sum(len(text.sentences[number].stems) for number in numbers)


def _of_a_digest(text: CopyText, share: float) -> bool:
    return text.datelines >= _DIGEST and share < HALF
