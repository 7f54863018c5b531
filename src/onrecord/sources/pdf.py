"""PDF: one article a file, its bytes as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.sources.items import Item, Reading, Source, read_all
from onrecord.values.pages import MediaType, Page, Remark

_BEGINS = re.compile(rb"\s{0,64}(?:\xef\xbb\xbf)?\s{0,64}%PDF-")
_HEADER_REACH = 1_024
"""Bytes in which the header may stand; PDF readers look as far."""


def _accepts(item: Item) -> bool:
    """By its header; junk before it is believed only where name or server say that it is one."""
    if item.is_folder:
        return False
    if _BEGINS.match(item.head):
        return True
    stated = item.suffix == ".pdf" or item.stated_type in {"application/pdf", "application/x-pdf"}
    return stated and b"%PDF-" in item.head[:_HEADER_REACH]


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    data = read_all(item, reading.limits.item_bytes)
    yield Page(data=data, media_type=MediaType.PDF, name=item.name, name_dates=item.name_dates)


SOURCE = Source("pdf", _accepts, _pages)
