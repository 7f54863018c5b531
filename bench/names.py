"""How well names are joined across articles, and that no two are joined that differ.

Data: ECB+ and MEANTIME under `ONRECORD_BENCH_DATA`. Gold mentions are given as mentions, so that
finding them does not enter; their types and what is told of them come from the language model where
it tagged words that overlap them, else they are of no type. They go the way of every record: local
names of each article, nodes, links, entities. B-cubed (Bagga and Baldwin) within a topic, over all
mentions of a set.

Which gold mentions count (`strict`): of people, organisations and places, in a chain that ECB+'s
annotators followed (singletons there were not compared across documents); all their words begin
with a capital or a digit but for `the`, `of`, `and`, `de`, `al`, `for` and the possessive ending;
they are no pronouns, and the same words are nowhere in the set a mention in small letters
(`Teenager` in a headline is no name). `loose` asks for one capitalised word only.

Rules were made while looking at one half of the topics of ECB+ (odd numbers) and at all topics of
MEANTIME but `apple`, at which one look was taken late; the other half of ECB+ was only measured.

Run: `python bench/names.py [--errors]`
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from types import SimpleNamespace
from typing import Any

from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.analysis.mentions import find_mentions
from onrecord.analysis.model import load_model
from onrecord.analysis.steps import MODEL_COMPONENTS
from onrecord.linking.index import DictIndex
from onrecord.linking.names.link import link_names
from onrecord.linking.names.name_values import LocalName, NameChanges, NameLink, Tells
from onrecord.linking.pairs import Key, Pair
from onrecord.record.entities import compile_entities
from onrecord.settings import Settings
from onrecord.values.findings import Analysis, Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

SETS = ("ecbplus", "meantime")
_TAGS = frozenset(
    {
        *("HUMAN_PART_PER", "HUMAN_PART_ORG", "HUMAN_PART_GPE", "HUMAN_PART_FAC", "HUMAN_PART_MET"),
        *("LOC_GEO", "LOC_FAC", "LOC_OTHER"),
    }
)
_TYPES = frozenset({"PERSON", "ORGANIZATION", "LOCATION"})
_PRONOUNS = frozenset(
    [
        "i",
        "he",
        "she",
        "it",
        "we",
        "they",
        "you",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "him",
        "them",
        "us",
        "me",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "this",
        "these",
        "those",
        "there",
        "where",
        "here",
        "himself",
        "herself",
        "itself",
        "themselves",
        "the",
        "a",
        "an",
        "what",
    ]
)
_SMALL = frozenset({"the", "'s", "of", "and", "de", "al", "for"})
_NO_SPACE_BEFORE = re.compile(r"^(?:[,.;:!?)\]%”-]|['’]s?|n't|'re|'ve|'ll|'d|'m|'')$")
_NO_SPACE_AFTER = re.compile(r"^(?:[(\[$#“-]|``)$")
_MARKS = {"``": "“", "''": "”", "--": "—"}


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold mention: its place in the text as it is put together here, its chain, its words."""

    start: int
    end: int
    chain: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document with its gold mentions."""

    id: str
    topic: str
    text: str
    gold: tuple[Gold, ...]


def measure(rule: str = "strict") -> dict[str, float | str]:
    """B-cubed of both sets, all of each and the halves that were only measured, in percent."""
    result: dict[str, float | str] = {}
    digests = []
    for name in SETS:
        path = data_folder(name) / "articles.jsonl.gz"
        digests.append(path.read_bytes())
        items = clustered(documents(name, rule))
        for part, wanted in _parts(name).items():
            scored = [item for item in items if wanted(item[0])]
            precision, recall, f1 = b_cubed(scored)
            result |= {
                f"{name}{part}_precision": precision,
                f"{name}{part}_recall": recall,
                f"{name}{part}_f1": f1,
                f"{name}{part}_mentions": len(scored),
            }
    return result | {"data": digest_of(*digests)}


def _parts(name: str) -> Mapping[str, Callable[[str], bool]]:
    if name == "ecbplus":
        return {"": lambda _: True, "_only_measured": lambda topic: int(topic) % 2 == 0}
    return {"": lambda _: True, "_apple": lambda topic: topic.endswith("apple")}


def b_cubed(items: Sequence[tuple[str, str, str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (topic, chain, entity), in percent."""
    gold, found = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    both = Counter(items)
    for topic, chain, entity in items:
        gold[topic, chain] += 1
        found[topic, entity] += 1
    precision = sum(n * n / found[t, e] for (t, _, e), n in both.items()) / max(1, len(items))
    recall = sum(n * n / gold[t, c] for (t, c, _), n in both.items()) / max(1, len(items))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return round(100 * precision, 2), round(100 * recall, 2), round(100 * f1, 2)


# --- the data ---


