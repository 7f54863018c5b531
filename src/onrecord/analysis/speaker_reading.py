"""An article read from its beginning: whom each description and pronoun stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.analysis.referent_values import ReferentKind
from onrecord.analysis.speaker_descriptions import agrees, figure_described
from onrecord.analysis.speaker_figures import Figure, Occurrence, Resolved
from onrecord.analysis.speaker_known import KnownFigures
from onrecord.analysis.speaker_salience import REACH, LastSpeaker, Pronoun, choose
from onrecord.values.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cued:
    """A referent that is the source of an attribution."""

    others: frozenset[int] = frozenset()
    """The figures (by `id`) that the writer names behind it in what was said: `she said Ada`."""
    quoted: frozenset[int] = frozenset()
    """Those that are named between its quotation marks: few name themselves."""
    said: tuple[Span, ...] = ()
    """Where the words stand that it is the source of."""


def read_article(
    occurrences: Sequence[Occurrence],
    named: Mapping[int, Figure],
    cued: Mapping[int, Cued],
) -> dict[int, Resolved]:
    """Whom each name, description and pronoun of an article stands for, by where it begins.

    Args:
        occurrences: all of the article's, in order.
        named: the figure of each name, by where it begins.
        cued: the sources of attributions, by where they begin.
    """
    reader = _Reader(named, cued)
    for one in occurrences:
        reader.read(one)
    return reader.resolved


@dataclass(slots=True)
class _Reader:
    named: Mapping[int, Figure]
    cued: Mapping[int, Cued]
    resolved: dict[int, Resolved] = field(default_factory=dict)
    known: KnownFigures = field(default_factory=KnownFigures)
    by_start: dict[int, Figure] = field(default_factory=dict)
    last: LastSpeaker | None = None

    def read(self, one: Occurrence) -> None:
        kind = one.referent.kind
        if kind is ReferentKind.TIME:
            return
        # `it` and `they` are read only as sources: they tell little of what comes after.
        read = not one.quoted and one.referent.gender in ("f", "m")
        if kind is ReferentKind.PRONOUN and not read and one.start not in self.cued:
            return
        if kind is ReferentKind.NAME:
            result = Resolved(self.named.get(one.start), "own-name")
        elif kind is ReferentKind.PRONOUN:
            result = self._pronoun(one)
        else:
            result = self._description(one)
        self.resolved[one.start] = result
        if result.figure is not None:
            self._note(result.figure, one)

    def _note(self, figure: Figure, one: Occurrence) -> None:
        self.known.add(figure)
        figure.at.append(one)
        self.by_start[one.start] = figure
        if one.start in self.cued and not one.quoted:
            self.last = LastSpeaker(figure, one)
        self._join(figure, one)

    def _join(self, figure: Figure, one: Occurrence) -> None:
        """Several that are coordinated are a figure together."""
        if one.referent.joined is None:
            return
        at = one.referent.joined + one.offset
        first = self.by_start.get(at) or self._holding(at)
        if first is None or first is figure:
            return
        members = (*first.members, figure) if first.members else (first, figure)
        together = Figure(None, number="many", members=members)
        self.known.add(together)
        together.at.append(one)
        self.by_start[at] = together

    def _holding(self, at: int) -> Figure | None:
        for figure in reversed(self.known.figures):
            if figure.at[-1].covers(at):
                return figure
        return None

    def _pronoun(self, one: Occurrence) -> Resolved:
        referent = one.referent
        if referent.word in ("who", "whom", "which"):
            return Resolved(None, "relative-pronoun")
        cued = self.cued.get(one.start)
        others = cued.others if cued is not None else frozenset()
        earliest = one.sentence - REACH
        candidates = [
            figure
            for figure in self.known.figures
            if figure.at[-1].sentence >= earliest
            and agrees(figure, referent.gender, referent.number)
            and not figure.is_among(others)
        ]
        pronoun = Pronoun(one, cued=False)
        if cued is not None:
            pronoun = Pronoun(one, cued=True, unlikely=cued.quoted, said=cued.said)
        return choose(pronoun, candidates, self.last)

    def _description(self, one: Occurrence) -> Resolved:
        referent = one.referent
        if referent.named is not None:
            figure = self.named.get(referent.named.start + one.offset)
            if figure is not None:
                return Resolved(figure, "apposition")
        cued = self.cued.get(one.start)
        others = cued.others if cued is not None else frozenset()
        return figure_described(one, self.known, others, self.last, cued=cued is not None)
