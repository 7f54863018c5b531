"""Copies: hand-labelled pairs of wire_copy_2018, made copies, a peer, direction, and cost.

Labels are in `copies_labels.jsonl`, by hand, on pairs that were drawn at random from the four
mechanical kinds of wire_copy_2018 (30 of each); no text of the data is there. A pair counts as a
copy when one descends from the other or both from one report (same text, pickup, version, rewrite).
Made pairs are real articles of timeline17 and allsides_roundups changed by editing operations with
a fixed seed (`copies_made.py`). All articles of a set are linked at once, so a pair is found only
when keys find it. It is called a copy when its link says so; where two articles were not
compared because many print the same, when both are in one group.

Run: `python bench/copies.py`, `--labels PATH` (other labels), `--errors`, `--cost`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from copies_cost import measure_cost
from copies_pairs import MadePair, made_pairs
from copies_peer import best_threshold, f1, likeness, signature
from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.articles.read import read_article
from onrecord.linking.copies.copy_text import copy_text
from onrecord.linking.copies.direction import CopySide, From, direction
from onrecord.linking.copies.groups import groups_of
from onrecord.linking.copies.link import CopyTextsAtHand, link_copies
from onrecord.linking.index import DictIndex
from onrecord.settings import Limits
from onrecord.values.article import Article
from onrecord.values.links import CopyLink
from onrecord.values.pages import Given, MediaType, Page
from onrecord.values.vocabulary import PROSE_ROLES, Relation

_LABELS = Path(__file__).resolve().parent / "copies_labels.jsonl"
_PILES = ("timeline17", "allsides_roundups")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles and what is known of them."""

    kind: str
    left: str
    right: str
    is_copy: bool
    source: str = "undecided"
    """`left`, `right`, `common` or `undecided`."""


@dataclass(slots=True)
class Linked:
    """A pile, linked at once."""

    articles: Mapping[str, Article]
    links: dict[tuple[str, str], CopyLink] = field(default_factory=dict)
    group: dict[str, str] = field(default_factory=dict)

    def article_as_read(self, article_id: str) -> Article:
        """The article."""
        return self.articles[article_id]

    def calls(self, left: str, right: str) -> bool:
        """Whether two articles are called copies."""
        link = self.links.get((min(left, right), max(left, right)))
        if link is not None:
            return link.relation is not Relation.INDEPENDENT
        return self.group[left] == self.group[right]


def linked(articles: Mapping[str, Article]) -> Linked:
    """All that linking says of some articles, by the ids that they are given here."""
    pile = Linked(articles)
    texts = {id_: copy_text(article) for id_, article in articles.items()}
    changes = link_copies(texts, DictIndex(), CopyTextsAtHand(pile))
    of: defaultdict[str, list[CopyLink]] = defaultdict(list)
    for pair, link in changes.judged:
        if link is not None:
            pile.links[pair] = link
            of[link.left].append(link)
            of[link.right].append(link)
    for group in groups_of(articles, lambda id_: of[id_]):
        pile.group.update((member.article, group.id) for member in group.members)
    return pile


def read_row(row: Mapping[str, Any], id_: str) -> Article:
    """A row of a data set as the program reads it."""
    record = {key: row[key] for key in ("id", "title", "text", "outlet") if row.get(key)}
    return read_article(
        Page(
            data=json.dumps(record, sort_keys=True).encode(),
            media_type=MediaType.RECORD,
            name=id_.replace("/", "_"),
            given=Given(),
        ),
        limits=Limits(),
    )


