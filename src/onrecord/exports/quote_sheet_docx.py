"""A sheet of quotations as a Word document: a table of quotation, source, and room for a note.

The same sheet gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.exports.chronology import OWN_WORDS
from onrecord.exports.citations import Citation
from onrecord.exports.docx_file import Footnotes, docx_bytes, field_link, paragraph, run, table
from onrecord.exports.quote_sheet import LEGEND, QuoteSheet, SheetPrinting, SheetQuote

_WIDTHS = (4300, 2563, 2163)
"""Twentieths of a point; together the width of the page between its margins."""
_HEADS = ("quotation", "source", f"{OWN_WORDS} note")


def sheet_docx(sheet: QuoteSheet) -> bytes:
    """The bytes of the document."""
    head = tuple(paragraph(run(words), style="Reports") for words in _HEADS)
    rows = [row for quote in sheet.quotes for row in _rows(quote)]
    body = [
        paragraph(run(sheet.title), style="Title"),
        paragraph(run(sheet.extent), style="Extent"),
        paragraph(run(LEGEND), style="Reports"),
        table([head, *rows], widths=_WIDTHS) if rows else "",
        paragraph(style="Reports"),
    ]
    return docx_bytes("".join(body), Footnotes(), title=sheet.title)


def _rows(quote: SheetQuote) -> Iterator[tuple[str, ...]]:
    """A row for each wording; who and when stand in the first."""
    for number, printing in enumerate(quote.printings):
        head = "" if number else "".join(_head(quote))
        yield head + "".join(_words(printing, also=number > 0)), _sources(printing), _room()


def _head(quote: SheetQuote) -> Iterator[str]:
    expression = f" · “{quote.expression}”" if quote.expression else ""
    when = run(f"{quote.when}{expression} · ")
    yield paragraph(when, run(quote.who, style="Speaker"), style="Standing")
    if quote.details:
        yield paragraph(run("; ".join(quote.details)), style="Reports")


def _words(printing: SheetPrinting, *, also: bool) -> Iterator[str]:
    yield paragraph(run(f"{'also: ' if also else ''}{printing.words}"), style="Quote")
    if printing.differs:
        yield paragraph(run(f"differs: {printing.differs}"), style="Reports")
    if printing.source:
        yield paragraph(run(f"source: {printing.source}"), style="Reports")


def _sources(printing: SheetPrinting) -> str:
    cited = [paragraph(*_cited(citation), style="Reports") for citation in printing.sources]
    if printing.more:
        cited.append(paragraph(run(f"{printing.more:,} more"), style="Reports"))
    return "".join(cited)


def _cited(citation: Citation) -> Iterator[str]:
    yield run(citation.words)
    if citation.address:
        yield run(", ")
        yield field_link(citation.address)


def _room() -> str:
    """An empty cell with room to write in."""
    return paragraph(style="Reports") * 3
