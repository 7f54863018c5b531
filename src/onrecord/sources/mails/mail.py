"""A mail in a file (EML): the mail itself, and the documents attached to it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from onrecord.errors import EmptyInput, EncryptedInput, TooLarge
from onrecord.sources.formats import MEDIA_SUFFIXES
from onrecord.sources.items import HEAD_BYTES, Item, Reading, Source, read_all
from onrecord.sources.mails.mail_headers import Headers, read_headers, read_sender
from onrecord.sources.mails.mail_origin import sent_day
from onrecord.sources.mails.mail_parts import (
    DEEPEST,
    MAILS,
    Mail,
    Part,
    has_words,
    take_apart,
)
from onrecord.values.pages import MediaType, Page, Remark, Severity

_SUFFIXES = frozenset({".eml", ".email"})
_SENT = frozenset(
    {
        *("mime-version", "message-id", "received", "return-path", "delivered-to"),
        *("dkim-signature", "authentication-results", "list-unsubscribe", "x-mailer"),
    }
)
"""Fields that programs write and nobody types."""
_LETTER = frozenset({"from", "to", "subject", "date", "cc", "reply-to", "sender", "newsgroups"})
_ASIDE = re.compile(
    r"(?:image|audio|video|font|model)/|text/(?:x-)?(?:calendar|vcard|css|javascript|x-amp-html)"
    r"|message/(?!rfc822|global\Z|news)|application/(?:ics|(?:x-)?pkcs7-signature|pgp-signature"
    r"|ms-tnef|javascript|font)"
)
_SEALED = re.compile(r"application/(?:(?:x-)?pkcs7-mime|pgp-encrypted)")


def header_of(item: Item) -> Headers:
    """The header with which an item begins, as far as its first bytes go."""
    return read_headers(item.head, 0, len(item.head), top=True)[0]


def is_mail(headers: Headers) -> bool:
    """Whether a header is a mail's and not a few lines that a person put over a text.

    1. two of a letter's fields, one of them `From`, and a field that only programs write
    2. or `From` with an address, a date as mails write it, and `To` or `Subject`
    """
    names = {name for name, _ in headers.fields}
    if "from" not in names and not names & {"received", "return-path"}:
        return False
    if names & _SENT:
        return len(names) >= 2
    if not names & {"to", "subject", "newsgroups"}:
        return False
    date = headers.date()
    return bool(read_sender(headers.text("from")).address) and date is not None


def _accepts(item: Item) -> bool:
    if item.is_folder:
        return False
    named = item.suffix in _SUFFIXES or item.stated_type in MAILS
    if item.stated_type in MAILS and item.suffix not in _SUFFIXES:
        return True
    headers = header_of(item)
    return is_mail(headers) or (named and any(name in _LETTER for name, _ in headers.fields))


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """1. the mail itself, where it has words; 2. what is attached to it; 3. what was left aside."""
    data = read_all(item, reading.limits.item_bytes)
    most = reading.limits.mail_parts
    mail = take_apart(data, most)
    day = sent_day(mail.headers)
    found = False
    if any(has_words(part) for slot in mail.bodies() for branch in slot for part in branch):
        found = True
        yield Page(
            data=data,
            media_type=MediaType.MAIL,
            name=item.name,
            name_dates=item.name_dates,
            archived=day,
        )
    aside: list[Part] = []
    sealed = False
    number = 0
    for part in mail.attached():
        if _SEALED.match(part.media_type):
            sealed = True
        elif _is_aside(part):
            aside.append(part)
        else:
            number += 1
            found = True
            yield from reading.open_item(_attachment(item, part, number, day))
    if sealed and not found:
        raise EncryptedInput(
            f"{item.shown} is an encrypted or sealed mail; save it opened, from the program "
            "that can read it"
        )
    over = [_too_large(item, text) for text in _over_limits(item, mail, most)]
    if not found and over:
        raise TooLarge(over[0].message)
    if not found:
        raise EmptyInput(f"{item.shown} is a mail without any text{_and_aside(aside)}")
    yield from (*_left_aside(item, aside), *over)


def _is_aside(part: Part) -> bool:
    """Whether an attached part never is an article: pictures, sound, invitations, signatures."""
    if _ASIDE.match(part.media_type):
        return True
    suffix = re.search(r"\.\w{1,5}\Z", part.file_name or "")
    return bool(suffix and suffix[0].lower() in MEDIA_SUFFIXES | {".p7s", ".ics", ".vcf", ".asc"})


def _attachment(item: Item, part: Part, number: int, day: str | None) -> Item:
    data = part.decoded()
    name = part.file_name
    known = part.media_type != "application/octet-stream"
    return Item(
        name=name or f"{item.name}#{number}",
        shown=f"{item.shown}/{name}" if name else f"{item.shown}#{number}",
        size=len(data),
        head=data[:HEAD_BYTES],
        open=lambda: io.BytesIO(data),
        stated_type=part.media_type if known else None,
        charset=part.charset if part.media_type.startswith("text/") else None,
        archived=day or item.archived,
        depth=item.depth + 1,
    )


def _left_aside(item: Item, aside: list[Part]) -> Iterator[Remark]:
    """One note on what is attached and holds no text; pictures shown in the mail need none."""
    shown = [
        part
        for part in aside
        if not (part.media_type.startswith("image/") and part.disposition != "attachment")
    ]
    if shown:
        text = f"{item.shown}: {len(shown)} attached left aside, no text{_names(shown)}"
        yield Remark(
            name=item.shown, severity=Severity.NOTE, reason="media-left-aside", message=text
        )


def _over_limits(item: Item, mail: Mail, most: int) -> Iterator[str]:
    if mail.more_parts:
        yield (
            f"{item.shown} has more than {most} parts; the first {most} were looked at "
            "(raise the limit with ONRECORD_LIMIT_MAIL_PARTS)"
        )
    if mail.too_deep:
        yield f"{item.shown} has parts more than {DEEPEST} deep in one another; they were left out"


def _names(parts: list[Part]) -> str:
    names = [part.file_name or part.media_type for part in parts[:3]]
    return f" ({', '.join(names)}{', ...' if len(parts) > 3 else ''})"


def _and_aside(parts: list[Part]) -> str:
    return f"; left aside: {len(parts)}{_names(parts)}" if parts else ""


def _too_large(item: Item, message: str) -> Remark:
    return Remark(
        name=item.shown, severity=Severity.PARTIAL, reason=TooLarge.reason, message=message
    )


SOURCE = Source("mail", _accepts, _pages)
