"""Folders: every file below, in sorted order, but for what never is an article."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from onrecord.errors import InputError, TooLarge
from onrecord.sources.formats import MEDIA_SUFFIXES, SQLITE, recognise
from onrecord.sources.ignore_file import IGNORE_FILE, IgnoreRules
from onrecord.sources.items import Item, Reading, Source, path_item, printable, unreachable
from onrecord.sources.left_aside import ASSETS, DATABASE, MEDIA, LeftAside, is_asset_folder
from onrecord.values.pages import Page, Remark, Severity

_BESIDE_DATABASE = ("-wal", "-shm", "-journal", ".lock")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A folder on the way down, and what holds there."""

    path: Path
    shown: str
    known_as: tuple[str, ...]
    reading: Reading
    ignore: IgnoreRules = field(default_factory=IgnoreRules)
    depth: int = 1
    top: Path
    """The folder that was asked for, without symbolic links."""
    visited: set[Path] = field(default_factory=set)
    """Real folders outside of `top` that links have led to."""


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    if item.path is None:
        return
    place = _Place(
        path=item.path,
        shown=item.shown,
        known_as=item.known_as,
        reading=reading,
        top=item.path.resolve(),
    )
    yield from _walk(place)


def _walk(place: _Place) -> Iterator[Page | Remark]:
    """1. the ignore file; 2. every entry in order; 3. what was left aside, counted."""
    try:
        entries = sorted(os.scandir(place.path), key=lambda entry: entry.name)
        ignore, wrong = place.ignore.within(place.path)
    except OSError as error:
        yield _remark(place.shown, Severity.FAILED, unreachable(place.shown, error))
        return
    for line in wrong:
        text = f"{place.shown}/{IGNORE_FILE}: {line!r} is no pattern"
        yield _note(place.shown, Severity.PARTIAL, "broken-pattern", text)
    place = replace(place, ignore=ignore)
    aside = LeftAside()
    names = {entry.name for entry in entries}
    for entry in entries:
        is_folder = _is_folder(entry)
        if entry.name.startswith(".") or ignore.ignores(Path(entry.path), folder=is_folder):
            continue
        reason = _folder_reason(entry.name, names) if is_folder else _file_reason(entry)
        if reason is not None:
            aside.add(reason, printable(entry.name))
        elif is_folder:
            yield from _enter(place, entry)
        else:
            yield from _file(place, entry, aside)
    yield from aside.remarks(place.shown)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads round to itself
        return False


def _enter(place: _Place, entry: os.DirEntry[str]) -> Iterator[Page | Remark]:
    inner = _inner(place, entry.name)
    limit = place.reading.limits.folder_depth
    if place.depth >= limit:
        text = f"{inner.shown} lies more than {limit} folders deep and was not entered"
        error = TooLarge(f"{text} (raise the limit with ONRECORD_LIMIT_FOLDER_DEPTH)")
        yield _remark(inner.shown, Severity.FAILED, error)
        return
    if entry.is_symlink():
        real = inner.path.resolve()
        # What lies inside is met on the way anyway; what lies around it never ends.
        if (
            real.is_relative_to(place.top)
            or place.top.is_relative_to(real)
            or real in place.visited
        ):
            text = f"{inner.shown} is a link to a folder that is read anyway; it was not followed"
            yield _note(inner.shown, Severity.NOTE, "loop-not-followed", text)
            return
        place.visited.add(real)
    yield from _walk(inner)


def _file(place: _Place, entry: os.DirEntry[str], aside: LeftAside) -> Iterator[Page | Remark]:
    inner = _inner(place, entry.name)
    try:
        item = path_item(inner.path, shown=inner.shown, known_as=inner.known_as)
    except InputError as error:
        yield _remark(inner.shown, Severity.FAILED, error)
        return
    known = recognise(item)
    if known is not None and known.media:
        aside.add(MEDIA, item.name)
    elif known is not None and known.name == SQLITE:
        aside.add(DATABASE, item.name)
    else:
        yield from place.reading.open_item(item)


def _inner(place: _Place, name: str) -> _Place:
    shown = printable(name)
    return replace(
        place,
        path=place.path / name,
        shown=f"{place.shown}/{shown}",
        known_as=tuple(f"{known}/{shown}" if known else shown for known in place.known_as),
        depth=place.depth + 1,
    )


def _folder_reason(name: str, names: set[str]) -> str | None:
    return ASSETS if is_asset_folder(name, names) else None


def _file_reason(entry: os.DirEntry[str]) -> str | None:
    """Whether a file's name alone says that it is no article."""
    if PurePath(entry.name).suffix.lower() in MEDIA_SUFFIXES:
        return MEDIA
    for ending in _BESIDE_DATABASE:
        if entry.name.endswith(ending) and _is_database(entry.path.removesuffix(ending)):
            return DATABASE
    return None


def _is_database(path: str) -> bool:
    try:
        item = path_item(Path(path), shown=path)
    except InputError:
        return False
    known = recognise(item)
    return known is not None and known.name == SQLITE


def _remark(name: str, severity: Severity, error: InputError) -> Remark:
    return _note(name, severity, error.reason, str(error))


def _note(name: str, severity: Severity, reason: str, message: str) -> Remark:
    return Remark(name=name, severity=severity, reason=reason, message=message)


SOURCE = Source("folder", lambda item: item.is_folder, _pages)
