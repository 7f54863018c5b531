"""Web addresses as inputs: what is typed, and what links lead to.

Nothing is fetched but what a person typed, and, where links are followed, what a feed names.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from onrecord.errors import InputError, UnreachableInput
from onrecord.sources.items import HEAD_BYTES, Item, Reading
from onrecord.sources.web.answers import Answer
from onrecord.sources.web.fetching import Fetcher
from onrecord.sources.web.web_address import base_name, is_front_page, shown_address
from onrecord.values.pages import Given, Page, Remark, Severity

UNCHANGED = "not-modified"
"""Reason of the note on an address whose server says that the record has what it holds."""
ASKED_BEFORE = "asked-before"
"""Reason of the note on a link that was followed in this run already."""
FRONT_PAGE = "front-page"
"""Reason of the remark on an address that leads to the front page of its outlet: no article."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


def is_address(target: object) -> bool:
    """Whether a target is a web address, or one of another scheme, and no path."""
    return isinstance(target, str) and _SCHEME.match(target) is not None


def hinted(target: object, error: InputError) -> InputError:
    """The error for a missing file, with a hint where a web address may be meant."""
    if isinstance(target, str) and target.lower().startswith("www."):
        return type(error)(f"{error}; a web address begins with https://")
    return error


def open_address(address: str, reading: Reading) -> Iterator[Page | Remark]:
    """The pages at an address that a person typed: a page, a feed, or any file that is read.

    Raises:
        InputError: it gives nothing to read.
    """
    shown = shown_address(address)
    scheme = _SCHEME.match(shown)
    if scheme is None or scheme[1].lower() not in ("http", "https"):
        kind = f"{scheme[1]}://" if scheme else shown
        raise UnreachableInput(
            f"{shown}: {kind} is not read; give the path of a file, or an address "
            "with http:// or https://"
        )
    yield from _open(address, reading, typed=True)


def open_linked(address: str, reading: Reading, *, depth: int) -> Iterator[Page | Remark]:
    """The page to which a feed or an archive links; what it gives instead of one becomes a remark.

    Links are followed one step: a feed found behind a link is not followed any further. An
    address is asked once in a run. It must lie in the open web, as must all that it redirects to.

    Args:
        address: as the feed names it.
        reading: what the source was handed.
        depth: the container's depth + 1.
    """
    fetcher = reading.fetcher or Fetcher()
    shown = shown_address(address)
    if fetcher.following:
        text = f"{shown} was not followed: it stands in a feed that was itself found by a link"
        yield _note(shown, "link-not-followed", text)
        return
    if fetcher.was_asked(address):
        yield _note(shown, ASKED_BEFORE, f"{shown} was asked for in this run already")
        return
    fetcher.following = True
    try:
        yield from _open(address, reading, typed=False, depth=depth)
    except InputError as error:
        yield Remark(name=shown, severity=Severity.FAILED, reason=error.reason, message=str(error))
    finally:
        fetcher.following = False


def _open(
    address: str, reading: Reading, *, typed: bool, depth: int = 0
) -> Iterator[Page | Remark]:
    """1. fetch; 2. read what came as any other item; 3. note what the server said of it."""
    fetcher = reading.fetcher or Fetcher()
    memory = reading.options.memory
    shown = shown_address(address)
    answer = fetcher.fetch(address, reading.limits, typed=typed, memory=memory)
    if answer.unchanged:
        yield _note(shown, UNCHANGED, f"{shown} is as it was when it was added")
        return
    if is_front_page(answer.address) and not is_front_page(address):
        text = f"{shown} leads to a front page ({answer.address}): its own page is gone"
        yield Remark(name=shown, severity=Severity.FAILED, reason=FRONT_PAGE, message=text)
        return
    yield from reading.open_item(_item(address, answer, depth))
    if memory is not None and (answer.validators.etag or answer.validators.last_modified):
        memory.remember(answer.address, answer.validators)


def _item(address: str, answer: Answer, depth: int) -> Item:
    return Item(
        name=base_name(answer.address),
        shown=shown_address(address),
        size=len(answer.data),
        head=answer.data[:HEAD_BYTES],
        open=lambda: io.BytesIO(answer.data),
        known_as=tuple(dict.fromkeys((shown_address(address), answer.address))),
        given=Given(address=answer.address),
        stated_type=answer.media_type,
        charset=answer.charset,
        depth=depth,
        fetched=True,
    )


def _note(shown: str, reason: str, message: str) -> Remark:
    return Remark(name=shown, severity=Severity.NOTE, reason=reason, message=message)
