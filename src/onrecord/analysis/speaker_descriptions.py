"""Whom a description stands for: one spoken of before, or somebody new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.referent_values import Standing
from onrecord.analysis.speaker_figures import Figure, Occurrence, Resolved, is_person
from onrecord.analysis.speaker_known import KnownFigures
from onrecord.analysis.speaker_names import heads_of, name_words, surname
from onrecord.analysis.speaker_salience import LastSpeaker, Pronoun, choose
from onrecord.analysis.speaker_sources import is_medium
from onrecord.lexicon.source_words import SourceNoun, noun_kind, singulars, source_words, titles_for
from onrecord.text.folding import fold
from onrecord.values.vocabulary import EntityType

_POINTING = frozenset({"the", "this", "that", "these", "those", "'s", "his", "her", "their", "its"})
_FORMER = frozenset({"former", "ex", "late"})
_TYPES = {
    SourceNoun.PERSON: EntityType.PERSON,
    SourceNoun.CROWD: EntityType.GROUP,
    SourceNoun.ORGANISATION: EntityType.ORGANISATION,
    SourceNoun.OUTLET: EntityType.ORGANISATION,
    SourceNoun.DOCUMENT: EntityType.OTHER,
}
_REACH = 4
"""Sentences back in which an organisation is taken up by a noun that says nothing more of it."""
_SAME_WORD = 0.6
"""What another word in common adds: `the Norwegian leader` for `the Norwegian prime minister`."""
_TITLE = 1.6
"""How well a description at least fits somebody whose office or title it names."""
_OPENING = 6
"""The last paragraph (with headline, dek and byline) whose descriptions the text explains later."""
_FAMOUS = 0.01
"""By which each further printing of a name makes it likelier to be meant."""


def agrees(figure: Figure, gender: str, number: str) -> bool:
    """Whether a pronoun of a gender and number may stand for a figure."""
    if gender in ("f", "m"):
        return is_person(figure) and figure.number != "many" and figure.gender in ("", gender)
    if gender == "n":
        wanted = (EntityType.ORGANISATION, EntityType.PLACE, EntityType.OTHER)
        return figure.kind in wanted and figure.number != "many"
    if number == "many":
        return figure.number == "many" or figure.kind is EntityType.ORGANISATION
    return True


def figure_described(
    one: Occurrence,
    known: KnownFigures,
    others: frozenset[int],
    last: LastSpeaker | None,
    *,
    cued: bool,
) -> Resolved:
    """Whom a description stands for, and why.

    Args:
        one: the description.
        known: those spoken of before.
        others: those of them (by `id`) that it cannot stand for.
        last: who spoke last.
        cued: whether it is the source of an attribution.
    """
    kind = noun_kind(one.referent.words) or noun_kind((one.referent.word,))
    if one.text[:1].isupper() and kind is None:
        word = fold(one.text)
        for figure in known.told_by((word,)):  # a name that the language model left out
            if is_named_so(figure, word) and not figure.is_among(others):
                return Resolved(figure, "same-word")
    if one.referent.determiner in _POINTING or _is_bare_title(one):
        found = _taken_up(one, known, others, kind)
        vague = found is None or (found.name is None and not is_introduced(found))
        if cued and vague and (found is None or kind is SourceNoun.PERSON):
            told = _in_mind(one, known, others, last, kind)
            if told.figure is not None:
                return told
        if found is not None:
            return Resolved(found, f"described-as: {one.referent.word}")
    return Resolved(_new(one, kind), "described")


def is_named_so(figure: Figure, word: str) -> bool:
    """Whether a word, folded, is the first or last of a person's name, or all of another name."""
    if figure.name is None:
        return False
    words = name_words(figure.name.text)
    if is_person(figure):
        return word in (words[0], surname(words))
    return words == (word,)


def _is_bare_title(one: Occurrence) -> bool:
    """`President said`: a title in place of a name."""
    return not one.referent.determiner and one.text[:1].isupper() and one.referent.number == "one"


def is_introduced(figure: Figure) -> bool:
    """Whether a figure without a name was first described as somebody new: `a diplomat`."""
    first = figure.description
    if first is None or _is_bare_title(first):
        return False
    return first.referent.determiner not in _POINTING or first.referent.completed


def _taken_up(
    one: Occurrence, known: KnownFigures, others: frozenset[int], kind: SourceNoun | None
) -> Figure | None:
    best: tuple[float, int] | None = None
    found: Figure | None = None
    asked = asked_of(one)
    for figure in known.told_by({asked.word, *asked.heads, *asked.titles}):
        if figure.members or not _may_be(figure, one, kind) or figure.is_among(others):
            continue
        fit = fit_of(figure, asked)
        if fit <= 0:
            continue
        last = figure.at[-1]
        near = 1.0 / (1 + one.sentence - last.sentence) + min(len(figure.at), 30) * _FAMOUS
        if best is None or (fit + near, last.start) > best:
            best, found = (fit + near, last.start), figure
    return found


def _may_be(figure: Figure, one: Occurrence, kind: SourceNoun | None) -> bool:
    referent = one.referent
    if figure.number and figure.number != referent.number:
        return False
    if is_person(figure) and kind not in (None, SourceNoun.PERSON):
        return False
    return not (referent.gender and figure.gender and referent.gender != figure.gender)


