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
    plain_text,
    saved_html,
)
from onrecord.sources.items import Item, Source

SOURCES: tuple[Source, ...] = (
    folder.SOURCE,
    formats.SOURCE,
    saved_html.SOURCE,
    jsonl.SOURCE,
    json_document.SOURCE,
    csv_rows.SOURCE,
    plain_text.SOURCE,
)


def source_for(item: Item) -> Source:
    """The first source that accepts the item; `plain_text` accepts all but folders."""
    return next(source for source in SOURCES if source.accepts(item))
