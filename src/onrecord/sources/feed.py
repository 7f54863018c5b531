"""Feeds (RSS, Atom): an article an entry that holds its full text."""

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


SOURCE = Source("feed", _accepts, _pages)
