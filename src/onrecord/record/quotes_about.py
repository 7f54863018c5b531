"""Attributions by their words: what was said, and what its sentence says around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.record.lookups import Lookups
from onrecord.record.word_search import texts_about

type Json = Mapping[str, Any]

_CUT = " … "


@dataclass(frozen=True, slots=True)
class AboutFound:
    """Attributions whose words fit a query."""

    ids: frozenset[str]
    around: Mapping[str, str]
    """By id, where the words said do not fit alone: what its sentence says around them."""


def attributions_about(
    attributions: Sequence[Json], query: str, lookups: Lookups, *, everything: Sequence[Json]
) -> AboutFound:
    """The attributions whose words fit a query.

    The words of an attribution are its content and what the sentence around it says outside of any
    attribution: `on the question of troops, she said that ...`.

    Args:
        attributions: those to look through, in the order of the record.
        query: words as in search (`a b`, `a|b`, `"a b"`, `a*`, `-a`).
        lookups: the pile.
        everything: all attributions of the record.

    Raises:
        UsageError: the query holds no word.
    """
    passages = list(_passages(attributions, lookups, everything))
    by_content = texts_about((said for said, _ in passages), query)
    found = texts_about(([*said, *around] for said, around in passages), query)
    return AboutFound(
        frozenset(attributions[place]["id"] for place in found),
        {
            attributions[place]["id"]: _CUT.join(
                " ".join(one.split()) for one in passages[place][1]
            )
            for place in found - by_content
        },
    )


def _passages(
    attributions: Sequence[Json], lookups: Lookups, everything: Sequence[Json]
) -> Iterator[tuple[list[str], list[str]]]:
    """Of each attribution the parts of what was said, and of what stands around it."""
    said: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for attribution in everything:
        said[attribution["article"]] += [(start, end) for start, end in attribution["content"]]
    article, text, sentences = "", "", []
    for attribution in attributions:
        if attribution["article"] != article:
            article = attribution["article"]
            text = lookups.article(article).text
            sentences = [(s.start, s.end) for s in lookups.analysis(article).sentences]
        around = [
            text[start:end]
            for sentence in sentences
            if _touches(attribution, *sentence)
            for start, end in _outside(sentence, said[article])
        ]
        words = [one for one in around if any(c.isalnum() for c in one)]
        yield [text[start:end] for start, end in attribution["content"]], words


def _touches(attribution: Json, start: int, end: int) -> bool:
    places = [attribution["source"], attribution["cue"], attribution["content"][0]]
    return any(place and place[0] < end and start < place[1] for place in places)


def _outside(
    sentence: tuple[int, int], said: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that no attribution holds."""
    start, end = sentence
    for first, last in sorted(said):
        if last > start and first < end:
            if first > start:
                yield start, first
            start = max(start, last)
    if start < end:
        yield start, end
