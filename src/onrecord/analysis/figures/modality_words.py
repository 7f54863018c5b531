"""The stems of the words that say how a figure is meant, and of the words of a paragraph."""

from __future__ import annotations

from functools import cache

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.figure_moods import figure_moods
from onrecord.text.stems import stem

AUXILIARIES = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_NONE: list[int] = []


@cache
def stems_of(name: str) -> frozenset[str]:
    """The stems of one list of `FigureMoods`; of phrases that of their first word alone."""
    return frozenset(
        verb_stem(word) for word in getattr(figure_moods(), name, ()) if " " not in word
    )


@cache
def phrases_of(name: str) -> frozenset[tuple[str, str]]:
    """The phrases of one list: the stem of the verb, and the word behind it."""
    found = (word.split() for word in getattr(figure_moods(), name, ()) if " " in word)
    return frozenset((verb_stem(first), second) for first, second in found)


def is_verb(words: ParsedWords, at: int) -> bool:
    """Whether a word is tagged as a verb or modal."""
    tag = words.tags[at]
    return tag.startswith("VB") or tag == "MD"


def is_noun(words: ParsedWords, at: int) -> bool:
    """Whether a word is tagged as a noun or name."""
    return words.tags[at].startswith("NN")


def stem_at(words: ParsedWords, at: int) -> str:
    """The stem of a word, as a verb where it is tagged so."""
    lower = words.lower[at]
    return verb_stem(lower) if is_verb(words, at) else stem(lower)


def below(words: ParsedWords, at: int) -> list[int]:
    """The words that hang on a word."""
    return words.children.get(at, _NONE)


def root_of(words: ParsedWords, first: int, last: int) -> int:
    """The word of [first, last] that hangs on a word outside of them."""
    for at in range(first, last + 1):
        head = words.heads[at]
        if head == at or not first <= head <= last:
            return at
    return last


NUMBERS = frozenset({"nummod", "quantmod", "nmod", "amod", "compound", "det", "advmod"})
"""Relations of a number inside of a phrase."""


def phrase_of(words: ParsedWords, number: int) -> list[int]:
    """A number and the nouns above it in its own phrase: of `300 army guards` 300 and guards."""
    found = [number]
    while len(found) < _DEEPEST:
        node = found[-1]
        head = words.heads[node]
        if head == node or words.deps[node] not in NUMBERS or is_verb(words, head):
            break
        found.append(head)
    return found


_DEEPEST = 5
