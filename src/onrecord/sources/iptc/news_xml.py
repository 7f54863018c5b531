"""News items in XML: NewsML-G2, NITF and the first NewsML (IPTC).

A file that is one item is one article with the file's own bytes. A message with many
items is streamed; each item's bytes are its element in canonical form.
"""

from __future__ import annotations

import io
from collections.abc import Buffer, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from onrecord.errors import BrokenInput, InputError, TooLarge
from onrecord.settings import Limits
from onrecord.sources.container import Member, read_members
from onrecord.sources.iptc.news_xml_tree import (
    CONTAINERS,
    ITEMS,
    ROOTS,
    descendants,
    fitting_encoding,
    local,
    parse_news_xml,
    reason_of,
    root_name,
    standing_of,
    text_of,
)
from onrecord.sources.iptc.newsroom import StandingTally
from onrecord.sources.items import Item, Reading, Source, check_unchanged, read_all, too_large
from onrecord.sources.safe_xml import SAFE_XML
from onrecord.values.pages import MediaType, Page, Remark, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element


def _accepts(item: Item) -> bool:
    """By the name of the outermost element; other XML is left to others."""
    if item.is_folder:
        return False
    opening = item.opening()
    return opening.startswith("<") and root_name(opening) in ROOTS


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    if root_name(item.opening()) in CONTAINERS:
        yield from read_members(item, _members(item, reading), reading)
        return
    data = read_all(item, reading.limits.item_bytes)
    try:
        document = parse_news_xml(data)
    except BrokenInput as error:
        raise BrokenInput(f"{item.shown}: {error}") from error
    if document.damage is not None and not text_of(document.root):
        raise BrokenInput(f"{item.shown}: it is no well-formed XML: {document.damage}")
    standing, tally = standing_of(document.root), StandingTally(item.shown)
    if standing.is_aside:
        tally.aside(standing, item.shown)
    else:
        tally.kept(standing, item.shown)
        yield Page(
            data=data,
            media_type=MediaType.NEWS_XML,
            name=item.name,
            name_dates=item.name_dates,
        )
    yield from tally.remarks()
    if document.damage is not None:
        yield Remark(
            name=item.shown,
            severity=Severity.PARTIAL,
            reason=BrokenInput.reason,
            message=f"{item.shown} is damaged XML, what could be read was: {document.damage}",
        )


def _members(item: Item, reading: Reading) -> Iterator[Member]:
    """The items of a message, in order; what ends the reading early is its last member."""
    number = 0
    try:
        for member in _stream(item, reading):
            number = member.number
            yield member
    except InputError as error:
        yield Member(number=number + 1, fault=error)
    check_unchanged(item)


def _stream(item: Item, reading: Reading) -> Iterator[Member]:
    from lxml import etree  # noqa: PLC0415

    limits = reading.limits
    if item.size is not None and item.size > limits.container_bytes:
        setting = "ONRECORD_LIMIT_CONTAINER_BYTES"
        raise too_large(item.shown, item.size, limits.container_bytes, setting)
    with item.open() as raw:
        counted = _Counted(raw, item.shown, limits.container_bytes)
        parser = _parser(item, counted)
        walk = _ItemWalk(counted, limits.item_bytes)
        errors = _Errors(parser)
        done = 0
        try:
            for event, element in parser:
                if event == "start":
                    walk.enter(element)
                elif (member := walk.leave(element)) is not None:
                    if errors.found() and _fits(item, limits):
                        break
                    done = member.number
                    yield member
        except etree.XMLSyntaxError as error:
            raise BrokenInput(f"no XML that can be read further: {reason_of(error)}") from error
        broken = errors.found(finally_=True)
    if broken and _fits(item, limits):
        yield from _held(item, limits, after=done)
    elif broken:
        raise errors.error()


def _fits(item: Item, limits: Limits) -> bool:
    return item.size is not None and item.size <= limits.item_bytes


def _held(item: Item, limits: Limits, *, after: int) -> Iterator[Member]:
    """The items behind the first broken place: a document held whole is read on after it,
    where a stream ends."""
    document = parse_news_xml(read_all(item, limits.item_bytes))
    items = descendants(document.root, *ITEMS)
    for number, element in enumerate(filter(_is_outermost, items), 1):
        if number > after:
            yield _member(element, number)
    if document.damage is not None:
        raise BrokenInput(f"it is damaged XML, what could be read was: {document.damage}")


