"""Where a mail comes from: an outlet or a person, when it was sent, where it is archived.

A mail is an outlet's when it says that it goes to many (`List-Id`, `List-Unsubscribe`,
`Precedence: bulk`) and is no list to which its readers write (`List-Post`), or when the
address it is from is that of a role (`news@`, `noreply@`) and not of a person.
"""

from __future__ import annotations

import re

from onrecord.sources.mails.mail_headers import Headers, Sender, read_date, read_sender

_TO_MANY = ("list-id", "list-unsubscribe", "feedback-id", "x-campaign-id", "x-mailgun-tag")
_BULK = frozenset({"bulk", "list"})
_ROLE_WORDS = frozenset(
    {
        *("news", "newsletter", "newsletters", "noreply", "donotreply", "nachrichten", "alert"),
        *("alerts", "digest", "briefing", "briefings", "newsroom", "update", "updates", "wire"),
        *("bulletin", "desk", "headlines", "headline", "breaking", "mailing", "mailings"),
    }
)
"""Words of an address that no person's address has."""
_ROLES = frozenset(
    {
        *("info", "editor", "editors", "editorial", "redaktion", "redaction", "redaccion"),
        *("press", "presse", "mail", "hello", "contact", "service", "services", "media", "team"),
        *("subscriptions", "subscribers", "reply", "no-reply", "do-not-reply", "office"),
        *("communications", "stories", "story", "daily", "weekly", "feed", "feeds", "list"),
    }
)
"""Addresses that are a role's when nothing else stands before the `@`."""
_WORD = re.compile(r"[^a-z]+")
_THROUGH = re.compile(r"\s+via\s+\S.*\Z", re.IGNORECASE)
_PERSON_AT = re.compile(
    r"(?P<person>[^\W\d_][\w.’'-]*(?:\s+[^\W\d_][\w.’'-]*){1,3}),?\s+(?:from|at|@)\s+"
    r"(?P<outlet>\S.{1,60})"
)
_ARCHIVED_AT = re.compile(r"<?(https?://[^\s<>]{1,2000})>?", re.IGNORECASE)


def is_role(address: str) -> bool:
    """Whether an address is that of a role and not of a person."""
    local = address.partition("@")[0].partition("+")[0]
    words = set(filter(None, _WORD.split(local)))
    return local in _ROLES or bool(words & _ROLE_WORDS) or words == {"no", "reply"}


def is_outlets(headers: Headers) -> bool:
    """Whether the mail is an outlet's; a person may have sent any other."""
    if "mailto:" in headers.text("list-post").lower():
        return False
    bulk = headers.text("precedence").lower() in _BULK or any(n in headers for n in _TO_MANY)
    return bulk or is_role(read_sender(headers.text("from")).address)


def outlet_and_author(sender: Sender) -> tuple[str | None, str | None]:
    """The outlet that an outlet's mail names as its sender, and the person before it, if any.

    `Ada Reed at The Courier` is both; a name that is a role (`Newsletter`) is none.
    """
    name = _THROUGH.sub("", sender.name).strip()
    words = set(filter(None, _WORD.split(name.lower())))
    if not name or "@" in name or (words and words <= _ROLE_WORDS | _ROLES | {"no"}):
        return None, None
    both = _PERSON_AT.fullmatch(name)
    return (both["outlet"], both["person"]) if both else (name, None)


def sent_at(headers: Headers) -> str | None:
    """When the mail says that it was sent: ISO, in the zone that it states."""
    date = headers.date()
    return date.isoformat() if date is not None else None


def sent_day(headers: Headers) -> str | None:
    """ISO day by which the mail existed: its date, else when it was received."""
    date = headers.date() or read_date(headers.text("received").rpartition(";")[2].strip())
    return date.date().isoformat() if date is not None else None


def archived_at(headers: Headers) -> str | None:
    """The address at which the mail says that it is kept (RFC 5064)."""
    found = _ARCHIVED_AT.match(headers.text("archived-at"))
    return found[1] if found else None
