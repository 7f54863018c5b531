"""Count in how many news articles each stem stands, for the weights of words in the timeline.

Data, under `ONRECORD_BENCH_DATA`: `allsides_roundups`, `basil`, the training part of `quotes`,
and of `wire_copy_2018` one page a publisher and set, since most of its pages tell one story. Only
the counts are kept: stems without digits that stand in two articles or more.

Run: `python scripts/fit_document_frequencies.py` (writes into `src/onrecord/lexicon/data`).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_ROOT / "bench"))

from data import DataAbsent, data_folder, read_rows  # noqa: E402
from onrecord.lexicon.words import stop_words, words_of  # noqa: E402
from onrecord.text.stems import stem  # noqa: E402

_OUT = _ROOT / "src" / "onrecord" / "lexicon" / "data" / "document_frequencies.txt"
_FEWEST = 2
_LONGEST = 24
"""Letters: longer strings are addresses and the like."""


def texts() -> Iterator[str]:
    """Title and text of every article that is counted."""
    for name in ("allsides_roundups", "basil"):
        for row in read_rows(data_folder(name) / "articles.jsonl.gz"):
            yield f"{row.get('title') or ''}\n{row['text']}"
    for row in read_rows(data_folder("quotes") / "polnear_train.jsonl.gz"):
        yield row["text"]
    seen: set[tuple[str, str]] = set()
    for row in read_rows(data_folder("wire_copy_2018") / "articles.jsonl.gz"):
        if (row["set"], row["outlet"]) not in seen:
            seen.add((row["set"], row["outlet"]))
            yield f"{row.get('title') or ''}\n{row['text']}"


def stems_in(text: str) -> set[str]:
    """The stems of the content words, those with digits left out."""
    stops = stop_words()
    words = {word for word in words_of(text) if word not in stops and len(word) <= _LONGEST}
    return {s for word in words if len(s := stem(word)) > 1 and s.isalpha()}


def main() -> int:
    """Count and write; 1 where the data is absent."""
    counts: Counter[str] = Counter()
    articles = 0
    try:
        for text in texts():
            counts.update(stems_in(text))
            articles += 1
    except DataAbsent as absent:
        print(f"not written: {absent}", file=sys.stderr)
        return 1
    by_count: dict[int, list[str]] = {}
    for word, count in counts.items():
        if count >= _FEWEST:
            by_count.setdefault(count, []).append(word)
    lines = [f"articles {articles}"]
    lines += [f"{n} {' '.join(sorted(by_count[n]))}" for n in sorted(by_count)]
    _OUT.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    print(f"{articles} articles, {sum(map(len, by_count.values()))} stems, {_OUT.stat().st_size} B")
    return 0


if __name__ == "__main__":
    sys.exit(main())
