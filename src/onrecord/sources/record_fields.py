"""Records: which keys of other tools' objects and tables are which of our fields.

Our own name comes first in every list, so that a mapped column wins. Keys are compared
without regard to case, `_`, `-` and spaces.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from onrecord.errors import BrokenInput
from onrecord.sources.iptc.ninjs_fields import Newsroom, is_ninjs, ninjs_record
from onrecord.text.decoding import decode
from onrecord.text.surrogates import without_surrogates

FIELD_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "_id", "article_id", "uuid", "guid", "identifier"),
        "title": ("title", "headline", "heading", "web_title", "title_page"),
        "text": (
            *("text", "maintext", "article_body", "body", "body_text", "full_text"),
            *("article_text", "text_content", "content_text", "content", "raw_text"),
            *("content_html", "body_html", "article", "story"),
        ),
        "published": (
            *("published", "date_publish", "date_published", "published_at", "published_date"),
            *("published_on", "publish_date", "publication_date", "publication_time"),
            *("first_published", "web_publication_date", "pub_date", "date", "datetime"),
        ),
        "updated": (
            *("updated", "date_modify", "date_modified", "date_updated", "updated_at"),
            *("updated_date", "modified", "modified_at", "modified_date", "last_modified"),
        ),
        "address": (
            *("address", "url", "canonical_url", "link", "web_url", "article_url", "permalink"),
            *("uri", "href", "source"),
        ),
        "outlet": (
            *("outlet", "sitename", "site_name", "publisher", "publication", "newspaper"),
            *("source_name", "source", "source_hostname", "hostname", "source_domain", "domain"),
        ),
        "authors": ("authors", "author", "byline", "bylines", "creator", "by"),
        "dek": (
            *("dek", "standfirst", "subtitle", "subheadline", "subheading", "description"),
            *("excerpt", "summary", "abstract"),
        ),
        "language": ("language", "lang", "in_language"),
    }
)
"""Our field to the accepted keys, the first that holds something wins."""

LIST_KEYS = (
    *("articles", "items", "results", "data", "entries", "docs", "documents", "records"),
    *("stories", "response", "@graph", "hits", "_items"),
)
"""Keys under which a JSON document keeps its list of articles, or a wrapper around it."""

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.\-]*:)?//\S+|www\.\S+|[^\s/]+\.[^\s/]+/\S*", re.IGNORECASE)
_NAME_KEYS = ("name", "title", "label", "@value", "$oid", "url", "@id")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFields:
    """What a record says of an article, each as it stands there; None where it says nothing."""

    id: str | None = None
    title: str | None = None
    text: str | None = None
    """Body text; may hold markup."""
    published: str | None = None
    updated: str | None = None
    address: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    dek: str | None = None
    language: str | None = None
    newsroom: Newsroom | None = None
    """What a news item in ninjs says beyond these fields; None for other records."""


def read_record(data: bytes) -> RecordFields:
    """The fields of one record: a JSON object in bytes, as a page of media type RECORD has it.

    Raises:
        BrokenInput: the bytes are no JSON object.
    """
    record = parse_json(data)
    if not isinstance(record, dict):
        raise BrokenInput(f"a record is a JSON object, not {json_kind(record)}")
    return record_fields(record)


def record_fields(record: Mapping[str, object]) -> RecordFields:
    """The fields of one object, found under any of the accepted keys."""
    newsroom: Newsroom | None = None
    if is_ninjs(record):
        item, newsroom = ninjs_record(record)
        # what a user mapped to a field of ours wins, but ninjs has a `title` that is no headline
        mapped = {key: record[key] for key in FIELD_KEYS if key in record}
        record = mapped | item | {key: mapped[key] for key in mapped if key != "title"}
    by_key = _by_folded_key(record)

    def first(field: str, read: Callable[[object], str | None]) -> str | None:
        return next((v for v in map(read, _values(by_key, field)) if v), None)

    return RecordFields(
        id=first("id", _word),
        title=first("title", _word),
        text=first("text", _prose),
        published=first("published", _word),
        updated=first("updated", _word),
        address=first("address", _address),
        outlet=first("outlet", _outlet),
        authors=next((a for a in map(_authors, _values(by_key, "authors")) if a), ()),
        dek=first("dek", _prose),
        language=first("language", _word),
        newsroom=newsroom,
    )


def field_of(key: str) -> str | None:
    """Our field that a key or column of this name is read as, or None."""
    folded = fold_key(key)
    for field, accepted in FIELD_KEYS.items():
        if any(fold_key(name) == folded for name in accepted):
            return field
    return None


def fold_key(key: str) -> str:
    """A key without what differs between tools: case, `_`, `-`, spaces."""
    return re.sub(r"[\s_\-]", "", key).casefold()


def parse_json(data: bytes) -> object:
    """The JSON value in the bytes, whatever their encoding.

    Raises:
        BrokenInput: it is none; the message is a short reason.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = decode(data).text
    if "\0" in text[:4]:
        text = decode(data).text
    try:
        # Not strict: raw line breaks and NULs inside strings are common and harmless.
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise BrokenInput("JSON is nested too deeply") from error
    except json.JSONDecodeError as error:
        raise BrokenInput(
            f"no JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        ) from error
    except ValueError as error:  # a number of thousands of digits
        raise BrokenInput("no JSON that can be read: a number is too long") from error


def json_kind(value: object) -> str:
    """What a JSON value is, for a message."""
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "a truth value"}
    return "null" if value is None else kinds.get(type(value), "a number")


def _by_folded_key(record: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key in sorted(record):
        found.setdefault(fold_key(key), record[key])
    # Our own spelling wins over another one of the same key.
    found.update({fold_key(key): record[key] for key in FIELD_KEYS if key in record})
    return found


def _values(by_key: Mapping[str, object], field: str) -> Iterator[object]:
    return (by_key[folded] for folded in _FOLDED[field] if folded in by_key)


_FOLDED = {field: tuple(map(fold_key, keys)) for field, keys in FIELD_KEYS.items()}


def _word(value: object) -> str | None:
    """A string or number as it stands; the name of an object; the first of a list."""
    if isinstance(value, str):
        return without_surrogates(value) if value.strip() else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return next((word for item in value[:10] if (word := _leaf(item))), None)
    return _leaf(value)


def _leaf(value: object) -> str | None:
    """A string, or the name of an object of one level."""
    if isinstance(value, dict):
        value = next((value[key] for key in _NAME_KEYS if value.get(key)), None)
    return without_surrogates(value) if isinstance(value, str) and value.strip() else None


def _prose(value: object) -> str | None:
    """A text; a list of paragraphs is joined by empty lines."""
    if isinstance(value, list):
        parts = [part for part in value if isinstance(part, str) and part.strip()]
        value = "\n\n".join(parts)
    return without_surrogates(value) if isinstance(value, str) and value.strip() else None


def _address(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id")
    word = _word(value)
    return word if word and _ADDRESS.fullmatch(word.strip()) else None


def _outlet(value: object) -> str | None:
    """A name; what is an address (trafilatura's `source`) is none."""
    word = _word(value)
    return None if word is None or _ADDRESS.fullmatch(word.strip()) else word


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(without_surrogates(name.strip()) for name in value.split(";") if name.strip())
    names = value if isinstance(value, list) else [value]
    return tuple(name.strip() for item in names if (name := _leaf(item)))
