"""Saved web pages: one article a file, its bytes as they are; the page names its own charset."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.errors import NotText
from onrecord.sources.items import Item, Reading, Source, read_all
from onrecord.sources.whole_text import as_stated
from onrecord.text.decoding import looks_like_text
from onrecord.values.pages import MediaType, Page, Remark

_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_BEGINS = re.compile(
    r"(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|h1|p)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(?:!doctype|/?[a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)


def _accepts(item: Item) -> bool:
    """By its beginning; a name alone is believed only where there is a tag at all."""
    if item.is_folder:
        return False
    opening = item.opening()
    named = item.suffix in _SUFFIXES or item.stated_type in _TYPES
    return bool(_BEGINS.match(opening) or (named and _TAG.search(opening)))


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    if not looks_like_text(item.head):
        raise NotText(f"{item.shown} holds no text, whatever its name says")
    data = read_all(item, reading.limits.item_bytes)
    if item.charset is not None:
        data = as_stated(data, item.charset)
    yield Page(data=data, media_type=MediaType.HTML, name=item.name, name_dates=item.name_dates)


SOURCE = Source("saved-html", _accepts, _pages)
