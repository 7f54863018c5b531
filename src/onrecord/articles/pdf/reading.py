"""A PDF: its lines in reading order, as paragraphs.

1. the characters of each page, upright, with place, size and weight, become lines;
2. running heads, page numbers and what a browser printed at the edges are set apart;
3. the lines of each page are put in reading order, column by column;
4. lines become paragraphs, across columns and pages; divided words are joined;
5. the furniture of a page is put behind the paragraph that runs over the page's end.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.block_reading import DocumentBlock, read_document
from onrecord.articles.evidence import Metadata, Reading
from onrecord.articles.pdf.blocks import furniture_block, to_block, turned_block, with_verdict
from onrecord.articles.pdf.characters import is_private
from onrecord.articles.pdf.columns import in_reading_order
from onrecord.articles.pdf.extracted import find_extracted
from onrecord.articles.pdf.file import opened_pdf
from onrecord.articles.pdf.furniture import Furniture, find_furniture, printed_address
from onrecord.articles.pdf.hyphens import Words
from onrecord.articles.pdf.layout import measure_layout
from onrecord.articles.pdf.legible import refuse_illegible
from onrecord.articles.pdf.lines import Line
from onrecord.articles.pdf.pages import PdfPages, read_pages
from onrecord.articles.pdf.paragraphs import find_paragraphs
from onrecord.articles.pdf.title import title_in_text
from onrecord.articles.pdf.verdict import judge, judge_extracted, judged
from onrecord.errors import BrokenInput, EmptyInput, NoTextLayer
from onrecord.settings import Limits
from onrecord.values.pages import Page

_MOST_NUMBERS = 30
"""Page numbers that a note lists."""


def read_pdf_page(page: Page, limits: Limits) -> Reading:
    """The reading of a PDF.

    Raises:
        EncryptedInput: it opens only with a password.
        BrokenInput: nothing in it can be read.
        NoTextLayer: its pages are pictures, or its characters have no meaning as text.
        EmptyInput: its pages are blank.
    """
    with opened_pdf(page.data, page.name) as document:
        title = document.get_metadata_value("Title")
        # 1. lines
        read = read_pages(document, limits.pdf_pages)
    _refuse_textless(read, page.name)
    refuse_illegible(read, page.name)
    # 2. furniture
    furniture = find_furniture(
        [one.lines for one in read.pages],
        [one.height for one in read.pages],
        numbers=[one.number for one in read.pages],
    )
    blocks, headline = _blocks(read, furniture, title)
    edge = [line for one in read.pages for line in one.lines if id(line) in furniture]
    return read_document(
        blocks,
        metadata=Metadata(
            headline=headline,
            address=printed_address(edge, len(read.pages)),
            source="pdf",
        ),
        notes=_notes(read),
    )


def _blocks(
    read: PdfPages, furniture: Furniture, title: str
) -> tuple[list[DocumentBlock], str | None]:
    """All blocks, and the headline where the document's title stands among them."""
    # 3. reading order
    columns: list[list[Line]] = []
    for one in read.pages:
        text = [line for line in one.lines if id(line) not in furniture]
        columns += [column for column in in_reading_order(text) if column]
    layout = measure_layout(columns)
    # 4. paragraphs
    words = Words(line.text for column in columns for line in column)
    pictures = {one.number: one.pictures for one in read.pages}
    paragraphs = find_paragraphs(columns, layout)
    made = [to_block(paragraph, words, layout, pictures) for paragraph in paragraphs]
    headline = title_in_text(title, made)
    seen = [judged(p, b.text, b.tag) for p, b in zip(paragraphs, made, strict=True)]
    # where a browser tagged the page, the extractor for web pages can judge it
    told = judge_extracted(seen, headline, lambda end: find_extracted(paragraphs[:end]))
    verdict = judge(seen, headline) if told is None else told
    placed = [
        (paragraph.first.page, with_verdict(block, own))
        for paragraph, block, own in zip(paragraphs, made, verdict, strict=True)
    ]
    # 5. furniture behind the paragraphs that begin on its page
    blocks: list[DocumentBlock] = []
    waiting = list(placed)
    feet: list[Line] = []
    for one in read.pages:
        heads, below = _edges_of(one.lines, furniture, one.height)
        if feet or heads:
            blocks.append(furniture_block([*feet, *heads], furniture))
        while waiting and waiting[0][0] <= one.number:
            blocks.append(waiting.pop(0)[1])
        if one.turned:
            blocks.append(turned_block(one.turned))
        feet = below
    blocks += [block for _, block in waiting]
    if feet:
        blocks.append(furniture_block(feet, furniture))
    return blocks, headline


def _edges_of(
    lines: Sequence[Line], furniture: Furniture, height: float
) -> tuple[list[Line], list[Line]]:
    """The furniture of a page: above, below."""
    edge = [line for line in lines if id(line) in furniture]
    edge.sort(key=lambda line: (round(line.base), line.left))
    return (
        [line for line in edge if line.base < height / 2],
        [line for line in edge if line.base >= height / 2],
    )


def _refuse_textless(read: PdfPages, name: str) -> None:
    if any(page.lines or page.turned for page in read.pages):
        return
    if read.broken:
        raise BrokenInput(f"{name} is damaged: none of its pages can be read; download it again")
    if read.textless:
        raise NoTextLayer(
            f"{name} holds pictures of text but no text (a scan); let a text recognition "
            "program (OCR) write a text layer into it, and add the result"
        )
    raise EmptyInput(f"{name}: its pages are blank")


def _notes(read: PdfPages) -> tuple[str, ...]:
    private = sum(is_private(c) for line in read.upright_lines for c in line.text)
    notes = []
    if read.textless:
        notes.append(f"pages-without-text: {_numbers(read.textless)}")
    if read.broken:
        notes.append(f"pages-not-readable: {_numbers(read.broken)}")
    if read.left_out:
        notes.append(f"pages-left-out: {read.left_out} (ONRECORD_LIMIT_PDF_PAGES)")
    if read.unmapped + private:
        notes.append(f"unknown-characters: {read.unmapped + private}")
    if read.outside:
        notes.append(f"characters-outside-of-the-page: {read.outside}")
    if read.tiny:
        notes.append(f"characters-too-small-to-see: {read.tiny}")
    return tuple(notes)


def _numbers(pages: Sequence[int]) -> str:
    shown = ", ".join(map(str, pages[:_MOST_NUMBERS]))
    more = len(pages) - _MOST_NUMBERS
    return f"{shown} and {more} more" if more > 0 else shown
