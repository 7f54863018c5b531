"""Tables (CSV, TSV): a header, then one article a row, as JSON with sorted keys."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from onrecord.errors import BrokenInput, EmptyInput, NotText
from onrecord.sources.container import NO_TEXT, Member, read_members, to_json
from onrecord.sources.dialect import Dialect, find_dialect
from onrecord.sources.items import Item, Reading, Source
from onrecord.sources.lines import LineDecoder, line_too_long, read_lines
from onrecord.sources.record_fields import field_of
from onrecord.text.decoding import decode, looks_like_text
from onrecord.values.pages import Page, Remark, Severity

_SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
_SEPARATOR_LINE = re.compile(r"\s*sep=(.)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row as it was read."""

    line: int
    """Number of its last line."""
    cells: list[str]
    fault: str = ""


def _accepts(item: Item) -> bool:
    return not item.is_folder and item.suffix in _SUFFIXES


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """1. the header; 2. which column is the text; 3. the rows; 4. how they were decoded."""
    if not looks_like_text(item.head):
        raise NotText(f"{item.shown} holds no text, whatever its name says")
    decoder = LineDecoder(item.head)
    rows = _rows(item, reading, decoder)
    header = _header(next(rows, None), item)
    refusal = _refusal(item, header, reading.options.columns)
    if refusal is not None:
        yield refusal
        return
    yield from read_members(item, _members(rows, header), reading)
    if decoder.guessed is not None:
        yield Remark(
            name=item.shown,
            severity=Severity.NOTE,
            reason="encoding-guessed",
            message=f"{item.shown} was read as {decoder.guessed}; "
            f"{decoder.undecodable} bytes could not be decoded",
        )


def _rows(item: Item, reading: Reading, decoder: LineDecoder) -> Iterator[_Row]:
    """The rows that are not empty.

    Raises:
        TooLarge: a line over `item_bytes`.
        BrokenInput: a quotation mark is open at the end, so that rows ran together.
    """
    limit = reading.limits.item_bytes
    dialect, skipped = _dialect(item, decode(item.head).text)
    lines = _decoded_lines(item, reading, decoder)
    for _ in islice(lines, skipped):
        pass
    ended = False

    def fed() -> Iterator[str]:
        nonlocal ended
        yield from lines
        ended = True

    # The csv module has one limit for the whole process: it is only raised here, and
    # what is over our own limit is refused by its size in bytes.
    csv.field_size_limit(max(csv.field_size_limit(), min(limit, 2**31 - 1)))
    reader = csv.reader(fed(), delimiter=dialect.separator, skipinitialspace=dialect.space_after)
    while True:
        before = reader.line_num + skipped + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            line = reader.line_num + skipped
            yield _Row(line, [], f"lines {before} to {line}: {error}; is a quotation mark open?")
            continue
        if row is None:
            return
        if ended:  # the reader looks for more lines within a row only inside quotation marks
            raise BrokenInput(
                f"{item.shown}: a quotation mark opened in the row from line {before} on is "
                "never closed; that row and what follows it were not read"
            )
        if any(cell.strip() for cell in row):
            yield _Row(reader.line_num + skipped, row)


def _dialect(item: Item, sample: str) -> tuple[Dialect, int]:
    """The dialect, and how many lines only state it (spreadsheets write `sep=;`)."""
    stated = _SEPARATOR_LINE.fullmatch(sample.split("\n", 1)[0])
    if stated is not None:
        return Dialect(stated[1]), 1
    return find_dialect(sample, tabs_expected=item.suffix in {".tsv", ".tab"}), 0


def _decoded_lines(item: Item, reading: Reading, decoder: LineDecoder) -> Iterator[str]:
    for line in read_lines(item, reading):
        if line.data is None:
            raise line_too_long(line, reading.limits.item_bytes)
        yield decoder(line.data) + "\n"


def _header(first: _Row | None, item: Item) -> list[str]:
    """The column names, made distinct.

    Raises:
        EmptyInput: there is no row at all.
        BrokenInput: the first row cannot be read.
    """
    if first is None:
        raise EmptyInput(f"{item.shown} is empty")
    if first.fault:
        raise BrokenInput(f"{item.shown}, {first.fault}")
    names: list[str] = []
    for place, cell in enumerate(first.cells, start=1):
        name = cell.strip() or f"column {place}"
        names.append(f"{name} ({place})" if name in names else name)
    return names


def _refusal(item: Item, header: list[str], columns: Mapping[str, str]) -> Remark | None:
    folded = {name.casefold() for name in header}
    absent = [name for name in columns.values() if name.strip().casefold() not in folded]
    found = ", ".join(header[:30])
    if absent:
        message = f"{item.shown} has no column {', '.join(absent)}; it has: {found}"
        return Remark(
            name=item.shown, severity=Severity.FAILED, reason="no-such-column", message=message
        )
    if "text" in columns or any(field_of(name) == "text" for name in header):
        return None
    message = (
        f"{item.shown} has no column that holds a text; it has: {found}. "
        "Say which one it is: --column text=NAME"
    )
    return Remark(name=item.shown, severity=Severity.FAILED, reason=NO_TEXT, message=message)


def _members(rows: Iterator[_Row], header: list[str]) -> Iterator[Member]:
    for number, row in enumerate(rows, start=1):
        cells = row.cells
        while len(cells) > len(header) and not cells[-1].strip():
            cells = cells[:-1]
        text = f"row {number} (to line {row.line}) has {len(cells)} cells, not {len(header)}"
        if row.fault or len(cells) != len(header):
            yield Member(number=number, fault=BrokenInput(row.fault or f"{text}; it was not read"))
            continue
        record = dict(zip(header, cells, strict=True))
        yield Member(number=number, record=record, data=to_json(record))


SOURCE = Source("csv", _accepts, _pages)
