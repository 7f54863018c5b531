"""One entry of a feed as a record, and whether it holds the article or only leads to it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from onrecord.sources.feeds.feed_outlet import is_foreign, publication
from onrecord.sources.feeds.feed_text import find_dek, is_article, is_taste
from onrecord.sources.feeds.feed_xml import by_name, text_in
from onrecord.text.markup import as_markup, has_markup, line_of_markup, resolve_entities
from onrecord.text.markup import words_of_markup as words

if TYPE_CHECKING:
    from lxml.etree import _Element

type Elements = Mapping[str, list[_Element]]

_CONTENT = ("content:encoded", "yandex:full-text", "content", "xhtml:body", "body", "fullitem")
_SUMMARY = ("description", "summary", "dc:description", "abstract")
_PUBLISHED = ("pubdate", "published", "issued", "dcterms:issued", "dc:date", "created", "date")
_UPDATED = ("updated", "modified", "dcterms:modified")
_MAIL = re.compile(r"[^\s@()<>]+@[^\s@()<>]+")
_BY = re.compile(r"\s*by[:\s]\s*", re.IGNORECASE)
_UNPUBLISHED = frozenset({"draft", "auto-draft", "trash", "private", "pending", "future"})
_FURNITURE = frozenset(
    {"attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset"}
)
_TEXT_TYPES = ("", "text", "html", "xhtml")


class Kind(StrEnum):
    """What an entry is."""

    ARTICLE = "article"
    LEAD = "lead"
    """A headline or summary that leads to an article's page."""
    OTHER = "other"
    """Sound, films, pictures, drafts, menus: no article and no way to one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry, judged."""

    kind: Kind
    record: Mapping[str, object] = field(default_factory=dict)
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHead:
    """What a feed says of itself, for all of its entries."""

    outlet: str | None = None
    address: str | None = None
    """The page that the feed belongs to, else where it was fetched."""
    language: str | None = None
    authors: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """Login names of a WordPress export to the names that are printed."""


def read_head(root: _Element | None, fetched: str | None) -> FeedHead:
    """The head of a feed; `fetched` is the address that it was given under, if any."""
    if root is None:
        return FeedHead(address=fetched)
    outer = by_name(root)
    channel = outer["channel"][0] if "channel" in outer else root
    found = by_name(channel)
    address = _address(channel, found, fetched or "") or fetched
    publisher = _name(found, "dc:publisher")
    rights = _line(found, "copyright", "rights", "dc:rights")
    title = _name(found, "title") or ""
    return FeedHead(
        outlet=publisher or publication(title, address=address, rights=rights),
        address=address,
        language=_line(found, "language", "dc:language") or _language(channel),
        authors=_authors(found) if "author" in found and channel is root else (),
        names=dict(_logins(found)),
    )


def _logins(found: Elements) -> Iterable[tuple[str, str]]:
    for author in map(by_name, found.get("wp:author", ())):
        login, name = _line(author, "wp:author_login"), _name(author, "wp:author_display_name")
        if login and name:
            yield login, name


def read_entry(element: _Element, head: FeedHead) -> Entry:
    """The record of an entry's element."""
    found = by_name(element)
    if _line(found, "wp:post_type") in _FURNITURE or _line(found, "wp:status") in _UNPUBLISHED:
        return Entry(kind=Kind.OTHER)
    address = _address(element, found, head.address or "")
    source = by_name(found["source"][0]) if "source" in found else {}
    outlet = _name(source, "title") or (_name(found, "source") if not source else None)
    outlet = outlet or _name(found, "dc:publisher")
    own = outlet is None and not is_foreign(address, head.address)
    outlet = head.outlet if own else outlet
    authors = _authors(found) or _authors(source) or (head.authors if own else ())
    published, updated = _line(found, *_PUBLISHED), _line(found, *_UPDATED)
    fields: dict[str, object] = {
        "id": _line(found, "id", "guid", "dc:identifier"),
        "title": _name(found, "title", "dc:title"),
        "address": address,
        "published": published or updated,
        "updated": updated,
        "authors": [head.names.get(name, name) for name in authors if name != outlet],
        "outlet": outlet,
        "language": _line(found, "dc:language") or _language(element) or head.language,
        "tags": _tags(found),
    }
    contents = [t for name in _CONTENT for e in found.get(name, ()) if (t := _content(e))]
    content = max(contents, key=len, default="")
    summary = next((t for name in _SUMMARY for e in found.get(name, ()) if (t := _content(e))), "")
    return judge(fields, content, summary, media=_is_media(found))


