"""The words of an utterance as one article prints them, with the quotation marks around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise, takewhile
from typing import Any

from onrecord.analysis.quotations import find_quotations
from onrecord.values.vocabulary import AttributionKind

type Json = Mapping[str, Any]
type Place = tuple[int, int]

BETWEEN = 160
"""Most characters between two parts of an utterance that are shown with it: `he said, `."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of words of the article."""

    place: Place
    """[start, end) in the article's text; within one paragraph."""
    said: bool
    """Belongs to the utterance; else it stands between two parts of it."""


class Utterances:
    """Reads the places of utterances in the articles of a record."""

    def __init__(self, by_id: Mapping[str, Json]) -> None:
        self._by_id = by_id

    def parts(self, attribution: Json) -> list[Part]:
        """Where the words of an utterance stand, and the short words between them, in order."""
        article = self._by_id.get(attribution["article"])
        if article is None:
            return []
        quoted = attribution["kind"] != AttributionKind.INDIRECT
        said: list[Place] = []
        for start, end in attribution["content"]:
            for place, paragraph in _in_paragraphs(article, start, end):
                said.append(_with_marks(article, place, paragraph) if quoted else place)
        return list(_with_between(article, said))

    def quoted(self, attribution: Json) -> list[Place]:
        """The places within the utterance that stand between quotation marks, marks included."""
        article = self._by_id.get(attribution["article"])
        if article is None or attribution["kind"] == AttributionKind.INDIRECT:
            return []
        parts = [part.place for part in self.parts(attribution) if part.said]
        if attribution["kind"] == AttributionKind.DIRECT:
            return parts
        return [place for part in parts for place in _marked_within(article, part)]


def _marked_within(article: Json, part: Place) -> Iterator[Place]:
    """What stands between marks in a part that does not stand between marks as a whole."""
    start, end = part
    for _, paragraph in _in_paragraphs(article, start, end):
        for left, right in _quotations(article["text"][slice(*paragraph)], paragraph[0]):
            within = max(start, left) < min(end, right)
            if within and not (left <= start and end <= right):
                yield max(start, left), min(end, right)


def _in_paragraphs(article: Json, start: int, end: int) -> Iterator[tuple[Place, Place]]:
    """The stretch cut at borders of paragraphs, without white space at its ends."""
    text: str = article["text"]
    paragraphs = article["paragraphs"]
    number = max(0, bisect_right(paragraphs, start, key=lambda p: p["start"]) - 1)
    for paragraph in takewhile(lambda p: p["start"] < end, islice(paragraphs, number, None)):
        first, last = max(start, paragraph["start"]), min(end, paragraph["end"])
        while first < last and text[first].isspace():
            first += 1
        while first < last and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield (first, last), (paragraph["start"], paragraph["end"])


@lru_cache(maxsize=4096)
def _quotations(words: str, offset: int) -> tuple[Place, ...]:
    """The quotations of a paragraph that begins at `offset`, with their marks."""
    found = find_quotations(words)
    return tuple((offset + q.span.start, offset + q.span.end) for q in found)


def _with_marks(article: Json, place: Place, paragraph: Place) -> Place:
    """The words with the marks that open right before and close right after them."""
    text: str = article["text"]
    start, end = place
    found = _quotations(text[slice(*paragraph)], paragraph[0])
    before = [q for q, r in found if q < start < r and not _has_words(text[q:start])]
    after = [r for q, r in found if q < end < r and not _has_words(text[end:r])]
    return max(before, default=start), min(after, default=end)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _with_between(article: Json, said: list[Place]) -> Iterator[Part]:
    """The parts, with what stands between two of them in one paragraph where it is short."""
    if not said:
        return
    yield Part(said[0], said=True)
    for (_, before), (start, end) in pairwise(said):
        between = article["text"][before:start]
        if 0 < len(between) <= BETWEEN and "\n" not in between and between.strip():
            yield Part((before, start), said=False)
        yield Part((max(start, before), end), said=True)
