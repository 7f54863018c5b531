"""JSON lines: one object a line, each an article with the line's own bytes."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import BrokenInput
from onrecord.sources.container import Member, read_members
from onrecord.sources.items import Item, Reading, Source
from onrecord.sources.lines import Line, line_too_long, read_lines
from onrecord.sources.record_fields import json_kind, parse_json
from onrecord.values.pages import Page, Remark

_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})


def _accepts(item: Item) -> bool:
    """By two complete objects on two lines; by name unless it begins as one document."""
    if item.is_folder:
        return False
    lines = [line.strip() for line in item.opening().splitlines() if line.strip()]
    if item.suffix in _SUFFIXES:
        return not lines or lines[0] not in {"[", "{"}
    if len(lines) < 2 or not (lines[0].startswith("{") and lines[1].startswith("{")):
        return False
    try:
        return isinstance(parse_json(lines[0].encode("utf-8")), dict)
    except BrokenInput:
        return False


def pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """A page for every line that holds a record with a text; the others are told."""
    yield from read_members(item, _members(item, reading), reading)


def _members(item: Item, reading: Reading) -> Iterator[Member]:
    for line in read_lines(item, reading):
        if line.data is None:
            error = line_too_long(line, reading.limits.item_bytes)
            yield Member(number=line.number, fault=error)
        elif line.data.strip():
            yield _member(line, line.data)


def _member(line: Line, data: bytes) -> Member:
    try:
        record = parse_json(data)
    except BrokenInput as error:
        fault = BrokenInput(f"line {line.number}: {error}")
        return Member(number=line.number, fault=fault)
    if not isinstance(record, dict):
        fault = BrokenInput(f"line {line.number} is {json_kind(record)}, not an object")
        return Member(number=line.number, fault=fault)
    return Member(number=line.number, record=record, data=data)


SOURCE = Source("jsonl", _accepts, pages)
