"""People who are away from their homes, told in many words: `4,000 people still live elsewhere`."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words

DISPLACED = "displaced"
_REACH = 12
"""Words behind a noun in which the phrase is sought."""
_STOPS = frozenset({".", ";", ":", "!", "?", "but", "while", "after", "because", "and"})
_MOST = 4


def is_away(words: ParsedWords, after: int) -> bool:
    """Whether the words behind a noun say of people that they are out of their homes.

    Args:
        words: the paragraph.
        after: the noun, or the last word of the number where it has none.
    """
    known = counted_words()
    end = words.sentences[bisect_right(words.sentences, (after, len(words.words) + 1)) - 1][1]
    said: list[str] = []
    for at in range(after + 1, min(after + 1 + _REACH, end)):
        low = words.lower[at]
        if low in _STOPS:
            break
        if low not in known.away_between and low != ",":
            said.append("not" if low == "n't" else low)
    return any(
        " ".join(said[first : first + size]) in known.away
        for first in range(min(len(said), _MOST))
        for size in (2, 3, 4)
    )
