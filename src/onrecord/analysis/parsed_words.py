"""The words of a parsed paragraph as plain lists.

Several finders ask the same of a paragraph, and asking the parse word by word costs more than most
of what is done with the answers: so all is read off at once, and kept for the next who asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_COLUMNS: list[int | str] = [
    *("ORTH", "LOWER", "TAG", "DEP", "ENT_TYPE"),
    *("HEAD", "IDX", "LENGTH", "SPACY", "SENT_START"),
    *("IS_PUNCT", "IS_SPACE"),
]
_STRINGS = 5
"""How many of these are strings, given by their numbers; the first."""
_REMEMBERED = 1 << 17
"""Strings of the model that are kept by their numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedWords:
    """The words of one paragraph, one entry a token in every list."""

    text: str
    """The paragraph."""
    words: list[str]
    lower: list[str]
    tags: list[str]
    deps: list[str]
    entities: list[str]
    """Type of the name that the word is in; empty where it is in none."""
    heads: list[int]
    """Number of the word that it hangs on: its own for the top of a sentence."""
    children: dict[int, list[int]]
    """Numbers of the words that hang on a word, in order; none for a word without any."""
    starts: list[int]
    """Code points of the paragraph, [start, end)."""
    ends: list[int]
    sentences: list[tuple[int, int]]
    """First word of each sentence, and the one after its last."""
    marks: list[int]
    """1 for punctuation."""
    spaces: list[int]
    """1 for white space that is a token."""


@lru_cache(maxsize=1)
def parsed_words(doc: Doc) -> ParsedWords:
    """The words of a paragraph, whose parse must not change any more."""
    table = doc.to_array(_COLUMNS).T
    known = _strings_of(doc.vocab.strings)
    words, lower, tags, deps, entities = (
        [known[key] for key in column] for column in table[:_STRINGS].tolist()
    )
    steps, starts, sizes, spaced, opens, marks, spaces = table[_STRINGS:].view("int64").tolist()
    heads = [number + step for number, step in enumerate(steps)]
    return ParsedWords(
        text="".join([w + " " if space else w for w, space in zip(words, spaced, strict=True)]),
        words=words,
        lower=lower,
        tags=tags,
        deps=deps,
        entities=entities,
        heads=heads,
        children=_children(heads),
        starts=starts,
        ends=[start + size for start, size in zip(starts, sizes, strict=True)],
        sentences=_sentences(opens),
        marks=marks,
        spaces=spaces,
    )


class _Strings(dict[int, str]):
    """Strings of the model by their numbers, kept as they are met."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self.store = store

    def __missing__(self, key: int) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = self.store[key] if key else ""
        return found


@lru_cache(maxsize=1)
def _strings_of(store: StringStore) -> _Strings:
    return _Strings(store)


def _children(heads: list[int]) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for number, head in enumerate(heads):
        if head == number:
            continue
        if head in children:
            children[head].append(number)
        else:
            children[head] = [number]
    return children


def _sentences(opens: list[int]) -> list[tuple[int, int]]:
    if not opens:
        return []
    firsts = [0, *(number for number, flag in enumerate(opens) if flag == 1 and number)]
    return list(zip(firsts, [*firsts[1:], len(opens)], strict=True))
