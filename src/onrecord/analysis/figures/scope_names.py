"""The names of a paragraph as words of its parse."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.figures.scope_words import noun_cause, noun_is
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.name_words import name_words
from onrecord.lexicon.nationalities import country_of
from onrecord.lexicon.places import is_place
from onrecord.lexicon.scope_words import scope_words
from onrecord.lexicon.time_words import time_words
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

_LONGEST = 2
"""Words of a name taken for an organisation that the gazetteer may tell to be a place."""

_LONGEST_HEADLINE = 40
"""Tokens."""
_CAPITALS = 0.6
"""Share of words with a capital above which a capital tells no name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name and its words."""

    span: Span
    first: int
    last: int
    root: int
    """The word of it on which the others hang."""
    kind: EntityType
    placed: bool
    """Whether it is, or may be, the name of a place."""
    label: str = ""
    """The language model's own label."""


def named_words(words: ParsedWords, mentions: Sequence[Mention]) -> list[Named]:
    """The names of a paragraph, in order."""
    found = []
    capitals = bool(mentions) and _in_capitals(words)
    for mention in mentions:
        first = bisect_right(words.starts, mention.span.start) - 1
        last = bisect_left(words.starts, mention.span.end) - 1
        if first < 0 or last < first:
            continue
        root = next(
            (
                node
                for node in range(last, first - 1, -1)
                if not first <= words.heads[node] <= last or words.heads[node] == node
            ),
            last,
        )
        found.append(
            Named(
                mention.span,
                first,
                last,
                root,
                mention.type,
                _may_be_place(words, mention, capitals=capitals),
                mention.label,
            )
        )
    return found


def untagged_places(words: ParsedWords, named: Sequence[Named]) -> list[Named]:
    """Names that the model did not tag, where the words around them tell that they are places:
    `in Orrin`, `the town of Orrin`, `Orrin neighbourhood`."""
    if _in_capitals(words):
        return []
    covered = {node for name in named for node in range(name.first, name.last + 1)}
    days = time_words().months.keys() | time_words().weekdays.keys()
    found = []
    for node, tag in enumerate(words.tags):
        if (
            tag != "NNP"
            or node in covered
            or words.lower[node] in days
            or not _stands_as_place(words, node)
        ):
            continue
        first = node
        while first - 1 not in covered and _runs_on(words, first - 1, node):
            first -= 1
        span = Span(words.starts[first], words.ends[node])
        if words.words[node].isalpha() and not words.words[node].isupper():
            found.append(Named(span, first, node, node, EntityType.PLACE, True))
    return found


def _in_capitals(words: ParsedWords) -> bool:
    """Whether most words begin with a capital, as in headlines, so that it tells nothing."""
    if len(words.words) > _LONGEST_HEADLINE:
        return False
    letters = [word[0].isupper() for word in words.words if word[:1].isalpha()]
    return sum(letters) > _CAPITALS * len(letters)


def _runs_on(words: ParsedWords, before: int, node: int) -> bool:
    return before >= 0 and words.heads[before] == node and words.tags[before][:3] in ("NNP", "HYP")


def _stands_as_place(words: ParsedWords, node: int) -> bool:
    dep, head = words.deps[node], words.heads[node]
    if dep == "compound":
        return node < head and noun_is(words.lower[head], "named_kinds")
    if dep == "appos" and head < node:
        return noun_is(words.lower[head], "named_kinds")
    if dep != "pobj":
        return False
    word, low = words.lower[head], words.lower[node]
    if word == "of":
        return noun_is(words.lower[words.heads[head]], "named_kinds")
    if word in scope_words().struck_prepositions and noun_cause(words.lower[words.heads[head]]):
        return True
    if word not in ("in", "near", "outside") or low in name_words().organisation_heads:
        return False
    return not any(words.lower[child] == "the" for child in words.children.get(node, ()))


def _may_be_place(words: ParsedWords, mention: Mention, *, capitals: bool) -> bool:
    name = mention.span.slice(words.text)
    if name.lower() in time_words().months:
        return False
    if capitals:
        return country_of(name) is not None or is_place(name)
    if mention.type is EntityType.PLACE:
        return True
    if "place" in mention.cues:
        return True
    if mention.type is EntityType.GROUP:
        return country_of(name) is None and is_place(name)
    if "located" not in mention.cues and mention.type is EntityType.PERSON:
        return False
    if name.isupper() or len(name.split()) > _LONGEST:
        return False
    return country_of(name) is not None or is_place(name)


def phrase_span(words: ParsedWords, first: int, last: int) -> Span:
    """From the first word to the end of the last."""
    return Span(words.starts[first], words.ends[last])


def named_at(named: Sequence[Named], word: int) -> Named | None:
    """The name that holds a word."""
    return next((name for name in named if name.first <= word <= name.last), None)
