"""Zip archives: whatever lies in them, read as if it lay in a folder.

Nothing is ever written to disk under a member's name, so that no name can do harm.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from onrecord.errors import BrokenInput, EmptyInput, EncryptedInput, InputError, TooLarge
from onrecord.sources.archives.unpacking import counted, seekable, too_deep
from onrecord.sources.archives.zip_members import (
    MAGIC,
    MemberSource,
    ZipMember,
    member_source,
    zip_members,
)
from onrecord.sources.container import MOST_FAULTS
from onrecord.sources.formats import MEDIA_SUFFIXES, SQLITE, recognise, unread
from onrecord.sources.ignore_file import IGNORE_FILE, IgnoreRules
from onrecord.sources.items import HEAD_BYTES, Item, Reading, Source, check_unchanged
from onrecord.sources.left_aside import (
    ASSETS,
    DATABASE,
    HIDDEN,
    MEDIA,
    LeftAside,
    is_asset_folder,
)
from onrecord.sources.name_dates import find_name_dates
from onrecord.values.pages import Page, Remark, Severity

_LEFT_BEHIND = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
"""What file managers put into archives, beside hidden files."""
_OFFICE = {"word/": "DOCX", "xl/": "XLSX", "ppt/": "PPTX"}
_BOOKS = {b"application/epub": "EPUB", b"application/vnd.oasis": "OpenDocument"}


def _accepts(item: Item) -> bool:
    """By its first bytes; by its end too where something stands before it and the name says zip."""
    if item.is_folder:
        return False
    if item.head.startswith(MAGIC):
        return True
    return item.suffix == ".zip" and item.path is not None and zipfile.is_zipfile(item.path)


def pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """The pages of all members, in the order of their names, and what must be said of them.

    Raises:
        InputError: the archive as a whole cannot be read, or not to its end.
    """
    with open_zip(item, reading) as stream:
        if reading.unpacking.packed is None:
            reading.unpacking.packed = stream.seek(0, 2)
        try:
            members = zip_members(stream, item.shown, reading.limits)
        except BrokenInput as error:
            if (known := recognise(item)) is not None:  # a document whose end is missing
                raise unread(known.name, item.shown) from error
            raise
        _refuse_document(item, stream, members)
        yield from _Archive(item, reading, stream, members).pages()
    check_unchanged(item)


def open_zip(item: Item, reading: Reading) -> AbstractContextManager[BinaryIO]:
    """The archive's bytes as a stream in which one can go back.

    Raises:
        TooLarge: it lies in too many containers, or is over `container_bytes`.
    """
    if item.depth >= reading.limits.archive_depth:
        raise too_deep(item.shown, reading.limits)
    if item.path is not None:
        return item.path.open("rb")
    return seekable(item.open(), shown=item.shown, limits=reading.limits)


def counted_member(
    source: MemberSource, member: ZipMember, shown: str, reading: Reading
) -> BinaryIO:
    """The unpacked bytes of a member as a stream that raises TooLarge where they are too many."""
    packed = member.info.compress_size
    return counted(source, shown=shown, unpacking=reading.unpacking, packed=lambda: packed)


def _refuse_document(item: Item, stream: BinaryIO, members: Sequence[ZipMember]) -> None:
    """Documents and books are zips too; those that are not read are called by their name."""
    paths = [member.name.path for member in members]
    if "[Content_Types].xml" in paths:
        for folder, name in _OFFICE.items():
            if any(path.startswith(folder) for path in paths):
                raise unread(name, item.shown)
    for member in members:
        if member.name.path == "mimetype" and not member.is_encrypted:
            try:
                kind = member_source(stream, member, item.shown).read(100)
            except InputError:
                continue
            for beginning, name in _BOOKS.items():
                if kind.startswith(beginning):
                    raise unread(name, item.shown)


@dataclass(slots=True)
class _Archive:
    """One archive while it is read."""

    item: Item
    reading: Reading
    stream: BinaryIO
    members: Sequence[ZipMember]
    aside: LeftAside = field(default_factory=LeftAside)
    links: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    faults: int = 0
    paths: dict[str, ZipMember] = field(default_factory=dict)
    rules: dict[str, IgnoreRules] = field(default_factory=dict)
    """Folder to what the ignore files in it and around it leave out."""

    def pages(self) -> Iterator[Page | Remark]:
        """1. what is to be read; 2. one member after another; 3. what was left aside, counted."""
        self.paths = {member.name.path: member for member in self.members}
        yield from self._ignore_files()
        wanted = [member for member in self.members if self._is_wanted(member)]
        if wanted and all(member.is_encrypted for member in wanted):
            raise EncryptedInput(
                f"{self.item.shown} needs a password; unpack it yourself and add what comes out"
            )
        silent = True
        for member in wanted:
            for found in self._member(member):
                silent = silent and isinstance(found, Remark) and found.severity is Severity.NOTE
                yield found
            if self.reading.unpacking.stopped:
                raise TooLarge(f"{self.item.shown}: a limit was reached; the rest was not read")
        yield from self._notes()
        if silent:
            raise EmptyInput(f"{self.item.shown} holds no file to read")

    def _member(self, member: ZipMember) -> Iterator[Page | Remark]:
        path = PurePosixPath(member.name.path)
        shown = f"{self.item.shown}/{path}"
        if member.name.changed:
            self.renamed.append(str(path))
        try:
            self.reading.unpacking.enter(shown)
            with self._open(member, shown) as stream:
                head = stream.read(HEAD_BYTES)
        except InputError as error:
            yield from self._fault(shown, error)
            return
        item = Item(
            name=path.name,
            shown=shown,
            size=member.info.file_size,
            head=head,
            open=lambda: self._open(member, shown),
            known_as=self._known_as(str(path)),
            name_dates=find_name_dates(self._place(path)),
            depth=self.item.depth + 1,
        )
        known = recognise(item)
        if known is not None and (known.media or known.name == SQLITE):
            self.aside.add(MEDIA if known.media else DATABASE, str(path))
        else:
            yield from self.reading.open_item(item)

    def _open(self, member: ZipMember, shown: str) -> BinaryIO:
        source = member_source(self.stream, member, shown)
        return counted_member(source, member, shown, self.reading)

    def _known_as(self, path: str) -> tuple[str, ...]:
        archive = self.item
        own = (str(archive.path.absolute()),) if archive.path else ()
        return (*(f"{known}/{path}" for known in (*archive.known_as, *own)), path)

    def _place(self, path: PurePosixPath) -> Path:
        """Where the member would lie if the archive were a folder without its suffix."""
        archive = self.item.path.absolute() if self.item.path else Path("/", self.item.name)
        return archive.with_suffix("") / path

    def _is_wanted(self, member: ZipMember) -> bool:
        """Whether a member may be an article, as far as its name tells."""
        path = PurePosixPath(member.name.path)
        if member.is_folder or self._is_ignored(path):
            return False
        if any(part.startswith(".") or part.lower() in _LEFT_BEHIND for part in path.parts):
            if path.name != IGNORE_FILE:
                self.aside.add(HIDDEN, str(path))
        elif member.is_special:
            self.links.append(str(path))
        elif (assets := self._asset_folder(path)) is not None:
            self.aside.add(ASSETS, assets)
        elif path.suffix.lower() in MEDIA_SUFFIXES:
            self.aside.add(MEDIA, str(path))
        else:
            return True
        return False

    def _asset_folder(self, path: PurePosixPath) -> str | None:
        return next((str(f) for f in path.parents if is_asset_folder(str(f), self.paths)), None)

    def _ignore_files(self) -> Iterator[Remark]:
        """Reads the ignore files, those further up first."""
        for path, member in self.paths.items():
            place = PurePosixPath(path)
            if place.name != IGNORE_FILE or member.is_special:
                continue
            shown = f"{self.item.shown}/{path}"
            try:
                with self._open(member, shown) as stream:
                    data = stream.read(HEAD_BYTES)
            except InputError as error:
                yield from self._fault(shown, error)
                continue
            around = self._rules_of(place.parent)
            self.rules[str(place.parent)], wrong = around.with_file(Path(place.parent), data)
            for line in wrong:
                text = f"{shown}: {line!r} is no pattern"
                yield _remark(self.item.shown, Severity.PARTIAL, "broken-pattern", text)

    def _rules_of(self, folder: PurePosixPath) -> IgnoreRules:
        around = (self.rules.get(str(place)) for place in (folder, *folder.parents))
        return next((rules for rules in around if rules is not None), IgnoreRules())

    def _is_ignored(self, path: PurePosixPath) -> bool:
        if not self.rules:
            return False
        return any(
            self._rules_of(place.parent).ignores(Path(place), folder=place != path)
            for place in (*reversed(path.parents[:-1]), path)
        )

    def _fault(self, shown: str, error: InputError) -> Iterator[Remark]:
        self.faults += 1
        if self.faults <= MOST_FAULTS:
            yield _remark(shown, Severity.FAILED, error.reason, str(error))

    def _notes(self) -> Iterator[Remark]:
        shown = self.item.shown
        if (more := self.faults - MOST_FAULTS) > 0:
            text = f"{shown}: {more:,} more members could not be unpacked"
            yield _remark(shown, Severity.PARTIAL, "more-faults", text)
        if self.links:
            text = f"{shown}: {_some(self.links)} not followed, symbolic links or devices"
            yield _remark(shown, Severity.NOTE, "links-not-followed", text)
        if self.renamed:
            text = f"{shown}: {_some(self.renamed)} read under cleaned names, for theirs might "
            text += "lead elsewhere (.., absolute, backslashes, control characters); nothing was "
            text += "written to disk"
            yield _remark(shown, Severity.NOTE, "unsafe-names", text)
        yield from self.aside.remarks(shown)


def _some(names: Sequence[str]) -> str:
    return f"{len(names):,} ({', '.join(names[:3])}{', ...' if len(names) > 3 else ''})"


def _remark(name: str, severity: Severity, reason: str, message: str) -> Remark:
    return Remark(name=name, severity=severity, reason=reason, message=message)


SOURCE = Source("zip-archive", _accepts, pages)
