"""The words of a paragraph as the finder of attributions reads them: plain lists, read off the
parse once, since asking the parse word by word costs more than all that is done with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.analysis.event_words import verb_stem
from onrecord.text.stems import stem

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.analysis.quotations import Quotation

_MARKS = frozenset("\"“”„«»‘’'`") | {"''", "``", "‘‘", "’’"}
_COLUMNS: list[int | str] = [
    "TAG",
    "DEP",
    "ENT_TYPE",
    "LOWER",
    "HEAD",
    "IDX",
    "LENGTH",
    "SENT_START",
]


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
    table = doc.to_array(_COLUMNS)
    numbers = table.astype("int64")
    strings = doc.vocab.strings
    columns = [[strings[key] for key in table[:, n].tolist()] for n in range(4)]
    tag, dep, entity, lower = columns
    start = numbers[:, 5].tolist()
    end = (numbers[:, 5] + numbers[:, 6]).tolist()
    head = [n + step for n, step in enumerate(numbers[:, 4].tolist())]
    children, first, last = _tree(head)
    sentence, sentences = _sentences(numbers[:, 7].tolist())
    quotation = _quotation_numbers(quotations, start, end)
    return Words(
        lower=lower,
        lemma=list(map(lemma_of, lower, tag)),
        tag=tag,
        dep=dep,
        entity=entity,
        head=head,
        children=children,
        first=first,
        last=last,
        sentence=sentence,
        sentences=sentences,
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


def _sentences(starts: list[int]) -> tuple[list[int], list[tuple[int, int]]]:
    numbers: list[int] = []
    bounds: list[tuple[int, int]] = []
    for word, flag in enumerate(starts):
        if flag == 1 or not bounds:
            bounds.append((word, word + 1))
        else:
            bounds[-1] = (bounds[-1][0], word + 1)
        numbers.append(len(bounds) - 1)
    return numbers, bounds


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
