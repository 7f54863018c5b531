"""How well figures are found and read, against labels made by reading.

Data: `timeline17` and `allsides_roundups` under `ONRECORD_BENCH_DATA`. `figures_labels.jsonl` holds
what two readers (`by` A and B) labelled in 20 articles before anything was tuned on them, without
having seen the program or its output: A all of them, B six of the same. Places, numbers and kinds
only, no words; a digest of each number's words says when the data is another.

A labelled figure is found when a figure's number overlaps its number and they agree in one end of
the value, or stand at exactly the same place; one figure for one label, exact places first. Of the
found:

- `number_right`: both ends and the bound;
- `counted_right`: the last word (the head) of either phrase lies within the other, or is the same
  word elsewhere in the article (an elided head has several places); of all but ages;
- `kind_right`, `modality_right`;
- `as_of_right`: both ends, of all but ages and what is of no series (`other`);
- `part_of_right`, `place_right`, `owner_right`: the same place or head word, or none on both sides;
  `..._found` is their share among the labels that have one.

`agreement` scores B's labels against A's the same way. The peer is quantulum3 (without the extras
of its classifier), in the same run on the same paragraphs: found and value only, its quantities of
time left out, since lengths of time are no figures here. Its answers differ by a label or so with
Python's hash seed.

`--syria` measures casualties by kind instead; see `figures_syria.py`.

Run: `python bench/figures.py [--errors] [--syria [--last-third]]`
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import figures_syria
from data import DataAbsent, data_folder, digest_of, read_rows
from figures_peer import peer_figures
from onrecord.analysis.analyze import analyze
from onrecord.articles.read import read_article
from onrecord.settings import Limits, Settings
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.figure_days import figure_days
from onrecord.values.findings import Analysis
from onrecord.values.pages import Given, MediaType, Page
from onrecord.values.told_days import tell_days
from onrecord.values.vocabulary import FIGURE_ROLES

_LABELS = Path(__file__).resolve().parent / "figures_labels.jsonl"
_SETS = ("timeline17", "allsides_roundups")
_NO_SERIES = frozenset({"age", "other"})

type Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One figure, labelled or found; places are code points of the article's kept text."""

    number: Place
    low: float | None
    high: float | None
    bound: str = ""
    counted: Place | None = None
    kind: str = ""
    direction: str | None = None
    modality: str = ""
    first: str | None = None
    last: str | None = None
    place: Place | None = None
    owner: Place | None = None
    part_of: Place | None = None


type Found = Mapping[tuple[str, str], Sequence[Told]]
"""Set and id of an article to its figures."""
type Pair = tuple[tuple[str, str], Told, Told]
"""Article, what is labelled and what was found there."""


def measure() -> dict[str, float | str]:
    """The scores of Onrecord, of the peer (`peer_...`) and of the two readers (`agreement_...`)."""
    articles, analysed = _articles(), _analysed()
    ours = {key: list(_told(articles[key], analysed[key])) for key in articles}
    peers = {key: list(_peer(article)) for key, article in articles.items()}
    gold, second = labelled("A"), labelled("B")
    agreed = score({key: gold[key] for key in second}, second)
    peer = score(gold, peers)
    wanted = ("recall", "precision", "f1", "value_right")
    return {
        "articles": len(gold),
        **score(gold, ours),
        **{f"peer_{name}": peer[name] for name in wanted},
        **{f"agreement_{name}": value for name, value in agreed.items()},
        "data": digest_of(_LABELS.read_bytes()),
    }


def score(gold: Found, found: Found) -> dict[str, float]:
    """All shares of one side against the labels."""
    pairs = list(_pairs(gold, found))
    labels = sum(map(len, gold.values()))
    made = sum(len(found.get(key, ())) for key in gold)
    series = [pair for pair in pairs if pair[1].kind not in _NO_SERIES]
    things = [pair for pair in pairs if pair[1].kind != "age"]
    return {
        "labels": labels,
        "recall": _share(len(pairs), labels),
        "precision": _share(len(pairs), made),
        "f1": _share(2 * len(pairs), labels + made),
        "value_right": _of(pairs, lambda _, a, b: _same_value(a, b)),
        "number_right": _of(pairs, lambda _, a, b: _same_value(a, b) and a.bound == b.bound),
        "counted_right": _of(things, lambda key, a, b: _same_words(key, a.counted, b.counted)),
        "kind_right": _of(pairs, lambda _, a, b: a.kind == b.kind),
        "direction_right": _of(
            [pair for pair in pairs if pair[1].direction],
            lambda _, a, b: a.direction == b.direction,
        ),
        "modality_right": _of(pairs, lambda _, a, b: a.modality == b.modality),
        "as_of_right": _of(series, lambda _, a, b: (a.first, a.last) == (b.first, b.last)),
        **_named(pairs, "part_of"),
        **_named(things, "place"),
        **_named(things, "owner"),
    }


