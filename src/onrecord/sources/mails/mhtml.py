"""A web page saved whole in one file (MHTML): its main page, at the address that it states."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from onrecord.errors import BrokenInput
from onrecord.sources.items import HEAD_BYTES, Item, Reading, Source, read_all
from onrecord.sources.mails.mail import header_of
from onrecord.sources.mails.mail_headers import Headers
from onrecord.sources.mails.mail_origin import sent_day
from onrecord.sources.mails.mail_parts import Mail, Part, take_apart
from onrecord.values.pages import Given, Page, Remark, Severity

_SUFFIXES = frozenset({".mht", ".mhtml"})
_TYPES = frozenset({"multipart/related", "application/x-mimearchive"})
_SAVED_BY = re.compile(r"[\"'<(\s]*saved by\b", re.IGNORECASE)
_WEB = re.compile(r"https?://\S{1,2000}", re.IGNORECASE)
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_LETTER = frozenset({"to", "received", "delivered-to", "return-path"})


def _accepts(item: Item) -> bool:
    """A saved page says that it is one; by name or type alone where it is no letter."""
    if item.is_folder:
        return False
    headers = header_of(item)
    kind = headers.parameters("content-type")[0]
    if not kind.startswith(("multipart/", "text/html")):
        return False
    if "snapshot-content-location" in headers or _SAVED_BY.match(headers.text("from")):
        return True
    names = {name for name, _ in headers.fields}
    named = item.suffix in _SUFFIXES or item.stated_type in _TYPES
    unsent = "mime-version" in names and not names & _LETTER
    return unsent and (named or (kind == "multipart/related" and "from" not in names))


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """The main page is read like a page in a file of this name; its frames are counted."""
    mail = take_apart(read_all(item, reading.limits.item_bytes), reading.limits.mail_parts)
    pages = [part for part in mail.parts if part.media_type in _PAGES]
    root = next((part for part in pages if not part.resource), pages[0] if pages else None)
    if root is None:
        raise BrokenInput(f"{item.shown} is a saved page (MHTML) without the page in it")
    data = root.decoded()
    absolute = (str(item.path.absolute()),) if item.path else ()
    yield from reading.open_item(
        Item(
            name=item.name,
            shown=item.shown,
            size=len(data),
            head=data[:HEAD_BYTES],
            open=lambda: io.BytesIO(data),
            known_as=(*item.known_as, *absolute),
            name_dates=item.name_dates,
            given=Given(address=_address(mail, root)),
            stated_type="text/html",
            charset=root.charset,
            archived=sent_day(mail.headers) or item.archived,
            depth=item.depth + 1,
        )
    )
    if len(pages) > 1:
        text = f"{item.shown}: {len(pages) - 1} frames of the page left aside"
        yield Remark(
            name=item.shown, severity=Severity.NOTE, reason="frames-left-aside", message=text
        )


def _address(mail: Mail, root: Part) -> str | None:
    """Where the page was: what the saving browser says, then what the part says."""
    stated = [_location(mail.headers, "snapshot-content-location")]
    stated += [_location(headers, "content-location") for headers in (root.headers, mail.headers)]
    return next((address for address in stated if address), None)


def _location(headers: Headers, name: str) -> str | None:
    found = _WEB.fullmatch("".join(headers.text(name).split()))
    return found[0] if found else None


SOURCE = Source("mhtml", _accepts, _pages)
