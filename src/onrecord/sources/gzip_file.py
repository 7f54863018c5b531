"""One file compressed with gzip."""

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


SOURCE = Source("gzip-file", _accepts, _pages)
