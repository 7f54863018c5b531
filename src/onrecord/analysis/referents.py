"""What the words of a paragraph may stand for: names, descriptions, pronouns, times.

All that the resolution of speakers needs to know of the parse, one `Referent` a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.analysis.referent_grammar import (
    Reading,
    antecedent_of,
    descriptions_of,
    first_of,
    hanging_of,
    is_completed,
    is_description,
    is_joined,
    name_beside,
    phrase_words,
    read,
    tokens_in,
)
from onrecord.analysis.referent_values import Referent, ReferentKind, Standing
from onrecord.lexicon.source_words import gender_of, singulars, source_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.analysis.drafts import Draft
    from onrecord.values.findings import Mention
    from onrecord.values.times import TimeExpression

__all__ = ["Referent", "ReferentKind", "Standing", "find_referents"]

_HEADS = frozenset({"NN", "PR", "WP", "WD", "DT", "CD", "JJ", "VB"})
"""First letters of the tags of words that may be the head of a source."""
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WDT"})


def find_referents(
    doc: Doc,
    mentions: Sequence[Mention],
    drafts: Sequence[Draft],
    times: Sequence[TimeExpression] = (),
) -> list[Referent]:
    """The referents of a parsed paragraph, in order.

    Args:
        doc: the parsed paragraph.
        mentions: the names found in it.
        drafts: the attributions found in it: their sources are referents in any case.
        times: the time expressions found in it.
    """
    reading = read(doc, mentions)
    found = [_name(reading, n, one) for n, one in enumerate(mentions)]
    found += _others(reading, mentions, _in_sources(reading, drafts))
    found += _times(reading, times)
    return sorted(found, key=lambda one: (one.head.start, one.head.end, one.kind))


def _name(reading: Reading, number: int, mention: Mention) -> Referent:
    name = reading.names[number]
    first, _, head = name
    hanging = hanging_of(reading, head)
    described: tuple[tuple[str, ...], ...] = ()
    if mention.type is not EntityType.PLACE:
        described = tuple(dict.fromkeys(descriptions_of(reading, name)))
    start = min(first_of(reading, head), first)
    gender = next((g for words in described for g in map(gender_of, words) if g), "")
    return Referent(
        span=Span(min(reading.starts[start], mention.span.start), mention.span.end),
        head=mention.span,
        kind=ReferentKind.NAME,
        word=reading.lower[head],
        standing=hanging.standing,
        preposition=hanging.preposition,
        chain=hanging.chain,
        depth=hanging.depth,
        type=mention.type,
        number="many" if mention.type is EntityType.GROUP else "one",
        gender=mention.gender or gender,
        described=described,
        joined=hanging.joined,
        coordinated=hanging.joined is not None or is_joined(reading, head),
        sentence=reading.sentences[head],
    )


def _in_sources(reading: Reading, drafts: Sequence[Draft]) -> dict[int, bool]:
    """The tokens of the drafts' sources, and which of them are heads."""
    found: dict[int, bool] = {}
    for source in {draft.source for draft in drafts if draft.source is not None}:
        inside = tokens_in(reading, source)
        for i in inside:
            above = reading.heads[i]
            is_head = above == i or above not in inside
            found[i] = is_head and reading.tags[i][:2] in _HEADS
    return found


def _others(
    reading: Reading, mentions: Sequence[Mention], sources: dict[int, bool]
) -> Iterator[Referent]:
    pronouns, named = source_words().pronouns, reading.name_of
    for i, tag in enumerate(reading.tags):
        if i in named:
            continue
        if tag in _PRONOUN_TAGS and reading.lower[i] in pronouns:
            yield _pronoun(reading, i)
        elif sources.get(i) or (tag in _NOUN_TAGS and is_description(reading, i)):
            yield _description(reading, mentions, i)


def _pronoun(reading: Reading, i: int) -> Referent:
    word = reading.lower[i]
    told = source_words().pronouns[word]
    hanging = hanging_of(reading, i)
    span = Span(reading.starts[i], reading.ends[i])
    return Referent(
        span=span,
        head=span,
        kind=ReferentKind.PRONOUN,
        word=word,
        standing=hanging.standing,
        preposition=hanging.preposition,
        chain=hanging.chain,
        depth=hanging.depth,
        number=told.number,
        gender=told.gender,
        joined=hanging.joined,
        antecedent=antecedent_of(reading, i) if reading.tags[i] in ("WP", "WDT") else None,
        sentence=reading.sentences[i],
    )


def _description(reading: Reading, mentions: Sequence[Mention], i: int) -> Referent:
    word, tag = reading.lower[i], reading.tags[i]
    hanging = hanging_of(reading, i)
    first = first_of(reading, i)
    determiner, words = phrase_words(reading, first, i)
    beside = name_beside(reading, i)
    end = reading.ends[i]
    return Referent(
        span=Span(reading.starts[first], end),
        head=Span(reading.starts[i], end),
        kind=ReferentKind.DESCRIPTION,
        word=word,
        standing=hanging.standing,
        preposition=hanging.preposition,
        chain=hanging.chain,
        depth=hanging.depth,
        number="many" if tag in ("NNS", "NNPS") else "one",
        gender=next((g for w in (*singulars(word), *words) if (g := gender_of(w))), ""),
        determiner=determiner,
        words=words,
        proper=tag in ("NNP", "NNPS"),
        completed=is_completed(reading, i, first, mentions),
        named=mentions[beside].span if beside is not None else None,
        joined=hanging.joined,
        coordinated=hanging.joined is not None or is_joined(reading, i),
        sentence=reading.sentences[i],
    )


def _times(reading: Reading, times: Sequence[TimeExpression]) -> Iterator[Referent]:
    for time in times:
        inside = tokens_in(reading, time.span)
        if not inside:
            continue
        heads = (i for i in inside if reading.heads[i] not in inside)
        head = next(heads, inside[-1])
        hanging = hanging_of(reading, head)
        yield Referent(
            span=time.span,
            head=time.span,
            kind=ReferentKind.TIME,
            word=reading.lower[head],
            standing=hanging.standing,
            preposition=hanging.preposition,
            chain=hanging.chain,
            sentence=reading.sentences[head],
        )
