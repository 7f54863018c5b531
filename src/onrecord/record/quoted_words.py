"""What was said as it may be shown: quotation marks only around words that stand between them in
the article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from onrecord.analysis.quotations import find_quotations
from onrecord.values.article import Article
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind

type Json = Mapping[str, Any]

CUT = " … "
"""Between the parts of what was said, where the article has its own words."""
_SPACES = re.compile(r"\s+")
_OPEN, _CLOSE = "“", "”"


def shown_words(attribution: Json, article: Article) -> str:
    """The content on one line: `“A” … “B”`, without marks where it is indirect.

    Args:
        attribution: as the JSON of the record has it.
        article: its article.
    """
    return "".join(words for words, _ in shown_pieces(attribution, article, ()))


def shown_pieces(
    attribution: Json, article: Article, marked: Sequence[Span]
) -> list[tuple[str, bool]]:
    """What `shown_words` gives, in pieces, each with whether it is one of the marked places.

    Marks inside of a part are words of the article and stand there already.
    """
    pieces: list[tuple[str, bool]] = []
    for number, (start, end) in enumerate(attribution["content"]):
        left, right = _marks(attribution["kind"], article, start, end)
        pieces.append(((CUT if number else "") + left, False))
        pieces += _pieces(article.text, start, end, marked)
        pieces.append((right, False))
    return [piece for piece in pieces if piece[0]]


def shown_at(attribution: Json, article: Article, place: Span) -> str:
    """The words at a place that were said, on one line; what stands between the parts is left
    out."""
    cut = [
        article.text[max(start, place.start) : min(end, place.end)]
        for start, end in attribution["content"]
        if start < place.end and place.start < end
    ]
    return CUT.join(" ".join(words.split()) for words in cut)


def _pieces(text: str, start: int, end: int, marked: Sequence[Span]) -> list[tuple[str, bool]]:
    borders = sorted(
        {start, end}
        | {min(max(place, start), end) for span in marked for place in (span.start, span.end)}
    )
    found = []
    for first, last in pairwise(borders):
        inside = any(span.start <= first and last <= span.end for span in marked)
        found.append((_SPACES.sub(" ", text[first:last]), inside))
    return found


def _marks(kind: str, article: Article, start: int, end: int) -> tuple[str, str]:
    if kind == AttributionKind.INDIRECT:
        return "", ""
    if kind == AttributionKind.DIRECT:
        return _OPEN, _CLOSE
    opened = any(first <= start < last for first, last in _quoted(article, start))
    closed = any(first < end <= last for first, last in _quoted(article, end - 1))
    return _OPEN if opened else "", _CLOSE if closed else ""


def _quoted(article: Article, place: int) -> list[tuple[int, int]]:
    """Where quoted words stand in the paragraph that holds a place, without their marks."""
    for paragraph in article.paragraphs:
        if paragraph.start <= place < paragraph.end:
            found = find_quotations(article.text[paragraph.start : paragraph.end])
            return [
                (paragraph.start + one.inner.start, paragraph.start + one.inner.end)
                for one in found
            ]
    return []
