"""A chronology as a Word document with real footnotes.

The same chronology gives the same bytes: no clock, no compression, parts in a fixed order.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.exports.chronology import OWN_WORDS, Chronology, ChronologyEntry, Citation
from onrecord.exports.docx_file import Footnotes, docx_bytes, paragraph, run


def write_docx(chronology: Chronology) -> bytes:
    """The bytes of the document."""
    notes = Footnotes()
    body = [
        paragraph(run(chronology.title), style="Title"),
        paragraph(run(chronology.extent), style="Extent"),
    ]
    for entry in chronology.entries:
        body += _entry(entry, notes)
    return docx_bytes("".join(body), notes, title=chronology.title)


def _entry(entry: ChronologyEntry, notes: Footnotes) -> Iterator[str]:
    expression = f" · “{entry.expression}”" if entry.expression else ""
    yield paragraph(run(entry.when), run(expression, style="Expression"), style="Heading1")
    if entry.standing:
        later = notes.mark(_cited(notes, entry.later)) if entry.later else ""
        yield paragraph(run("; ".join(entry.standing)), later, style="Standing")
    source = notes.mark(_cited(notes, entry.source))
    yield paragraph(run(f"“{entry.sentence}”"), source, style="Quote")
    if entry.said_by:
        yield paragraph(run(f"said by: “{entry.said_by}”"), style="Reports")
    if entry.note:
        yield paragraph(run(f"{OWN_WORDS} {entry.note}"), style="OwnWords")
    others = notes.mark(_others(notes, entry)) if entry.others else ""
    yield paragraph(run(entry.reports), others, style="Reports")


def _others(notes: Footnotes, entry: ChronologyEntry) -> str:
    between = run("; ")
    more = run(f"; {entry.more:,} more") if entry.more else ""
    return between.join(_cited(notes, citation) for citation in entry.others) + more


def _cited(notes: Footnotes, citation: Citation) -> str:
    if citation.address is None:
        return run(citation.words)
    return run(f"{citation.words}, ") + notes.link(citation.address)
