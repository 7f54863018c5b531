"""A document in rich text format (RTF): its paragraphs in order."""

from __future__ import annotations

from onrecord.articles.documents.paragraph_blocks import read_paragraphs
from onrecord.articles.evidence import Reading
from onrecord.settings import Limits
from onrecord.sources.documents.document_paragraphs import refuse_wordless
from onrecord.sources.documents.rtf_lines import read_rtf
from onrecord.values.pages import Page


def read_rtf_page(page: Page, _: Limits) -> Reading:
    """The reading of a rich text document.

    Raises:
        EmptyInput, NoTextLayer: there is no word in it.
        BrokenInput: it is no rich text, or groups lie in groups without end.
    """
    document = read_rtf(page.data, page.name)
    refuse_wordless(document, page.name)
    return read_paragraphs(document, "rtf")
