"""One file compressed with gzip: what it unpacks to, read as if it lay there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from onrecord.errors import BrokenInput
from onrecord.sources.archives.decompress import GZIP_MAGIC, Damaged, Gunzip
from onrecord.sources.archives.unpacking import SparingReader, counted, too_deep
from onrecord.sources.items import HEAD_BYTES, Item, Reading, Rejoined, Source
from onrecord.values.pages import Page, Remark, Severity

_SUFFIXES = {".gz": "", ".gzip": "", ".tgz": ".tar"}


def _accepts(item: Item) -> bool:
    return not item.is_folder and item.head.startswith(GZIP_MAGIC)


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """1. the first bytes, which say what it is; 2. its pages; 3. whether an end was missing."""
    if item.depth >= reading.limits.archive_depth:
        raise too_deep(item.shown, reading.limits)
    packed = _Packed(item, reading)
    stream = packed.open()
    head = stream.read(HEAD_BYTES)
    if packed.last.cut and not head.strip():
        raise BrokenInput(f"{item.shown} is cut off before its first word; fetch it again")
    streams = [stream]

    def opened() -> BinaryIO:
        # Standard input can be read once only: the stream that gave the head goes on.
        return SparingReader(Rejoined(head, streams.pop())) if streams else packed.open()

    names = (*item.known_as, item.name)
    inner = Item(
        name=_without_suffix(item.name),
        shown=item.shown,
        head=head,
        open=opened,
        known_as=(*item.known_as, *(_without_suffix(name) for name in names)),
        name_dates=item.name_dates,
        given=item.given,
        charset=item.charset,
        archived=item.archived,
        depth=item.depth + 1,
    )
    yield from reading.open_item(inner)
    for unused in streams:
        unused.close()
    if packed.last.cut:
        text = f"{item.shown} is cut off; what came before is kept. Fetch it again, and add that"
        yield _remark(item, Severity.PARTIAL, "broken", text)
    if packed.last.junk:
        text = f"{item.shown}: something that is no gzip follows the compressed file; left aside"
        yield _remark(item, Severity.NOTE, "trailing-bytes", text)


@dataclass(slots=True)
class _Packed:
    """The compressed file, and how the last reading of it went."""

    item: Item
    reading: Reading
    last: Gunzip = field(init=False)

    def open(self) -> BinaryIO:
        """A new stream of the unpacked bytes."""
        self.last = Gunzip(self.item.open())
        return counted(
            _Told(self.last, self.item.shown),
            shown=self.item.shown,
            unpacking=self.reading.unpacking,
            packed=lambda: self.last.packed,
        )


class _Told:
    """Unpacked bytes whose damage is told as that of an input."""

    def __init__(self, inner: Gunzip, shown: str) -> None:
        self._inner = inner
        self._shown = shown

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most `size`.

        Raises:
            BrokenInput: they do not unpack.
        """
        try:
            return self._inner.read(size)
        except Damaged as error:
            raise BrokenInput(
                f"{self._shown} is damaged and does not unpack ({error}); fetch it again"
            ) from error

    def close(self) -> None:
        """Close the compressed file."""
        self._inner.close()


def _without_suffix(name: str) -> str:
    for suffix, instead in _SUFFIXES.items():
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)] + instead
    return name


def _remark(item: Item, severity: Severity, reason: str, message: str) -> Remark:
    return Remark(name=item.shown, severity=severity, reason=reason, message=message)


SOURCE = Source("gzip", _accepts, _pages)
