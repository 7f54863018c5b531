"""News items in JSON (ninjs 1 to 3, IPTC): a document that is one item.

Lists and lines of items are read as other lists and lines of records are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from onrecord.errors import BrokenInput
from onrecord.sources import json_document
from onrecord.sources.container import NO_TEXT, to_json, with_columns
from onrecord.sources.iptc.newsroom import StandingTally
from onrecord.sources.iptc.ninjs_fields import is_ninjs, ninjs_standing
from onrecord.sources.items import Item, Reading, Source, read_all
from onrecord.sources.record_fields import parse_json, record_fields
from onrecord.values.pages import MediaType, Page, Remark, Severity

_TOKEN = re.compile(r'"(?:[^"\\]|\\(?:.|\Z))*+(?:"|\Z)|[{}\[\]:]', re.DOTALL)
"""A string, cut at the end or not, or what opens, closes or joins; nothing else matters here."""
_STANDARD = re.compile(r'"name"\s*:\s*"ninjs"', re.IGNORECASE)


def _accepts(item: Item) -> bool:
    """By the keys of the outermost object, as far as the first bytes show them."""
    if item.is_folder:
        return False
    opening = item.opening()
    if not opening.startswith("{") or ('"uri"' not in opening and not _STANDARD.search(opening)):
        return False
    keys = _outer_keys(opening)
    return keys is not None and is_ninjs(keys)


def _outer_keys(opening: str) -> Mapping[str, object] | None:
    """The keys of the object that begins here; None where more follows after its end."""
    keys: dict[str, object] = {}
    depth = 0
    string = key = ""
    for token in _TOKEN.finditer(opening):
        mark = token[0][0]
        if mark == '"':
            string = token[0]
        elif mark == ":" and depth == 1:
            key = string[1:-1]
            keys[key] = ""
        elif mark in "{[":
            depth += 1
        elif mark in "}]":
            depth -= 1
            if depth == 0:
                rest = opening[token.end() :]
                return _with_standard(keys, opening) if not rest.strip(" \t\r\n\0\ufeff") else None
    return _with_standard(keys, opening)


def _with_standard(keys: dict[str, object], opening: str) -> Mapping[str, object]:
    named = {"standard", "$standard"} & keys.keys()
    if named and _STANDARD.search(opening):
        keys["standard"] = {"name": "ninjs"}
    return keys


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    data = read_all(item, reading.limits.item_bytes)
    try:
        document = parse_json(data)
    except BrokenInput as error:
        cause = error.__cause__
        if isinstance(cause, json.JSONDecodeError) and cause.msg == "Extra data":
            yield from json_document.SOURCE.pages(item, reading)
            return
        raise BrokenInput(f"{item.shown}: {error}") from error
    if not isinstance(document, dict) or not is_ninjs(document):
        yield from json_document.SOURCE.pages(item, reading)
        return
    standing, tally = ninjs_standing(document), StandingTally(item.shown)
    renamed = with_columns(document, reading.options.columns)
    if standing.is_aside:
        tally.aside(standing, item.shown)
    elif record_fields(renamed or document).text is None:
        yield _without_text(item)
    else:
        tally.kept(standing, item.shown)
        yield Page(
            data=data if renamed is None else to_json(renamed),
            media_type=MediaType.RECORD,
            name=item.name,
            name_dates=item.name_dates,
        )
    yield from tally.remarks()


def _without_text(item: Item) -> Remark:
    message = (
        f"{item.shown} is a news item without a text: it has neither a body nor a description, "
        "only metadata or references to other items; add the items that hold the text"
    )
    return Remark(name=item.shown, severity=Severity.FAILED, reason=NO_TEXT, message=message)


SOURCE = Source("ninjs", _accepts, _pages)
