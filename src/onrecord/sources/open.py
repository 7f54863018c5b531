"""The conductor of the sources: from a path, address or standard input to pages and remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from onrecord.errors import EmptyInput, InputError, TooLarge, UnreachableInput
from onrecord.settings import Limits
from onrecord.sources.archives.unpacking import Unpacking
from onrecord.sources.items import (
    HEAD_BYTES,
    Item,
    Reading,
    outside_name,
    path_item,
    path_name,
    printable,
    stdin_item,
    unreachable,
)
from onrecord.sources.options import SourceOptions
from onrecord.sources.registry import source_for
from onrecord.sources.web.address import hinted, is_address, open_address
from onrecord.sources.web.fetching import Fetcher
from onrecord.sources.web.web_address import shown_address
from onrecord.sources.whole_text import refuse_empty
from onrecord.values.pages import Given, Page, Remark, Severity

STDIN = "-"


def open_source(
    target: str | Path,
    *,
    limits: Limits | None = None,
    options: SourceOptions | None = None,
    used: set[str] | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Page | Remark]:
    """The pages of a file, a folder, standard input (`-`) or a web address, and what must be
    said of them.

    1. find out what is there, without opening pipes or devices; an address is fetched
    2. the source that fits its first bytes, then its name, reads it
    3. what was given from outside is added to each page
    4. what cannot be read becomes a remark; the rest goes on

    Bad input never raises. Keys of `options.given` that met a page are added to `used`, so
    that the caller can tell which never did. One `fetcher` for all targets of a run knows which
    servers it asked and when.
    """
    options = options or SourceOptions()
    opener = _Opener(
        limits=limits or Limits(),
        options=options,
        used=set() if used is None else used,
        given={outside_name(key): (key, given) for key, given in options.given.items()},
        fetcher=fetcher or Fetcher(),
    )
    return opener.target(target)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opener:
    """One request: what holds for all items in it."""

    limits: Limits
    options: SourceOptions
    used: set[str]
    given: Mapping[str, tuple[str, Given]] = field(default_factory=dict)
    """Normal form of a key to the key as the user wrote it and what it gives."""
    fetcher: Fetcher

    def target(self, target: str | Path) -> Iterator[Page | Remark]:
        if isinstance(target, str) and is_address(target):
            yield from self._address(target)
            return
        path = Path(target)
        name = "stdin" if target == STDIN else path_name(path) if str(target) else "''"
        try:
            if not str(target):
                raise UnreachableInput("an empty path names no file or folder")
            if target == STDIN:
                item = stdin_item()
            else:
                typed = printable(str(path))
                item = path_item(path, shown=name, known_as=(typed, name))
        except InputError as error:
            yield _failed(name, hinted(target, error))
            return
        except OSError as error:
            yield _failed(name, unreachable(name, error))
            return
        if item.is_folder:
            yield from self._folder(replace(item, known_as=(item.known_as[0], "")))
        else:
            yield from self.open_item(item)

    def _address(self, address: str) -> Iterator[Page | Remark]:
        reading = Reading(
            limits=self.limits,
            options=self.options,
            open_item=self.open_item,
            fetcher=self.fetcher,
        )
        try:
            yield from open_address(address, reading)
        except InputError as error:
            yield _failed(shown_address(address), error)

    def _folder(self, item: Item) -> Iterator[Page | Remark]:
        silent = True
        for found in self.open_item(item):
            silent = silent and isinstance(found, Remark) and found.severity == Severity.NOTE
            yield found
        if silent:
            yield _failed(item.shown, EmptyInput(f"{item.shown} holds no file to read"))

    def open_item(self, item: Item, unpacking: Unpacking | None = None) -> Iterator[Page | Remark]:
        """Pages and remarks of one item; its errors become a remark.

        `unpacking` counts for all that lies in one input; each file of a folder is one.
        """
        unpacking = unpacking or Unpacking(self.limits, item.size)
        inside = None if item.is_folder else unpacking
        reading = Reading(
            limits=self.limits,
            options=self.options,
            open_item=partial(self.open_item, unpacking=inside),
            unpacking=unpacking,
            fetcher=self.fetcher,
        )
        severity = Severity.FAILED
        try:
            if item.depth > self.limits.archive_depth:
                raise TooLarge(
                    f"{item.shown} lies in more than {self.limits.archive_depth} containers "
                    "(raise the limit with ONRECORD_LIMIT_ARCHIVE_DEPTH)"
                )
            if not item.is_folder and len(item.head) < HEAD_BYTES:
                refuse_empty(item, item.head)
            for found in source_for(item).pages(item, reading):
                if isinstance(found, Page):
                    severity = Severity.PARTIAL
                    yield found if item.is_folder else self._with_given(found, item)
                else:
                    yield found
        except InputError as error:
            yield _failed(item.shown, error, severity)
        except OSError as error:
            yield _failed(item.shown, unreachable(item.shown, error), severity)
        except (MemoryError, RecursionError):
            message = f"{item.shown} is too large or too deep for this machine's memory"
            yield _failed(item.shown, TooLarge(message), severity)

    def _with_given(self, page: Page, item: Item) -> Page:
        """The page with what is known of it from outside; what a person gave wins.

        1. what a container inside of this one said or was given is there already
        2. what a person gave for the page, or for its container but for the address
        3. what the container or the server states; its own address is no member's
        """
        stated = item.given if page.name == item.name else replace(item.given, address=None)
        given = _filled(_filled(page.given, self._from_person(page, item)), stated)
        archived = page.archived or item.archived
        if given == page.given and archived == page.archived:
            return page
        return replace(page, given=given, archived=archived)

    def _from_person(self, page: Page, item: Item) -> Given:
        if not self.given:
            return Given()
        is_member = page.name != item.name
        number = page.name.removeprefix(item.name) if is_member else ""
        absolute = (str(item.path.absolute()),) if item.path else ()
        names = (*item.known_as, *absolute, item.name)
        own = self._look_up([f"{known}{number}" for known in names])
        if own is None and is_member:
            container = self._look_up(names)
            own = None if container is None else replace(container, address=None)
        return own or Given()

    def _look_up(self, names: Iterable[str]) -> Given | None:
        for name in names:
            if (found := self.given.get(outside_name(name))) is not None:
                self.used.add(found[0])
                return found[1]
        return None


def _filled(given: Given, more: Given) -> Given:
    """What is given, with what it leaves open taken from elsewhere."""
    if more == Given():
        return given
    return Given(
        address=given.address or more.address,
        outlet=given.outlet or more.outlet,
        published=given.published or more.published,
    )


def _failed(name: str, error: InputError, severity: Severity = Severity.FAILED) -> Remark:
    return Remark(name=name, severity=severity, reason=error.reason, message=str(error))
