"""The kinds of input, in the order in which they are asked.

A new kind is one file with its `SOURCE` and one entry here, before `formats`, which
refuses what is known and not read; `plain_text` takes what is left.
"""

from __future__ import annotations

from onrecord.sources import (
    article_export,
    csv_rows,
    docx,
    feed,
    folder,
    formats,
    gzip_file,
    json_document,
    jsonl,
    mail,
    mbox,
    mhtml,
    news_xml,
    ninjs,
    pdf,
    plain_text,
    rtf,
    saved_html,
    wacz,
    warc,
    zip_archive,
)
from onrecord.sources.items import Item, Source

SOURCES: tuple[Source, ...] = (
    folder.SOURCE,
    # by their first bytes
    pdf.SOURCE,
    docx.SOURCE,
    wacz.SOURCE,
    zip_archive.SOURCE,
    warc.SOURCE,
    gzip_file.SOURCE,
    rtf.SOURCE,
    # texts with a form of their own
    feed.SOURCE,
    news_xml.SOURCE,
    mhtml.SOURCE,
    mbox.SOURCE,
    mail.SOURCE,
    formats.SOURCE,
    saved_html.SOURCE,
    ninjs.SOURCE,
    jsonl.SOURCE,
    json_document.SOURCE,
    csv_rows.SOURCE,
    article_export.SOURCE,
    plain_text.SOURCE,
)


def source_for(item: Item) -> Source:
    """The first source that accepts the item; `plain_text` accepts all but folders."""
    return next(source for source in SOURCES if source.accepts(item))