def labelled(path: Path) -> list[Pair]:
    """The pairs of a file of labels."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        Pair(
            kind=f"labelled {one['kind']}",
            left=one["left"],
            right=one["right"],
            is_copy=one["related"],
            source={"a": "left", "b": "right"}.get(one["from"], one["from"]),
        )
        for one in map(json.loads, lines)
    ]


def measure(labels: Path = _LABELS) -> dict[str, float | str]:
    """All measures; shares from 0 to 1."""
    pairs = labelled(labels)
    rows = {row["id"]: row for row in read_rows(_wire() / "articles.jsonl.gz")}
    wire = linked({id_: read_row(row, id_) for id_, row in rows.items()})
    made = _made()
    pile = linked({id_: read_row(row, id_) for one in made for id_, row in one.rows()})
    others = [
        Pair(kind=one.operation, left=one.left, right=one.right, is_copy=one.is_copy)
        for one in made
    ]
    called = [(p, wire.calls(p.left, p.right)) for p in pairs]
    called_made = [(p, pile.calls(p.left, p.right)) for p in others]
    alone = [(p, _alone(wire.articles, p)) for p in pairs]
    return {
        "pairs": len(pairs) + len(others),
        "f1": _f1([*called, *called_made]),
        "f1_labelled": _f1(called),
        "f1_labelled_two_alone": _f1(alone),
        "f1_made": _f1(called_made),
        "quotations_called": _share_called([*called, *called_made], "quot"),
        **_by_kind([*called, *called_made]),
        **_directions(wire, pairs),
        **_peer([*pairs, *others], {**wire.articles, **pile.articles}),
        **_silver(wire),
        "data": digest_of(labels.read_bytes(), *sorted(rows)),
    }


def errors(labels: Path = _LABELS) -> Iterator[str]:
    """The pairs that are called wrongly, for reading on this machine only."""
    rows = {row["id"]: row for row in read_rows(_wire() / "articles.jsonl.gz")}
    wire = linked({id_: read_row(row, id_) for id_, row in rows.items()})
    made = _made()
    pile = linked({id_: read_row(row, id_) for one in made for id_, row in one.rows()})
    others = [
        Pair(kind=one.operation, left=one.left, right=one.right, is_copy=one.is_copy)
        for one in made
    ]
    for which, found in ((wire, labelled(labels)), (pile, others)):
        for pair in found:
            if which.calls(pair.left, pair.right) != pair.is_copy:
                ends = (min(pair.left, pair.right), max(pair.left, pair.right))
                link = which.links.get(ends)
                shares = f"{link.left_share} {link.right_share} {link.why}" if link else "no link"
                yield f"{pair.kind}: {pair.left} {pair.right} is {pair.is_copy}; {shares}"


def _wire() -> Path:
    return data_folder("wire_copy_2018")


def _made() -> list[MadePair]:
    return made_pairs({name: list(read_rows(_rows_of(name))) for name in _PILES})


def _rows_of(name: str) -> Path:
    return data_folder(name) / "articles.jsonl.gz"


def _alone(articles: Mapping[str, Article], pair: Pair) -> bool:
    two = linked({id_: articles[id_] for id_ in (pair.left, pair.right)})
    return two.calls(pair.left, pair.right)


def _f1(called: Sequence[tuple[Pair, bool]]) -> float:
    return f1([(float(says), pair.is_copy) for pair, says in called], 1.0)


def _share_called(called: Sequence[tuple[Pair, bool]], kind: str) -> float:
    some = [says for pair, says in called if kind in pair.kind and not pair.is_copy]
    return sum(some) / max(1, len(some))


def _by_kind(called: Sequence[tuple[Pair, bool]]) -> dict[str, float]:
    """Share of the pairs of each kind that are called copies."""
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for pair, says in called:
        found[f"{'copy' if pair.is_copy else 'none'}: {pair.kind}"].append(says)
    return {f"{kind} ({len(says)})": sum(says) / len(says) for kind, says in sorted(found.items())}


def _directions(wire: Linked, pairs: Iterable[Pair]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for pair in pairs:
        ends = (min(pair.left, pair.right), max(pair.left, pair.right))
        link = wire.links.get(ends)
        if pair.source == "undecided" or not pair.is_copy or link is None:
            continue
        found = direction(link, *(_side(wire.articles[id_]) for id_ in ends)).source
        said = {From.LEFT: ends[0], From.RIGHT: ends[1], From.COMMON: "common"}.get(found)
        truth = {"left": pair.left, "right": pair.right}.get(pair.source, "common")
        counts["known"] += 1
        counts["decided"] += said is not None
        counts["right"] += said == truth
    return {
        "direction_pairs": counts["known"],
        "direction_decided": counts["decided"] / max(1, counts["known"]),
        "direction_right_of_decided": counts["right"] / max(1, counts["decided"]),
    }


def _side(article: Article) -> CopySide:
    return CopySide(
        outlet=article.outlet.value if article.outlet else None,
        agency=article.agency.value if article.agency else None,
        days=article.published.days,
        at=article.published.at,
    )


def _peer(pairs: Sequence[Pair], articles: Mapping[str, Article]) -> dict[str, float]:
    """MinHash over the same running text, its threshold the best on these very pairs."""
    wanted = {id_ for pair in pairs for id_ in (pair.left, pair.right)}
    signatures = {id_: signature(_running_text(articles[id_])) for id_ in sorted(wanted)}
    scored = [(likeness(signatures[p.left], signatures[p.right]), p.is_copy) for p in pairs]
    least = best_threshold(scored)
    return {"peer_f1": f1(scored, least), "peer_threshold": least}


def _running_text(article: Article) -> str:
    return "\n".join(
        article.text[p.start : p.end] for p in article.paragraphs if p.role in PROSE_ROLES
    )


def _silver(wire: Linked) -> dict[str, float]:
    """Share of each mechanical kind that is called a copy; a side note, no measure."""
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for row in read_rows(_wire() / "silver_pairs.jsonl.gz"):
        found[row["silver"]].append(wire.calls(row["a"], row["b"]))
    return {f"silver {kind} ({len(s)})": sum(s) / len(s) for kind, s in sorted(found.items())}


def main() -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--labels", type=Path, default=_LABELS)
    parser.add_argument("--errors", action="store_true", help="list the pairs that are wrong")
    parser.add_argument("--cost", action="store_true", help="candidates and time per article")
    asked = parser.parse_args()
    try:
        if asked.errors:
            print("\n".join(errors(asked.labels)))
            return 0
        take: Callable[[], Mapping[str, float | str]] = (
            (lambda: measure_cost(_rows_of("timeline17"), read_row))
            if asked.cost
            else (lambda: measure(asked.labels))
        )
        for key, value in take().items():
            print(f"{key:40} {value:.4f}" if isinstance(value, float) else f"{key:40} {value}")
    except DataAbsent as absent:
        print(f"SKIPPED: {absent}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
