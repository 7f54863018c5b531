"""An item: one thing to read, before it is known what it is.

A file, a folder, standard input or a member of an archive all become an `Item`, whose
first bytes decide which source reads it.
"""

from __future__ import annotations

import io
import re
import stat
import sys
import unicodedata
from collections.abc import Buffer, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import TooLarge, UnreachableInput
from onrecord.settings import Limits
from onrecord.sources.archives.unpacking import Unpacking
from onrecord.sources.name_dates import find_name_dates
from onrecord.sources.options import SourceOptions
from onrecord.text.decoding import wide_encoding
from onrecord.values.pages import Given, Page, Remark

if TYPE_CHECKING:
    from onrecord.sources.web.fetching import Fetcher

HEAD_BYTES = 65_536
"""How much of an item is read to find out what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to read."""

    name: str
    """Base name; for a member of an archive its own base name."""
    shown: str
    """How messages call it: from the folder that was asked for, or the base name."""
    size: int | None = None
    """In bytes; None where only reading to the end would tell."""
    head: bytes = b""
    """The first `HEAD_BYTES`, or all where there are fewer."""
    open: Callable[[], BinaryIO] = io.BytesIO
    """A new stream of all bytes; for standard input, once only."""
    path: Path | None = None
    """Where it lies on this machine; None for standard input and members."""
    known_as: tuple[str, ...] = ()
    """Names by which something may be given for it from outside, best first."""
    name_dates: tuple[str, ...] = ()
    given: Given = field(default_factory=Given)
    """What its container or server states of it from outside of its bytes."""
    stated_type: str | None = None
    """Media type that its container or server states, in lower case without parameters."""
    charset: str | None = None
    """Encoding that its container or server states; a byte order mark is stronger."""
    archived: str | None = None
    """ISO day on which an archive states that it had it."""
    depth: int = 0
    """How many containers it lies in."""
    fetched: bool = False
    """Whether it came from its address just now, and not out of a file or an archive; links in it
    are followed unless the user says otherwise."""

    @property
    def is_folder(self) -> bool:
        """Whether it holds files instead of bytes."""
        return self.path is not None and self.size is None and not self.head

    @property
    def suffix(self) -> str:
        """The name's last suffix, in lower case with its dot; empty without one."""
        return PurePath(self.name).suffix.lower()

    def opening(self) -> str:
        """The first characters for sniffing, without byte order mark and white space."""
        wide = wide_encoding(self.head)
        text = self.head.decode(wide or "latin-1", "replace")
        return text.removeprefix("ï»¿").lstrip("\ufeff").lstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What every source is handed: limits, options, and the way to read what it holds."""

    limits: Limits
    options: SourceOptions
    open_item: Callable[[Item], Iterator[Page | Remark]]
    """Reads an item that a folder or archive holds by the source that fits it."""
    unpacking: Unpacking = field(default_factory=lambda: Unpacking(Limits()))
    """What the input from outside has unpacked so far; shared by all archives in it."""
    fetcher: Fetcher | None = None
    """What asks for addresses in this run; None: one of its own for each."""


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of input."""

    name: str
    accepts: Callable[[Item], bool]
    """Whether it reads this item; the first source that does gets it."""
    pages: Callable[[Item, Reading], Iterator[Page | Remark]]
    """The pages in it. Raises InputError where the item as a whole cannot be used."""


def path_item(path: Path, *, shown: str, known_as: tuple[str, ...] = ()) -> Item:
    """The item at a path; a file's first bytes are read, and no more.

    Raises:
        UnreachableInput: missing, not permitted, or neither a file nor a folder.
    """
    name = path_name(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return Item(name=name, shown=shown, path=path, known_as=known_as)
        # Opening a pipe or a device may wait for ever.
        if not stat.S_ISREG(status.st_mode):
            raise UnreachableInput(f"{shown} is no file but a pipe, a device or the like")
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise unreachable(shown, error) from error
    return Item(
        name=name,
        shown=shown,
        size=status.st_size,
        head=head,
        open=lambda: path.open("rb"),
        path=path,
        known_as=known_as,
        name_dates=find_name_dates(path),
    )


def stdin_item() -> Item:
    """Standard input as an item named `stdin`.

    Raises:
        UnreachableInput: there is no standard input.
    """
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise UnreachableInput("there is no standard input to read")
    source = stream
    head = source.read(HEAD_BYTES)
    whole = len(head) < HEAD_BYTES
    return Item(
        name="stdin",
        shown="stdin",
        size=len(head) if whole else None,
        head=head,
        open=lambda: io.BufferedReader(Rejoined(head, source)),
        known_as=("-", "stdin"),
    )


def read_all(item: Item, limit: int, *, setting: str = "ONRECORD_LIMIT_ITEM_BYTES") -> bytes:
    """All bytes of an item; its size is looked at first.

    Raises:
        TooLarge: more than `limit` bytes; the message names the setting.
        UnreachableInput: it vanished or changed while it was read.
    """
    if item.size is not None and item.size > limit:
        raise too_large(item.shown, item.size, limit, setting)
    if item.size == len(item.head) < HEAD_BYTES:
        return item.head
    with item.open() as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large(item.shown, None, limit, setting)
    check_unchanged(item)
    return data


def check_unchanged(item: Item) -> None:
    """Raises UnreachableInput where the file is no longer as large as when it was found."""
    if item.path is None or item.size is None:
        return
    if item.path.stat().st_size != item.size:
        raise UnreachableInput(
            f"{item.shown} changed while it was read; add it again when it is complete"
        )


def too_large(shown: str, size: int | None, limit: int, setting: str) -> TooLarge:
    """The error for something over a limit, with both sizes and the setting."""
    there = f"{size:,} bytes" if size is not None else f"more than {limit:,} bytes"
    return TooLarge(f"{shown} has {there}; the limit is {limit:,} (raise it with {setting})")


def unreachable(shown: str, error: Exception) -> UnreachableInput:
    """The error for something that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return UnreachableInput(f"there is no file or folder {shown}")
    if isinstance(error, PermissionError):
        return UnreachableInput(f"{shown} may not be read by this user")
    detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreachableInput(f"{shown} cannot be read: {detail}")


def path_name(path: Path) -> str:
    """The base name as text that can be written as UTF-8."""
    return printable(path.name or path.resolve().name or str(path))


def printable(name: str) -> str:
    """A name from the file system with bytes that are no text as U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


_WEB = re.compile(r"https?://", re.IGNORECASE)


def outside_name(name: str) -> str:
    """A path as it is compared: forward slashes, no `./`, composed accents."""
    if _WEB.match(name):
        return name
    slashed = unicodedata.normalize("NFC", printable(name)).replace("\\", "/")
    parts = [part for part in slashed.split("/") if part not in {"", "."}]
    return ("/" if slashed.startswith("/") else "") + "/".join(parts)


class Rejoined(io.RawIOBase):
    """A stream that gives the bytes already taken from it once more."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """The next bytes into `buffer`; how many."""
        view = memoryview(buffer).cast("B")
        if self._head:
            taken = min(len(view), len(self._head))
            view[:taken] = self._head[:taken]
            self._head = self._head[taken:]
            return taken
        data = self._rest.read(len(view))
        view[: len(data)] = data
        return len(data)
