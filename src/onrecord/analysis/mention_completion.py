"""Names that the model missed or took for something else, by what the rest of the article tells.

`complete_mentions` is a pure function of the text and the mentions: a name that is tagged at one
place is a name at the others; a surname of a person who is named in full is a person's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from onrecord.analysis.mention_headlines import without_verbs
from onrecord.analysis.mention_places import place_votes
from onrecord.lexicon.name_aliases import AliasKind, name_aliases
from onrecord.lexicon.name_words import name_words
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

_WORD = re.compile(r"[^\W\d_][\w]*(?:[’'.-][^\W_][\w]*)*")
_SMALL = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*\b")
_SHORTEST = 3
"""Letters of a single word that is looked for."""
_SHORTEST_KNOWN = 5
"""Letters of the form of a well-known organisation that is looked for in every article."""
_NAMED = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE)


def complete_mentions(
    text: str, mentions: Sequence[Mention], pieces: Sequence[tuple[int, int]] | None = None
) -> list[Mention]:
    """The mentions with those that were missed, each with the type that the article tells.

    Args:
        text: of the article.
        mentions: as found in its paragraphs, in order.
        pieces: (start, end) of what is analysed, in order; None: all of the text.
    """
    mentions = without_verbs(text, mentions)
    types = _types(text, mentions)
    settled = [_retyped(text, mention, types) for mention in mentions]
    added = list(_missed(text, settled, types, [(0, len(text))] if pieces is None else pieces))
    return sorted([*settled, *added], key=lambda m: (m.span.start, -m.span.end))


def _types(text: str, mentions: Sequence[Mention]) -> dict[str, EntityType]:
    """What each printed form is taken for; a surname counts with the full names that end in it."""
    votes: dict[str, Counter[EntityType]] = {}
    people: Counter[str] = Counter()
    for mention in mentions:
        form = mention.span.slice(text)
        weight = 3 if mention.title is not None else 1
        into = votes.setdefault(form, Counter())
        into[mention.type] += weight
        words = form.split()
        place = place_votes(mention, words)
        if place:
            into[EntityType.PLACE] += place
        if mention.type is EntityType.PERSON and len(words) > 1:
            people[words[-1]] += 1
    for surname in people:
        if surname not in votes or name_aliases().known(surname) is None:
            votes.setdefault(surname, Counter())[EntityType.PERSON] += 3
    return {form: _first(counts) for form, counts in votes.items()}


def _first(counts: Counter[EntityType]) -> EntityType:
    return min(counts, key=lambda kind: (-counts[kind], list(EntityType).index(kind)))


def _retyped(text: str, mention: Mention, types: dict[str, EntityType]) -> Mention:
    form = mention.span.slice(text)
    kind = types[form]
    known = name_aliases().known(form)
    if kind is mention.type or known is not None or mention.type is EntityType.GROUP:
        return mention
    return replace(mention, type=kind)


def _missed(
    text: str,
    mentions: Sequence[Mention],
    types: dict[str, EntityType],
    pieces: Sequence[tuple[int, int]],
) -> Iterator[Mention]:
    """Further places of forms that are names elsewhere in the article."""
    small = frozenset(_SMALL.findall(text))
    wanted = {form: kind for form, kind in types.items() if _is_looked_for(form, kind, small)}
    wanted |= _other_names(types)
    wanted |= {form: kind for form, (kind, folded) in _well_known().items() if folded not in small}
    longest = max(form.count(" ") for form in wanted) + 1
    firsts = {match[0] for form in wanted if (match := _first_word(form))}
    starts = [mention.span.start for mention in mentions]
    ends = [mention.span.end for mention in mentions]
    for begin, stop in pieces:
        words = list(_WORD.finditer(text, begin, stop))
        after = 0
        for n in [n for n, word in enumerate(words) if word[0] in firsts]:
            size = _match(text, words, n, longest, wanted) if n >= after else 0
            if not size:
                continue
            after = n + size
            span = Span(words[n].start(), words[after - 1].end())
            if not _is_taken(span.start, span.end, starts, ends) and not _is_longer(
                text, words, n, size
            ):
                yield Mention(span, wanted[span.slice(text)], cues=("elsewhere",))


def _match(
    text: str, words: list[re.Match[str]], n: int, longest: int, wanted: dict[str, EntityType]
) -> int:
    for size in range(min(longest, len(words) - n), 0, -1):
        if text[words[n].start() : words[n + size - 1].end()] in wanted:
            return size
    return 0


def _is_looked_for(form: str, kind: EntityType, printed_small: frozenset[str]) -> bool:
    if kind not in _NAMED or not form[:1].isupper():
        return False
    if " " in form:
        return True
    small = form.casefold()
    if len(form) < _SHORTEST or small in _no_names():
        return False
    return small not in printed_small


@cache
def _no_names() -> frozenset[str]:
    """Words that are not looked for alone."""
    lexicon = name_words()
    return lexicon.not_names | lexicon.generic | lexicon.titles


@lru_cache(maxsize=20_000)
def _first_word(form: str) -> re.Match[str] | None:
    return _WORD.match(form)


@cache
def _well_known() -> Mapping[str, tuple[EntityType, str]]:
    """Forms of organisations that are names wherever they stand, with what they are, and folded: of
    five letters and more, not all of them capitals."""
    return {
        form: (EntityType.ORGANISATION, form.casefold())
        for forms in name_aliases().printed.values()
        for form in forms
        if len(form) >= _SHORTEST_KNOWN and form[0].isupper() and not form.isupper()
    }


def _other_names(types: Mapping[str, EntityType]) -> dict[str, EntityType]:
    """What else the organisations of the article are called by general knowledge."""
    known = {form: name_aliases().known(form) for form in types}
    return {
        other: EntityType.ORGANISATION
        for one in known.values()
        if one is not None and one.kind is AliasKind.ORGANISATION
        for other in name_aliases().forms(one.name)
        if len(other) > 1 and other[0].isupper()
    }


def _is_taken(start: int, end: int, starts: list[int], ends: list[int]) -> bool:
    at = bisect_right(starts, start) - 1
    before = at >= 0 and ends[at] > start
    return before or (at + 1 < len(starts) and starts[at + 1] < end)


def _is_longer(text: str, words: list[re.Match[str]], n: int, size: int) -> bool:
    """Whether the words are a part of a longer name that nobody tagged: `Vale Doctrine`."""
    after = n + size
    beside = after < len(words) and text[words[after - 1].end() : words[after].start()] in (
        " ",
        "-",
    )
    if beside and words[after][0][0].isupper():
        return True
    if n > 0 and text[words[n - 1].end() : words[n].start()] in (" ", "-"):
        return words[n - 1][0][0].isupper() and words[n - 1][0].casefold() not in _before()
    return False


@cache
def _before() -> frozenset[str]:
    """Words with a capital that may stand right before a name: titles, first words of sentences."""
    lexicon = name_words()
    return lexicon.titles | lexicon.not_names | lexicon.small
