"""A sheet of quotations as Markdown (CommonMark)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.exports.chronology import OWN_WORDS
from onrecord.exports.chronology_markdown import escape
from onrecord.exports.citations import Citation
from onrecord.exports.quote_sheet import LEGEND, QuoteSheet, SheetPrinting, SheetQuote

_ROOM = f"{OWN_WORDS} {'\\_' * 60}"
"""Room for a person's own words."""


def sheet_markdown(sheet: QuoteSheet) -> str:
    """The sheet as Markdown; ends in one line feed."""
    blocks = [f"# {escape(sheet.title)}", escape(sheet.extent), f"*{escape(LEGEND)}*"]
    for quote in sheet.quotes:
        blocks += _quote(quote)
    return "\n\n".join(blocks) + "\n"


def _quote(quote: SheetQuote) -> Iterator[str]:
    expression = f" · “{escape(quote.expression)}”" if quote.expression else ""
    yield f"## {escape(quote.when)}{expression} · {escape(quote.who)}"
    if quote.details:
        yield f"*{escape('; '.join(quote.details))}*"
    for number, printing in enumerate(quote.printings):
        yield from _printing(printing, also=number > 0)
    yield _ROOM


def _printing(printing: SheetPrinting, *, also: bool) -> Iterator[str]:
    yield f"> {'also: ' if also else ''}{escape(printing.words)}"
    if printing.differs:
        yield f"differs: {escape(printing.differs)}"
    if printing.source:
        yield f"source: {escape(printing.source)}"
    sources = [f"- {_cited(citation)}" for citation in printing.sources]
    if printing.more:
        sources.append(f"- {printing.more:,} more")
    yield "\n".join(sources)


def _cited(citation: Citation) -> str:
    address = f", <{citation.address}>" if citation.address else ""
    return escape(citation.words) + address
