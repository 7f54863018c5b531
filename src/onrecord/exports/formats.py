"""The formats in which a record is exported: name, file suffix, writer."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import DiskFull, RecordFileError, UsageError
from onrecord.exports.json_export import write_json
from onrecord.record.compile import Record


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format."""

    name: str
    suffix: str
    write: Callable[[Record], Iterator[str]]


EXPORT_FORMATS: tuple[ExportFormat, ...] = (ExportFormat("json", ".json", write_json),)


def export_format(name: str) -> ExportFormat:
    """The format with this name.

    Raises:
        UsageError: there is none.
    """
    for known in EXPORT_FORMATS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in EXPORT_FORMATS)
    raise UsageError(f"no export format is called {name!r}; there are: {names}")


def write_whole(path: Path, pieces: Iterable[str | bytes]) -> None:
    """Write a file at once: it is complete under its name or not there. Text becomes UTF-8.

    A device or a pipe is written to, never replaced.

    Raises:
        DiskFull: no room.
        RecordFileError: the place cannot be written.
    """
    in_place = path.exists() and not path.is_file()
    # A plain new file, so that it gets the permissions that the user's files get.
    target = path if in_place else path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with target.open("wb" if in_place else "xb") as file:
            for piece in pieces:
                file.write(piece.encode("utf-8", "replace") if isinstance(piece, str) else piece)
        if not in_place:
            target.replace(path)
    except OSError as error:
        if error.errno == 28:
            raise DiskFull(f"{path}: the disk is full; nothing was written") from error
        raise RecordFileError(f"{path}: cannot be written ({error.strerror or error})") from error
    finally:
        if not in_place:
            target.unlink(missing_ok=True)
