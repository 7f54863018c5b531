"""Plain text: one article a file, its bytes as they are. Reads what no other source took."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import NotText
from onrecord.sources.items import Item, Reading, Source, read_all
from onrecord.sources.whole_text import as_stated, recoded, refuse_empty
from onrecord.text.decoding import looks_like_text
from onrecord.values.pages import MediaType, Page, Remark


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    if not looks_like_text(item.head):
        raise NotText(f"{item.shown} holds no text, whatever its name says")
    data = read_all(item, reading.limits.item_bytes)
    if not looks_like_text(data):
        raise NotText(f"{item.shown} begins as text but holds something else")
    refuse_empty(item, data)
    if item.charset is not None and reading.options.encoding is None:
        data = as_stated(data, item.charset)
    data, remarks = recoded(item, data, reading.options.encoding)
    yield Page(data=data, media_type=MediaType.PLAIN, name=item.name, name_dates=item.name_dates)
    yield from remarks


SOURCE = Source("plain-text", lambda item: not item.is_folder, _pages)
