"""The package around a Word document: a zip of parts, unpacked one by one and never in full."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import BrokenInput, EncryptedInput, TooLarge
from onrecord.settings import Limits
from onrecord.sources.documents.docx_events import read_root
from onrecord.sources.items import too_large
from onrecord.sources.json_document import HELD_WHOLE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_RATIO = 300
"""A part over `item_bytes` that unpacks to more than this many times its size is a bomb."""
_MOST_PARTS = 200
"""Headers and footers that are looked at."""
_CHUNK = 1 << 16
_ITEM_BYTES = "ONRECORD_LIMIT_ITEM_BYTES"
_MAIN = "word/document.xml"
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError),
    *(KeyError, IndexError, OverflowError, UnicodeError),
)
_DOCTYPE = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T|E\x00?N\x00?T)")


def opened(stream: BinaryIO) -> zipfile.ZipFile | None:
    """The zip in a stream, or None where its table of contents cannot be read."""
    try:
        return zipfile.ZipFile(stream)
    except _DAMAGED:
        return None


def holds_document(archive: zipfile.ZipFile) -> bool:
    """Whether a zip is a Word document: its list of types and a part in `word/`."""
    names = {_plain(name) for name in archive.namelist()}
    return "[content_types].xml" in names and any(name.startswith("word/") for name in names)


class Package:
    """The parts of one document.

    Raises:
        BrokenInput: it is no zip, or cut short.
        TooLarge: its parts say that they unpack to more than the limits allow.
        EncryptedInput: its parts are locked with a password.
    """

    def __init__(self, data: bytes, shown: str, limits: Limits) -> None:
        self.shown = shown
        self._limits = limits
        self._limit = HELD_WHOLE * limits.item_bytes
        archive = opened(io.BytesIO(data))
        if archive is None:
            raise BrokenInput(f"{shown} is cut short or damaged: its table of contents is missing")
        self._archive = archive
        self._parts = {_plain(info.filename): info for info in archive.infolist()}
        total = sum(info.file_size for info in archive.infolist())
        if total > limits.archive_bytes:
            setting = "ONRECORD_LIMIT_ARCHIVE_BYTES"
            raise too_large(f"{shown}, unpacked,", total, limits.archive_bytes, setting)
        self._read = 0
        self.main = self._main()
        self._related = self._relations(self.main)

    def _main(self) -> str:
        found = [t for kind, t in self._relations("") if kind == "officedocument"]
        main = next((target for target in [*found, _MAIN] if target in self._parts), None)
        if main is None:
            raise BrokenInput(f"{self.shown} has no text: the part {_MAIN} is missing")
        return main

    def related(self, *kinds: str) -> list[str]:
        """The parts of these kinds (`footnotes`, `header`, ...) that the document refers to.

        Where it says nothing of its parts, those that have the usual names.
        """
        if self._related:
            found = [target for kind, target in self._related if kind in kinds]
        else:
            usual = re.compile(rf"word/(?:{'|'.join(kinds)})\d*\.xml")
            found = sorted(name for name in self._parts if usual.fullmatch(name))
        return [name for name in dict.fromkeys(found) if name in self._parts][:_MOST_PARTS]

    def root(self, name: str) -> Element | None:
        """The root element of a small part; None where it is missing or damaged."""
        if name not in self._parts:
            return None
        try:
            return read_root(b"".join(self.chunks(name)))
        except BrokenInput:
            return None

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece.

        Raises:
            TooLarge, EncryptedInput, BrokenInput: as for the package; also for a part that
                declares entities, which no Word document does.
        """
        info = self._parts[name]
        self._check(info)
        try:
            with self._archive.open(info) as stream:
                chunk = stream.read(_CHUNK)
                if _DOCTYPE.search(chunk):
                    raise BrokenInput(f"{self.shown}: its part {name} declares entities")
                while chunk:
                    yield chunk
                    chunk = stream.read(_CHUNK)
        except RuntimeError as error:
            raise _locked(self.shown) from error
        except _DAMAGED as error:
            raise BrokenInput(f"{self.shown} is damaged: its part {name} ({error})") from error

    def _check(self, info: zipfile.ZipInfo) -> None:
        if info.flag_bits & 1:
            raise _locked(self.shown)
        self._read += info.file_size
        if self._read > self._limit:
            raise too_large(f"{self.shown}, unpacked,", self._read, self._limit, _ITEM_BYTES)
        packed = max(1, info.compress_size)
        if info.file_size > self._limits.item_bytes and info.file_size / packed > _MOST_RATIO:
            raise TooLarge(
                f"{self.shown} unpacks to {info.file_size // packed} times its size, as no "
                f"document does (raise the limit with {_ITEM_BYTES} if it is one)"
            )

    def _relations(self, part: str) -> list[tuple[str, str]]:
        """Kind and target of each part that a part refers to, in order."""
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for relation in () if root is None else root.iterfind("{*}Relationship"):
            if relation.get("TargetMode", "").casefold() == "external":
                continue
            kind = str(relation.get("Type", "")).rpartition("/")[2].casefold()
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            found.append((kind, _plain(target)))
        return found


def _locked(shown: str) -> EncryptedInput:
    return EncryptedInput(
        f"{shown} is locked with a password; open it, save it without one, and add that"
    )


def _plain(name: str) -> str:
    """The name of a part as it is compared: forward slashes, no slash before, lower case."""
    return name.replace("\\", "/").lstrip("/").casefold()
