"""A sheet of quotations to print: what was said, where it stands, room for a note.

`compose_sheet` says what goes in; `quote_sheet_markdown` and `quote_sheet_docx` write it. Words
stand between quotation marks only where they do in the article; all others are marked by their
kind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.exports.citations import Citation, cite, one_line
from onrecord.record.compile import Record
from onrecord.record.day_words import day_words, read_days
from onrecord.record.quote_words import (
    difference_words,
    equal_printings,
    kind_words,
    other_source,
    source_words,
    when_day_words,
    when_expression,
)

type Row = Mapping[str, Any]

TITLE = "Quotations"
LEGEND = (
    "“…”: between quotation marks in the article. mixed, indirect: in part or all in the article’s"
    " own words."
)
MOST_SOURCES = 6
"""Most articles named for one wording; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPrinting:
    """One wording and the articles that print it; all strings are on one line."""

    words: str
    """`“A” … “B”`; with `mixed:` or `indirect:` before it where not all words are the speaker's."""
    differs: str
    """How it differs from the first wording, word by word; empty for the first."""
    source: str
    """Who said it as this printing has it, where the first has it otherwise."""
    sources: tuple[Citation, ...]
    more: int
    """Further articles that are not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetQuote:
    """One utterance."""

    when: str
    expression: str | None
    """The printed words that say when."""
    who: str
    details: tuple[str, ...]
    printings: tuple[SheetPrinting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteSheet:
    """A sheet, ready to be written."""

    title: str
    extent: str
    """`3 utterances, 2 articles, 5 May 2022 – 28 Feb 2023`."""
    quotes: tuple[SheetQuote, ...]


def compose_sheet(record: Record, rows: Sequence[Row], *, name: str | None = None) -> QuoteSheet:
    """The sheet of some utterances, in the order given.

    Args:
        record: the record that they are from.
        rows: as `record.quotes_view` gives them.
        name: title in a person's words.
    """
    articles = {wording["article"] for row in rows for wording in row["wordings"]}
    facts = [_counted(len(rows), "utterance"), _counted(len(articles), "article")]
    bounds = (read_days(row) for row in rows)
    days = [day for interval in bounds for day in (interval.first, interval.last) if day]
    if days:
        facts.append(" – ".join(dict.fromkeys((day_words(min(days)), day_words(max(days))))))
    return QuoteSheet(
        title=one_line(f"{TITLE}: {name}" if name and name.strip() else TITLE),
        extent=", ".join(facts),
        quotes=tuple(_quote(record, row) for row in rows),
    )


def _quote(record: Record, row: Row) -> SheetQuote:
    who, *details = source_words(row["wordings"][0])
    expression = when_expression(row)
    return SheetQuote(
        when=when_day_words(row),
        expression=one_line(expression) if expression else None,
        who=one_line(who),
        details=tuple(map(one_line, details)),
        printings=tuple(_printing(record, row, same) for same in equal_printings(row)),
    )


def _printing(record: Record, row: Row, same: Sequence[Row]) -> SheetPrinting:
    by_article = {wording["article"]: wording for wording in reversed(same)}
    named = [by_article[id_] for id_ in dict.fromkeys(w["article"] for w in same)]
    return SheetPrinting(
        words=one_line(f"{kind_words(same[0])}{same[0]['words']}"),
        differs=one_line(difference_words(same[0], row["wordings"][0])),
        source=one_line(other_source(same[0], row)),
        sources=tuple(cite(record.lookups, wording) for wording in named[:MOST_SOURCES]),
        more=max(len(named) - MOST_SOURCES, 0),
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