def _named(pairs: Sequence[Pair], field: str) -> dict[str, float]:
    def right(key: tuple[str, str], label: Told, told: Told) -> bool:
        return _same_words(key, getattr(label, field), getattr(told, field))

    having = [pair for pair in pairs if getattr(pair[1], field)]
    return {f"{field}_right": _of(pairs, right), f"{field}_found": _of(having, right)}


def _of(pairs: Sequence[Pair], right: Any) -> float:
    return _share(sum(bool(right(*pair)) for pair in pairs), len(pairs))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _pairs(gold: Found, found: Found) -> Iterator[Pair]:
    """Each label with the figure that answers it: exact places first, then the longer overlap."""
    for key, labels in gold.items():
        told = found.get(key, ())
        fitting = sorted(
            (a.number != b.number, -_overlap(a.number, b.number), at, other)
            for at, a in enumerate(labels)
            for other, b in enumerate(told)
            if a.number == b.number or (_overlap(a.number, b.number) > 0 and _agree(a, b))
        )
        left, right = set(range(len(labels))), set(range(len(told)))
        for _, _, at, other in fitting:
            if at in left and other in right:
                left.discard(at)
                right.discard(other)
                yield key, labels[at], told[other]


def _overlap(one: Place, other: Place) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _agree(one: Told, other: Told) -> bool:
    if one.low is one.high is other.low is other.high is None:
        return True
    ends = ((one.low, other.low), (one.high, other.high))
    return any(a is not None and b is not None and _equal(a, b) for a, b in ends)


def _same_value(one: Told, other: Told) -> bool:
    return _equal(one.low, other.low) and _equal(one.high, other.high)


def _equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-3, abs_tol=1e-6)


def _same_words(key: tuple[str, str], one: Place | None, other: Place | None) -> bool:
    """Whether the head of either lies in the other, or both heads are one word."""
    if one is None or other is None:
        return one is other
    text = _articles()[key].text
    heads = [_head(text, place) for place in (one, other)]
    if _overlap(heads[0], other) > 0 or _overlap(heads[1], one) > 0:
        return True
    left, right = (text[start:end].casefold() for start, end in heads)
    return left == right


def _head(text: str, place: Place) -> Place:
    """The last word of a phrase."""
    words = text[place[0] : place[1]].rstrip(" \n.,;:!?'\"”’)")
    start = max((words.rfind(mark) for mark in " \n-"), default=-1) + 1
    return place[0] + start, place[0] + max(len(words), start + 1)


def labelled(by: str) -> dict[tuple[str, str], list[Told]]:
    """The labels of one reader, by article.

    Raises:
        DataAbsent: other words stand there than were labelled.
    """
    found: dict[tuple[str, str], list[Told]] = {}
    for label in _rows():
        if label["by"] != by:
            continue
        key = (label["set"], label["id"])
        start, end = label["number"]
        words = _articles()[key].text[start:end]
        if f"{zlib.crc32(words.encode()):08x}" != label["crc"]:
            raise DataAbsent(f"other words at {label['id']}:{start} than were labelled")
        found.setdefault(key, []).append(_of_label(label))
    return found


def _of_label(label: Mapping[str, Any]) -> Told:
    def place(name: str) -> Place | None:
        return (label[name][0], label[name][1]) if label[name] else None

    return Told(
        number=(label["number"][0], label["number"][1]),
        low=label["low"],
        high=label["high"],
        bound=label["bound"],
        counted=place("counted"),
        kind=label["kind"],
        direction=label["direction"],
        modality=label["modality"],
        first=label["as_of"]["first"],
        last=label["as_of"]["last"],
        place=place("place"),
        owner=place("owner"),
        part_of=place("part_of"),
    )


