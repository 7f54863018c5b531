"""The members of a zip: its list of contents, checked, and each member's bytes as a stream.

Python's `zipfile` reads the list. The bytes are read here, a bounded piece at a time: some
methods of compression make gigabytes out of one block.
"""

from __future__ import annotations

import stat
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.errors import BrokenInput, EncryptedInput, InputError, TooLarge, UnknownFormat
from onrecord.settings import Limits
from onrecord.sources.archives.decompress import (
    FAULTS,
    Decompressor,
    Inflate,
    Stored,
    bzip2,
    pull,
    zip_lzma,
)
from onrecord.sources.archives.unpacking import CHUNK
from onrecord.sources.archives.zip_names import CleanName, clean_name, stored_name

MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_LOCAL = struct.Struct("<4s22xHH")
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_ENTRY_BYTES = 46
_MOST_NAMES = 400_000_000
"""Largest list of contents, in bytes, that is held; a million members need 100 MB."""
_METHODS = {9: "Deflate64", 93: "Zstandard", 95: "xz", 97: "WavPack", 98: "PPMd", 99: "AES"}


@dataclass(frozen=True, slots=True)
class ZipMember:
    """One file, folder or link that a zip lists."""

    name: CleanName
    info: zipfile.ZipInfo

    @property
    def is_folder(self) -> bool:
        """Whether it only says that there is a folder."""
        return self.name.is_folder or self.name.path == ""

    @property
    def is_special(self) -> bool:
        """Whether it is a symbolic link, a device or the like."""
        kind = stat.S_IFMT(self.info.external_attr >> 16) if self.info.create_system == 3 else 0
        return kind not in {0, stat.S_IFREG, stat.S_IFDIR}

    @property
    def is_encrypted(self) -> bool:
        """Whether its bytes need a password."""
        return bool(self.info.flag_bits & 0x41) or self.info.compress_type == 99


def zip_members(stream: BinaryIO, shown: str, limits: Limits) -> list[ZipMember]:
    """What a zip lists, sorted by cleaned name and place.

    Raises:
        BrokenInput: no list of contents, a damaged one, or one whose members lie over each other.
        TooLarge: it lists more than `container_items`.
    """
    _check_end(stream, shown, limits)
    try:
        with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(stream) as archive:
            infos = archive.infolist()
    # Any field of the list may hold any number or name.
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, OverflowError) as e:
        raise _broken(shown) from e
    stream.seek(0)
    begins_with_member = stream.read(4) == MAGIC[0]
    if begins_with_member and min((info.header_offset for info in infos), default=1) > 0:
        # What was found at the end is the list of another zip that was stored inside.
        raise _broken(shown)
    _refuse_overlap(infos, shown)
    members = [ZipMember(clean_name(stored_name(info)), info) for info in infos]
    return sorted(members, key=lambda member: (member.name.path, member.info.header_offset))


def _broken(shown: str) -> BrokenInput:
    return BrokenInput(
        f"{shown} is a zip without a sound list of its contents, most likely cut off; fetch it "
        "again, or unpack what a repair tool (zip -FF) finds and add that"
    )


def _check_end(stream: BinaryIO, shown: str, limits: Limits) -> None:
    """Refuse what lists too much before the list is read."""
    size = stream.seek(0, 2)
    tail_start = max(0, size - _END.size - 65_535)
    stream.seek(tail_start)
    tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise _broken(shown)
    _, _, _, _, count, listed, _, _ = _END.unpack_from(tail, at)
    locator = at - _LOCATOR_64.size
    if locator >= 0 and tail[locator : locator + 4] == b"PK\x06\x07":
        stream.seek(max(0, tail_start + locator - _END_64.size))
        record = stream.read(_END_64.size)
        if len(record) == _END_64.size and record[:4] == b"PK\x06\x06":
            count, listed = _END_64.unpack(record)[7:9]
    if count > limits.container_items or listed > max(
        _ENTRY_BYTES * limits.container_items, _MOST_NAMES
    ):
        raise TooLarge(
            f"{shown} lists {count:,} members; the limit is {limits.container_items:,} "
            "(raise it with ONRECORD_LIMIT_CONTAINER_ITEMS)"
        )


