"""The words of a paragraph as the finder of attributions reads them: plain lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.parsed_words import parsed_words
from onrecord.text.stems import stem

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.analysis.quotations import Quotation

_MARKS = frozenset("\"“”„«»‘’'`") | {"''", "``", "‘‘", "’’"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one paragraph, one entry a token in every list."""

    lower: list[str]
    lemma: list[str]
    """Stem of the word; of a verb that of its base form."""
    tag: list[str]
    dep: list[str]
    entity: list[str]
    """Type of the name that the word is in; empty where it is in none."""
    head: list[int]
    """Number of the word that it hangs on: its own for the top of a sentence."""
    children: list[list[int]]
    first: list[int]
    """The first word of all that hangs on it."""
    last: list[int]
    """The last of these, inclusive."""
    sentence: list[int]
    """Number of its sentence in the paragraph."""
    sentences: list[tuple[int, int]]
    """First word and end of each sentence."""
    quotation: list[int]
    """Number of the quotation that it stands in, marks included, from 1; 0 outside."""
    quoted_sentences: frozenset[int]
    """Numbers of the sentences that a quotation touches."""
    is_mark: list[bool]
    """Whether it is a quotation mark."""
    letters: list[int]
    """How many letters and digits it has."""
    start: list[int]
    """Code points of the paragraph, [start, end)."""
    end: list[int]

    def __len__(self) -> int:
        return len(self.lower)


def read_words(doc: Doc, quotations: Sequence[Quotation]) -> Words:
    """The words of a parsed paragraph with the outermost double quotations that hold them."""
    parsed = parsed_words(doc)
    lower, tag, start, end = parsed.lower, parsed.tags, parsed.starts, parsed.ends
    children, first, last = _tree(parsed.heads)
    sentence = _sentence_numbers(parsed.sentences)
    quotation = _quotation_numbers(quotations, start, end)
    return Words(
        lower=lower,
        lemma=list(map(lemma_of, lower, tag)),
        tag=tag,
        dep=parsed.deps,
        entity=parsed.entities,
        head=parsed.heads,
        children=children,
        first=first,
        last=last,
        sentence=sentence,
        sentences=parsed.sentences,
        quotation=quotation,
        quoted_sentences=frozenset(s for s, q in zip(sentence, quotation, strict=True) if q),
        is_mark=[word in _MARKS for word in lower],
        letters=list(map(_letters, lower)),
        start=start,
        end=end,
    )


@lru_cache(maxsize=1 << 15)
def lemma_of(word: str, tag: str) -> str:
    """The stem of a word in lower case, of a verb that of its base form; a mark as it is."""
    if tag[:1] == "V" or tag == "MD":
        return verb_stem(word) or word
    return stem(word) or word


@lru_cache(maxsize=1 << 15)
def _letters(word: str) -> int:
    return sum(c.isalnum() for c in word)


def _tree(head: list[int]) -> tuple[list[list[int]], list[int], list[int]]:
    children: list[list[int]] = [[] for _ in head]
    first, last = list(range(len(head))), list(range(len(head)))
    for word, above in enumerate(head):
        if above != word:
            children[above].append(word)
        below = word
        while (above := head[below]) != below:
            if word < first[above]:
                first[above] = word
            elif word > last[above]:
                last[above] = word
            else:  # what widens no word's reach widens none above it
                break
            below = above
    return children, first, last


def _sentence_numbers(sentences: Sequence[tuple[int, int]]) -> list[int]:
    """The number of its sentence for each word."""
    numbers: list[int] = []
    for number, (first, after) in enumerate(sentences):
        numbers += [number] * (after - first)
    return numbers


def _quotation_numbers(
    quotations: Sequence[Quotation], start: list[int], end: list[int]
) -> list[int]:
    numbers = [0] * len(start)
    word = 0
    for number, one in enumerate((q for q in quotations if not q.depth), 1):
        while word < len(end) and end[word] <= one.span.start:
            word += 1
        at = word
        while at < len(start) and start[at] < one.span.end:
            numbers[at] = number
            at += 1
    return numbers
