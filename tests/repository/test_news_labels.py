"""The labelled sentences of `bench/news.py` are whole: what it measures is what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

BENCH = Path(__file__).parents[2] / "bench"
LABELS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (BENCH / "news_labels.jsonl").read_text(encoding="utf-8").splitlines()
]
SAMPLE = (BENCH / "news_articles.txt").read_text(encoding="utf-8").split()


def test_there_are_enough_labels_of_each_kind() -> None:
    """At least a hundred told sentences are labelled, and some of every kind."""
    kinds = [one["label"] for one in LABELS]
    assert set(kinds) == {"repeat", "retelling", "partly", "new", "neither"}
    assert kinds.count("repeat") >= 100
    assert min(kinds.count(kind) for kind in set(kinds)) >= 50


def test_no_sentence_has_two_labels() -> None:
    """Where a place is listed again, its label is the same."""
    labels = {(one["article"], *one["place"], one["label"]) for one in LABELS}
    assert len({label[:3] for label in labels}) == len(labels)


def test_every_labelled_article_is_in_the_pile() -> None:
    """What is labelled, and what told it before, is among the articles that are read."""
    assert sorted(set(SAMPLE)) == SAMPLE
    tellers = {one["by"]["article"] for one in LABELS if one["by"] is not None}
    assert {one["article"] for one in LABELS} | tellers <= set(SAMPLE)


def test_what_is_told_names_its_teller() -> None:
    """A repeat or retelling says which sentence told it; a new sentence has none."""
    for one in LABELS:
        if one["label"] in ("repeat", "retelling"):
            assert one["by"] is not None, one
        if one["label"] == "new":
            assert one["by"] is None, one
        start, end = one["place"]
        assert 0 <= start < end