def documents(name: str, rule: str) -> list[Document]:
    """The documents of a set with the mentions that count."""
    rows = list(read_rows(data_folder(name) / "articles.jsonl.gz"))
    counted = {"strict": _is_strict, "loose": _is_loose}[rule]
    small = {_bare(m["text"]) for row in rows for m in row["mentions"] if m["text"].islower()}
    found = []
    for row in rows:
        text, places = joined(row["sentences"])
        gold = []
        for mention in row["mentions"]:
            if not _is_asked(name, row, mention) or not counted(mention["text"]):
                continue
            if _bare(mention["text"]).lower() in small:
                continue
            tokens = places[mention["sent"]]
            first, last = tokens[mention["tok"][0]], tokens[mention["tok"][-1]]
            gold.append(Gold(first[0], last[1], mention["chain"], mention["text"]))
        found.append(Document(row["id"], str(row["topic"]), text, tuple(gold)))
    return found


def joined(sentences: Iterable[str]) -> tuple[str, list[list[tuple[int, int]]]]:
    """The text of tokenised sentences as it is printed, one a line, and the places of tokens."""
    text, places = "", []
    for sentence in sentences:
        tokens: list[tuple[int, int]] = []
        before, open_ = "", False
        for token in sentence.split():
            word = _MARKS.get(token, token)
            if token == '"':
                word, open_ = ("”" if open_ else "“"), not open_
            glued = not before or _NO_SPACE_BEFORE.match(token) or word == "”"
            if not (glued or _NO_SPACE_AFTER.match(before) or before == "“"):
                text += " "
            tokens.append((len(text), len(text) + len(word)))
            text += word
            before = word
        places.append(tokens)
        text += "\n"
    return text, places


def _is_asked(name: str, row: Mapping[str, Any], mention: Mapping[str, Any]) -> bool:
    if name == "meantime":
        return mention["kind"] == "entity" and mention["type"] in _TYPES
    address = mention["sent"] == 0 and row["sentences"][0].startswith("http")
    return mention["tag"] in _TAGS and mention["scope"] != "singleton" and not address


def _is_strict(text: str) -> bool:
    words = [w for w in text.split() if any(c.isalpha() for c in w) and w.lower() not in _SMALL]
    capital = all(word[0].isupper() or word[0].isdigit() for word in words)
    return bool(words) and capital and not all(word.lower() in _PRONOUNS for word in words)


def _is_loose(text: str) -> bool:
    words = [w for w in text.split() if any(c.isalpha() for c in w)]
    return any(word[0].isupper() for word in words if word.lower() not in _PRONOUNS)


def _bare(text: str) -> str:
    return " ".join(w for w in text.split() if w.lower() not in ("the", "a", "an", "'s"))


# --- the way of a record ---


class Pile:
    """The documents of one topic, linked in memory."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.analyses: dict[str, Analysis] = {}
        self.local: dict[str, tuple[LocalName, ...]] = {}
        self.profiles: dict[str, Tells] = {}
        self.pairs: dict[Pair, NameLink] = {}

    def article_as_read(self, article_id: str) -> Any:
        """Only its text is asked for."""
        return SimpleNamespace(text=self.texts[article_id])

    def mentions(self, article_id: str) -> tuple[Mention, ...]:
        """Its mentions."""
        return self.analyses[article_id].mentions

    def local_names(self, article_id: str) -> tuple[LocalName, ...]:
        """What it calls by name."""
        return self.local.get(article_id, ())

    def name_profiles(self, nodes: Iterable[str] | None = None) -> dict[str, Tells]:
        """What is told of nodes."""
        wanted = self.profiles if nodes is None else nodes
        return {node: self.profiles[node] for node in wanted if node in self.profiles}

    def name_pairs(self, nodes: Iterable[str]) -> frozenset[Pair]:
        """Judged pairs of nodes."""
        wanted = set(nodes)
        return frozenset(pair for pair in self.pairs if wanted & set(pair))

    def name_links(self) -> dict[Pair, NameLink]:
        """All judged pairs."""
        return dict(sorted(self.pairs.items()))

    def name_places(self) -> Iterator[tuple[str, list[tuple[str, list[tuple[int, int]]]]]]:
        """Article -> its (node, places)."""
        for article, names in sorted(self.local.items()):
            yield article, [(n.node, [(s.start, s.end) for s in n.spans]) for n in names]

    def decisions(self) -> list[Any]:
        """Nobody decided anything."""
        return []

    def save(self, changes: NameChanges) -> None:
        """Keep what linking found."""
        self.local |= dict(changes.local)
        self.profiles |= {node: t for node, t in changes.profiles.items() if t is not None}
        self.pairs |= dict(changes.judged)


class _Index(DictIndex):
    """A `DictIndex` that finds the keys of an item at once."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: dict[str, set[Key]] = defaultdict(set)

    def put(self, kind: str, key: str, item: str) -> None:
        super().put(kind, key, item)
        self._keys[item].add((kind, key))

    def held(self, item: str, kinds: Collection[str] | None = None) -> list[Key]:
        return sorted(key for key in self._keys[item] if kinds is None or key[0] in kinds)

    def drop(self, item: str) -> list[Key]:
        for pair in self._keys[item]:
            self._items[pair].discard(item)
        return sorted(self._keys.pop(item))


