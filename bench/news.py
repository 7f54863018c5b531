"""Whether what is called new is new, and whether first reports of events have them as their news.

Data: the five development topics of `timeline17/` under `ONRECORD_BENCH_DATA`: articles of known
date, and timelines that journalists wrote. Each topic is a pile, read in order of publication.

- *First reports.* An event is a date of a timeline with its sentences. The article that reports it
  first is the first of those published from the day before that date to a week after it that has a
  sentence of at least eight words whose TF-IDF cosine with one of the event's sentences is 0.4 or
  more (plain lower-case words without a fixed list of words of grammar; inverse document
  frequencies over the sentences of the pile; nothing of Onrecord). Events without such an article
  are left out. An event counts as found when an item of that article's news holds such a sentence
  (`first_reports`). Words as plain as these may miss an earlier report in other words:
  `first_reports_or_told` also counts events whose sentence is said to be told by another article,
  not older than the day before, that has it among its news.
- *Sentences.* `news_labels.jsonl` has sentences (article, place in the row's text) that were read
  with the four most alike sentences (TF-IDF) of articles of earlier days, and labelled: `repeat`
  (nearly word for word), `retelling` (in other words), `partly`, `new`, and `neither` for what is
  no news at all (menus, comments). Articles were taken from `news_articles.txt`; here too they are
  a pile of their own, and what articles of the same day tell counts as later. Measured is how many
  are called new (an item of the news of any kind lies in them) and how many are called told.

Links alone are used (`news_of`), as `onrecord add` has them; the compiled news leave out what the
timeline, utterances and series show was told before.

Run: `python bench/news.py [--full] [--cache FOLDER] [--labels FILE] [--errors] [--only PART]`.
Without `--full` one topic alone is measured (`_SMALL`), in two minutes; all five take half an hour.
The cache keeps the analyses of the articles of each topic, for trying things out; it knows nothing
of changes in the code.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.analysis.analyze import analyze
from onrecord.articles.read import read_article
from onrecord.linking.index import DictIndex
from onrecord.linking.retold.link import RetoldChanges, SentencesAtHand, link_retold
from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.linking.retold.told_sentences import told_sentences
from onrecord.record.news import news_of
from onrecord.settings import Settings
from onrecord.values.article import Article, Dating
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.links import RetoldLink
from onrecord.values.pages import Given, MediaType, Page
from onrecord.values.vocabulary import Basis

_HERE = Path(__file__).resolve().parent
LABELS = _HERE / "news_labels.jsonl"
"""The labelled sentences that are measured."""
_SAMPLE = _HERE / "news_articles.txt"
_SMALL = frozenset({"mj"})
"""The topics of a run without `--full`: the one with the fewest articles."""
_LIKE = 0.4
_BEFORE, _AFTER = timedelta(days=1), timedelta(days=7)
_SHORTEST = 8
_KINDS = ("repeat", "retelling", "partly", "new")
_WORD = re.compile(r"[a-z0-9]+")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[\"”’)]*")
_GRAMMAR = frozenset(
    _WORD.findall(
        "the a an of to in and that is was for on it with as by at from his he be has have had are "
        "were this said which but not they their who will would its or been after we i her she you "
        "than also about more up out so if when what there all into over no"
    )
)

type Json = dict[str, Any]
type Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Read:
    """One article of the data."""

    row: str
    topic: str
    published: date
    article: Article
    analysis: Analysis


@dataclass(slots=True)
class Pile:
    """A topic in memory, linked."""

    reads: Mapping[str, Read]
    texts: dict[str, SentenceText] = field(default_factory=dict)
    told: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    by_text: dict[str, list[tuple[str, int, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    links: dict[str, dict[str, RetoldLink]] = field(default_factory=lambda: defaultdict(dict))

    def article(self, article_id: str) -> Article:
        """The article with this id."""
        return self.reads[article_id].article

    def analysis(self, article_id: str) -> Analysis:
        """Its findings."""
        return self.reads[article_id].analysis

    def told_by(self, article_id: str) -> Sequence[tuple[int, int, str]]:
        """Its sentences."""
        return self.told.get(article_id, ())

    def tellers(self, text_id: str) -> Sequence[tuple[str, int, int]]:
        """Where a sentence is told."""
        return self.by_text.get(text_id, ())

    def retold_links_of(self, text_id: str) -> Sequence[RetoldLink]:
        """Its links."""
        return list(self.links[text_id].values()) if text_id in self.links else ()

    def sentence_text(self, text_id: str) -> SentenceText:
        """The sentence with this id."""
        return self.texts[text_id]

    def keep(self, changes: RetoldChanges) -> None:
        """Keep what linking made."""
        self.texts |= {text.id: text for text in changes.texts}
        for article, held in changes.held:
            self.told[article] = [(one.start, one.end, one.text.id) for one in held]
            for one in held:
                self.by_text[one.text.id].append((article, one.start, one.end))
        gone = [(pair, None) for pair in changes.dropped]
        for pair, link in (*gone, *changes.judged):
            for text, other in (pair, pair[::-1]):
                if link is None:
                    self.links[text].pop(other, None)
                else:
                    self.links[text][other] = link


def measure(
    *,
    full: bool = False,
    labels: Path = LABELS,
    cache: Path | None = None,
    only: str = "",
    errors: bool = False,
) -> dict[str, float | str]:
    """All measures.

    Args:
        full: all topics, not only those of `_SMALL`.
        labels: the labelled sentences.
        cache: a folder that keeps the analyses.
        only: `sentences` or `events`; both where empty.
        errors: whether to print what is called wrongly.

    Raises:
        DataAbsent: the data is not there.
    """
    folder = data_folder("timeline17")
    topics = None if full else _SMALL
    reads = read_articles(folder, cache, topics)
    found: dict[str, float | str] = {}
    if only != "events":
        found |= _sentences(reads, labels, errors=errors)
    if only != "sentences":
        found |= _events(reads, folder, errors=errors)
    names = ("articles.jsonl.gz", "timelines.jsonl.gz")
    data = [labels, _SAMPLE, *(folder / name for name in names)]
    measured = " ".join(sorted({read.topic for read in reads}))
    return found | {"data": digest_of(measured, *(path.read_bytes() for path in data))}


def _sentences(reads: Sequence[Read], labels: Path, *, errors: bool) -> dict[str, float | str]:
    """How labelled sentences are called."""
    sample = sampled_rows()
    wanted: dict[str, list[Json]] = defaultdict(list)
    for line in labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        wanted[label["article"]].append(label)
    counts: Counter[tuple[str, str]] = Counter()
    for pile in _piles(read for read in reads if read.row in sample):
        order = {id_: read.published.toordinal() for id_, read in pile.reads.items()}
        for id_, read in pile.reads.items():
            if read.row not in wanted:
                continue
            news = news_of(id_, pile, order)
            for label in wanted[read.row]:
                called = _called(news, *label["place"])
                counts[label["label"], called] += 1
                if errors and called != {"new": "new", "neither": called}.get(
                    label["label"], "told"
                ):
                    words = read.article.text[slice(*label["place"])]
                    print(f"{label['label']} called {called}: {' '.join(words.split())}")
    found: dict[str, float | str] = {}
    for kind in _KINDS:
        total = sum(number for (label, _), number in counts.items() if label == kind)
        found[f"{kind}s"] = total
        found[f"{kind}_not_new"] = 1 - counts[kind, "new"] / max(total, 1)
        found[f"{kind}_told"] = counts[kind, "told"] / max(total, 1)
    return found


def sampled_rows() -> frozenset[str]:
    """The articles among which sentences were labelled, as the data calls them."""
    return frozenset(_SAMPLE.read_text(encoding="utf-8").split())


def _called(news: Json, start: int, end: int) -> str:
    """What most of a place is called: `new`, `told` or nothing."""
    middle = (start + end) // 2
    if any(one["start"] <= middle < one["end"] for one in news["repeats"]):
        return "told"
    for item in news["adds"]:
        if start <= (item["anchor"]["start"] + item["anchor"]["end"]) // 2 < end:
            return "new"
        if item["anchor"]["start"] <= middle < item["anchor"]["end"]:
            return "new"
    return "-"


def _events(reads: Sequence[Read], folder: Path, *, errors: bool) -> dict[str, float | str]:
    """How many first reports of the events of the timelines have them among their news."""
    found = [one for pile in _piles(reads) for one in first_reports(pile, folder, errors=errors)]
    return {
        "events": len(found),
        "first_reports": sum(here for here, _ in found) / max(len(found), 1),
        "first_reports_or_told": sum(either for _, either in found) / max(len(found), 1),
    }


def first_reports(pile: Pile, folder: Path, *, errors: bool) -> Iterator[tuple[bool, bool]]:
    """Of each event of a topic whether its first report has it among its news; and whether it has
    it or says which other article of those days has."""
    ordered = sorted(pile.reads.values(), key=lambda read: (read.published, read.article.id))
    order = {read.article.id: place for place, read in enumerate(ordered)}
    vectors = _Vectors(ordered)
    news_at = lru_cache(maxsize=None)(lambda id_: news_of(id_, pile, order))
    for day, words in _golds(folder, ordered[0].topic):
        report = vectors.first_report(day, words)
        if report is None:
            continue
        id_, places = report
        news = news_at(id_)
        found = any(_called(news, *place) == "new" for place in places)
        elsewhere = found or any(
            _is_news_where_told(news, place, pile, news_at, day) for place in places
        )
        if errors and not elsewhere:
            text = pile.article(id_).text
            print(f"event {day}: {' '.join(words)}")
            for start, end in places:
                print(f"   {_called(news, start, end)}: {' '.join(text[start:end].split())}")
        yield found, elsewhere


def _is_news_where_told(
    news: Json,
    place: tuple[int, int],
    pile: Pile,
    news_at: Callable[[str], Json],
    day: date,
) -> bool:
    """Whether a place is told by an article of the same days, whose news have that sentence."""
    middle = sum(place) // 2
    for one in news["repeats"]:
        if one["start"] <= middle < one["end"]:
            of = one["of"]
            if pile.reads[of["article"]].published >= day - _BEFORE:
                there = news_at(of["article"])
                return _called(there, of["start"], of["end"]) == "new"
    return False


def _golds(folder: Path, topic: str) -> Iterator[tuple[date, Sequence[str]]]:
    for row in read_rows(folder / "timelines.jsonl.gz"):
        if row["topic"] == topic:
            for entry in row["entries"]:
                yield date.fromisoformat(entry["date"]), entry["sentences_tokenized"]


class _Vectors:
    """Sentences of a pile as unit vectors, by plain words."""

    def __init__(self, ordered: Sequence[Read]) -> None:
        self._ordered = ordered
        self._sentences = {read.article.id: list(_plain(read.article.text)) for read in ordered}
        counts: Counter[str] = Counter()
        for sentences in self._sentences.values():
            for _, _, words in sentences:
                counts.update(set(words))
        total = sum(map(len, self._sentences.values()))
        self._idf = {word: math.log(total / number) for word, number in counts.items()}
        self._vectors: dict[str, list[tuple[int, int, Vector]]] = {}

    def first_report(
        self, day: date, sentences: Sequence[str]
    ) -> tuple[str, list[tuple[int, int]]] | None:
        """The first article that has a sentence like one of these, and all its like ones."""
        wanted = [self._vector(_words(one)) for one in sentences]
        for read in self._ordered:
            if not day - _BEFORE <= read.published <= day + _AFTER:
                continue
            places = [
                (start, end)
                for start, end, vector in self._vectors_of(read.article.id)
                if any(_cosine(one, vector) >= _LIKE for one in wanted)
            ]
            if places:
                return read.article.id, places
        return None

    def _vectors_of(self, article: str) -> list[tuple[int, int, Vector]]:
        if article not in self._vectors:
            self._vectors[article] = [
                (start, end, self._vector(words)) for start, end, words in self._sentences[article]
            ]
        return self._vectors[article]

    def _vector(self, words: Sequence[str]) -> Vector:
        weights = {w: n * self._idf.get(w, 0.0) for w, n in Counter(words).items()}
        length = math.sqrt(sum(value * value for value in weights.values()))
        return {word: value / length for word, value in weights.items()} if length else {}


def _plain(text: str) -> Iterator[tuple[int, int, list[str]]]:
    for match in _SENTENCE.finditer(text):
        if len(match[0].split()) >= _SHORTEST:
            yield match.start(), match.end(), _words(match[0])


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in _GRAMMAR]


def _cosine(one: Vector, other: Vector) -> float:
    return sum(value * other[word] for word, value in one.items() if word in other)


def _piles(reads: Iterable[Read]) -> Iterator[Pile]:
    """The topics, their articles linked one at a time in order of publication."""
    topics: dict[str, list[Read]] = defaultdict(list)
    for read in reads:
        topics[read.topic].append(read)
    for topic in sorted(topics):
        ordered = sorted(topics[topic], key=lambda read: (read.published, read.article.id))
        pile, index = Pile({read.article.id: read for read in ordered}), DictIndex()
        at_hand = SentencesAtHand(pile)
        for read in ordered:
            told = {read.article.id: told_sentences(read.article, read.analysis)}
            pile.keep(link_retold(told, index, at_hand))
        yield pile


def read_articles(folder: Path, cache: Path | None, topics: Set[str] | None = None) -> list[Read]:
    """The articles of the data with their findings, kept in a folder where one is given.

    Args:
        folder: of the data.
        cache: the folder that keeps them, a file for each topic.
        topics: the topics wanted; None for all.
    """
    rows: dict[str, list[Json]] = defaultdict(list)
    for row in read_rows(folder / "articles.jsonl.gz"):
        if row["text"].strip() and (topics is None or row["topic"] in topics):
            rows[row["topic"]].append(row)
    return [read for topic in sorted(rows) for read in _kept(topic, rows[topic], cache)]


def _kept(topic: str, rows: Sequence[Json], cache: Path | None) -> list[Read]:
    """The articles of a topic, from the cache if they are there."""
    kept = cache / f"news-{topic}.pickle" if cache is not None else None
    if kept is not None and kept.exists():
        reads: list[Read] = pickle.loads(kept.read_bytes())
        return reads
    reads = list(_analysed(rows))
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(reads))
    return reads


def _analysed(rows: Sequence[Json]) -> Iterator[Read]:
    settings, articles = Settings(), []
    for row in rows:
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
    for row, article, analysis in zip(rows, articles, analyze(articles, settings), strict=True):
        yield Read(row["id"], row["topic"], date.fromisoformat(row["published"]), article, analysis)


def main() -> int:
    """Print the measures; 0 also where the data is absent, with a loud line."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--full", action="store_true", help="all five topics, not only one")
    parser.add_argument("--cache", type=Path, help="folder that keeps the analyses")
    parser.add_argument("--labels", type=Path, default=LABELS, help="other labelled sentences")
    parser.add_argument("--errors", action="store_true", help="list what is called wrongly")
    parser.add_argument("--only", choices=("sentences", "events"), default="")
    given = parser.parse_args()
    try:
        found = measure(**vars(given))
    except DataAbsent as absent:
        print(f"*** SKIPPED, NOT PASSED: news: {absent}", file=sys.stderr)
        return 0
    for key, value in found.items():
        print(f"{key:20} {value:.4f}" if isinstance(value, float) else f"{key:20} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
