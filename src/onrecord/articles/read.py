"""From a page to an article. `read_article` conducts:

1. take the text and its segments out of the bytes, by a reader for each media type;
2. detect the language;
3. label every segment and cover the text with paragraphs;
4. read the fields: who, where, when published, by whom supplied.

A pure function of the page: it knows no other article, no clock and no disk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module

from onrecord.articles.evidence import Reading
from onrecord.articles.fields import find_fields
from onrecord.articles.html.reading import read_html_page
from onrecord.articles.language import article_language, is_english
from onrecord.articles.paragraphs import cover, label_text
from onrecord.articles.plain_reading import read_plain_page
from onrecord.articles.record_reading import read_record_page
from onrecord.lexicon.data_files import lexicon_digest
from onrecord.settings import Limits
from onrecord.values.article import Article
from onrecord.values.ids import article_id
from onrecord.values.pages import MediaType, Page
from onrecord.values.vocabulary import Role

VERSION = "1"
"""Version of this stage: results of another one are stale."""


def stage_version() -> str:
    """Version of the stage with the digest of the words that it goes by."""
    return f"{VERSION}.{lexicon_digest()}"


_COMMON = {
    MediaType.PLAIN: read_plain_page,
    MediaType.HTML: read_html_page,
    MediaType.RECORD: read_record_page,
}
_SELDOM = {
    MediaType.PDF: ("pdf.reading", "read_pdf_page"),
    MediaType.DOCX: ("documents.docx_reading", "read_docx_page"),
    MediaType.RTF: ("documents.rtf_reading", "read_rtf_page"),
    MediaType.MAIL: ("mail.reading", "read_mail_page"),
    MediaType.NEWS_XML: ("iptc.news_xml_reading", "read_news_xml_page"),
}
"""Readers that are loaded when a page of their kind comes: module and function."""


def _reader(media_type: MediaType) -> Callable[[Page, Limits], Reading]:
    if media_type in _COMMON:
        return _COMMON[media_type]
    module, name = _SELDOM[media_type]
    reader: Callable[[Page, Limits], Reading] = getattr(
        import_module(f"onrecord.articles.{module}"), name
    )
    return reader


def read_article(page: Page, *, limits: Limits | None = None) -> Article:
    """The article on a page.

    Raises:
        InputError: the bytes hold no article's text; the message says why.
    """
    # 1. text and segments
    reading: Reading = _reader(page.media_type)(page, limits or Limits())
    # 2. language
    language = article_language(reading.text)
    # 3. roles
    header = {line.segment: line for line in reading.header}
    flow = [s for n, s in enumerate(reading.segments) if n not in header and not s.outside]
    title = next((line.value for line in reading.header if line.field == "headline"), None)
    labelled = [
        (reading.segments[n].start, reading.segments[n].end, line.role, "header-line")
        for n, line in header.items()
    ]
    labelled += [
        (s.start, s.end, s.markup_role or Role.RESIDUE, s.markup_why)
        for s in reading.segments
        if s.outside
    ]
    labelled += label_text(
        flow,
        title=title or reading.metadata.headline,
        english=is_english(language),
        titled=title is not None,
    )
    paragraphs = cover(reading.text, sorted(labelled))
    # 4. fields
    fields = find_fields(page, reading, paragraphs)
    return Article(
        id=article_id(page.data, page.given),
        name=page.name,
        media_type=page.media_type.value,
        sha256=hashlib.sha256(page.data).hexdigest(),
        text=reading.text,
        paragraphs=paragraphs,
        language=language,
        headline=fields.headline,
        dek=fields.dek,
        bylines=fields.bylines,
        outlet=fields.outlet,
        agency=fields.agency,
        dateline_place=fields.dateline_place,
        address=fields.address,
        published=fields.published,
        updated=fields.updated,
        notes=reading.notes,
    )
