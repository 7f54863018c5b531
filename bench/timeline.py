"""How well the days that matter, and what happened on them, are found in piles about one story.

Data: the five development topics of `timeline17/` under `ONRECORD_BENCH_DATA`, with 9 timelines
that journalists wrote. Protocol of Ghalandari and Ifrim (2020): a topic pools all its collections;
articles outside of the timeline's range of dates are dropped; the number of dates, and of
sentences a date (the mean, rounded), are those of the timeline. Measures: F1 of the dates, and
alignment-based ROUGE-1 and -2 F of tilse 0.2.1 (`align_date_content_costs_many_to_one`), the mean
over the timelines. PUBCOUNT, which ranks days by the number of articles published on them, is
measured in the same run: a check that the data and the protocol are those of the literature.

Articles go through reading and analysis; their dates of publication are known, as the protocol
has it. Nothing is fitted to any topic.

tilse is a development dependency without its own: `pip install --no-deps tilse==0.2.1 && pip
install nltk scipy`. Without it, only dates are measured, with a loud line. Its ROUGE is its own
reimplementation; `--original` runs the Perl script that it ships instead, which the published
figures are of (some minutes; needs Perl with XML::Parser and DB_File).

Run: `python bench/timeline.py [--original] [--cache FOLDER]`. The cache keeps the analyses of the
articles, for trying things out; it knows nothing of changes in the code.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import pickle
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from copies import linked
from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.analysis.analyze import analyze
from onrecord.articles.read import read_article
from onrecord.record.timeline.day_ranking import rank_days
from onrecord.record.timeline.day_sentences import DaySentences
from onrecord.record.timeline.days import ArticleDays, days_of_article
from onrecord.record.timeline.weights import WordWeights, count_stems
from onrecord.settings import Settings
from onrecord.values.article import Article, Dating
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.pages import Given, MediaType, Page
from onrecord.values.vocabulary import Basis

_TOKEN = re.compile(r"\w+|[^\w\s]")
_FILES = ("articles.jsonl.gz", "timelines.jsonl.gz")

type Timeline = Mapping[date, Sequence[str]]
type Rouge = Callable[[Timeline, Timeline], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One timeline of the data."""

    name: str
    topic: str
    entries: Mapping[date, Sequence[str]]
    """Sentences of each date, tokenised."""


@dataclass(frozen=True, slots=True)
class Read:
    """One article of the data after reading and analysis."""

    topic: str
    published: date
    days: ArticleDays
    copies: str
    """Id of its group of copies."""


def measure(*, original: bool = False, cache: Path | None = None) -> dict[str, float | str]:
    """The three measures and PUBCOUNT's date F1: means, and of each timeline."""
    folder = data_folder("timeline17")
    golds = _golds(folder)
    published = _published(folder)
    articles = _read(folder, cache)
    rouge = _rouge(original=original)
    result: dict[str, float | str] = {"timelines": len(golds)}
    rows: list[dict[str, float]] = []
    for gold in golds:
        pile = [a for a in articles if a.topic == gold.topic and _in_range(a.published, gold)]
        found = _timeline(pile, gold)
        row = {
            "pubcount_date_f1": _date_f1(_most_printed(published[gold.topic], gold), gold.entries),
            "date_f1": _date_f1(found, gold.entries),
        }
        if rouge is not None:
            row["ar1_f"], row["ar2_f"] = rouge(found, gold.entries)
        rows.append(row)
        result |= {f"{key} {gold.name}": value for key, value in row.items()}
    means = {key: sum(row[key] for row in rows) / len(rows) for key in rows[0]}
    digest = digest_of(*((folder / name).read_bytes() for name in _FILES))
    return {**means, **result, "data": digest}


def _golds(folder: Path) -> list[Gold]:
    golds = []
    for row in read_rows(folder / "timelines.jsonl.gz"):
        entries: dict[date, list[str]] = defaultdict(list)
        for entry in row["entries"]:
            entries[date.fromisoformat(entry["date"])] += entry["sentences_tokenized"]
        golds.append(Gold(row["timeline_id"].partition("/")[0], row["topic"], dict(entries)))
    return golds


def _published(folder: Path) -> Mapping[str, list[date]]:
    days: dict[str, list[date]] = defaultdict(list)
    for row in read_rows(folder / "articles.jsonl.gz"):
        days[row["topic"]].append(date.fromisoformat(row["published"]))
    return days