def judge(fields: Mapping[str, object], content: str, summary: str, *, media: bool) -> Entry:
    """The entry with its text, or what it is instead; `media`: it brings sound or a film."""
    found = fields.get("address")
    address = found if isinstance(found, str) and found else None
    body, brief = words(content), words(summary)
    text, dek = "", None
    if body and not is_taste(body):
        text, dek = content, find_dek(brief, body)
    elif is_article(brief or body):
        text = summary or content
    if not text:
        leads = not media and bool(address or body or brief)
        return Entry(kind=Kind.LEAD if leads else Kind.OTHER, address=address)
    record = {key: value for key, value in fields.items() if value}
    if same_moment(record.get("published"), record.get("updated")):
        del record["updated"]
    if dek:
        record["dek"] = dek
    if has_markup(as_markup(text)):
        record["content_html"] = text
    else:
        record["content_text"] = resolve_entities(text)
    return Entry(kind=Kind.ARTICLE, record=record, address=address)


def same_moment(left: object, right: object) -> bool:
    """Whether two stamps, in whatever form, are of one moment."""
    if left == right:
        return left is not None
    one, other = _moment(left), _moment(right)
    return one is not None and one == other


def _moment(stamp: object) -> datetime | None:
    if not isinstance(stamp, str):
        return None
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            found = read(stamp.strip())
            return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def _line(found: Elements, *names: str) -> str | None:
    """The first of these elements that holds words, in one line."""
    texts = (text_in(e) for name in names for e in found.get(name, ()))
    return next((line for text in texts if (line := " ".join(text.split()))), None)


def _name(found: Elements, *names: str) -> str | None:
    """The same without tags and references in it."""
    return line_of_markup(_line(found, *names) or "") or None


def _content(element: _Element) -> str:
    """A content as HTML or words; empty where it is none of them."""
    kind = (element.get("type") or "").lower().split(";")[0].strip()
    text = text_in(element)
    plain = kind in _TEXT_TYPES or kind.startswith("text/") or kind.endswith(("xml", "html"))
    if element.get("mode") != "base64" and plain:
        return text
    try:
        return base64.b64decode(text, validate=False).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def _address(element: _Element, found: Elements, feed: str) -> str | None:
    """Where the page lies: the original of a redirection, the link, or an id that is one."""
    candidates = [text_in(e) for e in found.get("feedburner:origlink", ())]
    pages = [e for e in found.get("link", ()) if e.get("rel", "alternate") == "alternate"]
    pages.sort(key=lambda e: "html" not in (e.get("type") or "html"))
    candidates += [e.get("href") or text_in(e) for e in pages]
    for guid in (*found.get("guid", ()), *found.get("id", ())):
        text = text_in(guid)
        if guid.get("isPermaLink", "true") != "false" and text.startswith(("http://", "https://")):
            candidates.append(text)
    for candidate in candidates:
        if candidate.strip():
            return _joined(feed, element.base or "", candidate.strip())
    return None


def _joined(feed: str, base: str, address: str) -> str:
    try:
        return urljoin(urljoin(feed, base), address)
    except ValueError:
        return address


def _language(element: _Element) -> str | None:
    """The language that the element or one around it states."""
    for node in (element, *element.iterancestors()):
        if language := node.get("{http://www.w3.org/XML/1998/namespace}lang"):
            return str(language)
    return None


def _authors(found: Elements) -> tuple[str, ...]:
    names: list[str] = []
    elements = found.get("dc:creator", []) or found.get("author", []) or found.get("dc:author", [])
    for element in elements:
        inner = by_name(element)
        names.append(_author(_line(inner, "name") or (text_in(element) if not inner else "")))
    return tuple(dict.fromkeys(name for name in names if name))


def _author(text: str) -> str:
    """The name in `mail@host (Name)`, `Name <mail@host>` or `By Name`."""
    line = line_of_markup(text)
    if _MAIL.search(line):
        line = _MAIL.sub("", line).strip(" ()<>,;")
    return _BY.sub("", line, count=1) if _BY.match(line) else line


def _tags(found: Elements) -> list[str]:
    elements = [*found.get("category", ()), *found.get("dc:subject", ())]
    texts = (e.get("label") or text_in(e) or e.get("term") or "" for e in elements)
    return _distinct(line_of_markup(text) for text in texts)


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _is_media(found: Elements) -> bool:
    """Whether the entry brings sound or a film."""
    elements = [
        *found.get("enclosure", ()),
        *found.get("media:content", ()),
        *found.get("link", ()),
    ]
    return (
        any(
            (e.get("type") or e.get("medium") or "").lower().startswith(("audio", "video"))
            and (e.get("rel") in {None, "enclosure"})
            for e in elements
        )
        or "itunes:duration" in found
    )
