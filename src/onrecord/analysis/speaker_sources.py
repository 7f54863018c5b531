"""What kind of source an attribution has, and what is printed of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from onrecord.analysis.referent_values import ReferentKind, Standing
from onrecord.analysis.speaker_figures import Figure, Occurrence
from onrecord.lexicon.agencies import agency_forms
from onrecord.lexicon.source_words import SourceNoun, noun_kind, singulars, source_words
from onrecord.lexicon.words import masthead_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType, Sourcing

_OF_NOUN = {
    SourceNoun.DOCUMENT: Sourcing.DOCUMENT,
    SourceNoun.OUTLET: Sourcing.OUTLET,
    SourceNoun.PERSON: Sourcing.UNNAMED,
    SourceNoun.CROWD: Sourcing.UNNAMED,
    SourceNoun.ORGANISATION: Sourcing.ORGANISATION,
}
_OF_TYPE = {
    EntityType.PERSON: Sourcing.NAMED,
    EntityType.ORGANISATION: Sourcing.ORGANISATION,
    EntityType.PLACE: Sourcing.ORGANISATION,
    EntityType.GROUP: Sourcing.UNNAMED,
    EntityType.OTHER: Sourcing.ORGANISATION,
}
_BELONGS = frozenset({"for", "of", "at", "from", "with", "in", "by"})


@cache
def _media() -> frozenset[str]:
    names = {*source_words().outlet_names, *agency_forms(brackets=True)}
    return frozenset(name.removeprefix("The ").removeprefix("the ") for name in names)


@lru_cache(maxsize=1 << 13)
def is_medium(name: str) -> bool:
    """Whether a name is that of a medium: listed, or ending in a word of mastheads."""
    name = name.removeprefix("The ").removeprefix("the ").strip()
    if name.endswith(("’s", "'s")):
        name = name[:-2]
    if name in _media():
        return True
    words = name.split()
    return len(words) > 1 and words[-1].lower() in _mast_ends()


@cache
def _mast_ends() -> frozenset[str]:
    """Words of mastheads at whose end a name is that of a medium and hardly anything else."""
    ends = ("times", "post", "herald", "tribune", "gazette", "chronicle", "telegraph", "news")
    return frozenset(ends) & masthead_words()


def head_of(source: Span, occurrences: Sequence[Occurrence]) -> Occurrence | None:
    """The referent that a source phrase is about: the one that hangs on nothing inside it."""
    inside = [
        one
        for one in occurrences
        if one.within(source) and one.referent.kind is not ReferentKind.TIME
    ]
    for one in inside:
        chain = one.referent.chain
        nearest = chain[0] + one.offset if chain else -1
        if one.referent.joined is None and not source.start <= nearest < source.end:
            return _measured(one, inside)
    return inside[0] if inside else None


def _measured(head: Occurrence, inside: Sequence[Occurrence]) -> Occurrence:
    """Of an amount what it is an amount of: `a number of readers`."""
    if head.referent.word not in source_words().amounts:
        return head
    for one in inside:
        chain = one.referent.chain
        if one.referent.preposition == "of" and chain and chain[0] == head.referent.head.start:
            return one
    return head


def sourcing_of(head: Occurrence, figure: Figure | None) -> Sourcing:
    """What kind of source it is.

    Args:
        head: the referent that the source phrase is about.
        figure: whom it stands for, where that is known.
    """
    referent = head.referent
    if figure is not None and figure.name is not None:
        return sourcing_of_named(figure)
    if referent.kind is ReferentKind.DESCRIPTION:
        if referent.proper and referent.number == "one" and noun_kind(referent.words) is None:
            return Sourcing.NAMED  # a name that the language model left out
        return _of_words(referent.words, referent.word)
    if figure is not None and figure.members:
        named = next((one for one in figure.members if one.name is not None), None)
        return sourcing_of_named(named) if named is not None else Sourcing.UNNAMED
    if figure is not None and figure.description is not None:
        said = figure.description.referent
        return _of_words(said.words, said.word)
    if referent.gender == "n":
        return Sourcing.ORGANISATION
    return Sourcing.NONE  # a pronoun that nobody was found for: he may well have a name


def sourcing_of_named(figure: Figure) -> Sourcing:
    """What kind of source a figure with a name is."""
    kind = figure.kind
    if kind is not EntityType.PERSON and figure.name is not None and is_medium(figure.name.text):
        return Sourcing.OUTLET
    return _OF_TYPE[kind] if kind is not None else Sourcing.UNNAMED


def _of_words(words: Sequence[str], word: str) -> Sourcing:
    kind = noun_kind(words) or noun_kind((word,))
    return _OF_NOUN[kind] if kind is not None else Sourcing.UNNAMED


def speaks_for(one: Occurrence) -> bool:
    """Whether a description, or what is said of a name, is that of one who speaks for another."""
    referent = one.referent
    said = [*referent.described, referent.words] if referent.words else list(referent.described)
    known = source_words().speaks_for
    for words in said:
        if not words:
            continue
        before = words[-2] if len(words) > 1 else ""
        if any(w in known or f"{before} {w}" in known for w in singulars(words[-1])):
            return True
    return False


def organisation_in(
    source: Span, occurrences: Sequence[Occurrence], *, places: bool
) -> Occurrence | None:
    """The organisation that is named in a source phrase, its medium or place where it has none.

    Args:
        source: the phrase.
        occurrences: the referents of its paragraph.
        places: whether a place may stand for its government.
    """
    fits = [
        one
        for one in occurrences
        if one.within(source)
        and one.referent.kind is ReferentKind.NAME
        and (
            one.referent.standing in (Standing.MODIFIER, Standing.POSSESSIVE)
            or one.referent.preposition in _BELONGS
        )
    ]
    wanted = [EntityType.ORGANISATION, *([EntityType.PLACE] if places else [])]
    for kind in wanted:
        for one in fits:
            if one.referent.type is kind:
                return one
    return None
