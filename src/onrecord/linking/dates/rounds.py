"""Numbered rounds: `the third round of talks ended`, `a fourth round is planned`.

Who reports a round as over or under way writes no earlier than who has it, or one before it,
still ahead. Only sentences that say one of the two, outside quotation marks, count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.date_link_words import date_link_words
from onrecord.lexicon.time_words import time_words
from onrecord.linking.dates.rarity import rarity
from onrecord.text.folding import fold
from onrecord.text.stems import stem
from onrecord.values.spans import Span

_RARE = 2.5
"""Least rarity of a stem that says which talks are meant: stands in one of 12 articles or fewer."""
_LEAST_COMMON = 3
_WORD = re.compile(r"[^\W_]+")
_MOST_NUMBER = 30


@dataclass(frozen=True, slots=True)
class Round:
    """One numbered round as a sentence reports it."""

    number: int
    noun: str
    """With what it is a round of, where that stands there: `round of talk`."""
    over: bool
    """Whether it is over or under way; else it is still ahead."""
    stems: frozenset[str]
    """Rare stems of its sentence, without the noun."""
    span: Span
    """The ordinal and the noun."""


def find_rounds(text: str, sentences: Iterable[Span], quoted: Sequence[Span]) -> Iterator[Round]:
    """The rounds that some sentences report as over, under way or ahead."""
    words = date_link_words()
    for sentence in sentences:
        for match in _pattern().finditer(text, sentence.start, sentence.end):
            if any(one.start <= match.start() < one.end for one in quoted):
                continue
            folded = [fold(w) for w in _WORD.findall(sentence.slice(text))]
            over, ahead = words.over.intersection(folded), words.ahead.intersection(folded)
            over |= words.over_alone.intersection(folded) if not ahead else frozenset()
            number, noun = _number(match["ordinal"]), fold(match["noun"])
            noun = f"{noun} of {stem(match['of'])}" if match["of"] else noun
            if bool(over) == bool(ahead) or number is None:
                continue
            stems = frozenset(s for w in folded if len(w) > 1 and rarity(s := stem(w)) >= _RARE)
            span = Span(match.start(), match.end())
            yield Round(number, noun, bool(over), stems - {stem(match["noun"])}, span)


def rounds_in_order(later: Round, earlier: Round) -> bool:
    """Whether the first is told no earlier than the second."""
    return (
        later.over
        and not earlier.over
        and later.noun == earlier.noun
        and later.number >= earlier.number
        and len(later.stems & earlier.stems) >= _LEAST_COMMON
    )


def _number(ordinal: str) -> int | None:
    digits = re.match(r"\d+", ordinal)
    number = int(digits[0]) if digits else time_words().ordinals.get(ordinal.lower())
    return number if number is not None and 1 < number <= _MOST_NUMBER else None


@cache
def _pattern() -> re.Pattern[str]:
    ordinals = "|".join(sorted(map(re.escape, time_words().ordinals), key=len, reverse=True))
    nouns = "|".join(sorted(map(re.escape, date_link_words().rounds), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<ordinal>{ordinals}|\d\d?(?:st|nd|rd|th))\s(?:[\w-]+\s)?(?P<noun>{nouns})\b"
        rf"(?:\sof\s(?:the\s)?(?P<of>[\w-]+))?",
        re.I,
    )
