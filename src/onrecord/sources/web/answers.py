"""What a server's answer is: a page with what is stated about it, no news, or no page at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from onrecord.errors import UnknownFormat
from onrecord.settings import Limits
from onrecord.sources.options import Validators
from onrecord.sources.web.body import read_body
from onrecord.sources.web.fetch_trouble import Trouble, status_trouble

if TYPE_CHECKING:
    from onrecord.sources.web.wire import Reply

_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)
_NO_PAGES = {
    "image": "a picture",
    "audio": "sound",
    "video": "a film",
    "font": "a font",
    "model": "a model",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an address gave."""

    address: str
    """The address that gave it, after redirects, without a fragment."""
    data: bytes = b""
    media_type: str | None = None
    """As the server states it, in lower case without parameters."""
    charset: str | None = None
    validators: Validators = field(default_factory=Validators)
    unchanged: bool = False
    """The server says that it is the same as when its validators were kept; no data came."""


def read_answer(reply: Reply, limits: Limits) -> Answer:
    """The answer that a server gave in the end.

    Raises:
        Trouble: it is no page, or not all of one.
    """
    host = reply.url.raw_host.decode("ascii")
    headers = reply.headers
    if reply.status == 304 and reply.conditional:
        return Answer(address=str(reply.url), unchanged=True)
    if reply.status not in (200, 203):
        raise status_trouble(host, reply.status, retry_after(headers.get("retry-after")))
    stated = headers.get("content-type", "")
    media_type = re.split("[;,]", stated)[0].strip().lower() or None
    _refuse_media(media_type)
    charset = _CHARSET.search(stated)
    data = read_body(
        reply.chunks,
        encoding=headers.get("content-encoding", ""),
        length=reply.length,
        limit=limits.item_bytes,
    )
    return Answer(
        address=str(reply.url),
        data=data,
        media_type=media_type,
        charset=charset[1] if charset else None,
        validators=Validators(
            etag=_usable(headers.get("etag")), last_modified=_usable(headers.get("last-modified"))
        ),
    )


def _refuse_media(media_type: str | None) -> None:
    kind = _NO_PAGES.get((media_type or "").split("/")[0])
    if kind is not None:
        raise Trouble(UnknownFormat, f"it is {kind} ({media_type}), not a page")


def conditions(known: Validators) -> dict[str, str]:
    """The headers that ask only for what is new."""
    etag, day = _usable(known.etag), _usable(known.last_modified)
    return ({"If-None-Match": etag} if etag else {}) | ({"If-Modified-Since": day} if day else {})


def _usable(validator: str | None) -> str | None:
    """A validator that can be said back in a header."""
    if validator and len(validator) < 1_000 and validator.isascii() and validator.isprintable():
        return validator
    return None


def retry_after(value: str | None) -> float | None:
    """Seconds until a server wants to be asked again; None where it does not say."""
    if value is None:
        return None
    if value.strip().isascii() and value.strip().isdecimal():
        return float(value.strip()[:9])
    from email.utils import parsedate_to_datetime  # noqa: PLC0415

    try:
        at = parsedate_to_datetime(value)
    except (TypeError, ValueError, OverflowError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max((at - datetime.now(UTC)).total_seconds(), 0.0)
