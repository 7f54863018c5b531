"""Fit the judge of retellings: prints the weights of `lexicon/data/retold.yaml`.

It fits from the file that it is given: labelled sentences in the form of `bench/news_labels.jsonl`,
of the same data. Sentences that the bench measures are left out. The labels that
the package was fitted on are not in the repository; the model card says how they were made. A
positive pair is a labelled sentence and the one that told it; negative ones are a new sentence and
its most alike earlier ones, among the articles of the labels' pile (`bench/news_articles.txt`).

Needs scikit-learn and the data of the bench; parses all its articles, which takes half an hour,
where no cache of `bench/news.py` has them. Lines with `#` say what was fitted on.

Run: `PYTHONPATH=bench python scripts/fit_retold.py LABELS [--cache FOLDER]`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

import news
from data import data_folder, digest_of
from onrecord.linking.retold.likeness import Likeness, likeness
from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.linking.retold.told_sentences import ToldSentence, told_sentences

_STRENGTH = 0.05
"""Inverse of how strongly large weights are held down."""
_WEIGHTS = {"repeat": 1.0, "retelling": 2.5, "new": 0.5, "partly": 0.15}
_NEGATIVES = {"new": 12, "partly": 4}

type Json = dict[str, Any]
type Pair = tuple[Likeness, bool, float]


def pairs(reads: Sequence[news.Read], labels: Sequence[Json]) -> Iterator[Pair]:
    """The pairs with whether they tell the same, and their weights."""
    told = {read.row: told_sentences(read.article, read.analysis) for read in reads}
    by_row = {read.row: read for read in reads}
    for label in labels:
        kind, read = label["label"], by_row.get(label["article"])
        mine = _at(told.get(label["article"], ()), label["place"])
        if kind not in _WEIGHTS or read is None or mine is None:
            continue
        if kind in _NEGATIVES:
            earlier = [
                one.text
                for other in reads
                if other.topic == read.topic and other.published < read.published
                for one in told[other.row]
            ]
            for other_text in _most_alike(mine.text, earlier)[: _NEGATIVES[kind]]:
                yield likeness(mine.text, other_text), False, _WEIGHTS[kind]
        elif label["by"] is not None:
            other_told = _at(told.get(label["by"]["article"], ()), label["by"]["place"])
            if other_told is not None:
                yield likeness(mine.text, other_told.text), True, _WEIGHTS[kind]


def _at(told: Sequence[ToldSentence], place: Sequence[int]) -> ToldSentence | None:
    """The sentence that has most of a place."""
    start, end = place
    shared = [(min(one.end, end) - max(one.start, start), one) for one in told]
    best = max(shared, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] > 0 else None


def _most_alike(mine: SentenceText, others: Sequence[SentenceText]) -> list[SentenceText]:
    shared = [(sum(mine.content[w] for w in mine.content if w in o.content), o) for o in others]
    return [o for weight, o in sorted(shared, key=lambda pair: -pair[0]) if weight > 0]


def unmeasured(labels: Path) -> list[Json]:
    """The labelled sentences of a file that the bench does not measure."""
    measured = {_place(label) for label in _read(news.LABELS)}
    return [label for label in _read(labels) if _place(label) not in measured]


def _read(labels: Path) -> list[Json]:
    return [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]


def _place(label: Json) -> tuple[str, int, int]:
    start, end = label["place"]
    return label["article"], start, end


def counted(labels: Sequence[Json]) -> str:
    """How many sentences have which label."""
    counts = Counter(one["label"] for one in labels)
    return ", ".join(f"{number} {label}" for label, number in sorted(counts.items()))


def main() -> None:
    """Print the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path, help="labelled sentences, not those of the bench")
    parser.add_argument("--cache", type=Path, help="folder of bench/news.py that keeps analyses")
    given = parser.parse_args()
    labels = unmeasured(given.labels)
    if not labels:
        parser.error("these are the sentences that the bench measures")
    sample = news.sampled_rows()
    reads = news.read_articles(data_folder("timeline17"), given.cache)
    found = list(pairs([read for read in reads if read.row in sample], labels))
    print(f"# labels: {digest_of(given.labels.read_bytes())}, {counted(labels)}")
    print(f"# pairs: {sum(same for _, same, _ in found)} same, of {len(found)}")
    numbers: Any = np.array([[float(x) for x in astuple(one)] for one, _, _ in found])
    scaler = StandardScaler().fit(numbers)
    model = LogisticRegression(C=_STRENGTH, max_iter=2000).fit(
        scaler.transform(numbers),
        [same for _, same, _ in found],
        sample_weight=[weight for _, _, weight in found],
    )
    weights = model.coef_[0] / scaler.scale_
    print(f"base: {model.intercept_[0] - weights @ scaler.mean_:.2f}")
    for field, weight in zip(fields(Likeness), weights, strict=True):
        print(f"{field.name}: {weight:.2f}")


if __name__ == "__main__":
    main()