def clustered(found: Sequence[Document]) -> list[tuple[str, str, str]]:
    """(topic, chain, entity) of every mention that counts."""
    return [(topic, gold.chain, entity) for topic, gold, entity in judged(found)]


def judged(found: Sequence[Document]) -> list[tuple[str, Gold, str]]:
    """(topic, gold mention, entity) of every mention that counts."""
    tagged = _tagged(found)
    topics: dict[str, list[Document]] = defaultdict(list)
    for document in found:
        topics[document.topic].append(document)
    items = []
    for topic, members in sorted(topics.items()):
        pile = Pile()
        for document in members:
            pile.texts[document.id] = document.text
            given = _given(document, tagged[document.id])
            pile.analyses[document.id] = Analysis(article=document.id, mentions=given)
        pile.save(link_names([d.id for d in members], _Index(), pile))
        entities = compile_entities(pile, {d.id: n for n, d in enumerate(members)})
        where = {
            (m["article"], m["start"], m["end"]): entity["id"]
            for entity in entities.as_json
            for m in entity["mentions"]
        }
        for document in members:
            for gold in document.gold:
                alone = f"none {document.id} {gold.start}"
                items.append((topic, gold, where.get((document.id, gold.start, gold.end), alone)))
    return items


def _tagged(found: Sequence[Document]) -> dict[str, list[Mention]]:
    """What the analysis finds in each document, a line a paragraph."""
    nlp = load_model(Settings().model, MODEL_COMPONENTS).nlp
    lines = [
        (document.id, match.start(), match[0])
        for document in found
        for match in re.finditer(r"[^\n]+", document.text)
    ]
    mentions: dict[str, list[Mention]] = {document.id: [] for document in found}
    with nlp.memory_zone():
        docs = nlp.pipe((line for _, _, line in lines), batch_size=128)
        for (id_, offset, _), doc in zip(lines, docs, strict=True):
            mentions[id_] += [_moved(mention, offset) for mention in find_mentions(doc)]
    return mentions


def _moved(mention: Mention, by: int) -> Mention:
    def moved(span: Span | None) -> Span | None:
        return None if span is None else Span(span.start + by, span.end + by)

    return replace(
        mention,
        span=Span(mention.span.start + by, mention.span.end + by),
        title=moved(mention.title),
        description=moved(mention.description),
    )


def _given(document: Document, tagged: Sequence[Mention]) -> tuple[Mention, ...]:
    """The gold mentions as mentions, with what the analysis tells of those that overlap them."""
    given = {}
    for gold in document.gold:
        span = Span(gold.start, gold.end)
        given[span] = Mention(span, EntityType.OTHER)
        shared = [(_shared(span, m.span), m.span.end == span.end, m.span.start) for m in tagged]
        if not shared or max(shared)[0] == 0:
            continue
        best = tagged[shared.index(max(shared))]
        if max(shared)[0] >= 0.5 * min(span.end - span.start, best.span.end - best.span.start):
            title = best.title if best.title and best.title.end <= span.start else None
            given[span] = replace(best, span=span, title=title)
    return tuple(given[span] for span in sorted(given))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


# --- errors ---


def errors(name: str, rule: str = "strict") -> Counter[str]:
    """Wrong pairs of mentions by their cause, over all topics: joined wrongly, or not joined."""
    causes: Counter[str] = Counter()
    topics: dict[str, list[tuple[Gold, str]]] = defaultdict(list)
    for topic, gold, entity in judged(documents(name, rule)):
        topics[topic].append((gold, entity))
    for members in topics.values():
        for (left, one), (right, other) in combinations(members, 2):
            if (left.chain == right.chain) != (one == other):
                causes[_cause(left, right, joined_=one == other)] += 1
    return causes


def _cause(left: Gold, right: Gold, *, joined_: bool) -> str:
    one, other = (re.findall(r"\w+", g.text.lower().removeprefix("the ")) for g in (left, right))
    side = "joined" if joined_ else "apart"
    if one == other:
        return f"{side}: the same words"
    if "".join(w[0] for w in one) in other or "".join(w[0] for w in other) in one:
        return f"{side}: initials"
    if set(one) & set(other):
        return f"{side}: words in common"
    return f"{side}: no word in common"


def main() -> int:
    """Print the measures; 0 also where the data is absent, with a loud line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="wrong pairs by their cause")
    parser.add_argument("--loose", action="store_true", help="with mentions of common words too")
    arguments = parser.parse_args()
    rule = "loose" if arguments.loose else "strict"
    try:
        print(rule, json.dumps(measure(rule)))
        for name in SETS if arguments.errors else ():
            print(name, json.dumps(dict(errors(name, rule).most_common())))
    except DataAbsent as absent:
        print(f"SKIPPED names: {absent}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
