"""Which names of one article stand for the same figure: full forms and what shortens them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.analysis.speaker_figures import Figure, Occurrence
from onrecord.lexicon.given_names import given_names
from onrecord.lexicon.office_holders import terms
from onrecord.lexicon.source_words import SourceNoun, noun_kind, singulars, source_words
from onrecord.text.folding import fold
from onrecord.values.vocabulary import EntityType

_WORD = re.compile(r"[^\W\d_](?:[^\s,;:()\"“”]*[^\W_])?\.?")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SHORT_MAY_BE = frozenset(
    {EntityType.ORGANISATION, EntityType.PLACE, EntityType.OTHER, EntityType.GROUP}
)
"""Types that the language model gives to a rare surname by mistake."""


@lru_cache(maxsize=1 << 14)
def name_words(text: str) -> tuple[str, ...]:
    """The words of a name, folded: without `the`, `Mr.`, `Jr.` and possessive ending."""
    words = []
    for match in _WORD.finditer(text):
        word = fold(match.group()).rstrip(".")
        word = word.removesuffix("’s").removesuffix("'s").strip("’'")
        if word in _SUFFIXES or not word:
            continue
        words.append(word)
    while len(words) > 1 and (words[0] == "the" or _is_title(words[0])):
        words = words[1:]
    return tuple(words)


def _is_title(word: str) -> bool:
    known = source_words()
    return word in known.male or word in known.female or f"{word}." in known.male


def surname(words: Sequence[str]) -> str:
    """The last word of a person's name, an article in front of it cut off."""
    last = words[-1]
    for particle in ("al-", "el-"):
        last = last.removeprefix(particle)
    return last


def figures_of(names: Sequence[Occurrence]) -> dict[int, Figure]:
    """The figure of each name, by where the name begins in the article."""
    read = [(one, name_words(one.text)) for one in names]
    types = _types(read)
    people = _people([(o, w) for o, w in read if w and types[w] is EntityType.PERSON])
    figures: dict[int, Figure] = {}
    others: dict[tuple[str, ...], Figure] = {}
    for one, words in read:
        if not words:
            continue
        person = people.find(one, words, types[words])
        figure = person or others.setdefault(words, Figure(types[words], number="one"))
        _take(figure, one, words)
        figures[one.start] = figure
    for figure in {id(f): f for f in figures.values()}.values():
        if figure.kind is EntityType.PERSON and figure.name is not None:
            figure.offices = _offices(figure.name.text)
    return figures


@lru_cache(maxsize=1 << 12)
def _offices(name: str) -> frozenset[str]:
    return frozenset(title for title, names in terms().items() if name in names)


def _types(read: Iterable[tuple[Occurrence, tuple[str, ...]]]) -> dict[tuple[str, ...], EntityType]:
    """The type that most printings of the same words have; a person where they tie."""
    votes: dict[tuple[str, ...], Counter[EntityType]] = {}
    for one, words in read:
        if one.referent.type is not None:
            votes.setdefault(words, Counter())[one.referent.type] += 1
            if _is_introduced(one):
                votes[words][EntityType.PERSON] += 2
            elif len(words) in (2, 3) and words[0] in given_names() and not noun_kind(words):
                votes[words][EntityType.PERSON] += 3
    return {
        words: max(counts, key=lambda t: (counts[t], t is EntityType.PERSON, t.value))
        for words, counts in votes.items()
    }


def _is_introduced(one: Occurrence) -> bool:
    """Whether a person's title stands before the name."""
    return one.referent.type is not EntityType.GROUP and any(
        noun_kind(words) is SourceNoun.PERSON or words[-1] in source_words().short_titles
        for words in one.referent.described
        if words
    )


class _People:
    """The persons of an article by their full names."""

    def __init__(self) -> None:
        self.full: dict[tuple[str, ...], Figure] = {}
        self.by_surname: dict[str, list[tuple[tuple[str, ...], Figure]]] = {}
        self.single: dict[str, Figure] = {}

    def add(self, words: tuple[str, ...], figure: Figure) -> None:
        self.full[words] = figure
        self.by_surname.setdefault(surname(words), []).append((words, figure))

    def same(self, words: tuple[str, ...]) -> Figure | None:
        """The figure that a full name stands for, which another full name may have made."""
        alike = self.by_surname.get(surname(words), ())
        return next((f for known, f in alike if _is_same_person(known, words)), None)

    def find(self, one: Occurrence, words: tuple[str, ...], kind: EntityType) -> Figure | None:
        if len(words) > 1:
            return self.full.get(words) if kind is EntityType.PERSON else None
        if kind is EntityType.PERSON:
            return self._short(one, words[0]) or self.single.setdefault(words[0], _person())
        if kind in _SHORT_MAY_BE:
            return self._short(one, words[0], surnames_only=True)
        return None

    def _short(self, one: Occurrence, word: str, *, surnames_only: bool = False) -> Figure | None:
        bare = surname((word,))  # of `al-King` too
        fits = [figure for _, figure in self.by_surname.get(bare, ())]
        if not fits and not surnames_only:
            fits = [f for words, f in self.full.items() if words[0] == word]
        told = one.referent.gender
        if told:
            fits = [f for f in fits if f.gender in ("", told)]
        return fits[0] if fits else None


def _person() -> Figure:
    return Figure(EntityType.PERSON, number="one")


def _people(read: Sequence[tuple[Occurrence, tuple[str, ...]]]) -> _People:
    people = _People()
    for one, words in read:
        if len(words) < 2 or words in people.full:
            continue
        figure = people.same(words) or _person()
        people.add(words, figure)
        figure.gender = figure.gender or one.referent.gender or given_names().get(words[0], "")
    return people


def _is_same_person(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Of two of one surname: `Ada King` and `Ada B. King`; not `Ada King` and `Bo King`."""
    first, other = left[0], right[0]
    return first == other or first.startswith(other) or other.startswith(first)


def _take(figure: Figure, one: Occurrence, words: tuple[str, ...]) -> None:
    known = figure.name
    if known is None or len(words) > len(name_words(known.text)):
        figure.name = one
    figure.gender = figure.gender or one.referent.gender
    if not figure.gender and figure.kind is EntityType.PERSON and len(words) == 1:
        figure.gender = given_names().get(words[0], "")
    for said in one.referent.described:
        if not said or (figure.kind is EntityType.PERSON and noun_kind(said) is None):
            continue
        figure.heads |= heads_of(said)
        figure.words.update(said[:-1])
    first = one.text.split(maxsplit=1)[0].lower()
    if len(words) < len(one.text.split()) and noun_kind((first,)) is SourceNoun.PERSON:
        figure.heads.add(first)  # `King Salman`


@lru_cache(maxsize=1 << 14)
def heads_of(words: tuple[str, ...]) -> frozenset[str]:
    """The nouns that a description may be taken up by: `prime minister`, not `minister`."""
    if not words:
        return frozenset()
    forms = singulars(words[-1])
    if len(words) > 1:
        known = source_words().nouns
        pairs = {pair for form in forms if (pair := f"{words[-2]} {form}") in known}
        if pairs:
            return frozenset(pairs)
    return frozenset(forms)
