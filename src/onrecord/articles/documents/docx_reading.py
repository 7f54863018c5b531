"""A Word document (DOCX): its paragraphs and tables in order."""

from __future__ import annotations

from onrecord.articles.documents.paragraph_blocks import read_paragraphs
from onrecord.articles.evidence import Reading
from onrecord.settings import Limits
from onrecord.sources.documents.document_paragraphs import refuse_wordless
from onrecord.sources.documents.docx_paragraphs import read_docx
from onrecord.values.pages import Page


def read_docx_page(page: Page, limits: Limits) -> Reading:
    """The reading of a Word document.

    Raises:
        EmptyInput, NoTextLayer: there is no word in it.
        BrokenInput, TooLarge, EncryptedInput: it cannot be read; the message says why.
    """
    document = read_docx(page.data, page.name, limits)
    refuse_wordless(document, page.name)
    return read_paragraphs(document, "docx")