def _in_range(day: date, gold: Gold) -> bool:
    return min(gold.entries) <= day <= max(gold.entries)


def _most_printed(published: Iterable[date], gold: Gold) -> list[date]:
    """PUBCOUNT."""
    counts = Counter(day for day in published if _in_range(day, gold))
    return sorted(counts, key=lambda day: (-counts[day], day))[: len(gold.entries)]


def _timeline(pile: Sequence[Read], gold: Gold) -> Timeline:
    """Ours: as many days and sentences as the timeline of the data has."""
    days = [article.days for article in pile]
    weights = WordWeights(*count_stems([s for d in a.sentences for s in d.stems] for a in days))
    sentences = DaySentences(days, weights.weight)
    each = round(sum(map(len, gold.entries.values())) / len(gold.entries))
    ranked = rank_days(days, {a.days.article: a.copies for a in pile}, weights.weight)
    found: dict[date, list[str]] = {}
    for day in ranked:
        if len(found) == len(gold.entries):
            break
        if _in_range(day, gold) and (chosen := sentences.of(day, each)):
            found[day] = [" ".join(_TOKEN.findall(one.text)) for one in chosen]
    return found


def _date_f1(found: Iterable[date], gold: Iterable[date]) -> float:
    ours, theirs = set(found), set(gold)
    both = len(ours & theirs)
    return 2 * both / (len(ours) + len(theirs))


def _rouge(*, original: bool) -> Rouge | None:
    """AR-1 and AR-2 F of tilse; None, with a loud line, where it is absent."""
    absent = [m for m in ("tilse", "nltk", "scipy") if importlib.util.find_spec(m) is None]
    if absent:
        print(f"*** SKIPPED, NOT PASSED: alignment ROUGE: no {', '.join(absent)}", file=sys.stderr)
        return None
    timelines = importlib.import_module("tilse.data.timelines")
    evaluator = importlib.import_module("tilse.evaluation.rouge").TimelineRougeEvaluator(
        measures=["rouge_1", "rouge_2"],
        rouge_computation="original" if original else "reimpl",
    )

    def score(found: Any, gold: Any) -> tuple[float, float]:
        scores = evaluator.evaluate_align_date_content_costs_many_to_one(
            timelines.Timeline(found), timelines.GroundTruth([timelines.Timeline(gold)])
        )
        return scores["rouge_1"]["f_score"], scores["rouge_2"]["f_score"]

    return score


def _read(folder: Path, cache: Path | None) -> list[Read]:
    kept = cache / "timeline17.pickle" if cache is not None else None
    if kept is not None and kept.exists():
        pairs: list[tuple[dict[str, Any], Article, Analysis]] = pickle.loads(kept.read_bytes())
    else:
        pairs = list(_analysed(folder))
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(pairs))
    copies = linked({article.id: article for _, article, _ in pairs}).group
    return [
        Read(
            row["topic"],
            date.fromisoformat(row["published"]),
            days_of_article(article, analysis),
            copies[article.id],
        )
        for row, article, analysis in pairs
    ]


def _analysed(folder: Path) -> Iterable[tuple[dict[str, Any], Article, Analysis]]:
    settings, rows, articles = Settings(), [], []
    for row in read_rows(folder / "articles.jsonl.gz"):
        if not row["text"].strip():
            continue
        item = {"id": row["id"], "text": row["text"], "outlet": row["outlet"]}
        page = Page(
            data=json.dumps(item, sort_keys=True).encode(),
            media_type=MediaType.RECORD,
            name=row["id"].replace("/", "_"),
            given=Given(),
        )
        known = DayInterval.on(date.fromisoformat(row["published"]))
        article = read_article(page, limits=settings.limits)
        articles.append(replace(article, published=Dating(known, Basis.METADATA)))
        rows.append({"topic": row["topic"], "published": row["published"]})
    yield from zip(rows, articles, analyze(articles, settings), strict=True)


def main() -> int:
    """Print the measures; 0 also where the data is absent, with a loud line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--original", action="store_true", help="the Perl script of ROUGE")
    parser.add_argument("--cache", type=Path, help="folder that keeps the analyses")
    arguments = parser.parse_args()
    try:
        result = measure(original=arguments.original, cache=arguments.cache)
    except DataAbsent as absent:
        print(f"SKIPPED timeline: {absent}", file=sys.stderr)
        return 0
    print(
        "timeline17",
        json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in result.items()}),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
