"""A record of fields (a row, a line, an entry): title, blank line, body."""

from __future__ import annotations

import re

from onrecord.articles.evidence import Metadata, Reading
from onrecord.articles.html_reading import html_to_text
from onrecord.articles.lines import split_lines
from onrecord.errors import EmptyInput
from onrecord.settings import Limits
from onrecord.sources.record_fields import read_record
from onrecord.values.pages import Page

_MARKUP = re.compile(r"</?(?:p|div|br|span|a|h[1-6]|ul|li|strong|em|blockquote)\b[^>]*>", re.I)


def read_record_page(page: Page, limits: Limits) -> Reading:
    """The reading of one record.

    Raises:
        EmptyInput: the record has no text.
        BrokenInput: the record is no object.
    """
    record = read_record(page.data)
    body = (record.text or "").replace("\r\n", "\n")
    notes: tuple[str, ...] = ()
    if len(_MARKUP.findall(body)) >= 2:
        body, notes = html_to_text(body, limits), ("markup-removed",)
    title = " ".join((record.title or "").split())
    if not body.strip():
        raise EmptyInput(f"{page.name}: the record has no text")
    folded = " ".join(body.split()).casefold()
    text = body if not title or folded.startswith(title.casefold()) else f"{title}\n\n{body}"
    return Reading(
        text=text,
        segments=tuple(split_lines(text)),
        metadata=Metadata(
            headline=title or None,
            dek=record.dek,
            authors=record.authors,
            outlet=record.outlet,
            published=record.published,
            updated=record.updated,
            address=record.address,
            language=record.language,
            source="record",
        ),
        notes=notes,
    )
