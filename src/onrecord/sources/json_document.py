"""A JSON document: one article as an object, or a list of them, bare or in a wrapper."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from onrecord.errors import BrokenInput, EmptyInput, InputError, TooLarge
from onrecord.sources import jsonl
from onrecord.sources.container import Member, no_text_message, read_members, to_json, with_columns
from onrecord.sources.items import Item, Reading, Source, read_all, too_large
from onrecord.sources.record_fields import LIST_KEYS, json_kind, parse_json, record_fields
from onrecord.values.pages import MediaType, Page, Remark, Severity

_BEGINS = re.compile(r'\{\s*"(?:[^"\\]|\\.)*"\s*:|\[\s*(?:\{\s*["}]|\]\s*\Z)')
_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson", ".jsonlines"})
HELD_WHOLE = 20
"""A document may have this many times `item_bytes`, since it must be held whole."""
_WRAPPERS = 3
"""How many objects around the list are looked into."""


def _accepts(item: Item) -> bool:
    return not item.is_folder and bool(item.suffix in _SUFFIXES or _BEGINS.match(item.opening()))


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    data = _read(item, reading)
    if not data.strip():
        raise EmptyInput(f"{item.shown} is empty")
    try:
        document = parse_json(data)
    except BrokenInput as error:
        cause = error.__cause__
        if isinstance(cause, json.JSONDecodeError) and cause.msg == "Extra data":
            # Lines of JSON under the name of a document.
            held = replace(item, open=lambda: io.BytesIO(data))
            yield from jsonl.pages(held, reading)
            return
        raise BrokenInput(f"{item.shown}: {error}") from error
    if isinstance(document, dict):
        article = _article(item, data, document, reading)
        if article is not None:
            yield article
            return
    entries = _entries(document, _WRAPPERS)
    if entries is not None:
        yield from read_members(item, map(_member, range(1, len(entries) + 1), entries), reading)
    elif isinstance(document, dict):
        message = f"{item.shown}: {no_text_message(document)}"
        yield Remark(
            name=item.shown, severity=Severity.FAILED, reason="no-text-field", message=message
        )
    else:
        raise BrokenInput(f"{item.shown} is {json_kind(document)}, not an article or a list")


def _read(item: Item, reading: Reading) -> bytes:
    try:
        return read_all(item, HELD_WHOLE * reading.limits.item_bytes)
    except TooLarge as error:
        hint = "a JSON document is held whole; save it as JSON lines (.jsonl), which are not"
        raise TooLarge(f"{error}; {hint}") from error


def _article(
    item: Item, data: bytes, document: Mapping[str, object], reading: Reading
) -> Page | None:
    """The page of a document that is one article; its bytes are the file's."""
    renamed = with_columns(document, reading.options.columns)
    if record_fields(renamed or document).text is None:
        return None
    limit = reading.limits.item_bytes
    if len(data) > limit:
        raise too_large(item.shown, len(data), limit, "ONRECORD_LIMIT_ITEM_BYTES")
    return Page(
        data=data if renamed is None else to_json(renamed),
        media_type=MediaType.RECORD,
        name=item.name,
        name_dates=item.name_dates,
    )


def _entries(value: object, depth: int) -> list[object] | None:
    """The list of articles in a document, under a known key at most `depth` objects deep."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or depth == 0:
        return None
    found = (_entries(value[key], depth - 1) for key in LIST_KEYS if key in value)
    return next((entries for entries in found if entries is not None), None)


def _member(number: int, entry: object) -> Member:
    if not isinstance(entry, dict):
        fault: InputError = BrokenInput(f"entry {number} is {json_kind(entry)}, not an object")
        return Member(number=number, fault=fault)
    try:
        return Member(number=number, record=entry, data=to_json(entry))
    except BrokenInput as error:
        return Member(number=number, fault=error)


SOURCE = Source("json-document", _accepts, _pages)
