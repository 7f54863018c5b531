"""Of which part of the counted a number speaks, where neither a place nor an owner is named."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.figures.parts import Counted
from onrecord.analysis.figures.scope_nameless import PlaceAt
from onrecord.analysis.figures.scope_names import Named, phrase_span
from onrecord.analysis.figures.scope_words import noun_cause, noun_is
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.scope_words import scope_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import FigureKind

_KINDS = frozenset({FigureKind.LEVEL, FigureKind.SHARE, FigureKind.CHANGE, FigureKind.COUNT})
_INSIDE = frozenset({"det", "amod", "compound", "nummod", "poss", "case", "advmod"})


def part_of(
    words: ParsedWords, named: Sequence[Named], counted: Counted, start: int, place: PlaceAt | None
) -> Span | None:
    """The words that say of which part a number speaks: `in intensive care`.

    Args:
        words: the paragraph.
        named: its names.
        counted: what the number counts.
        start: the counted noun, else the word on which the number hangs.
        place: the place of the number, of which no part is made.
    """
    if counted.kind not in _KINDS or counted.outcome:
        return None
    for node in _holders(words, start):
        for preposition in words.children.get(node, ()):
            if preposition < start or words.deps[preposition] != "prep":
                continue
            found = _part_behind(words, named, preposition)
            if found is not None and (place is None or words.ends[place.top] != found.end):
                return found
    return None


def _holders(words: ParsedWords, start: int) -> list[int]:
    """The counted noun, and the verb that says where it is: `300 are in intensive care`."""
    above = words.heads[start]
    if words.deps[start] in ("nsubj", "attr") and words.lower[above] in ("are", "were", "remain"):
        return [start, above]
    return [start]


def _part_behind(words: ParsedWords, named: Sequence[Named], preposition: int) -> Span | None:
    if words.lower[preposition] not in scope_words().part_prepositions:
        return None
    for node in words.children.get(preposition, ()):
        if words.deps[node] != "pobj" or words.tags[node] not in ("NN", "NNS"):
            continue
        below = words.children.get(node, ())
        span = phrase_span(words, preposition, node)
        if any(name.span.start < span.end and span.start < name.span.end for name in named):
            return None
        if noun_is(words.lower[node], "no_parts") or noun_cause(words.lower[node]):
            return None
        if noun_is(words.lower[node], "stand_ins"):
            return None
        if any(words.tags[child] == "CD" or words.deps[child] == "conj" for child in below):
            return None
        if any(words.deps[child] not in _INSIDE for child in below if child < node):
            return None
        return span
    return None
