"""Whether two sentences tell the same, by their words alone: a pure function of the two."""

from __future__ import annotations

from math import fsum

from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.values.links import Retold, RetoldLink

_REPEAT = 0.85
_RETELLING = 0.55
_FEWEST = 3


def judge(left: SentenceText, right: SentenceText) -> RetoldLink | None:
    """How one of two sentences tells what the other tells; None where it does not."""
    if right.id < left.id:
        left, right = right, left
    common = left.content.keys() & right.content.keys()
    if len(common) < _FEWEST or left.denies != right.denies:
        return None
    weight = fsum(left.content[word] for word in sorted(common))
    left_told, right_told = weight / left.weight, weight / right.weight
    most = max(left_told, right_told)
    if most < _RETELLING:
        return None
    if not common & (left.numbers | right.numbers) and left.numbers and right.numbers:
        return None
    kind = Retold.REPEAT if most >= _REPEAT else Retold.RETELLING
    return RetoldLink(
        left=left.id,
        right=right.id,
        kind=kind,
        left_told=round(left_told, 4),
        right_told=round(right_told, 4),
        why=f"same-words: {len(common)} words",
    )
