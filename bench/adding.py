"""What adding one article costs in piles of different sizes, linking included.

Data: articles of `timeline17` and `allsides_roundups`, chosen by a hash of their ids, as records
of one JSON Lines file. Some are kept aside and added one at a time, each in a call of its own as
`onrecord add` makes it, to a pile of each size; the language model is loaded before. Processor
seconds: the mean of all, and what of it is linking. The ratio is the largest pile's to the
smallest's. Then the peak memory of a process that adds one article, and of one that exports.

Making the piles takes half a second an article; `--piles FOLDER` keeps them for another run.

Run: `python bench/adding.py [SIZE ...] [--piles FOLDER] [--added N]` (default 50 5000)
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord import pipeline
from onrecord.link_record import link_pending
from onrecord.settings import Settings, load_settings
from onrecord.store.file import RecordFile

_SETS = ("timeline17", "allsides_roundups")
_PEAK = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "onrecord", *sys.argv[1:]], check=True,
               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def measure(sizes: Sequence[int], *, piles: Path, added: int = 20) -> dict[str, float | str]:
    """Seconds of one article by size of the pile, their ratio, and megabytes of memory.

    Args:
        sizes: articles of the piles, the smallest first.
        piles: folder in which piles are kept; one that is there is taken.
        added: articles that are added to each.
    """
    rows = _rows()
    aside, others = rows[:added], rows[added : added + max(sizes)]
    settings = load_settings()
    found: dict[str, float | str] = {}
    for size in sizes:
        pile = piles / f"pile-{size}.db"
        if not pile.exists():
            _make(pile, others[:size], settings)
        all_, linking = _add_each(pile, aside, settings)
        found |= {f"add_{size}": all_, f"link_{size}": linking}
        found |= {f"megabytes_add_{size}": _peak(pile, aside[:1])}
        found |= {f"megabytes_export_{size}": _peak(pile, [])}
        found |= {f"megabytes_file_{size}": pile.stat().st_size / 2**20}
    found["ratio"] = float(found[f"add_{sizes[-1]}"]) / float(found[f"add_{sizes[0]}"])
    found["data"] = digest_of(*(row["id"] for row in (*aside, *others)))
    return found


def _rows() -> list[dict[str, Any]]:
    rows = [r for name in _SETS for r in read_rows(data_folder(name) / "articles.jsonl.gz")]
    rows = [row for row in rows if row["text"].strip()]
    return sorted(rows, key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())


def _write(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    kept = ("title", "outlet", "published", "text")
    lines = (json.dumps({k: row[k] for k in kept if row.get(k)}) for row in rows)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _make(pile: Path, rows: Sequence[dict[str, Any]], settings: Settings) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = _write(Path(folder) / "articles.jsonl", rows)
        unfinished = pile.with_suffix(".part")
        with RecordFile(unfinished, write=True) as record:
            pipeline.note_versions(record, settings, "bench")
            pipeline.ingest(record, [source], settings=settings)
        unfinished.rename(pile)


def _add_each(
    pile: Path, rows: Sequence[dict[str, Any]], settings: Settings
) -> tuple[float, float]:
    """Mean processor seconds of adding one of the articles, and of its linking."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(pile, folder))
        files = [
            _write(Path(folder) / f"{n}.jsonl", [row]) for n, row in enumerate([*rows, rows[0]])
        ]
        linking = 0.0

        def linked(record: RecordFile) -> int:
            nonlocal linking
            began = time.process_time()
            count = link_pending(record)
            linking += time.process_time() - began
            return count

        with RecordFile(copy, write=True) as record:
            pipeline.ingest(record, [files[0]], settings=settings)  # loads what is loaded once
            with patch.object(pipeline, "link_pending", linked):
                began = time.process_time()
                for file in files[1:-1]:
                    pipeline.ingest(record, [file], settings=settings)
                spent = time.process_time() - began
    return spent / (len(rows) - 1), linking / (len(rows) - 1)


def _peak(pile: Path, rows: Sequence[dict[str, Any]]) -> float:
    """Peak megabytes of a process that adds some articles, or that exports."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(pile, folder))
        command = ["add", "-q", str(copy), str(_write(Path(folder) / "new.jsonl", rows))]
        if not rows:
            command = ["export", str(copy), "-o", str(Path(folder) / "record.json")]
        done = subprocess.run(
            [sys.executable, "-c", _PEAK, *command], capture_output=True, text=True, check=True
        )
        return float(done.stdout)


def main() -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[50, 5000])
    parser.add_argument("--piles", type=Path)
    parser.add_argument("--added", type=int, default=20)
    given = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as folder:
            piles = given.piles or Path(folder)
            found = measure(sorted(given.sizes), piles=piles, added=given.added)
    except DataAbsent as absent:
        print(absent)
        return 1
    for name, value in found.items():
        print(f"{name}: {value if isinstance(value, str) else round(value, 4)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
