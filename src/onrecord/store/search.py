"""Search in the record file: articles by words, with the places where the words stand."""

from __future__ import annotations

import re
import sqlite3
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from onrecord.errors import UsageError
from onrecord.store.articles import list_articles
from onrecord.text.folding import fold
from onrecord.text.query import to_match_expression
from onrecord.values.hits import Hit, Passage
from onrecord.values.spans import Span
from onrecord.values.stored import ArticleSummary
from onrecord.values.vocabulary import Role

_OPEN, _CLOSE = "\x02", "\x03"
_UNSAFE = re.compile(r"[\0\x02\x03]")
"""Characters that break highlighting: FTS5 stops at NUL, the others are the marks."""
_TOKENIZER = "porter unicode61 remove_diacritics 2"
"""As in the schema."""
_WINDOW = 90
"""Code points shown on either side of a match, at most."""
_MOST_PASSAGES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which articles a search looks at; None: any."""

    outlet: str | None = None
    """Part of the outlet's or agency's printed name, folded."""
    since: date | None = None
    """Only articles that may have been published on this day or later."""
    until: date | None = None
    """Only articles that may have been published on this day or earlier."""
    articles: Collection[str] | None = None
    """Only these, by their ids."""

    def admit(self, article: ArticleSummary) -> bool:
        """Whether the article passes; an undated one passes no filter by date."""
        if self.articles is not None and article.id not in self.articles:
            return False
        if self.outlet is not None:
            names = fold(f"{article.outlet or ''} | {article.agency or ''}")
            if fold(self.outlet) not in names:
                return False
        days = article.published
        if (self.since or self.until) and not days.known:
            return False
        if self.since and days.last and days.last < self.since:
            return False
        return not (self.until and days.first and days.first > self.until)


def search_articles(
    connection: sqlite3.Connection, query: str, *, filters: Filters, limit: int
) -> tuple[list[Hit], int]:
    """The best hits, at most `limit`, and how many articles were found in all.

    Articles in which only residue matches come last.

    Raises:
        UsageError: the query holds no word.
    """
    expression = to_match_expression(query)
    if expression is None:
        raise UsageError(f"{query!r} holds no word to search for")
    summaries = {s.id: s for s in list_articles(connection) if filters.admit(s)}
    ranked = connection.execute(
        "SELECT article.number, id FROM search JOIN article ON article.number = search.rowid"
        " WHERE search MATCH ? ORDER BY bm25(search, 4.0, 1.0), id",
        (expression,),
    ).fetchall()
    found = [row for row in ranked if row["id"] in summaries]
    hits = (_hit(connection, row, summaries[row["id"]], expression) for row in found)
    return _best(hits, limit), len(found)


def _best(hits: Iterator[Hit], limit: int) -> list[Hit]:
    good: list[Hit] = []
    only_residue: list[Hit] = []
    for hit in hits:
        # Without a passage the words stand in the headline alone, and that is no residue.
        good_hit = not hit.passages or any(p.role is not Role.RESIDUE for p in hit.passages)
        (good if good_hit else only_residue).append(hit)
        if len(good) >= limit:
            break
    return (good + only_residue)[:limit]


def _hit(
    connection: sqlite3.Connection, row: sqlite3.Row, summary: ArticleSummary, expression: str
) -> Hit:
    headline, text = connection.execute(
        "SELECT headline, text FROM article WHERE number = ?", (row["number"],)
    ).fetchone()
    if _UNSAFE.search(text):
        marked = _mark_apart(headline, text, expression)
    else:
        marked = connection.execute(
            "SELECT highlight(search, 1, ?, ?) FROM search WHERE search MATCH ? AND rowid = ?",
            (_OPEN, _CLOSE, expression, row["number"]),
        ).fetchone()[0]
    paragraphs = connection.execute(
        "SELECT start, end, role FROM paragraph WHERE article = ? ORDER BY start", (row["number"],)
    ).fetchall()
    sentences = connection.execute(
        "SELECT start, end FROM sentence WHERE article = ? ORDER BY start", (row["number"],)
    ).fetchall()
    matches = _marked_spans(marked)
    passages = _passages(text, matches, paragraphs, sentences)
    return Hit(article=summary, passages=tuple(passages[:_MOST_PASSAGES]), count=len(matches))


def _mark_apart(headline: str | None, text: str, expression: str) -> str:
    """The marked text of an article that holds unsafe characters, with a space for each of them.

    The tokenizer parts words at both, so matches and offsets are the same.
    """
    with closing(sqlite3.connect(":memory:")) as apart:
        apart.execute(
            f"CREATE VIRTUAL TABLE search USING fts5(headline, text, tokenize='{_TOKENIZER}')"
        )
        apart.execute("INSERT INTO search VALUES (?, ?)", (headline, _UNSAFE.sub(" ", text)))
        row = apart.execute(
            "SELECT highlight(search, 1, ?, ?) FROM search WHERE search MATCH ?",
            (_OPEN, _CLOSE, expression),
        ).fetchone()
    return row[0] if row else ""


def _marked_spans(marked: str) -> list[Span]:
    """The spans between marks, in code points of the text without them."""
    spans: list[Span] = []
    length, start = 0, 0
    for piece in _pieces(marked):
        if piece == _OPEN:
            start = length
        elif piece == _CLOSE:
            if start < length:
                spans.append(Span(start, length))
        else:
            length += len(piece)
    return spans


def _pieces(marked: str) -> Iterator[str]:
    position = 0
    for i, character in enumerate(marked):
        if character in (_OPEN, _CLOSE):
            if position < i:
                yield marked[position:i]
            yield character
            position = i + 1
    if position < len(marked):
        yield marked[position:]


def _passages(
    text: str,
    matches: Sequence[Span],
    paragraphs: Sequence[sqlite3.Row],
    sentences: Sequence[sqlite3.Row],
) -> list[Passage]:
    grouped: dict[tuple[int, int, str], list[Span]] = {}
    starts = [p["start"] for p in paragraphs]
    sentence_starts = [s["start"] for s in sentences]
    for match in matches:
        paragraph = paragraphs[max(0, bisect_right(starts, match.start) - 1)]
        at = bisect_right(sentence_starts, match.start) - 1
        within = sentences[at] if at >= 0 and sentences[at]["end"] >= match.end else paragraph
        grouped.setdefault((within["start"], within["end"], paragraph["role"]), []).append(match)
    passages = [
        _window(text, start, end, Role(role), spans)
        for (start, end, role), spans in grouped.items()
    ]
    passages.sort(key=lambda p: (p.role is Role.RESIDUE, -len(p.matches), p.start))
    return passages


def _window(text: str, start: int, end: int, role: Role, matches: list[Span]) -> Passage:
    first = max(start, matches[0].start - _WINDOW)
    if first > start:
        first = text.find(" ", first, matches[0].start) + 1 or matches[0].start
    last = min(end, max(matches[0].end, first + 2 * _WINDOW))
    if last < end:
        cut = text.rfind(" ", matches[0].end, last)
        last = cut if cut > 0 else last
    words = text[first:last]
    last -= len(words) - len(words.rstrip())
    first += len(words) - len(words.lstrip())
    inside = tuple(m for m in matches if first <= m.start and m.end <= last)
    return Passage(start=first, end=last, text=text[first:last], role=role, matches=inside)
