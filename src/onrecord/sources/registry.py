"""The kinds of input, in the order in which they are asked.

A new kind is one file with its `SOURCE` and one entry here, before `formats`, which
refuses what is known and not read; `plain_text` takes what is left.
"""

from __future__ import annotations

from onrecord.sources import (
    csv_rows,
    folder,
    formats,
    json_document,
    jsonl,
    pdf,
    plain_text,
    saved_html,
)
from onrecord.sources.archives import gzip_file, wacz, warc, zip_archive
from onrecord.sources.documents import docx, rtf
from onrecord.sources.exports import article_export
from onrecord.sources.feeds import feed
from onrecord.sources.iptc import news_xml, ninjs
from onrecord.sources.items import Item, Source
from onrecord.sources.mails import mail, mbox, mhtml

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
