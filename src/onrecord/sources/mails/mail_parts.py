"""The parts of a mail (MIME), for the sources that open them and the reading of the mail.

The bytes are looked at in place; nested parts are walked with a list instead of calls, at
most `mail_parts` of them and at most `DEEPEST` deep, so that no mail takes long.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.sources.mails.mail_headers import Headers, decode_base64, read_headers
from onrecord.text.decoding import decode
from onrecord.text.encoding_labels import known_encoding

DEEPEST = 20
"""How many parts may lie in one another; the mails of people have five."""
MAILS = frozenset({"message/rfc822", "message/global", "message/news"})
_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")
_LINE_DASHES = re.compile(rb"\s*--([^\r\n]{1,200}?)[ \t]*\r?\n")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|body|div|table|p)\b", re.IGNORECASE)
_UNSHOWN = re.compile(r"<(?P<tag>style|script|title)\b|<!--", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_REFERENCE = re.compile(r"&#?\w{1,10};")
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part without parts in it."""

    number: int
    """From 1, in the order in which they stand."""
    headers: Headers
    media_type: str
    """As it says, in lower case; `text/plain` where it does not."""
    raw: bytes
    """As sent, still in its transfer encoding."""
    slot: int
    """Parts of one slot stand for one another or together; the slots follow one another."""
    branch: int
    """Which of the alternatives of its slot it belongs to."""
    resource: bool
    """Whether it is a picture, style or frame that another part shows."""

    @property
    def charset(self) -> str | None:
        """The encoding that it states."""
        return self.headers.parameters("content-type")[1].get("charset") or None

    @property
    def disposition(self) -> str:
        """`inline`, `attachment` or empty."""
        return self.headers.parameters("content-disposition")[0]

    @property
    def file_name(self) -> str | None:
        """The base name that it gives itself, safe to be shown; None without one."""
        stated = self.headers.parameters("content-disposition")[1].get("filename")
        return safe_name(stated or self.headers.parameters("content-type")[1].get("name") or "")

    def decoded(self) -> bytes:
        """Its bytes without the transfer encoding."""
        how = self.headers.text("content-transfer-encoding").lower()
        if how == "base64":
            return decode_base64(self.raw)
        return binascii.a2b_qp(self.raw) if how == "quoted-printable" else self.raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail taken apart."""

    headers: Headers
    parts: tuple[Part, ...]
    more_parts: bool = False
    """Whether there are more parts than were looked at."""
    too_deep: bool = False
    """Whether parts lie deeper than was looked."""

    def bodies(self) -> list[list[list[Part]]]:
        """The texts that a reader of the mail sees: slots, their alternatives, their parts."""
        slots: dict[int, dict[int, list[Part]]] = {}
        seen = False
        for part in self.parts:
            if self.is_body(part, seen=seen):
                seen = True
                slots.setdefault(part.slot, {}).setdefault(part.branch, []).append(part)
        return [list(branches.values()) for branches in slots.values()]

    def is_body(self, part: Part, *, seen: bool) -> bool:
        """Whether a part is text of the mail itself; `seen`: whether such a part came before.

        A text with a file name after the first is an attachment that programs show inline.
        """
        if part.media_type not in {"text/plain", "text/html"} or part.resource:
            return False
        if len(self.parts) == 1:
            return True
        return part.disposition != "attachment" and not (seen and part.file_name)

    def attached(self) -> Iterator[Part]:
        """The parts that are neither the mail's own text nor shown inside of it."""
        body = {part.number for slot in self.bodies() for branch in slot for part in branch}
        for part in self.parts:
            shown = part.resource and (
                part.disposition != "attachment" or part.media_type.startswith("image/")
            )
            if part.number not in body and not shown and part.raw.strip():
                yield part


@dataclass(frozen=True, slots=True)
class _Open:
    """A stretch of bytes that is yet to be read, and where it lies."""

    start: int
    end: int
    depth: int = 0
    default: str = "text/plain"
    slot: int = -1
    branch: int = 0
    resource: bool = False


def take_apart(data: bytes, most: int) -> Mail:
    """The parts of a mail, at most `most`. Nothing in it makes this fail."""
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    waiting = [_Open(0, len(data))]
    parts: list[Part] = []
    top: Headers | None = None
    looked = 0
    too_deep = False
    while waiting and looked < most:
        one = waiting.pop()
        looked += 1
        headers, body = read_headers(data, one.start, one.end, top=top is None)
        top = top or headers
        media_type, parameters = headers.parameters("content-type")
        media_type = media_type if _TYPE.fullmatch(media_type) else one.default
        children = []
        if media_type.startswith("multipart/"):
            spans = list(_children(data, body, one.end, parameters.get("boundary"), most))
            too_deep = too_deep or (bool(spans) and one.depth >= DEEPEST)
            children = _opened(data, one, media_type, parameters, spans, looked)
            if not spans:
                media_type = _kind(data, body, one.end)
            elif one.depth >= DEEPEST:
                continue
        if children:
            waiting.extend(reversed(children))
        else:
            parts.append(
                Part(
                    number=len(parts) + 1,
                    headers=headers,
                    media_type=media_type,
                    raw=data[body : one.end],
                    slot=looked if one.slot < 0 else one.slot,
                    branch=one.branch,
                    resource=one.resource,
                )
            )
    return Mail(
        headers=top or Headers(), parts=tuple(parts), more_parts=bool(waiting), too_deep=too_deep
    )


