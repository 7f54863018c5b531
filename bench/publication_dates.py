"""How well the day of publication of articles is found where it is not given.

A benchmark for dating bare news text from a pile of articles, for others to use too:

- Data: three public sets of dated news articles. `timeline17`: five piles, one a topic, of one to
  five outlets; the date is that of the folder into which a page was crawled, so a few are late.
  `allsides_roundups`: the dated articles, one pile; editors chose two or three outlets for an
  event. `basil`: one pile, 100 events by three outlets each.
- Task: of a pile the dates of some articles are hidden, with their addresses; the text stays,
  and what it says of its date. Hidden are one in ten, half, and all. An article is hidden when
  the first eight hexadecimal digits of the MD5 of its id, as a fraction of 2**32, are under that
  share: so what is hidden at one in ten is hidden at half, too.
- Task `story`, for timeline17: a few articles of one running story, as a person has them. Each
  topic is dealt into piles of 20 and of 60 (by the same fraction of id and size), and four in
  five dates of each are hidden; once as they are, once (`unknown`) with no outlet known.
- Answer: for each hidden article a first and a last possible day, either open, and possible
  weekdays.
- Measures, over the hidden articles of a pile: `answered_7`, `answered_31`: share whose last less
  first day is at most 7 (31) days with the truth between them, unknown counting as not answered;
  `contains`: of those with a day bounded at all, the share whose days and weekdays contain the
  truth; `linked`: how many are bounded by other articles, and `linked_right`: the share of these
  whose days contain the truth; `exact_right`: of those with one day, the share that is right;
  `width`: median of last less first over those closed on both sides. Of the five topics of
  timeline17 the mean is taken of the answered, of all else the sum of cases.

It runs through the program's own functions. Reading and parsing all three sets (5,500 articles,
5 million words) takes about 20 minutes on two cores; findings are kept in `ONRECORD_BENCH_CACHE`
or a folder for temporary files and used again by the same program.

Run: `python bench/publication_dates.py [SET ...] [--sample]`
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pickle
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import batched
from pathlib import Path
from typing import Any

from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.analysis.analyze import analyze, stage_version
from onrecord.articles.read import read_article
from onrecord.lexicon.data_files import lexicon_digest
from onrecord.linking.dates.facts import date_facts
from onrecord.linking.dates.keys import candidates, date_keys
from onrecord.linking.dates.links import date_links
from onrecord.linking.dates.narrowing import own_possible, settle_dates
from onrecord.linking.dates.own import own_dates
from onrecord.settings import Settings
from onrecord.values.article import Article, Dating
from onrecord.values.datings import SettledDate
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.pages import Given, MediaType, Page
from onrecord.values.vocabulary import Basis

SETS = ("basil", "allsides_roundups", "timeline17")
HIDDEN = {"one_in_ten": 0.1, "half": 0.5, "all": 1.0}
_STORIES, _STORY_SIZES, _STORY_HIDDEN = "timeline17", (20, 60), 0.8
_CHUNK = 100
_SAMPLE_WORDS = 120_000


@dataclass(frozen=True, slots=True)
class Dated:
    """An article as it is read without its date, its findings, and the truth."""

    id: str
    article: Article
    analysis: Analysis
    truth: date


@dataclass(slots=True)
class Score:
    """Counts over the hidden articles of one pile."""

    hidden: int = 0
    bounded: int = 0
    contained: int = 0
    linked: int = 0
    linked_right: int = 0
    exact: int = 0
    exact_right: int = 0
    within_7: int = 0
    within_31: int = 0
    widths: list[int] = field(default_factory=list)

    def add(self, found: SettledDate, truth: date) -> None:
        """Count one article."""
        possible = found.possible
        first, last = possible.days.first, possible.days.last
        right = truth in possible
        self.hidden += 1
        if found.basis is Basis.OTHER_ARTICLES:
            self.linked += 1
            self.linked_right += right
        if possible.days.known:
            self.bounded += 1
            self.contained += right
        if first is None or last is None:
            return
        width = (last - first).days
        self.widths.append(width)
        self.exact += width == 0
        self.exact_right += width == 0 and right
        self.within_7 += width <= 7 and right
        self.within_31 += width <= 31 and right


def is_hidden(article: str, share: float) -> bool:
    """Whether the date of an article is hidden where this share is."""
    return _fraction(article) < share


def _fraction(name: str) -> float:
    digits = hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()[:8]
    return int(digits, 16) / 2**32


def settle(pile: Sequence[Dated], share: float) -> dict[str, SettledDate]:
    """The dates of a pile with a share of them hidden, by the id of the row."""
    shown = {one.article.id: one for one in pile}
    articles = [o.article if is_hidden(o.id, share) else _with_date(o) for o in shown.values()]
    own = {a.id: own_dates(a, shown[a.id].analysis) for a in articles}
    facts = {a.id: date_facts(a, shown[a.id].analysis, own_possible(own[a.id])) for a in articles}
    pairs = candidates({a: date_keys(one) for a, one in facts.items()})
    links = [link for a, b in sorted(pairs) for link in date_links(facts[a], facts[b])]
    settled = settle_dates(own, links)
    return {one.id: settled[one.article.id] for one in pile}


def _with_date(one: Dated) -> Article:
    days = DayInterval.on(one.truth)
    return replace(one.article, published=Dating(days, Basis.METADATA, None, (), "metadata: bench"))


def score(pile: Sequence[Dated], share: float) -> Score:
    """How well the hidden dates of a pile are found."""
    found = settle(pile, share)
    counts = Score()
    for one in pile:
        if is_hidden(one.id, share):
            counts.add(found[one.id], one.truth)
    return counts


def story_piles(pile: Sequence[Dated], size: int) -> list[list[Dated]]:
    """One topic dealt into piles of a size, in the order of a hash of size and id."""
    dealt = sorted(pile, key=lambda one: (_fraction(f"{size} {one.id}"), one.id))
    return [list(some) for some in batched(dealt, size)]


def measure_stories(topics: Sequence[Sequence[Dated]]) -> dict[str, float]:
    """The measures of small piles of one story, as `story_20_linked_right`."""
    found: dict[str, float] = {}
    kept = ("hidden", "contains", "linked", "linked_right", "answered_7")
    for size in _STORY_SIZES:
        small = [pile for topic in topics for pile in story_piles(topic, size)]
        blank = [[replace(o, article=replace(o.article, outlet=None)) for o in p] for p in small]
        for label, some in ((f"story_{size}", small), (f"unknown_{size}", blank)):
            result = summary([score(pile, _STORY_HIDDEN) for pile in some])
            found |= {f"{label}_{key}": result[key] for key in kept}
    return found


def summary(scores: Sequence[Score]) -> dict[str, float]:
    """The measures over the piles of one kind."""

    def total(name: str) -> int:
        return sum(getattr(one, name) for one in scores)

    widths = [width for one in scores for width in one.widths]
    return {
        "hidden": total("hidden"),
        "contains": total("contained") / max(1, total("bounded")),
        "linked": total("linked"),
        "linked_right": total("linked_right") / max(1, total("linked")),
        "exact": total("exact"),
        "exact_right": total("exact_right") / max(1, total("exact")),
        "width": statistics.median(widths) if widths else -1.0,
        "closed": len(widths) / max(1, total("hidden")),
        "answered_7": statistics.fmean(s.within_7 / max(1, s.hidden) for s in scores),
        "answered_31": statistics.fmean(s.within_31 / max(1, s.hidden) for s in scores),
    }


def piles(name: str, *, words: int | None = None) -> dict[str, list[Dated]]:
    """The dated articles of a set by pile, in the order of a hash of event or id.

    Args:
        name: of the set.
        words: no more than so many words, from the first on; None for all.

    Raises:
        DataAbsent: the data is not on this machine.
    """
    rows = [row for row in read_rows(_path(name)) if row.get("published") and row["text"].strip()]
    rows.sort(key=lambda row: (_fraction(row.get("event_id") or row["id"]), row["id"]))
    if words is not None:
        rows = _first(rows, words)
    found: dict[str, list[Dated]] = {}
    for chunk in batched(rows, _CHUNK):
        for row, (article, analysis) in zip(chunk, _read(chunk), strict=True):
            truth = date.fromisoformat(row["published"][:10])
            dated = Dated(row["id"], article, analysis, truth)
            found.setdefault(row.get("topic") or name, []).append(dated)
    return {pile: found[pile] for pile in sorted(found)}


def _path(name: str) -> Path:
    return data_folder(name) / "articles.jsonl.gz"


def _first(rows: Sequence[dict[str, Any]], words: int) -> list[dict[str, Any]]:
    """As many rows as hold no more than so many words."""
    kept: list[dict[str, Any]] = []
    for row in rows:
        words -= len(row["text"].split())
        if words < 0:
            break
        kept.append(row)
    return kept


def _read(rows: Sequence[Mapping[str, Any]]) -> list[tuple[Article, Analysis]]:
    """Articles without date and address, with their findings; kept in a folder once made."""
    settings = Settings()
    articles = [read_article(_page(row), limits=settings.limits) for row in rows]
    made_by = f"{stage_version(settings)} {lexicon_digest()} {sys.version}"
    path = _cache() / f"{digest_of(made_by, *(repr(a) for a in articles))}.pickle"
    if path.exists():
        analyses: list[Analysis] = pickle.loads(path.read_bytes())
    else:
        analyses = list(analyze(articles, settings))
        path.write_bytes(pickle.dumps(analyses))
    return list(zip(articles, analyses, strict=True))


def _page(row: Mapping[str, Any]) -> Page:
    given = {key: row[key] for key in ("id", "title", "text", "outlet") if row.get(key)}
    data = json.dumps(given, sort_keys=True).encode()
    return Page(data=data, media_type=MediaType.RECORD, name="row", given=Given())


def _cache() -> Path:
    named = os.environ.get("ONRECORD_BENCH_CACHE")
    folder = Path(named) if named else Path(tempfile.gettempdir()) / "onrecord-bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def measure(name: str, *, words: int | None = None) -> dict[str, float | str]:
    """The measures of one set for each share of hidden dates, as `half_answered_7`."""
    every = piles(name, words=words)
    found: dict[str, float | str] = {"articles": sum(map(len, every.values()))}
    for label, share in HIDDEN.items():
        result = summary([score(pile, share) for pile in every.values()])
        found |= {f"{label}_{key}": value for key, value in result.items()}
    found |= measure_stories(list(every.values())) if name == _STORIES else {}
    return found | {"data": digest_of(_path(name).read_bytes())}


def measure_sample() -> dict[str, float | str]:
    """The measures of a fixed part of basil, 120,000 words, chosen by a hash of the event.

    All articles of an event are in or out.
    """
    return measure("basil", words=_SAMPLE_WORDS)


def main() -> int:
    """Print the measures; 0 also where the data is absent, with a loud line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS, metavar="SET", help=", ".join(SETS))
    parser.add_argument("--sample", action="store_true", help="120,000 words of basil")
    arguments = parser.parse_args()
    try:
        for name in ("basil",) if arguments.sample else arguments.sets:
            result = measure_sample() if arguments.sample else measure(name)
            shown = {k: round(v, 4) if isinstance(v, float) else v for k, v in result.items()}
            print(name, json.dumps(shown), flush=True)
    except DataAbsent as absent:
        print(f"SKIPPED publication_dates: {absent}", file=sys.stderr)
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
