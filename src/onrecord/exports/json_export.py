"""The record as JSON: one article, one origin, one item a line, so that a diff reads well.

Numbers have at most four decimals, the file is UTF-8 and ends in one line feed, and it
holds no clock time, path or machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from onrecord.record.compile import Record


def write_json(record: Record) -> Iterator[str]:
    """Pieces of the JSON text, in order; joined they are the file."""
    yield "{\n"
    for key, value in record.head.items():
        yield f"{dumps(key)}: {dumps(value)},\n"
    before = ""
    for key, value in record.parts():
        yield f"{before}{dumps(key)}: "
        before = ",\n"
        if isinstance(value, Iterator):
            yield "["
            yield from _lines(value)
            yield "]"
        else:
            yield dumps(value)
    yield "\n}\n"


def _lines(values: Iterator[Any]) -> Iterator[str]:
    before = "\n"
    for value in values:
        yield before + dumps(value)
        before = ",\n"
    if before != "\n":
        yield "\n"


def dumps(value: object) -> str:
    """JSON of one value on one line, numbers rounded to four decimals."""
    text = json.dumps(_rounded(value), ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return value
