"""How much of the article's text is found on saved news pages, against the peer.

Data: `article_extraction/` under `ONRECORD_BENCH_DATA` (181 pages with their texts, of the
article-extraction-benchmark). Measure, as its authors define it: multisets of 4-grams of
words per page; means of precision and recall over the pages; F1 of the two means. The
mean of the pages' own F1 is given beside it.

Run: `python bench/article_extraction.py [--json]`
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from data import DataAbsent, data_folder
from onrecord.articles.html.body import HtmlReading, read_html
from onrecord.articles.read import read_article
from onrecord.settings import Limits
from onrecord.values.pages import MediaType, Page
from onrecord.values.vocabulary import Role

_WORD = re.compile(r"\w+")
_GRAM = 4
_METADATA = ("headline", "authors", "outlet", "published", "modified", "address", "language")


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over the pages, 0 to 1, and the time that all pages took."""

    precision: float
    recall: float
    f1: float
    mean_page_f1: float
    seconds: float


@dataclass(frozen=True, slots=True)
class PageCounts:
    """4-grams of one page: in both texts, only in ours, only in the true one."""

    both: int
    ours: int
    true: int


def count_page(true: str, ours: str) -> PageCounts:
    """The 4-grams that the two texts share and do not share."""
    left, right = _grams(true), _grams(ours)
    both = (left & right).total()
    return PageCounts(both, right.total() - both, left.total() - both)


def score_pages(pages: list[PageCounts], seconds: float) -> Scores:
    """The means over the pages; a page without text on one side counts only for the other."""
    precision = statistics.mean(_share(p.both, p.ours, p.true) for p in pages if p.both + p.ours)
    recall = statistics.mean(_share(p.both, p.true, p.ours) for p in pages if p.both + p.true)
    both = precision + recall
    return Scores(
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / both if both else 0.0,
        mean_page_f1=statistics.mean(_page_f1(p) for p in pages),
        seconds=seconds,
    )


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    grams = (tuple(words[i : i + _GRAM]) for i in range(max(1, len(words) - _GRAM + 1)))
    return Counter(gram for gram in grams if gram)


def _share(both: int, wrong: int, other: int) -> float:
    if not wrong and not other:
        return 1.0
    return both / (both + wrong) if both else 0.0


def _page_f1(page: PageCounts) -> float:
    total = 2 * page.both + page.ours + page.true
    return 2 * page.both / total if total else 1.0


_BODY = frozenset({Role.DATELINE, Role.LEDE, Role.BODY, Role.SUBHEAD})


def body_text(data: bytes) -> str:
    """The paragraphs of the finished article that are its body."""
    article = read_article(Page(data=data, media_type=MediaType.HTML, name="page.html"))
    paragraphs = (p for p in article.paragraphs if p.role in _BODY)
    return "\n".join(article.text[p.start : p.end] for p in paragraphs)


def _plain(data: bytes) -> str:
    from trafilatura import extract  # noqa: PLC0415

    return extract(data, include_comments=False) or ""


def _precise(data: bytes) -> str:
    from trafilatura import extract  # noqa: PLC0415

    return extract(data, include_comments=False, include_tables=True, favor_precision=True) or ""


def measure(folder: Path) -> dict[str, object]:
    """All scores of one run, with a digest of the data that they are of."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    readings: dict[str, HtmlReading] = {}

    extractors: dict[str, Callable[[bytes], str]] = {
        "onrecord": body_text,
        "trafilatura-precision": _precise,
        "trafilatura": _plain,
    }
    digest = hashlib.sha256((folder / "ground-truth.json").read_bytes())
    counts: dict[str, list[PageCounts]] = {name: [] for name in extractors}
    seconds = dict.fromkeys(extractors, 0.0)
    for extract in extractors.values():
        extract(b"<p>Loads what is loaded when first needed.</p>")  # not a part of the measure
    for page in sorted(truth):
        data = gzip.decompress((folder / "html" / f"{page}.html.gz").read_bytes())
        digest.update(data)
        readings[page] = read_html(data, limits=Limits())
        for name, extract in extractors.items():
            began = time.process_time()
            text = extract(data)
            seconds[name] += time.process_time() - began
            counts[name].append(count_page(truth[page].get("articleBody", ""), text))
    return {
        "pages": len(truth),
        "data": digest.hexdigest()[:16],
        "scores": {n: asdict(score_pages(counts[n], seconds[n])) for n in extractors},
        "found": _found(list(readings.values())),
    }


def _found(readings: list[HtmlReading]) -> dict[str, float]:
    """Share of the pages in which each thing is found at all."""
    found = {
        name: statistics.mean(bool(getattr(r.metadata, name)) for r in readings)
        for name in _METADATA
    }
    found["headline block"] = statistics.mean(
        any(s.markup_role == "headline" for s in r.segments) for r in readings
    )
    found["an article"] = statistics.mean("no-article-found" not in r.notes for r in readings)
    return found


def main() -> int:
    """Measure and print; 0 also where the data is absent, with a loud line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    try:
        result = measure(data_folder("article_extraction"))
    except DataAbsent as absent:
        print(f"SKIPPED article_extraction: {absent}", file=sys.stderr)
        return 0
    if arguments.json:
        print(json.dumps(result, indent=1))
        return 0
    scores = result["scores"]
    assert isinstance(scores, dict)
    print(f"{result['pages']} pages, data {result['data']}")
    for name, score in scores.items():
        print(f"{name:<22}" + "  ".join(f"{key} {value:.4f}" for key, value in score.items()))
    found = result["found"]
    assert isinstance(found, dict)
    print("found: " + ", ".join(f"{name} {share:.3f}" for name, share in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
