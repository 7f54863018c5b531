"""What the words of a paragraph may stand for: names, descriptions, pronouns, times.

All that the resolution of speakers needs to know of the parse, one `Referent` a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.analysis.referent_grammar import (
    Reading,
    antecedent_of,
    chain_of,
    depth_of,
    descriptions_of,
    first_of,
    is_completed,
    is_description,
    name_beside,
    phrase_words,
    read,
    standing_of,
)
from onrecord.analysis.referent_values import Referent, ReferentKind, Standing
from onrecord.lexicon.source_words import SourceNoun, gender_of, singulars, source_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.analysis.drafts import Draft
    from onrecord.values.findings import Mention
    from onrecord.values.times import TimeExpression

__all__ = ["Referent", "ReferentKind", "Standing", "find_referents"]

_ANTECEDENTS = frozenset({SourceNoun.PERSON, SourceNoun.CROWD, SourceNoun.ORGANISATION})
"""Nouns that are kept wherever they stand: a pronoun may mean them."""
_PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP"})


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
    found += _others(reading, mentions, _source_heads(reading, drafts))
    found += _times(reading, times)
    return sorted(found, key=lambda one: (one.head.start, one.head.end, one.kind))


def _name(reading: Reading, number: int, mention: Mention) -> Referent:
    name = reading.names[number]
    first, _, head = name
    standing, preposition, chain, joined = standing_of(reading.tokens[head])
    described: tuple[tuple[str, ...], ...] = ()
    if mention.type is not EntityType.PLACE:
        described = tuple(dict.fromkeys(descriptions_of(reading, name)))
    start = min(first_of(reading.tokens[head]), first)
    gender = next((g for words in described for g in map(gender_of, words) if g), "")
    return Referent(
        span=Span(min(reading.tokens[start].idx, mention.span.start), mention.span.end),
        head=mention.span,
        kind=ReferentKind.NAME,
        word=reading.tokens[head].lower_,
        standing=standing,
        preposition=preposition,
        chain=chain,
        depth=depth_of(reading.tokens[head]),
        type=mention.type,
        number="many" if mention.type is EntityType.GROUP else "one",
        gender=mention.gender or gender,
        described=described,
        joined=joined,
        sentence=reading.sentences[head],
    )


def _source_heads(reading: Reading, drafts: Sequence[Draft]) -> set[int]:
    """The tokens that are the heads of the drafts' sources."""
    heads: set[int] = set()
    for source in {draft.source for draft in drafts if draft.source is not None}:
        inside = [
            i for start, i in reading.at.items() if source.start <= start < source.end
        ]
        for i in inside:
            above = reading.tokens[i].head.i
            if above == i or not inside[0] <= above <= inside[-1]:
                if reading.tokens[i].tag_[:2] in ("NN", "PR", "WP", "DT", "CD", "JJ", "VB"):
                    heads.add(i)
    return heads


def _others(
    reading: Reading, mentions: Sequence[Mention], heads: set[int]
) -> Iterator[Referent]:
    pronouns = source_words().pronouns
    for i, token in enumerate(reading.tokens):
        if i in reading.name_of:
            continue
        if token.lower_ in pronouns and token.tag_ in _PRONOUN_TAGS:
            yield _pronoun(reading, token)
        elif i in heads or is_description(reading, token) in _ANTECEDENTS:
            yield _description(reading, mentions, token)


def _pronoun(reading: Reading, token: Token) -> Referent:
    told = source_words().pronouns[token.lower_]
    standing, preposition, chain, joined = standing_of(token)
    span = Span(token.idx, token.idx + len(token))
    return Referent(
        span=span,
        head=span,
        kind=ReferentKind.PRONOUN,
        word=token.lower_,
        standing=standing,
        preposition=preposition,
        chain=chain,
        depth=depth_of(token),
        number=told.number,
        gender=told.gender,
        joined=joined,
        antecedent=antecedent_of(token) if token.tag_ == "WP" else None,
        sentence=reading.sentences[token.i],
    )


def _description(reading: Reading, mentions: Sequence[Mention], token: Token) -> Referent:
    standing, preposition, chain, joined = standing_of(token)
    first = first_of(token)
    determiner, words = phrase_words(reading.tokens, first, token.i)
    beside = name_beside(reading, token)
    many = token.tag_ in ("NNS", "NNPS")
    end = token.idx + len(token)
    return Referent(
        span=Span(reading.tokens[first].idx, end),
        head=Span(token.idx, end),
        kind=ReferentKind.DESCRIPTION,
        word=token.lower_,
        standing=standing,
        preposition=preposition,
        chain=chain,
        depth=depth_of(token),
        number="many" if many else "one",
        gender=next((g for w in (*singulars(token.lower_), *words) if (g := gender_of(w))), ""),
        determiner=determiner,
        words=words,
        completed=is_completed(reading, token, first, mentions),
        named=mentions[beside].span if beside is not None else None,
        joined=joined,
        sentence=reading.sentences[token.i],
    )


def _times(reading: Reading, times: Sequence[TimeExpression]) -> Iterator[Referent]:
    for time in times:
        inside = [
            i for start, i in reading.at.items() if time.span.start <= start < time.span.end
        ]
        if not inside:
            continue
        head = next(
            (i for i in inside if not inside[0] <= reading.tokens[i].head.i <= inside[-1]),
            inside[-1],
        )
        token = reading.tokens[head]
        standing, preposition, _, _ = standing_of(token)
        yield Referent(
            span=time.span,
            head=time.span,
            kind=ReferentKind.TIME,
            word=token.lower_,
            standing=standing,
            preposition=preposition,
            chain=tuple(chain_of(token)),
            sentence=reading.sentences[head],
        )
