"""The words of an anchor as the page may show them, its own words marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.web.annotated import LEFT_OUT, Piece
from onrecord.web.index import RecordIndex, language
from onrecord.web.utterances import Part

LONGEST = 900
"""Most characters quoted; what stands where no sentence ends may be a page long."""

type Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of an article; `pieces` is empty where the page may show none of them."""

    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool
    language: str | None


def quote(
    index: RecordIndex,
    article: str,
    place: Place,
    marked: Iterable[Place] = (),
    look: str = "mark",
) -> Quote:
    """The words at a place, as far as the page's text mode lets them be seen.

    Args:
        index: the record.
        article: id of the article.
        place: [start, end) of the words.
        marked: places within them that are drawn otherwise.
        look: how.
    """
    source = index.by_id[article]
    shown = list(shown_places(index, article, place))
    text: str = source["text"]
    if not shown:
        return Quote(pieces=(), cut_before=False, cut_after=False, language=None)
    looks = [(mark, look) for mark in marked]
    pieces: list[Piece] = []
    for number, here in enumerate(shown):
        if number:
            pieces.append(LEFT_OUT)
        pieces += _looks(text, here, looks)
    return Quote(
        pieces=tuple(pieces),
        cut_before=bool(text[place[0] : shown[0][0]].strip()),
        cut_after=bool(text[shown[-1][1] : place[1]].strip()),
        language=language(source),
    )


def quote_parts(
    index: RecordIndex,
    article: str,
    parts: Sequence[Part],
    marked: Sequence[tuple[Place, str]] = (),
) -> Quote:
    """The words of an utterance as the page may show them, with what stands between its parts.

    Args:
        index: the record.
        article: id of the article.
        parts: what was said and the short words between, in order.
        marked: places within it that are drawn otherwise, with their look.
    """
    source = index.by_id[article]
    text: str = source["text"]
    pieces: list[Piece] = []
    room, before, first = LONGEST, -1, None
    for part in parts:
        for start, end in shown_places(index, article, part.place):
            if room <= 0:
                break
            first = start if first is None else first
            if pieces:
                gap = text[before:start]
                pieces.append(Piece(gap, "") if not gap.strip() else LEFT_OUT)
            before = min(end, start + room)
            room -= before - start
            if part.said:
                pieces += _looks(text, (start, before), marked)
            else:
                pieces.append(Piece(text[start:before], "narr"))
    if first is None:
        return Quote(pieces=(), cut_before=False, cut_after=False, language=None)
    return Quote(
        pieces=tuple(pieces),
        cut_before=bool(text[parts[0].place[0] : first].strip()),
        cut_after=bool(text[before : parts[-1].place[1]].strip()),
        language=language(source),
    )


def _looks(text: str, place: Place, marked: Sequence[tuple[Place, str]]) -> Iterator[Piece]:
    start, end = place
    borders = {start, end, *(at for mark, _ in marked for at in mark if start < at < end)}
    for left, right in pairwise(sorted(borders)):
        looks = (look for (first, last), look in marked if first <= left and right <= last)
        yield Piece(text[left:right], next(looks, ""))


def shown_places(index: RecordIndex, article: str, place: Place) -> Iterator[Place]:
    """The parts of a place that the page may show; a headline is a field and always shown."""
    start, end = place[0], min(place[1], place[0] + LONGEST)
    source = index.by_id[article]
    if index.mode == "none":
        if source.get("headline") == source["text"][place[0] : place[1]]:
            yield start, end
        return
    number = index.paragraph(article, start)
    if number is None:
        return
    for first, last in index.places(article, number):
        if max(first, start) < min(last, end):
            yield max(first, start), min(last, end)
