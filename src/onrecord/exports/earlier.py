"""Reading an export of the record that was written earlier, perhaps by another program."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from onrecord.errors import BrokenInput, UnknownFormat, UnreachableInput

_GZIP = b"\x1f\x8b"


def read_export(path: Path) -> Mapping[str, Any]:
    """The export at a path, as JSON or as JSON in gzip; nothing of it is checked but what it is.

    Raises:
        UnreachableInput: it is missing or cannot be read.
        BrokenInput: it is no JSON, or cut off.
        UnknownFormat: it is JSON of something else.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreachableInput(f"{path}: {error.strerror or error}") from error
    try:
        export = json.loads(gzip.decompress(data) if data.startswith(_GZIP) else data)
    except (ValueError, EOFError, OSError, zlib.error, RecursionError) as error:
        raise BrokenInput(f"{path}: is no whole JSON ({error})") from error
    if not isinstance(export, dict) or not isinstance(export.get("articles"), list):
        raise UnknownFormat(
            f"{path}: is no export of a record; `onrecord export` writes one, as JSON"
        )
    return export
