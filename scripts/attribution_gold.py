"""PolNeAR as the fitting of attributions reads it: paragraphs as words, and what is attributed."""

from __future__ import annotations

import gzip
import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.analysis.analyze import paragraphs_to_parse
from onrecord.analysis.attribution_words import Words, read_words
from onrecord.analysis.model import load_model
from onrecord.analysis.quotations import find_quotations
from onrecord.analysis.steps import MODEL_COMPONENTS
from onrecord.lone_text.reading import as_article

_BATCH = 128
_AUXILIARY = frozenset({"aux", "auxpass", "neg", "det", "punct"})

type Spans = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One attribution that people marked; numbers of words in its paragraph."""

    cue: frozenset[int]
    content: frozenset[int]
    source: frozenset[int]
    """Empty where none is printed."""
    source_head: frozenset[int]
    anchor: int
    """The word of the cue by which the models know it: the one on which the others hang."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedParagraph:
    """A paragraph with the attributions whose cue stands in it."""

    document: str
    words: Words
    gold: tuple[Gold, ...]


def fold_of(document: str, folds: int) -> int:
    """The fold of a document: by a hash of its id."""
    return int(hashlib.md5(document.encode(), usedforsecurity=False).hexdigest(), 16) % folds


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The documents of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def marked_paragraphs(rows: Iterable[dict[str, Any]], model: str) -> Iterator[MarkedParagraph]:
    """Every paragraph of the documents, parsed by the language model that the setting names."""
    nlp = load_model(model, MODEL_COMPONENTS).nlp
    for row in rows:
        article = as_article(row["text"])
        places = list(paragraphs_to_parse(article))
        texts = [row["text"][start:end] for start, end in places]
        with nlp.memory_zone():
            docs = nlp.pipe(texts, batch_size=_BATCH)
            for (start, end), text, doc in zip(places, texts, docs, strict=True):
                words = read_words(doc, find_quotations(text))
                yield MarkedParagraph(
                    document=row["id"],
                    words=words,
                    gold=tuple(_gold(row["attributions"], words, text, start, end)),
                )


def _gold(
    marked: Iterable[dict[str, Any]], words: Words, text: str, start: int, end: int
) -> Iterator[Gold]:
    for one in marked:
        if not one["cue"] or not start <= one["cue"][0][0] < end:
            continue
        cue = _words_at(words, text, one["cue"], start) or _words_at(
            words, text, one["cue"], start, marks=True
        )
        content = _words_at(words, text, one["content"], start)
        source = _words_at(words, text, one["source"] or (), start)
        head = one.get("source_head")
        if cue:
            yield Gold(
                cue=cue,
                content=content,
                source=source,
                source_head=_words_at(words, text, [head], start) if head else frozenset(),
                anchor=_anchor(words, cue, content, source),
            )


def _words_at(
    words: Words, text: str, spans: Spans, offset: int, *, marks: bool = False
) -> frozenset[int]:
    """The words of which a letter lies in the spans; marks too where wanted."""
    found = set()
    for first, last in spans:
        at = bisect_right(words.end, first - offset)
        while at < len(words) and words.start[at] < last - offset:
            inside = text[max(first - offset, words.start[at]) : min(last - offset, words.end[at])]
            if marks or any(c.isalnum() for c in inside):
                found.add(at)
            at += 1
    return frozenset(found)


def _anchor(
    words: Words, cue: frozenset[int], content: frozenset[int], source: frozenset[int]
) -> int:
    """The word of a cue that hangs on none of the others, a verb or what joins the rest first."""

    def weight(at: int) -> float:
        near = {*words.children[at], words.head[at]}
        kind = {"V": 1.0, "N": 0.6}.get(words.tag[at][:1], 0.0)
        linked = (1.0 if near & content else 0.0) + (0.7 if near & source else 0.0)
        return kind + linked - (1.0 if words.dep[at] in _AUXILIARY else 0.0)

    tops = [at for at in sorted(cue) if words.head[at] not in cue or words.head[at] == at]
    return max(tops or sorted(cue), key=lambda at: (weight(at), -at))
