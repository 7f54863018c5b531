"""An article read from its beginning: whom each description and pronoun stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.analysis.referent_values import ReferentKind, Standing
from onrecord.analysis.speaker_figures import Figure, Occurrence, is_person
from onrecord.analysis.speaker_salience import Candidate, choose
from onrecord.lexicon.source_words import (
    SourceNoun,
    noun_kind,
    offices_like,
    singulars,
)
from onrecord.values.vocabulary import EntityType

_POINTING = frozenset({"the", "this", "that", "these", "those", "'s", "his", "her", "their", "its"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "any", "no", "each", "every"})
_FORMER = frozenset({"former", "ex", "late", "then"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a referent stands for, and why."""

    figure: Figure | None
    why: str


def read_article(
    occurrences: Sequence[Occurrence],
    named: dict[int, Figure],
    cued: dict[int, int],
) -> dict[int, Resolved]:
    """Whom each name, description and pronoun of an article stands for, by where it begins.

    Args:
        occurrences: all of the article's, in order.
        named: the figure of each name, by where it begins.
        cued: where the sources of attributions begin, with the number of their attribution.
    """
    reader = _Reader(named, cued)
    for one in occurrences:
        reader.read(one)
    return reader.resolved


class _Reader:
    def __init__(self, named: dict[int, Figure], cued: dict[int, int]) -> None:
        self.named = named
        self.cued = cued
        self.resolved: dict[int, Resolved] = {}
        self.figures: list[Figure] = []
        self.known: set[int] = set()
        self.last_speaker: tuple[Figure, Occurrence] | None = None
        self.by_start: dict[int, Figure] = {}

    def read(self, one: Occurrence) -> None:
        kind = one.referent.kind
        if kind is ReferentKind.TIME:
            return
        if kind is ReferentKind.NAME:
            figure = self.named.get(one.start)
            result = Resolved(figure, "own-name")
        elif kind is ReferentKind.PRONOUN:
            if one.quoted:
                return
            result = self._pronoun(one)
        else:
            result = self._description(one)
        if result.figure is None:
            self.resolved[one.start] = result
            return
        self.resolved[one.start] = result
        self._note(result.figure, one)

    def _note(self, figure: Figure, one: Occurrence) -> None:
        if id(figure) not in self.known:
            self.known.add(id(figure))
            self.figures.append(figure)
        figure.at.append(one)
        self.by_start[one.start] = figure
        if one.start in self.cued and not one.quoted:
            self.last_speaker = (figure, one)
        self._join(figure, one)

    def _join(self, figure: Figure, one: Occurrence) -> None:
        """Several that are coordinated are a figure together."""
        joined = one.referent.joined
        if joined is None:
            return
        first = self.by_start.get(joined + one.offset) or self._holding(joined + one.offset)
        if first is None or first is figure:
            return
        members = (*first.members, figure) if first.members else (first, figure)
        together = Figure(None, number="many", members=members)
        self.known.add(id(together))
        self.figures.append(together)
        together.at.append(one)
        self.by_start[joined + one.offset] = together

    def _holding(self, at: int) -> Figure | None:
        for figure in reversed(self.figures):
            last = figure.at[-1]
            if last.head.start <= at < last.head.end:
                return figure
        return None

    def _pronoun(self, one: Occurrence) -> Resolved:
        word = one.referent.word
        if word in ("who", "whom"):
            return Resolved(None, "relative-pronoun")
        gender, number = one.referent.gender, one.referent.number
        candidates = [
            Candidate(figure, figure.at)
            for figure in self.figures
            if _agrees(figure, gender, number)
        ]
        best, why = choose(one, candidates, self.last_speaker, cued=one.start in self.cued)
        if best is not None and gender in ("f", "m") and not best.gender:
            best.gender = gender
        return Resolved(best, why)

    def _description(self, one: Occurrence) -> Resolved:
        referent = one.referent
        if referent.named is not None:
            figure = self.named.get(referent.named.start + one.offset)
            if figure is not None:
                return Resolved(figure, "apposition")
        kind = noun_kind(referent.words) or noun_kind((referent.word,))
        if referent.determiner in _POINTING or _is_bare_title(one):
            earlier = self._described(one, kind)
            if earlier is not None:
                return earlier
        return Resolved(self._new(one, kind), "described")

    def _described(self, one: Occurrence, kind: SourceNoun | None) -> Resolved | None:
        referent = one.referent
        best: tuple[float, int, Figure] | None = None
        for figure in self.figures:
            if figure.members or (figure.number and figure.number != referent.number):
                continue
            if figure.kind is EntityType.PERSON and kind not in (None, SourceNoun.PERSON):
                continue
            if referent.gender and figure.gender and referent.gender != figure.gender:
                continue
            fit = _fit(figure, one)
            if fit <= 0:
                continue
            last = figure.at[-1]
            near = 1.0 / (1 + one.sentence - last.sentence)
            key = (fit + near, last.start, figure)
            if best is None or key[:2] > best[:2]:
                best = key
        if best is None:
            return None
        return Resolved(best[2], f"described-as: {referent.word}")

    def _new(self, one: Occurrence, kind: SourceNoun | None) -> Figure:
        referent = one.referent
        types = {
            SourceNoun.PERSON: EntityType.PERSON,
            SourceNoun.CROWD: EntityType.GROUP,
            SourceNoun.ORGANISATION: EntityType.ORGANISATION,
            SourceNoun.OUTLET: EntityType.ORGANISATION,
        }
        return Figure(
            types.get(kind) if kind else None,
            number="many" if kind is SourceNoun.CROWD else referent.number,
            gender=referent.gender,
            description=one,
            heads={*singulars(referent.word), referent.word},
            words=set(referent.words[:-1]),
        )


def _is_bare_title(one: Occurrence) -> bool:
    """`President said`: a title in place of a name."""
    return not one.referent.determiner and one.text[:1].isupper() and one.referent.number == "one"


def _agrees(figure: Figure, gender: str, number: str) -> bool:
    if gender in ("f", "m"):
        return is_person(figure) and figure.number != "many" and figure.gender in ("", gender)
    if gender == "n":
        return figure.kind in (EntityType.ORGANISATION, EntityType.PLACE) and figure.number != "many"
    if number == "many":
        return figure.number == "many" or figure.kind is EntityType.ORGANISATION
    return True


def _fit(figure: Figure, one: Occurrence) -> float:
    """How well a description fits what is known of a figure; 0 where it does not."""
    referent = one.referent
    heads = set(singulars(referent.word))
    if len(referent.words) > 1:
        compound = {f"{referent.words[-2]} {head}" for head in singulars(referent.word)}
    else:
        compound = set()
    if compound & figure.heads:
        return 4.0
    if heads & figure.heads:
        other = set(referent.words[:-1]) - figure.words
        clash = other and figure.name is None
        return 1.5 if clash else 3.0
    like = set().union(*(offices_like(head) for head in heads | compound))
    if figure.name is not None and like & figure.heads:
        return 2.0
    if figure.name is not None and figure.kind is not EntityType.PERSON:
        if referent.word in figure.name.text.lower().split():
            return 3.0
    return 0.0
