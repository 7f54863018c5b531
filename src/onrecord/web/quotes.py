"""The words of an anchor as the page may show them, its own words marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.web.annotated import LEFT_OUT, Piece
from onrecord.web.index import RecordIndex, language

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


def quote(index: RecordIndex, article: str, place: Place, marked: Iterable[Place] = ()) -> Quote:
    """The words at a place, as far as the page's text mode lets them be seen.

    Args:
        index: the record.
        article: id of the article.
        place: [start, end) of the words.
        marked: places within them that are drawn as a mark.
    """
    source = index.by_id[article]
    shown = list(_shown(index, article, place))
    text: str = source["text"]
    if not shown:
        return Quote(pieces=(), cut_before=False, cut_after=False, language=None)
    pieces: list[Piece] = []
    for number, here in enumerate(shown):
        if number:
            pieces.append(LEFT_OUT)
        pieces += _pieces(text, here, list(marked))
    return Quote(
        pieces=tuple(pieces),
        cut_before=bool(text[place[0] : shown[0][0]].strip()),
        cut_after=bool(text[shown[-1][1] : place[1]].strip()),
        language=language(source),
    )


def _shown(index: RecordIndex, article: str, place: Place) -> Iterator[Place]:
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
    for first, last in index.passages(article).get(number, ()):
        if max(first, start) < min(last, end):
            yield max(first, start), min(last, end)


def _pieces(text: str, place: Place, marked: Sequence[Place]) -> Iterator[Piece]:
    start, end = place
    borders = {start, end, *(at for mark in marked for at in mark if start < at < end)}
    for left, right in pairwise(sorted(borders)):
        inside = any(first <= left and right <= last for first, last in marked)
        yield Piece(text[left:right], "mark" if inside else "")