def _refuse_overlap(infos: Sequence[zipfile.ZipInfo], shown: str) -> None:
    """Members that share bytes unpack to far more than the archive holds: no packer makes them."""
    end = 0
    for info in sorted(infos, key=lambda info: (info.header_offset, info.compress_size)):
        if info.header_offset < end:
            raise BrokenInput(
                f"{shown}: members lie over each other, as only in a zip that is made to do harm; "
                "nothing of it was read"
            )
        end = info.header_offset + 30 + len(info.orig_filename) + info.compress_size


def member_source(stream: BinaryIO, member: ZipMember, shown: str) -> MemberSource:
    """The unpacked bytes of a member.

    Raises:
        EncryptedInput: it needs a password.
        UnknownFormat: it is compressed in a way that is not read.
        BrokenInput: its header is damaged.
    """
    info = member.info
    if member.is_encrypted:
        raise EncryptedInput(f"{shown} needs a password; unpack it yourself and add what comes out")
    stream.seek(info.header_offset)
    header = stream.read(_LOCAL.size)
    if len(header) < _LOCAL.size or header[:4] != MAGIC[0]:
        raise BrokenInput(f"{shown} is damaged: it does not begin where the archive says")
    _, name_size, extra_size = _LOCAL.unpack(header)
    start = info.header_offset + _LOCAL.size + name_size + extra_size
    source = MemberSource(stream, start, info, shown)
    source.decompressor = _decompressor(info, source.feed, shown)
    return source


def _decompressor(info: zipfile.ZipInfo, feed: Callable[[int], bytes], shown: str) -> Decompressor:
    match info.compress_type:
        case zipfile.ZIP_STORED:
            return Stored()
        case zipfile.ZIP_DEFLATED:
            return Inflate(-15)
        case zipfile.ZIP_BZIP2:
            return bzip2()
        case zipfile.ZIP_LZMA:
            try:
                return zip_lzma(feed(9))
            except FAULTS as error:
                raise BrokenInput(f"{shown} is damaged: {error}") from error
    method = _METHODS.get(info.compress_type, f"method {info.compress_type}")
    raise UnknownFormat(
        f"{shown} is compressed with {method}, which is not read; unpack it yourself and add "
        "what comes out"
    )


class MemberSource:
    """The bytes of one member, checked against its size and checksum at the end."""

    def __init__(self, stream: BinaryIO, start: int, info: zipfile.ZipInfo, shown: str) -> None:
        self.decompressor: Decompressor = Stored()
        self.strict = True
        """Whether a wrong checksum raises; what has checksums of its own is read on."""
        self.fault: InputError | None = None
        """What did not fit at the end."""
        self._stream = stream
        self._place = start
        self._left = info.compress_size
        self._info = info
        self._shown = shown
        self._size = 0
        self._checksum = 0

    def feed(self, size: int = CHUNK) -> bytes:
        """The next packed bytes; other members may have been read meanwhile."""
        self._stream.seek(self._place)
        data = self._stream.read(min(size, self._left))
        self._place += len(data)
        self._left -= len(data)
        return data

    def read(self, size: int, /) -> bytes:
        """The next unpacked bytes, at most `size`.

        Raises:
            BrokenInput: they do not unpack, or not to what the archive says of them.
        """
        try:
            data = pull(self.decompressor, self.feed, size)
        except EOFError:
            data = b""
        except FAULTS as error:
            raise self._damaged("it does not unpack") from error
        self._size += len(data)
        self._checksum = zlib.crc32(data, self._checksum)
        if self._size > self._info.file_size:
            raise self._damaged("it unpacks to more than the archive says")
        if not data:
            if self._size < self._info.file_size:
                raise self._damaged("a part of it is missing")
            if self._checksum != self._info.CRC:
                self.fault = self._damaged("its checksum does not fit")
                if self.strict:
                    raise self.fault
        return data

    def _damaged(self, why: str) -> InputError:
        return BrokenInput(f"{self._shown} is damaged: {why}; fetch the archive again")
