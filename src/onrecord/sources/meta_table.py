"""The table of `--meta`: what a person gives with files from outside (address, outlet, day)."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.sources.dialect import find_dialect
from onrecord.sources.items import outside_name
from onrecord.text.decoding import decode
from onrecord.values.pages import Given

_COLUMNS = {
    **dict.fromkeys(("file", "name", "path"), "file"),
    **dict.fromkeys(("url", "address"), "address"),
    **dict.fromkeys(("outlet", "source"), "outlet"),
    **dict.fromkeys(("published", "date"), "published"),
}


def read_meta_table(path: Path) -> Mapping[str, Given]:
    """What is given for every file that the table names; keys are paths or names as written.

    Raises:
        UsageError: it cannot be read, has unknown or missing columns, or names a file twice
            with different values.
    """
    try:
        text = decode(path.read_bytes()).text
    except OSError as error:
        raise UsageError(f"the table {path} cannot be read: {error.strerror}") from error
    dialect = find_dialect(text[:65_536], tabs_expected=path.suffix.lower() == ".tsv")
    reader = csv.reader(
        io.StringIO(text), delimiter=dialect.separator, skipinitialspace=dialect.space_after
    )
    table: dict[str, Given] = {}
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise UsageError(f"{path}, line {reader.line_num}: {error}") from error
    fields = _fields(rows[0][1] if rows else [], path)
    for line, row in rows[1:]:
        key, given = _row(row, fields, f"{path}, line {line}")
        if table.setdefault(key, given) != given:
            raise UsageError(f"{path}, line {line}: {key} stands there twice, with other values")
    return table


def _fields(header: list[str], path: Path) -> list[str]:
    names = [cell.strip().casefold() for cell in header]
    unknown = [cell.strip() for cell in header if cell.strip().casefold() not in _COLUMNS]
    if unknown:
        raise UsageError(
            f"{path} has columns that are not known: {', '.join(unknown)}; "
            f"known are {', '.join(_COLUMNS)}"
        )
    fields = [_COLUMNS[name] for name in names]
    if "file" not in fields:
        raise UsageError(f"{path} needs a column that names the files: file, name or path")
    if len(set(fields)) < len(fields):
        raise UsageError(f"{path} gives the same thing in two columns: {', '.join(header)}")
    return fields


def _row(row: list[str], fields: list[str], where: str) -> tuple[str, Given]:
    if any(cell.strip() for cell in row[len(fields) :]):
        raise UsageError(f"{where} has {len(row)} cells; the header has {len(fields)}")
    cells = {field: cell.strip() or None for field, cell in zip(fields, row, strict=False)}
    name = cells.get("file")
    if name is None:
        raise UsageError(f"{where} names no file")
    given = Given(
        address=cells.get("address"), outlet=cells.get("outlet"), published=cells.get("published")
    )
    return outside_name(name), given
