"""Feeds (RSS 0.9 to 2.0, Atom, JSON Feed): an article an entry that holds its full text.

What holds only a summary is no article: it is told, and its page is fetched where the feed
came from an address or the user wishes it.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.errors import BrokenInput, EmptyInput, InputError
from onrecord.sources.container import Member, read_members, to_json
from onrecord.sources.feeds.feed_entries import Entry, FeedHead, Kind, read_entry, read_head
from onrecord.sources.feeds.feed_stream import Part, read_pieces
from onrecord.sources.feeds.feed_xml import Frame, find_frame, find_root, parse_entry, parse_head
from onrecord.sources.feeds.json_feed import JsonFeed, is_json_feed
from onrecord.sources.items import Item, Reading, Source, too_large
from onrecord.sources.lines import LineDecoder
from onrecord.values.pages import Page, Remark, Severity

SUMMARY_ONLY = "summary-only"
NO_ARTICLE = "no-article"


def _accepts(item: Item) -> bool:
    if item.is_folder:
        return False
    opening = item.opening()
    return is_json_feed(opening) or _root(opening) is not None


def _root(opening: str) -> tuple[str, bool] | None:
    """The name of the feed's root element, and whether all of it is escaped; None for others."""
    escaped = opening.startswith("&lt;")
    name = find_root(html.unescape(opening) if escaped else opening)
    return None if name is None else (name, escaped)


@dataclass(slots=True)
class _Seen:
    """What was met in a feed besides articles."""

    entries: int = 0
    leads: list[int] = field(default_factory=list)
    """Numbers of the entries that only lead to an article."""
    addresses: dict[str, None] = field(default_factory=dict)
    """Where they lead, as far as they are to be followed."""
    others: int = 0
    complete: bool = False
    """Whether the entries were gone through to the last."""
    ended: bool = False
    """Whether the feed's end was met, or it was told already that it is cut off."""


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """1. an article for each entry that holds one; 2. what was left; 3. the pages it leads to."""
    seen = _Seen()
    decoder = LineDecoder(item.head)
    follow = _follows(item, reading)
    pages = 0
    # 1. articles
    for found in read_members(item, _members(item, reading, seen, decoder, follow), reading):
        pages += isinstance(found, Page)
        if not isinstance(found, Remark) or found.reason != EmptyInput.reason:
            yield found
    # 2. what was left
    yield from _told(item, seen, decoder, pages, follow=follow)
    # 3. pages
    if seen.addresses:
        from onrecord.sources.web.address import open_linked  # noqa: PLC0415

        for address in seen.addresses:
            if pages >= reading.limits.container_items:
                break
            for found in open_linked(address, reading, depth=item.depth + 1):
                pages += isinstance(found, Page)
                yield found


def _follows(item: Item, reading: Reading) -> bool:
    """Whether the pages are fetched that entries lead to: one step, and from no archive unasked."""
    if reading.fetcher is not None and reading.fetcher.following:
        return False
    return item.fetched if reading.options.follow is None else reading.options.follow


def _members(
    item: Item, reading: Reading, seen: _Seen, decoder: LineDecoder, follow: bool
) -> Iterator[Member]:
    if is_json_feed(item.opening()):
        feed = JsonFeed(item, reading)
        entries: Iterator[Entry | InputError] = feed.entries()
        seen.ended = feed.whole
    else:
        entries = _entries(item, reading, seen, decoder)
    for entry in entries:
        seen.entries += 1
        number = seen.entries
        if isinstance(entry, InputError):
            yield Member(number=number, fault=entry)
        elif entry.kind is Kind.ARTICLE:
            yield Member(number=number, record=entry.record, data=to_json(entry.record))
        elif entry.kind is Kind.OTHER:
            seen.others += 1
        elif follow and entry.address and len(seen.addresses) < reading.limits.container_items:
            seen.addresses[entry.address] = None
        else:
            seen.leads.append(number)
    seen.complete = True


def _entries(
    item: Item, reading: Reading, seen: _Seen, decoder: LineDecoder
) -> Iterator[Entry | InputError]:
    """Each entry of an XML feed, judged, or why it could not be read."""
    root, escaped = _root(item.opening()) or ("rss", False)
    frame, head = Frame(), FeedHead()
    number = 0
    seen.ended = root.rsplit(":", 1)[-1] == "entry"  # alone, without a feed around it
    for piece in read_pieces(item, reading, root=root, escaped=escaped):
        if piece.part is Part.HEAD:
            text = decoder(piece.data)
            frame = find_frame(text, root)
            head = read_head(parse_head(text, frame), item.given.address)
            continue
        if piece.part is Part.END:
            seen.ended = True
            continue
        number += 1
        if piece.part is Part.TOO_LARGE:
            limit = reading.limits.item_bytes
            yield too_large(f"{item.shown}#{number}", None, limit, "ONRECORD_LIMIT_ITEM_BYTES")
        elif piece.part is Part.CUT:
            seen.ended = True
            yield BrokenInput(f"entry {number} is cut off: {item.shown} ends in the middle of it")
        else:
            try:
                yield read_entry(parse_entry(decoder(piece.data), frame), head)
            except BrokenInput as error:
                yield BrokenInput(f"entry {number}: {error}")


def _told(
    item: Item, seen: _Seen, decoder: LineDecoder, pages: int, *, follow: bool
) -> Iterator[Remark]:
    """What the user must know of a feed besides its articles and broken entries."""
    shown = item.shown
    followed = bool(seen.addresses)
    if not seen.entries:
        if not seen.ended:
            raise BrokenInput(f"{shown} is cut off before its first entry")
        raise EmptyInput(f"{shown} holds no article: it has no entries")
    if seen.leads:
        text = f"{shown}: {len(seen.leads):,} of {seen.entries:,} entries hold only a headline or "
        text += f"summary, the first is #{seen.leads[0]}; "
        text += (
            "they name no page to fetch"
            if follow
            else "to fetch the pages that they lead to, add it with --follow"
        )
        severity = Severity.PARTIAL if pages or followed else Severity.FAILED
        yield _remark(item, severity, SUMMARY_ONLY, text)
    if seen.others:
        text = f"{shown}: {seen.others:,} of {seen.entries:,} entries were left aside, they hold "
        text += "no article: sound, films, pictures, drafts or nothing"
        alone = not (pages or followed or seen.leads)
        yield _remark(item, Severity.FAILED if alone else Severity.NOTE, NO_ARTICLE, text)
    if seen.complete and not seen.ended and (pages or followed):
        text = f"{shown} ends before its end tag, after entry {seen.entries:,}; "
        text += "what came after that is missing"
        yield _remark(item, Severity.PARTIAL, BrokenInput.reason, text)
    if decoder.guessed is not None:
        text = f"{shown} was read as {decoder.guessed}; "
        text += f"{decoder.undecodable} bytes could not be decoded"
        yield _remark(item, Severity.NOTE, "encoding-guessed", text)


def _remark(item: Item, severity: Severity, reason: str, message: str) -> Remark:
    return Remark(name=item.shown, severity=severity, reason=reason, message=message)


SOURCE = Source("feed", _accepts, _pages)