@cache
def _rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in _LABELS.read_text(encoding="utf-8").splitlines()]


@cache
def _articles() -> dict[tuple[str, str], Article]:
    """The labelled articles, by set and id."""
    wanted = {(label["set"], label["id"]) for label in _rows()}
    return {
        (name, row["id"]): as_article(row)
        for name in _SETS
        for row in read_rows(data_folder(name) / "articles.jsonl.gz")
        if (name, row["id"]) in wanted
    }


def as_article(row: Mapping[str, Any]) -> Article:
    """A row of the data as the record reads it."""
    fields = ("id", "title", "text", "outlet", "published")
    record = {key: row[key] for key in fields if row.get(key)}
    page = Page(
        data=json.dumps(record, sort_keys=True).encode(),
        media_type=MediaType.RECORD,
        name=row["id"].replace("/", "_"),
        given=Given(),
    )
    return read_article(page, limits=Limits())


@cache
def _analysed() -> dict[tuple[str, str], Analysis]:
    articles = _articles()
    return dict(zip(articles, analyze(list(articles.values()), Settings()), strict=True))


def _told(article: Article, analysis: Analysis) -> Iterator[Told]:
    """The figures of an article with their days, as the record shows them."""
    published = article.published.days
    told = tell_days(analysis.times, analysis.attributions, published)
    days: dict[Any, DayInterval] = {
        one.span: resolved.days for one, resolved in zip(analysis.times, told.times, strict=True)
    }
    for one in analysis.figures:
        held, _ = figure_days(one, days, published)
        spans = {name: getattr(one, name) for name in ("counted", "place", "owner", "part_of")}
        yield Told(
            number=(one.number.start, one.number.end),
            low=one.low,
            high=one.high,
            bound=one.bound.value,
            kind=one.kind.value,
            direction=one.direction or None,
            modality=one.modality.value,
            first=held.first.isoformat() if held.first else None,
            last=held.last.isoformat() if held.last else None,
            **{name: (s.start, s.end) if s else None for name, s in spans.items()},
        )


def _peer(article: Article) -> Iterator[Told]:
    for paragraph in article.paragraphs:
        if paragraph.role in FIGURE_ROLES:
            words = article.text[paragraph.start : paragraph.end]
            for start, end, low, high in peer_figures(words):
                number = (paragraph.start + start, paragraph.start + end)
                yield Told(number=number, low=low, high=high)


def errors() -> Iterator[str]:
    """What was labelled and not found, or found and not labelled, with its words: never kept."""
    articles, analysed, gold = _articles(), _analysed(), labelled("A")
    ours = {key: list(_told(articles[key], analysed[key])) for key in articles}
    pairs = list(_pairs(gold, ours))
    for key, labels in gold.items():
        answered = [label for at, label, _ in pairs if at == key]
        used = [told for at, _, told in pairs if at == key]
        for sign, one in (
            *(("missed", label) for label in labels if label not in answered),
            *(("extra", told) for told in ours[key] if told not in used),
        ):
            start, end = one.number
            text = " ".join(articles[key].text[max(0, start - 40) : end + 40].split())
            yield f"{sign:7} {key[1]}:{start} {text}"


def _print(values: Mapping[str, float | str]) -> None:
    for key, value in values.items():
        print(f"{key:28} {value:.4f}" if isinstance(value, float) else f"{key:28} {value}")


def main(arguments: Iterable[str] | None = None) -> int:
    """Print the measure; 1 where the data is absent, with a loud line."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--errors", action="store_true", help="list what is missed or too much")
    parser.add_argument("--syria", action="store_true", help="casualties by kind instead")
    parser.add_argument("--last-third", action="store_true", help="of the part kept aside")
    given = parser.parse_args(None if arguments is None else list(arguments))
    try:
        if given.syria:
            _print(figures_syria.measure(last_third=given.last_third))
            return 0
        if given.errors:
            print("\n".join(errors()))
        _print(measure())
    except DataAbsent as absent:
        print(f"SKIPPED: {absent}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