def _opened(
    data: bytes,
    outer: _Open,
    media_type: str,
    parameters: dict[str, str],
    spans: list[tuple[int, int]],
    number: int,
) -> list[_Open]:
    """The parts of a multipart, with what their place in it says of them."""
    if outer.depth >= DEEPEST:
        return []
    shown = _root(data, spans, parameters.get("start")) if media_type == "multipart/related" else 0
    alternative = media_type == "multipart/alternative" and outer.slot < 0
    return [
        _Open(
            start,
            end,
            outer.depth + 1,
            "message/rfc822" if media_type == "multipart/digest" else "text/plain",
            number if alternative else outer.slot,
            n if alternative else outer.branch,
            outer.resource or (media_type == "multipart/related" and n != shown),
        )
        for n, (start, end) in enumerate(spans)
    ]


def _root(data: bytes, spans: list[tuple[int, int]], start: str | None) -> int:
    """Which part of a multipart/related is shown: the one named by `start`, else the first."""
    if start:
        for n, (left, right) in enumerate(spans):
            if read_headers(data, left, right)[0].text("content-id") == start:
                return n
    return 0


def _children(
    data: bytes, start: int, end: int, boundary: str | None, most: int
) -> Iterator[tuple[int, int]]:
    """[start, end) of the parts between the boundaries, at most one more than `most`."""
    if boundary:
        mark = b"--" + boundary.rstrip().encode("utf-8", "replace")
    elif (guess := _LINE_DASHES.match(data, start, end)) is not None:
        mark = b"--" + guess[1]
    else:
        return
    left = -1
    given = 0
    for place, after, last in _delimiters(data, mark, start, end):
        if left >= 0:
            yield left, max(left, place)
            given += 1
        left = after
        if last or given > most:
            return
    if 0 <= left < end:
        yield left, end


def _delimiters(data: bytes, mark: bytes, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The lines that are a boundary: where the break before them and they end, if the last."""
    line = re.escape(mark) + rb"(--)?[ \t]{0,99}(?=\r?\n|\Z)"
    place = start
    if (first := re.compile(line).match(data, start, end)) is not None:
        place = first.end()
        yield start, _next_line(data, place, end), first[1] is not None
    for found in re.compile(rb"\r?\n" + line).finditer(data, place, end):
        yield found.start(), _next_line(data, found.end(), end), found[1] is not None


def _next_line(data: bytes, place: int, end: int) -> int:
    line_feed = data.find(b"\n", place, end)
    return end if line_feed < 0 else line_feed + 1


def _kind(data: bytes, start: int, end: int) -> str:
    """What a multipart without parts holds."""
    return "text/html" if _MARKUP.match(data[start : min(end, start + 500)]) else "text/plain"


def fitting_charset(data: bytes, charset: str | None) -> str | None:
    """The encoding that a part states, where it is more than ASCII and its bytes fit it."""
    encoding = known_encoding(charset)
    if encoding is None or (charset or "").lower() in {"us-ascii", "ascii"}:
        return None
    try:
        data.decode(encoding)
    except UnicodeError:
        return None
    return encoding


def has_words(part: Part) -> bool:
    """Whether anything can be read in a text part."""
    data = part.decoded()
    text = decode(data, fitting_charset(data, part.charset)).text
    if part.media_type == "text/html":
        return any(
            _WORD.search(run) and _WORD.search(_REFERENCE.sub("", _TAG.sub("", run)))
            for run in _shown(text)
        )
    return _WORD.search(text) is not None


def _shown(markup: str) -> Iterator[str]:
    """The stretches of markup outside of styles, scripts and comments."""
    place = 0
    while (hidden := _UNSHOWN.search(markup, place)) is not None:
        yield markup[place : hidden.start()]
        close = re.compile(rf"</{hidden['tag']}" if hidden["tag"] else "-->", re.IGNORECASE)
        end = close.search(markup, hidden.end())
        if end is None:
            return
        place = end.end() if hidden["tag"] is None else end.start()
    yield markup[place:]


def safe_name(name: str) -> str | None:
    """The base name of a path that a mail states, to be shown and never written; or None."""
    base = re.split(r"[/\\]", name)[-1]
    base = " ".join(_UNSAFE.sub("", base).split())
    if len(base) > 120:
        stem, dot, suffix = base.rpartition(".")
        base = f"{stem[:100]}{dot}{suffix}" if dot and len(suffix) <= 10 else base[:100]
    return base if base.strip(". ") else None
