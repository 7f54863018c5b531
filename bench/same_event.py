"""How well articles of one event are grouped, and stories told apart.

Data, under `ONRECORD_BENCH_DATA`: `allsides_roundups` (editors' groups; a quarter of the articles
undated), all documents of `ecbplus` (gold: subtopic; undated) and `timeline17` (gold: topic). One
setting for all. Measured is B-cubed F1 of what the program makes of each set as one pile: keys,
links, groups; days as the set gives them. The weights and the least odds were fitted on the half
of each set whose SHA-256 of the event's id (of `ecbplus` the topic's, so that subtopics that are
alike stay together) is even; `half_0` counts its articles, `half_1` those of the other half, in the
groups of the whole pile.

Peer in the same run: TF-IDF of title and first 400 words, average link, three days where both are
dated, with the one threshold that is best on the data itself.

Stories: the B-cubed precision and recall of topics in samples of `timeline17`, five topics mixed.

Run: `python bench/same_event.py [--texts FOLDER]` (FOLDER keeps what articles tell, so that they
are parsed once).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from pathlib import Path
from typing import Any

from data import DataAbsent, data_folder, digest_of, read_rows
from dense_link import join_alike, products
from onrecord.articles.read import read_article
from onrecord.lexicon.words import content_words
from onrecord.linking.index import DictIndex
from onrecord.linking.same_event.event_text import EventText, event_text, unit_of
from onrecord.linking.same_event.link import EventTextsAtHand, link_events
from onrecord.record.stories.chaining import stories_of
from onrecord.record.stories.event_groups import Reports, event_groups
from onrecord.settings import Limits, load_settings
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis, Mention, moved_mention
from onrecord.values.links import EventLink
from onrecord.values.pages import Given, MediaType, Page

SETS = ("allsides_roundups", "ecbplus")
_WORDS = 450
"""Words of an article that are parsed: more are not looked at."""


@dataclass(frozen=True, slots=True)
class Told:
    """One article of a set."""

    id: str
    text: EventText
    day: date | None
    event: str
    """Gold."""
    half: int


def load(name: str, folder: Path | None) -> list[Told]:
    """The articles of a set with their gold."""
    rows = list(read_rows(data_folder(name) / "articles.jsonl.gz"))
    texts = _texts(name, rows, folder)
    events = _events(name, rows)
    found: dict[str, Told] = {}
    for row, text in zip(rows, texts, strict=True):
        if text is not None and row["id"] in events:
            day = date.fromisoformat(row["published"]) if row.get("published") else None
            gold = events[row["id"]]
            half = half_of(row["topic"] if name == "ecbplus" else gold)
            found.setdefault(text.article, Told(row["id"], text, day, gold, half))
    return list(found.values())


def half_of(event: str) -> int:
    """0 of the half for tuning, 1 of the other."""
    return int(hashlib.sha256(event.encode()).hexdigest(), 16) % 2


def _events(name: str, rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    if name != "allsides_roundups":
        key = "subtopic" if name == "ecbplus" else "topic"
        return {row["id"]: row[key] for row in rows}
    path = data_folder(name) / "events.jsonl.gz"
    return {id_: one["event_id"] for one in read_rows(path) for id_ in one["article_ids"]}


def _texts(
    name: str, rows: Sequence[Mapping[str, Any]], folder: Path | None
) -> list[EventText | None]:
    kept = folder / f"{name}.jsonl" if folder else None
    if kept is not None and kept.exists():
        stored = [json.loads(line) for line in kept.read_text("utf-8").splitlines()]
        return [EventText.from_stored(*one) if one else None for one in stored]
    found = list(_read(rows))
    if kept is not None:
        lines = (json.dumps([t.article, t.stored()] if t else None) for t in found)
        kept.write_text("\n".join(lines) + "\n", "utf-8")
    return found


def _read(rows: Sequence[Mapping[str, Any]]) -> Iterable[EventText | None]:
    from onrecord.analysis.mentions import find_mentions  # noqa: PLC0415
    from onrecord.analysis.model import load_model  # noqa: PLC0415
    from onrecord.analysis.steps import MODEL_COMPONENTS  # noqa: PLC0415
    from onrecord.errors import InputError  # noqa: PLC0415
    from onrecord.values.vocabulary import PARSED_ROLES  # noqa: PLC0415

    nlp = load_model(load_settings().model, MODEL_COMPONENTS).nlp
    for row in rows:
        record = {key: row[key] for key in ("id", "title", "text", "outlet") if row.get(key)}
        page = Page(
            data=json.dumps(record, sort_keys=True).encode(),
            media_type=MediaType.RECORD,
            name=row["id"].replace("/", "_"),
            given=Given(),
        )
        try:
            article = read_article(page, limits=Limits())
        except InputError:
            yield None
            continue
        mentions: list[Mention] = []
        words = 0
        for one in article.paragraphs:
            if words < _WORDS and one.role in PARSED_ROLES:
                text = article.text[one.start : one.end].rstrip()
                words += len(text.split())
                found = find_mentions(nlp(text)) if text else []
                mentions += [moved_mention(mention, one.start) for mention in found]
        yield event_text(article, Analysis(article=article.id, mentions=tuple(mentions)))


class _NoPile:
    def event_text(self, article_id: str) -> EventText:
        raise KeyError(article_id)


def links_of(told: Sequence[Told]) -> list[EventLink]:
    """The links of a pile."""
    texts = {one.text.article: one.text for one in told}
    changes = link_events(texts, DictIndex(), EventTextsAtHand(_NoPile(), most=len(texts)))
    return [link for _, link in changes.judged if link is not None]


def reports_of(told: Sequence[Told]) -> Reports:
    """A set as a pile, in the order of the record."""
    ids = [one.text.article for one in told]
    return Reports(
        articles=ids,
        texts=[one.text for one in told],
        days=[DayInterval(one.day, one.day) for one in told],
        copies=ids,
    )


def in_order(told: Iterable[Told]) -> list[Told]:
    """Articles in the order of the record."""
    return sorted(told, key=lambda one: (one.day or date.max, one.text.article))


def b_cubed(
    labels: Sequence[int], gold: Sequence[str], counted: Iterable[int]
) -> tuple[float, float, float]:
    """Precision, recall and F1 over the items that are counted."""
    sizes, golds, both = Counter(labels), Counter(gold), Counter(zip(labels, gold, strict=True))
    places = list(counted)
    precision = sum(both[labels[n], gold[n]] / sizes[labels[n]] for n in places) / len(places)
    recall = sum(both[labels[n], gold[n]] / golds[gold[n]] for n in places) / len(places)
    return precision, recall, 2 * precision * recall / (precision + recall)


def labels_of(groups: Iterable[Iterable[int]], number: int) -> list[int]:
    """The number of the group of each item."""
    labels = [0] * number
    for label, group in enumerate(groups):
        for place in group:
            labels[place] = label
    return labels


def measure(folder: Path | None = None) -> dict[str, float | str]:
    """B-cubed F1 of each set, of its halves, and of the peer."""
    found: dict[str, float | str] = {}
    digests = []
    for name in SETS:
        told = in_order(load(name, folder))
        gold = [one.event for one in told]
        links = links_of(told)
        labels = labels_of(event_groups(reports_of(told), links), len(told))
        everything = range(len(told))
        precision, recall, f1 = b_cubed(labels, gold, everything)
        found |= {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": f1}
        for half in (0, 1):
            counted = [n for n in everything if told[n].half == half]
            found[f"{name}_half_{half}_f1"] = b_cubed(labels, gold, counted)[2]
        found[f"{name}_peer_f1"] = _peer(name, told)
        digests.append((data_folder(name) / "articles.jsonl.gz").read_bytes())
    return found | _stories(folder) | {"data": digest_of(*digests)}


def _stories(folder: Path | None) -> dict[str, float]:
    told = in_order(load("timeline17", folder))
    found: dict[str, float] = {}
    for size in (60, 300, 1000):
        sample = in_order(random.Random(size).sample(told, size))
        reports = reports_of(sample)
        events = event_groups(reports, links_of(sample))
        groups = [[n for e in story for n in events[e]] for story in stories_of(reports, events)]
        gold = [one.event for one in sample]
        scores = b_cubed(labels_of(groups, size), gold, range(size))
        found |= {f"stories_{size}_precision": scores[0], f"stories_{size}_recall": scores[1]}
    return found


def _peer(name: str, told: Sequence[Told]) -> float:
    """Plain average-link TF-IDF at its best threshold, of the same articles."""
    rows = {row["id"]: row for row in read_rows(data_folder(name) / "articles.jsonl.gz")}
    counts = [
        Counter(content_words(f"{rows[one.id].get('title') or ''} {_first(rows[one.id]['text'])}"))
        for one in told
    ]
    holders = Counter(word for count in counts for word in count)
    rare = {word: log((1 + len(told)) / (1 + n)) + 1 for word, n in holders.items()}
    alike = products(
        [unit_of({word: (1 + log(n)) * rare[word] for word, n in c.items()}) for c in counts]
    )
    gold = [one.event for one in told]
    for n, one in enumerate(told):
        for m, other in enumerate(told):
            if _far(one.day, other.day):
                alike[n, m] = 0.0
    best = 0.0
    for least in (0.14, 0.16, 0.18, 0.2, 0.22, 0.24):
        groups = join_alike(alike.copy(), [1.0] * len(told), least)
        best = max(best, b_cubed(labels_of(groups, len(told)), gold, range(len(told)))[2])
    return best


def _first(text: str) -> str:
    return " ".join(text.split()[:400])


def _far(left: date | None, right: date | None) -> bool:
    return left is not None and right is not None and abs((left - right).days) > 3


def main() -> int:
    """Print the measure."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--texts", type=Path, help="a folder that keeps what articles tell")
    try:
        for key, value in measure(parser.parse_args().texts).items():
            print(f"{key:32} {value:.4f}" if isinstance(value, float) else f"{key:32} {value}")
    except DataAbsent as absent:
        print(f"SKIPPED: {absent}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
