"""Utterances: what of an attribution is looked at when it is compared with another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.analysis.quotations import find_quotations
from onrecord.linking.wordings.wording_text import WordingText, mark_of, weight_of
from onrecord.linking.wordings.words import (
    PrintedWord,
    compared,
    printed_words,
    spoken,
    stem_counts,
)
from onrecord.values.attributions import Attribution
from onrecord.values.ids import finding_id
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind

_FEWEST_WORDS = 3
_FEWEST_CONTENT = 2
"""Words, and content words: with fewer (`I am`, `No comment`) nothing tells two utterances
apart."""
_END = re.compile(r"(?P<word>[^\W_]*)[\"'”’)\]]*(?P<mark>[.?!…])[\"'”’)\]\s“‘(\[]*$")
"""A word with the mark that ends its sentence, and what may stand before the next one."""
_LONGEST_TITLE = 3
"""Letters of a word whose full stop may be that of a title (`Gen.`)."""
_NEAR = 40
"""Code points before a word in which the end of the sentence before it is looked for."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One attribution and its words."""

    article: str
    extent: Span
    text: WordingText

    @property
    def id(self) -> str:
        """The id of the attribution."""
        return finding_id("attribution", self.article, self.extent.start, self.extent.end)


def utterances(article: str, text: str, found: Sequence[Attribution]) -> Iterator[Utterance]:
    """The attributions of an article that can be compared.

    Args:
        article: its id.
        text: its text.
        found: its attributions.
    """
    if not found:
        return
    counts = stem_counts(text)
    for one in found:
        made = WordingText(*_words_and_marks(text, one, counts))
        content = sum(weight > 0 for weight in made.weights)
        if content >= _FEWEST_CONTENT and len(made.words) >= _FEWEST_WORDS:
            yield Utterance(article, one.extent, made)


class _Told(NamedTuple):
    word: str
    quoted: bool
    opens: bool


def _words_and_marks(
    text: str, one: Attribution, counts: Mapping[str, int]
) -> tuple[tuple[str, ...], str]:
    told: list[_Told] = []
    for part in one.content:
        printed = list(printed_words(text, part.start, part.end))
        quoted = _quoted(text, part, printed, one.kind)
        for shown, inside in zip(printed, quoted, strict=True):
            opens = bool(told) and _opens(text, shown.start)
            for word in spoken(shown.word):
                told.append(_Told(word, inside, opens))
                opens = False
    own = Counter(compared(one.word) for one in told)
    marks = []
    for word, inside, opens in told:
        stem = compared(word)
        elsewhere = counts[stem] - own[stem] if weight_of(word, stem) else 0
        marks.append(mark_of(elsewhere, quoted=inside, opens=opens))
    return tuple(one.word for one in told), "".join(marks)


def _opens(text: str, start: int) -> bool:
    """Whether the word at a place begins a sentence."""
    if not (text[start].isupper() or text[start].isdigit()):
        return False
    end = _END.search(text[max(0, start - _NEAR) : start])
    if end is None:
        return False
    return end["mark"] != "." or len(end["word"]) > _LONGEST_TITLE


def _quoted(
    text: str, part: Span, printed: Sequence[PrintedWord], kind: AttributionKind
) -> Iterable[bool]:
    """Whether each word stands between quotation marks."""
    if kind is not AttributionKind.MIXED:
        return [kind is AttributionKind.DIRECT] * len(printed)
    start = text.rfind("\n", 0, part.start) + 1
    end = text.find("\n", part.end)
    line = text[start : end if end >= 0 else len(text)]
    inner = [one.inner for one in find_quotations(line)]
    return [any(one.start <= word.start - start < one.end for one in inner) for word in printed]
