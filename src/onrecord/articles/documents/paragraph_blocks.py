"""Paragraphs of a word processor's document as blocks of an article."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.block_reading import DocumentBlock, read_document
from onrecord.articles.evidence import Metadata, Reading
from onrecord.sources.documents.document_paragraphs import (
    Document,
    DocumentParagraph,
    Place,
    Style,
    join_cells,
)
from onrecord.values.vocabulary import Role

_HEAD = 12
"""Paragraphs at the top among which the headline stands."""
_RUNNING_WORDS = 30
"""Words that make a paragraph running text, before which a lone heading is the headline."""


def read_paragraphs(document: Document, source: str) -> Reading:
    """The reading of a document; `source` says in `why` where its fields were read.

    The properties of a document are often the template's or the typist's: its title counts
    only where the same words stand at the top of the text, its author and days never.
    """
    paragraphs = join_cells(document.paragraphs)
    headline = _headline(paragraphs)
    blocks = [_block(paragraph, paragraph is headline) for paragraph in paragraphs]
    title = headline.text if headline else _title_in_text(document.title, paragraphs)
    return read_document(
        blocks, metadata=Metadata(headline=title, source=source), notes=document.notes
    )


def _block(paragraph: DocumentParagraph, is_headline: bool) -> DocumentBlock:
    role, why = _stated_role(paragraph, is_headline)
    return DocumentBlock(text=paragraph.text, tag=paragraph.tag, role=role, why=why)


def _stated_role(paragraph: DocumentParagraph, is_headline: bool) -> tuple[Role | None, str]:
    if is_headline:
        return Role.HEADLINE, f"style: {paragraph.style or 'heading 1'}"
    if paragraph.place is Place.MARGIN:
        return Role.RESIDUE, "header-or-footer-of-the-pages"
    if paragraph.place is Place.CONTENTS:
        return Role.RESIDUE, "style: table of contents"
    if paragraph.style is Style.CAPTION:
        return Role.CAPTION, "style: caption"
    return None, ""


def _headline(paragraphs: Sequence[DocumentParagraph]) -> DocumentParagraph | None:
    """The paragraph that its style makes the headline; None where styles leave it open.

    A title right over a first heading may be the name of the paper or of a collection.
    """
    head = _top(paragraphs)
    titles = [p for p in head if p.style is Style.TITLE]
    headings = [p for p in head if p.tag == "h1" and p.style is None]
    if len(titles) == 1 and not headings:
        return titles[0]
    return headings[0] if len(headings) == 1 and not titles else None


def _top(paragraphs: Sequence[DocumentParagraph]) -> list[DocumentParagraph]:
    """The paragraphs before the first one of running text."""
    top: list[DocumentParagraph] = []
    for paragraph in paragraphs[:_HEAD]:
        if paragraph.tag is None and len(paragraph.text.split()) >= _RUNNING_WORDS:
            break
        if paragraph.place is Place.TEXT:
            top.append(paragraph)
    return top


def _title_in_text(title: str | None, paragraphs: Sequence[DocumentParagraph]) -> str | None:
    wanted = _folded(title or "")
    if not wanted:
        return None
    return next((p.text for p in paragraphs[:_HEAD] if _folded(p.text) == wanted), None)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
