"""JSON Feed: one JSON document with a list of entries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from onrecord.errors import BrokenInput, TooLarge
from onrecord.sources.feeds.feed_entries import Entry, FeedHead, judge
from onrecord.sources.feeds.feed_outlet import is_foreign, publication
from onrecord.sources.items import Item, Reading, read_all
from onrecord.sources.json_document import HELD_WHOLE
from onrecord.sources.record_fields import parse_json
from onrecord.text.decoding import decode
from onrecord.text.markup import line_of_markup

_VERSION = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_ITEMS = re.compile(r'"items"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


def is_json_feed(opening: str) -> bool:
    """Whether a document that begins so says that it is a JSON Feed."""
    return opening.startswith("{") and _VERSION.search(opening) is not None


class JsonFeed:
    """A JSON Feed that was read; `whole` tells whether its end is there."""

    def __init__(self, item: Item, reading: Reading) -> None:
        """Raises InputError where it is too large or no entry of it can be read."""
        data = _read(item, reading)
        try:
            document = parse_json(data)
            self.whole = True
        except BrokenInput:
            document = _salvaged(decode(data).text)
            self.whole = False
            if not document["items"]:
                raise
        feed = document if isinstance(document, dict) else {}
        items = feed.get("items")
        self._items: list[object] = items if isinstance(items, list) else []
        self.head = _head(feed, item.given.address)

    def entries(self) -> Iterator[Entry | BrokenInput]:
        """Each entry, judged, or why it is none."""
        for value in self._items:
            if isinstance(value, dict):
                yield _entry(value, self.head)
            else:
                yield BrokenInput("it is no JSON object")


def _read(item: Item, reading: Reading) -> bytes:
    try:
        return read_all(item, HELD_WHOLE * reading.limits.item_bytes)
    except TooLarge as error:
        raise TooLarge(f"{error}; a JSON Feed is held whole") from error


def _salvaged(text: str) -> dict[str, object]:
    """The entries that are whole in a document that is cut off or broken."""
    items: list[object] = []
    document: dict[str, object] = {"items": items}
    begin = _ITEMS.search(text)
    if begin is None:
        return document
    try:
        before = json.loads(text[: begin.start()].rstrip().rstrip(",") + "}", strict=False)
        document |= before if isinstance(before, dict) else {}
    except (ValueError, RecursionError):
        pass
    decoder = json.JSONDecoder(strict=False)
    position = begin.end()
    while True:
        gap = _BETWEEN.match(text, position)
        try:
            value, position = decoder.raw_decode(text, gap.end() if gap else position)
        except (ValueError, RecursionError):
            return document | {"items": items}
        items.append(value)


def _head(feed: Mapping[str, object], fetched: str | None) -> FeedHead:
    address = _text(feed, "home_page_url") or fetched or _text(feed, "feed_url")
    title = line_of_markup(_text(feed, "title") or "")
    return FeedHead(
        outlet=publication(title, address=address, rights=None),
        address=address,
        language=_text(feed, "language"),
        authors=_authors(feed),
    )


def _entry(value: Mapping[str, object], head: FeedHead) -> Entry:
    address = _text(value, "url") or _text(value, "external_url")
    published, updated = _text(value, "date_published"), _text(value, "date_modified")
    own = not is_foreign(address, head.address)
    outlet = head.outlet if own else None
    tags = value.get("tags")
    fields: dict[str, object] = {
        "id": str(value["id"]) if isinstance(value.get("id"), str | int) else None,
        "title": line_of_markup(_text(value, "title") or ""),
        "address": address,
        "published": published or updated,
        "updated": updated,
        "authors": [
            name for name in _authors(value) or (head.authors if own else ()) if name != outlet
        ],
        "outlet": outlet,
        "language": _text(value, "language") or head.language,
        "tags": [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else [],
    }
    content = _text(value, "content_html") or _text(value, "content_text") or ""
    return judge(fields, content, _text(value, "summary") or "", media=_is_media(value))


def _text(value: Mapping[str, object], key: str) -> str | None:
    found = value.get(key)
    return found if isinstance(found, str) and found.strip() else None


def _authors(value: Mapping[str, object]) -> tuple[str, ...]:
    """The names in `authors`, or in the `author` of version 1."""
    listed = value.get("authors")
    people = listed if isinstance(listed, list) else [value.get("author")]
    names = (_text(person, "name") for person in people if isinstance(person, dict))
    return tuple(dict.fromkeys(line_of_markup(name) for name in names if name))


def _is_media(value: Mapping[str, object]) -> bool:
    attached = value.get("attachments")
    return isinstance(attached, list) and any(
        isinstance(one, dict) and str(one.get("mime_type")).lower().startswith(("audio", "video"))
        for one in attached
    )
