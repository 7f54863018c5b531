"""Web pages saved as one file (MHTML): the page, at the address that the file states."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import UnknownFormat
from onrecord.sources.items import Item, Reading, Source
from onrecord.values.pages import Page, Remark


def _accepts(item: Item) -> bool:
    return False


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    raise UnknownFormat(item.shown)
    yield


SOURCE = Source("mhtml", _accepts, _pages)