def _is_outermost(element: _Element) -> bool:
    around = next((one for one in element.iterancestors() if local(one) in ITEMS), None)
    return around is None or local(around) == local(element) == "newsItem"


def _parser(item: Item, stream: Any) -> Any:
    """Goes on after what is broken, so that one bad item does not cost the others."""
    from lxml import etree  # noqa: PLC0415

    events = ("start", "end")
    encoding, notes = fitting_encoding(item.head)
    if encoding is not None or notes:
        name = (encoding or "utf-8").replace("_", "-")
        try:
            return etree.iterparse(stream, events=events, recover=True, encoding=name, **SAFE_XML)
        except LookupError:
            pass
    return etree.iterparse(stream, events=events, recover=True, **SAFE_XML)


class _Errors:
    """The places that are no XML; entities that only an unread DTD knows are none of them."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self._asked = self._next = 0
        self._first: Any = None

    def found(self, *, finally_: bool = False) -> bool:
        """Whether there was one; asked less often the longer the list is that must be searched."""
        self._asked += 1
        if self._first is None and (finally_ or self._asked >= self._next):
            log = list(self._parser.error_log)
            self._next = self._asked + 1 + len(log) // 20
            self._first = next((one for one in log if "not defined" not in one.message), None)
        return self._first is not None

    def error(self) -> BrokenInput:
        """What the user is told."""
        line, message = self._first.line, reason_of(Exception(self._first.message))
        return BrokenInput(
            f"line {line:,} is no well-formed XML ({message}); what follows may be missing"
        )


@dataclass(slots=True)
class _OpenItem:
    """An item whose end was not met yet."""

    element: _Element
    name: str
    number: int
    begun: int
    """How many bytes had been taken when it began."""
    over: bool = False


class _ItemWalk:
    """Finds the items in a stream of elements and frees them when they are told.

    An item of NewsML-G2 stands in another one only where the end of that was broken.
    """

    def __init__(self, counted: _Counted, most: int) -> None:
        self._counted = counted
        self._most = most
        self._open: list[_OpenItem] = []
        self._number = 0

    def enter(self, element: _Element) -> None:
        """An element starts."""
        name = local(element)
        if name in ITEMS and (not self._open or name == "newsItem" == self._open[-1].name):
            self._number += 1
            self._open.append(_OpenItem(element, name, self._number, self._counted.taken))

    def leave(self, element: _Element) -> Member | None:
        """An element ends; a member where it is an item."""
        if not self._open:
            return None
        item = self._open[-1]
        # the parser reads ahead of the elements by less than one more item's size
        item.over = item.over or self._counted.taken - item.begun > 2 * self._most
        if element is not item.element:
            if item.over:
                _free(element)
            return None
        self._open.pop()
        member = self._member(item)
        if self._open:
            element.clear()
        else:
            _free(element)
        return member

    def _member(self, item: _OpenItem) -> Member:
        if item.over:
            error = TooLarge(
                f"item {item.number} has more than {self._most:,} bytes "
                "(raise the limit with ONRECORD_LIMIT_ITEM_BYTES)"
            )
            return Member(number=item.number, fault=error)
        return _member(item.element, item.number)


def _member(element: _Element, number: int) -> Member:
    return Member(
        number=number,
        data=_canonical(element),
        media_type=MediaType.NEWS_XML,
        standing=standing_of(element),
    )


def _canonical(element: _Element) -> bytes:
    from lxml import etree  # noqa: PLC0415

    # a copy has the namespaces of the elements around it; the element itself would lose them
    copied = deepcopy(element)
    copied.tail = None
    try:
        return etree.tostring(copied, method="c14n")
    except etree.LxmlError:  # entities or relative names of namespaces, which it does not allow
        return etree.tostring(element, encoding="utf-8", with_tail=False)


def _free(element: _Element) -> None:
    """Drops what an element holds and the elements before it, so that memory stays flat."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


class _Counted(io.RawIOBase):
    """A stream that knows how much was taken from it and stops at a limit."""

    def __init__(self, raw: BinaryIO, shown: str, most: int) -> None:
        self._raw = raw
        self._shown = shown
        self._limit = most
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer).cast("B")
        data = self._raw.read(len(view))
        view[: len(data)] = data
        self.taken += len(data)
        if self.taken > self._limit:
            raise too_large(self._shown, None, self._limit, "ONRECORD_LIMIT_CONTAINER_BYTES")
        return len(data)


SOURCE = Source("news-xml", _accepts, _pages)
