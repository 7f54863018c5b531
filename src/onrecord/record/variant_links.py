"""Links between printings told alike: what their words say, and whether speaker, days and stance
allow it; what a person decided wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.linking.wordings.link_values import Verdict, WordingLink
from onrecord.record.variant_decisions import WordingDecisions
from onrecord.record.variant_fit import Fit, Fitting, fitting
from onrecord.record.variant_groups import LinkedItems
from onrecord.record.variant_tellings import Telling

STRONG_RUN = 8
"""Words in a row that make two printings one where nothing speaks for or against it."""
STRONG = 0.9
STRONG_RUN_OF_ALL = 5
"""Or fewer, where the strength is so much and the days are near."""
VERBATIM_RUN = 12
"""Words in a row that make two printings one even where one names its source in other words."""
VERBATIM_LENGTH = 60
"""Code points of equal words that do so."""
STRONG_LENGTH = 30
"""Code points of both printings that it takes besides: anybody may say `thank you very much`."""
_WEAK = 0.5
"""What part of its strength a link has that is not sure: too little to make a group alone."""


@dataclass(slots=True)
class Unit:
    """Printings of equal words that are told alike, however many articles have them."""

    id: str
    """The smallest id of its attributions."""
    tellings: list[Telling]
    """In article order."""

    @property
    def first(self) -> Telling:
        """The first in article order; it stands for all."""
        return self.tellings[0]


@dataclass(slots=True)
class Edges:
    """Links between units, by pairs of their ids, the smaller first."""

    strengths: dict[tuple[str, str], float] = field(default_factory=dict)
    """Of those that are one utterance."""
    whys: dict[tuple[str, str], str] = field(default_factory=dict)
    """Why they are."""
    unsure: dict[tuple[str, str], tuple[float, str]] = field(default_factory=dict)
    """Strength and reason of those that may be."""
    apart: set[tuple[str, str]] = field(default_factory=set)
    """Pairs of units whose speakers are known and differ."""


def units_of(tellings: Iterable[Telling], decided: WordingDecisions) -> list[Unit]:
    """The tellings in units; what a decision names is one alone."""
    found: dict[object, list[Telling]] = defaultdict(list)
    for one in sorted(tellings, key=lambda t: (t.place, t.id)):
        unknown = one.teller.is_unknown and one.length < STRONG_LENGTH
        alone = one.id if unknown or one.id in decided.named else None
        found[(one.text, one.teller, one.said, one.stance, alone)].append(one)
    return [Unit(min(t.id for t in members), members) for members in found.values()]


def edges_of(units: Sequence[Unit], links: Iterable[WordingLink]) -> Edges:
    """The links between units whose texts are equal or linked."""
    by_text: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_text[unit.first.text].append(unit)
    edges = Edges()
    for text in sorted(by_text):
        for left, right in combinations(by_text[text], 2):
            _judge(edges, left, right, None)
    for link in links:
        for left in by_text.get(link.left, ()):
            for right in by_text.get(link.right, ()):
                _judge(edges, left, right, link)
    return edges


def _judge(edges: Edges, left: Unit, right: Unit, link: WordingLink | None) -> None:
    found = fitting(left.first, right.first)
    if found.fit is Fit.NO:
        return
    strength = link.strength if link is not None else 1.0
    why = link.why if link is not None else "equal-words"
    pair = pair_of(left.id, right.id)
    run = link.run if link is not None else STRONG_RUN
    long = min(left.first.length, right.first.length) >= STRONG_LENGTH
    strong = long and run >= (STRONG_RUN if found.apart or strength < STRONG else STRONG_RUN_OF_ALL)
    same = link is None or link.verdict is Verdict.SAME
    verbatim = run >= VERBATIM_RUN and not found.apart and link is not None
    verbatim |= link is None and long and left.first.length >= VERBATIM_LENGTH
    if same and (
        found.fit is Fit.YES
        or (found.fit is Fit.OPEN and strong)
        or (found.fit is Fit.UNSURE and verbatim)
    ):
        edges.strengths[pair] = strength
        edges.whys[pair] = f"{why}; {found.why}"
        return
    if found.fit is Fit.ASK:
        edges.apart.add(pair)
    if _is_asked(found, left.first, right.first, same=same, strong=strong):
        edges.unsure[pair] = (strength, f"{why}; {found.why}")


def _is_asked(found: Fitting, left: Telling, right: Telling, *, same: bool, strong: bool) -> bool:
    """Whether a pair that is not linked is worth a person's time."""
    if left.article == right.article or found.apart or left.within or right.within:
        return False
    if found.fit is Fit.YES:
        return True
    return same if found.fit is Fit.OPEN else same and strong


def linked_items(edges: Edges, units: Sequence[Unit], decided: WordingDecisions) -> LinkedItems:
    """The units and their links as they are grouped; `edges` is changed by what was decided."""
    home = {t.id: unit.id for unit in units for t in unit.tellings}
    same = {pair_of(home[a], home[b]) for a, b in decided.same}
    apart = {pair_of(home[a], home[b]) for a, b in decided.different | decided.undecided}
    for pair in apart:
        edges.strengths.pop(pair, None)
    for pair in apart | same:
        edges.unsure.pop(pair, None)
    for pair in same:
        edges.strengths[pair] = 1.0
        edges.whys[pair] = "decided: same"
    different = frozenset(pair_of(home[a], home[b]) for a, b in decided.different)
    weak = {pair: _WEAK * strength for pair, (strength, _) in edges.unsure.items()}
    return LinkedItems({**weak, **edges.strengths}, same, different | (edges.apart - same))


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Two ids, the smaller first."""
    return (one, other) if one < other else (other, one)