@dataclass(frozen=True, slots=True)
class Asked:
    """A description as it is held against figures."""

    word: str
    heads: frozenset[str]
    said: frozenset[str]
    """Its other words."""
    titles: frozenset[str]
    """Those for whose bearers it may stand."""
    former: bool
    completed: bool


def asked_of(one: Occurrence) -> Asked:
    """What a description asks of the figure that it stands for."""
    referent = one.referent
    heads = heads_of(referent.words) or frozenset(singulars(referent.word))
    said = frozenset(referent.words[:-1])
    return Asked(
        word=referent.word,
        heads=heads,
        said=said,
        titles=frozenset().union(*map(titles_for, heads)),
        former=bool(said & _FORMER),
        completed=referent.completed,
    )


def fit_of(figure: Figure, asked: Asked) -> float:
    """How well a description fits what is known of a figure; 0 where it does not."""
    words, said = figure.words, asked.said
    if asked.former and words and not words & _FORMER:
        return 0.0
    alike = _SAME_WORD if said & words else 0.0
    if asked.completed and figure.name is not None and is_person(figure) and not alike:
        return 0.0
    if not asked.heads.isdisjoint(figure.heads):
        unlike = figure.name is None and said - words - figure.heads
        return (1.5 if unlike else 3.0) + alike
    if figure.name is None:
        return 0.0
    if not is_person(figure):
        name = set(name_words(figure.name.text))
        return 3.0 if asked.word in name and said <= name | words else 0.0
    if not asked.titles.isdisjoint(figure.heads):
        return 2.0 + alike
    held = (asked.heads | asked.titles) & figure.offices
    return _TITLE + alike if held else 0.0


def _in_mind(
    one: Occurrence,
    known: KnownFigures,
    others: frozenset[int],
    last: LastSpeaker | None,
    kind: SourceNoun | None,
) -> Resolved:
    """Whom the text has in mind, for a description that says something new of it."""
    referent = one.referent
    if referent.number != "one" or referent.determiner not in ("the", "this") or referent.completed:
        return Resolved(None, "")
    earliest = one.sentence - _REACH
    figures = [f for f in known.figures if f.name is not None and f.at[-1].sentence >= earliest]
    if kind is SourceNoun.PERSON:
        fits = [f for f in figures if is_person(f) and f.name is not None and _free(f, one)]
    elif kind is SourceNoun.OUTLET:
        fits = [f for f in figures if f.name is not None and is_medium(f.name.text)]
    elif kind is SourceNoun.ORGANISATION and _is_general(referent.word):
        fits = [
            f
            for f in figures
            if f.name is not None
            and f.kind is EntityType.ORGANISATION
            and not is_medium(f.name.text)
        ]
    else:
        return Resolved(None, "")
    fits = [f for f in fits if not f.is_among(others)]
    told = choose(Pronoun(one, cued=True, described=True), fits, last)
    if told.figure is None:
        return told
    return Resolved(told.figure, f"in-mind: {referent.word}")


def _is_general(word: str) -> bool:
    """Whether a noun fits any organisation: `company`, `group`; not `army`."""
    return any(form in source_words().general_bodies for form in singulars(word))


def _free(figure: Figure, one: Occurrence) -> bool:
    referent = one.referent
    if referent.gender and figure.gender and referent.gender != figure.gender:
        return False
    return figure.number != "many"


def _new(one: Occurrence, kind: SourceNoun | None) -> Figure:
    referent = one.referent
    return Figure(
        _TYPES.get(kind) if kind is not None else None,
        number="many" if kind is SourceNoun.CROWD else referent.number,
        gender=referent.gender,
        description=one,
        heads={*heads_of(referent.words), *singulars(referent.word)},
        words=set(referent.words[:-1]),
    )


def named_later(one: Occurrence, names: Sequence[tuple[Occurrence, Figure]]) -> Resolved:
    """Whom a description stands for whose name the text gives only after it, or None.

    `The club’s captain says it is over. Ada Rowe said on Monday that ...`

    Args:
        one: the description.
        names: all names of the article in order, each with its figure.
    """
    referent = one.referent
    kind = noun_kind(referent.words) or noun_kind((referent.word,))
    if kind is not SourceNoun.PERSON or referent.number != "one":
        return Resolved(None, "")
    if referent.determiner not in _POINTING and referent.determiner:
        return Resolved(None, "")
    people = {id(f): f for _, f in names if is_person(f) and _free(f, one)}
    asked = asked_of(one)
    fits = [f for f in people.values() if fit_of(f, asked) >= _TITLE]
    if len(fits) == 1:
        return Resolved(fits[0], f"named-later: {referent.word}")
    for other, figure in names:
        if other.start < one.start or other.quoted or not is_person(figure):
            continue
        if other.sentence - one.sentence > 1:
            break
        if _introduces(other, figure) and _free(figure, one) and one.paragraph <= _OPENING:
            return Resolved(figure, f"named-next: {referent.word}")
    return Resolved(None, "")


def _introduces(one: Occurrence, figure: Figure) -> bool:
    """Whether a sentence begins with a full name that is given for the first time, and bare."""
    first = figure.name is not None and figure.name.start == one.start
    bare = not one.referent.described and one.referent.depth == 0
    subject = one.referent.standing is Standing.SUBJECT
    return first and bare and subject and len(name_words(one.text)) > 1
