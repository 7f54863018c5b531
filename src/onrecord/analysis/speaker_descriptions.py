"""Whom a description stands for: one spoken of before, or somebody new."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.speaker_figures import Figure, Occurrence, Resolved, is_person
from onrecord.analysis.speaker_names import heads_of, name_words
from onrecord.analysis.speaker_salience import LastSpeaker, Pronoun, choose
from onrecord.analysis.speaker_sources import is_medium
from onrecord.lexicon.source_words import SourceNoun, noun_kind, offices_like, singulars
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
_FAMOUS = 0.03
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
    one: Occurrence, figures: Sequence[Figure], last: LastSpeaker | None, *, cued: bool
) -> Resolved:
    """Whom a description stands for, and why.

    Args:
        one: the description.
        figures: those spoken of before that it may stand for.
        last: who spoke last.
        cued: whether it is the source of an attribution.
    """
    kind = noun_kind(one.referent.words) or noun_kind((one.referent.word,))
    if one.text[:1].isupper() and kind is None:
        for figure in figures:  # a name that the language model missed
            if figure.name is not None and fold(one.text) in name_words(figure.name.text):
                return Resolved(figure, "same-word")
    if one.referent.determiner in _POINTING or _is_bare_title(one):
        found = _taken_up(one, figures, kind)
        if found is not None:
            return Resolved(found, f"described-as: {one.referent.word}")
        if cued and kind is not None:
            told = _in_mind(one, figures, last, kind)
            if told.figure is not None:
                return told
    return Resolved(_new(one, kind), "described")


def _is_bare_title(one: Occurrence) -> bool:
    """`President said`: a title in place of a name."""
    return not one.referent.determiner and one.text[:1].isupper() and one.referent.number == "one"


def _taken_up(
    one: Occurrence, figures: Sequence[Figure], kind: SourceNoun | None
) -> Figure | None:
    best: tuple[float, int] | None = None
    found: Figure | None = None
    for figure in figures:
        if figure.members or not _may_be(figure, one, kind):
            continue
        fit = fit_of(figure, one)
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


def fit_of(figure: Figure, one: Occurrence) -> float:
    """How well a description fits what is known of a figure; 0 where it does not."""
    referent = one.referent
    heads = heads_of(referent.words) or set(singulars(referent.word))
    said = set(referent.words[:-1])
    if (said & _FORMER) and figure.words and not figure.words & _FORMER:
        return 0.0
    if heads & figure.heads:
        unlike = said - figure.words - figure.heads
        return 1.5 if unlike and figure.name is None else 3.0
    if figure.name is not None:
        if is_person(figure) and figure.heads & set().union(*map(offices_like, heads)):
            return 2.0
        if not is_person(figure) and referent.word in name_words(figure.name.text):
            return 3.0
    return 0.0


def _in_mind(
    one: Occurrence, figures: Sequence[Figure], last: LastSpeaker | None, kind: SourceNoun
) -> Resolved:
    """Whom the text has in mind, for a description that says something new of it."""
    referent = one.referent
    if referent.number != "one" or referent.determiner not in ("the", "this") or referent.completed:
        return Resolved(None, "")
    if kind is SourceNoun.PERSON:
        fits = [f for f in figures if is_person(f) and f.name is not None and _free(f, one)]
    elif kind is SourceNoun.OUTLET:
        fits = [f for f in figures if f.name is not None and is_medium(f.name.text)]
    elif kind is SourceNoun.ORGANISATION:
        fits = [
            f for f in figures if f.name is not None and f.kind is EntityType.ORGANISATION
        ]
    else:
        return Resolved(None, "")
    fits = [f for f in fits if one.sentence - f.at[-1].sentence <= _REACH]
    told = choose(Pronoun(one, cued=True, described=True), fits, last)
    if told.figure is None:
        return told
    return Resolved(told.figure, f"in-mind: {referent.word}")


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
