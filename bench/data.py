"""Where the public data lies, and how a measure says which data it is of."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class DataAbsent(Exception):
    """The public data of a measure is not on this machine."""


def data_folder(name: str) -> Path:
    """The folder of one data set, under `ONRECORD_BENCH_DATA` or beside the repository.

    Raises:
        DataAbsent: it is not there.
    """
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("ONRECORD_BENCH_DATA", beside)) / name
    if not folder.is_dir():
        raise DataAbsent(f"no data in {folder}; set ONRECORD_BENCH_DATA")
    return folder


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def digest_of(*parts: bytes | str) -> str:
    """16 hex digits over some data."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() if isinstance(part, str) else part)
    return digest.hexdigest()[:16]
