"""A mailbox in one file (mbox): its mails, one after another.

The file is read in chunks and parted at lines that are a `From ` line by their form (a time
of day in it) and have a header under them, so that `From ` at the start of a sentence parts
nothing, whether the mailbox escapes it or not. The bytes of a mail are those between two such
lines, without the empty line that belongs to the mailbox; `>From ` stays as it is and is read
as `From ` where it is no quotation.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.errors import EmptyInput, InputError, TooLarge
from onrecord.sources.container import MOST_FAULTS
from onrecord.sources.items import HEAD_BYTES, Item, Reading, Source, check_unchanged, too_large
from onrecord.sources.mails.mail import header_of, is_mail
from onrecord.values.pages import Page, Remark, Severity

_CHUNK = 1_048_576
_FIRST = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*From (?P<rest>[^\r\n]{1,300})\r?\n(?:[!-9;-~]{1,100}:|>From )"
)
_TIME = re.compile(rb"\d{1,2}:\d\d")
_NEXT = re.compile(
    rb"\r?\nFrom [^\r\n]{0,200}\d{1,2}:\d\d[^\r\n]{0,60}(?:\r?\n)(?=[!-9;-~]{1,100}:|>From )"
)
_LONGEST = 512
"""Bytes that the longest line between two mails and the beginning of the next may have."""
_FIELDS = frozenset({"from", "to", "subject", "date", "message-id", "received", "return-path"})


@dataclass(frozen=True, slots=True)
class _Message:
    number: int
    data: bytes | None
    """None for a mail over the limit, which was passed over."""


def _accepts(item: Item) -> bool:
    if item.is_folder or item.suffix == ".eml" or not (first := _FIRST.match(item.head)):
        return False
    headers = header_of(item)
    fields = {name for name, _ in headers.fields}
    return is_mail(headers) or bool(_TIME.search(first["rest"]) and fields & _FIELDS)


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """A mail at a time, opened like a file of its own; what went wrong is told with restraint."""
    limits = reading.limits
    tally = _MailTally(item)
    for message in _messages(item, reading):
        if message.number > limits.container_items:
            yield tally.stopped(limits.container_items)
            break
        if message.data is None:
            name = f"{item.shown}#{message.number}"
            setting = "ONRECORD_LIMIT_ITEM_BYTES"
            yield from tally.fault(name, too_large(name, None, limits.item_bytes, setting))
            continue
        tally.begin(message.number)
        for found in reading.open_item(_member(item, message.number, message.data)):
            if isinstance(found, Page):
                tally.pages += 1
                yield found
            else:
                yield from tally.remark(found)
    yield from tally.close()


def _member(item: Item, number: int, data: bytes) -> Item:
    return Item(
        name=f"{item.name}#{number}",
        shown=f"{item.shown}#{number}",
        size=len(data),
        head=data[:HEAD_BYTES],
        open=lambda: io.BytesIO(data),
        stated_type="message/rfc822",
        archived=item.archived,
        depth=item.depth + 1,
    )


def _messages(item: Item, reading: Reading) -> Iterator[_Message]:
    """The mails of a mailbox; only one of them is held.

    Raises:
        TooLarge: the mailbox is over `container_bytes`.
        UnreachableInput: it changed while it was read, after the last mail.
    """
    limits = reading.limits
    setting = "ONRECORD_LIMIT_CONTAINER_BYTES"
    if item.size is not None and item.size > limits.container_bytes:
        raise too_large(item.shown, item.size, limits.container_bytes, setting)
    with item.open() as stream:
        yield from _parted(stream, limits.item_bytes, limits.container_bytes, item.shown)
    check_unchanged(item)


def _parted(stream: BinaryIO, most: int, total: int, shown: str) -> Iterator[_Message]:
    """The stretches between the lines that part the mails."""
    held = bytearray(b"\n")
    taken = number = 0
    searched = 0
    begun = passed_over = False
    while chunk := stream.read(_CHUNK):
        taken += len(chunk)
        first = chunk.removeprefix(b"\xef\xbb\xbf").lstrip()
        held += first if not begun and taken == len(chunk) else chunk
        start = 0
        if not begun:
            start = held.find(b"\n", 1) + 1
            begun = start > 0
        for line in _NEXT.finditer(held, max(searched, start)):
            number += 1
            yield _Message(number, None if passed_over else _whole(held, start, line.start(), most))
            start, passed_over = line.end(), False
        if passed_over or len(held) - start > most + 2 * _LONGEST:
            passed_over = True
            start = max(start, len(held) - _LONGEST)
        del held[:start]
        searched = max(0, len(held) - _LONGEST)
        if taken > total:
            raise too_large(shown, None, total, "ONRECORD_LIMIT_CONTAINER_BYTES")
    if begun:
        yield _Message(
            number + 1, None if passed_over else _whole(held, 0, len(held), most, last=True)
        )


def _whole(held: bytearray, start: int, end: int, most: int, *, last: bool = False) -> bytes | None:
    """One mail, ending in a line break, without the empty line after it; None over the limit."""
    if end - start > most:
        return None
    data = bytes(held[start:end])
    if last:  # elsewhere the search for the next line has taken it
        data = data.removesuffix(b"\n").removesuffix(b"\r")
    return data if data.endswith(b"\n") else data + b"\n"


class _MailTally:
    """What came out of one mailbox so far."""

    def __init__(self, item: Item) -> None:
        self._item = item
        self.pages = 0
        self._number = 0
        self._faults = 0
        self._textless: list[int] = []
        self._notes: Counter[str] = Counter()

    def begin(self, number: int) -> None:
        self._number = number

    def remark(self, found: Remark) -> Iterator[Remark]:
        """A remark on a mail or on what lies in it: told, counted, or kept for the end."""
        own = found.name == f"{self._item.shown}#{self._number}"
        if own and found.reason == EmptyInput.reason and found.severity is Severity.FAILED:
            self._textless.append(self._number)
        elif found.severity is Severity.NOTE:
            self._notes[found.reason] += 1
            if self._notes[found.reason] <= MOST_FAULTS:
                yield found
        else:
            yield from self._fault(found.name, found.reason, found.message)

    def fault(self, name: str, error: InputError) -> Iterator[Remark]:
        yield from self._fault(name, error.reason, str(error))

    def _fault(self, name: str, reason: str, message: str) -> Iterator[Remark]:
        self._faults += 1
        if self._faults <= MOST_FAULTS:
            yield Remark(name=name, severity=Severity.PARTIAL, reason=reason, message=message)

    def stopped(self, limit: int) -> Remark:
        return self._remark(
            Severity.PARTIAL,
            TooLarge.reason,
            f"{self._item.shown} holds more than {limit:,} mails; the first {limit:,} were "
            "read (raise the limit with ONRECORD_LIMIT_CONTAINER_ITEMS)",
        )

    def close(self) -> Iterator[Remark]:
        """What was only counted, and whether anything was read at all."""
        shown = self._item.shown
        for reason, count in sorted(self._notes.items()):
            if count > MOST_FAULTS:
                text = f"{shown}: {count - MOST_FAULTS:,} more notes of the kind {reason}"
                yield self._remark(Severity.NOTE, reason, text)
        if self._faults > MOST_FAULTS:
            text = f"{self._faults - MOST_FAULTS:,} more of {shown} could not be read"
            yield self._remark(Severity.PARTIAL, "more-faults", text)
        if self._textless:
            severity = Severity.NOTE if self.pages else Severity.FAILED
            first = ", ".join(f"#{number}" for number in self._textless[:MOST_FAULTS])
            more = ", ..." if len(self._textless) > MOST_FAULTS else ""
            text = f"{shown}: {len(self._textless):,} mails without any text ({first}{more})"
            yield self._remark(severity, EmptyInput.reason, text)
        elif not self.pages and self._faults:
            yield self._remark(Severity.FAILED, "broken", f"{shown}: nothing in it could be read")

    def _remark(self, severity: Severity, reason: str, message: str) -> Remark:
        return Remark(name=self._item.shown, severity=severity, reason=reason, message=message)


SOURCE = Source("mbox", _accepts, _pages)
