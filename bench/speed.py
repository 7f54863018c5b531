"""How fast `onrecord add` is, as ratios within one run.

Data: articles of `timeline17` as plain text files, chosen by a hash of their ids. Each side is one
process: `onrecord add` of the folder into a new record, and the bare language model with the
same components over the same texts. Ratio of words per second, model loading included in both.
Then the same folder again: how many times faster. Then peak memory, and the start of
`onrecord --help` and `onrecord articles` as medians of five.

Run: `python bench/speed.py [ARTICLES]` (default 150; `all` for the whole set)
"""

from __future__ import annotations

import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from data import DataAbsent, data_folder, digest_of, read_rows

_BARE = """
import sys
from pathlib import Path
from onrecord.analysis.model import load_model
from onrecord.analysis.steps import MODEL_COMPONENTS
nlp = load_model("auto", MODEL_COMPONENTS).nlp
texts = [p.read_text("utf-8") for p in sorted(Path(sys.argv[1]).iterdir())]
with nlp.memory_zone():
    print(sum(len(doc) for doc in nlp.pipe(texts, batch_size=16)))
"""
"""The peer: the language model alone, whole texts, the batch size that is fastest on a CPU."""


def measure(articles: int | None) -> dict[str, float | str]:
    """All ratios for so many articles, or for all of them."""
    rows = list(read_rows(data_folder("timeline17") / "articles.jsonl.gz"))
    rows = [row for row in rows if row["text"].strip()]
    rows.sort(key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())
    chosen = rows[:articles]
    with tempfile.TemporaryDirectory() as folder:
        texts, record = Path(folder) / "texts", Path(folder) / "record.db"
        texts.mkdir()
        for number, row in enumerate(chosen):
            (texts / f"{number:05d}.txt").write_text(row["text"], "utf-8")
        bare, _, _ = _run([sys.executable, "-c", _BARE, str(texts)])
        first, memory, _ = _run([*_ONRECORD, "add", "-q", str(record), str(texts)])
        again, _, _ = _run([*_ONRECORD, "add", "-q", str(record), str(texts)])
        listing = _median([*_ONRECORD, "articles", str(record)])
    return {
        "articles": len(chosen),
        "words": sum(len(row["text"].split()) for row in chosen),
        "bare_seconds": bare,
        "add_seconds": first,
        "ratio_to_bare": bare / first,
        "again_times_faster": first / again,
        "peak_megabytes": memory,
        "help_seconds": _median([*_ONRECORD, "--help"]),
        "articles_seconds": listing,
        "data": digest_of(*(row["id"] for row in chosen)),
    }


_ONRECORD = [sys.executable, "-m", "onrecord"]


def _run(command: list[str]) -> tuple[float, float, int]:
    """Seconds, peak megabytes and exit status of a process."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_compiling()
    )
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        megabytes = usage.ru_maxrss / 1000
    else:
        process.wait()
        megabytes = float("nan")
    if process.returncode not in (0, 3):
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return time.perf_counter() - began, megabytes, process.returncode


def _compiling() -> dict[str, str]:
    """The environment with compiled modules kept, as they are after an installation."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "onrecord-bench")}


def _median(command: list[str]) -> float:
    return statistics.median(_run(command)[0] for _ in range(5))


def main() -> int:
    """Print the ratios; 0 also where the data is absent, with a loud line."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else "150"
    try:
        print(json.dumps(measure(None if wanted == "all" else int(wanted))))
    except DataAbsent as absent:
        print(f"SKIPPED speed: {absent}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
