"""The wordings in which one utterance was printed. `compile_variants` conducts:

1. tellings: the attributions that can be compared, with who said it and when;
2. units: tellings of equal words that are told alike are one, however many articles print them;
3. links between units: what their words say, and whether speaker, days and stance allow it;
4. what a person decided wins;
5. groups (`variant_groups`), and how each later printing differs from the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from onrecord.linking.wordings.alignment import Printing, differences
from onrecord.linking.wordings.link_values import Verdict, WordingLink
from onrecord.record.variant_decisions import WordingDecisions, wording_decisions
from onrecord.record.variant_fit import Fit, fitting
from onrecord.record.variant_groups import LinkedItems, grouped
from onrecord.record.variant_tellings import Json, Telling, telling
from onrecord.values.decisions import Decision
from onrecord.values.ids import group_id
from onrecord.values.spans import Span

STRONG_RUN = 7
"""Words in a row that make two printings one where nothing speaks for or against it."""
STRONG = 0.8
"""Least strength that does so too."""
_WEAK = 0.6
"""What part of its strength a link has that is not sure: too little to make a group alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """What linking knows of the pile's wordings."""

    held: Mapping[str, str]
    """Attribution id to the id of its text."""
    links: Iterable[WordingLink]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsureWordings:
    """Two printings that may be of one utterance; a person is asked."""

    left: str
    """Attribution id, the earlier one in article order."""
    right: str
    why: str
    settles: int
    """Printings that the answer would put together or keep apart."""


@dataclass(frozen=True, slots=True)
class CompiledVariants:
    """The variants of a record and what is open about them."""

    variants: list[dict[str, Any]]
    unsure: list[UnsureWordings]
    """The most telling first."""


@dataclass(slots=True)
class _Unit:
    id: str
    tellings: list[Telling]

    @property
    def first(self) -> Telling:
        return self.tellings[0]


@dataclass(slots=True)
class _Edges:
    strengths: dict[tuple[str, str], float] = field(default_factory=dict)
    whys: dict[tuple[str, str], str] = field(default_factory=dict)
    unsure: dict[tuple[str, str], tuple[float, str]] = field(default_factory=dict)


def compile_variants(
    attributions: Iterable[Json],
    wordings: Wordings,
    *,
    order: Mapping[str, int],
    text_of: Callable[[str], str],
    decisions: Sequence[Decision] = (),
) -> CompiledVariants:
    """The variants of a record.

    Args:
        attributions: as JSON.
        wordings: their texts and what links these.
        order: the place of each article in the record's order.
        text_of: the text of the article with an id.
        decisions: in the order made; those on other things than wordings are passed over.
    """
    # 1. tellings
    tellings = [
        telling(one, wordings.held[one["id"]], order[one["article"]])
        for one in attributions
        if one["id"] in wordings.held
    ]
    decided = wording_decisions(tellings, decisions)
    # 2. units
    units = _units(tellings, decided)
    # 3. links
    edges = _edges(units, wordings.links)
    # 4. decisions
    linked = _with_decisions(edges, units, decided)
    # 5. groups
    by_id = {unit.id: unit for unit in units}
    groups = [[by_id[u] for u in sorted(group)] for group in grouped(linked)]
    groups += _copies(units, groups)
    unsure = _open_pairs(edges, by_id, groups)
    made = [_variant(group, edges, unsure, text_of) for group in groups]
    place = {t.id: t.place for t in tellings}
    variants = sorted(made, key=lambda v: (place[v["attributions"][0]], v["attributions"]))
    return CompiledVariants(variants, unsure)


def _units(tellings: Iterable[Telling], decided: WordingDecisions) -> list[_Unit]:
    found: dict[object, list[Telling]] = defaultdict(list)
    for one in sorted(tellings, key=lambda t: (t.place, t.id)):
        alone = one.id if one.id in decided.named else None
        found[(one.text, one.teller, one.said, one.stance, alone)].append(one)
    return [_Unit(min(t.id for t in members), members) for members in found.values()]


def _edges(units: Sequence[_Unit], links: Iterable[WordingLink]) -> _Edges:
    by_text: dict[str, list[_Unit]] = defaultdict(list)
    for unit in units:
        by_text[unit.first.text].append(unit)
    edges = _Edges()
    for text in sorted(by_text):
        for left, right in combinations(by_text[text], 2):
            _judge(edges, left, right, None)
    for link in links:
        for left in by_text.get(link.left, ()):
            for right in by_text.get(link.right, ()):
                _judge(edges, left, right, link)
    return edges


def _judge(edges: _Edges, left: _Unit, right: _Unit, link: WordingLink | None) -> None:
    found = fitting(left.first, right.first)
    if found.fit is Fit.NO:
        return
    strength = link.strength if link is not None else 1.0
    why = link.why if link is not None else "equal-words"
    pair = _pair(left.id, right.id)
    strong = link is None or strength >= STRONG or link.run >= STRONG_RUN
    same = link is None or link.verdict is Verdict.SAME
    if same and (found.fit is Fit.YES or (found.fit is Fit.OPEN and strong)):
        edges.strengths[pair] = strength
        edges.whys[pair] = f"{why}; {found.why}"
    elif same or found.fit is Fit.YES:
        edges.unsure[pair] = (strength, f"{why}; {found.why}")


def _with_decisions(
    edges: _Edges, units: Sequence[_Unit], decided: WordingDecisions
) -> LinkedItems:
    home = {t.id: unit.id for unit in units for t in unit.tellings}
    same = {_pair(home[a], home[b]) for a, b in decided.same}
    apart = {_pair(home[a], home[b]) for a, b in decided.different | decided.undecided}
    for pair in apart:
        edges.strengths.pop(pair, None)
    for pair in apart | same:
        edges.unsure.pop(pair, None)
    for pair in same:
        edges.strengths[pair] = 1.0
        edges.whys[pair] = "decided: same"
    different = frozenset(_pair(home[a], home[b]) for a, b in decided.different)
    weak = {pair: _WEAK * strength for pair, (strength, _) in edges.unsure.items()}
    return LinkedItems({**weak, **edges.strengths}, same, different)


def _copies(units: Sequence[_Unit], groups: Sequence[Sequence[_Unit]]) -> list[list[_Unit]]:
    """Units that no group holds, of several printings in equal words."""
    held = {unit.id for group in groups for unit in group}
    return [[unit] for unit in units if unit.id not in held and len(unit.tellings) > 1]


def _open_pairs(
    edges: _Edges,
    by_id: Mapping[str, _Unit],
    groups: Sequence[Sequence[_Unit]],
) -> list[UnsureWordings]:
    """The pairs to be asked about: of two groups the strongest one."""
    homes: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for unit in group:
            homes[unit.id].append(number)
    best: dict[tuple[str, str], tuple[float, str, str, str, int]] = {}
    for (a, b), (strength, why) in sorted(edges.unsure.items()):
        if set(homes[a]) & set(homes[b]):
            continue
        sides = _pair(str(homes[a] or a), str(homes[b] or b))
        left, right = sorted((by_id[a].first, by_id[b].first), key=lambda t: (t.place, t.id))
        settles = sum(
            len({t.id for n in homes[one] for unit in groups[n] for t in unit.tellings})
            or len(by_id[one].tellings)
            for one in (a, b)
        )
        entry = (-strength, left.id, right.id, why, settles)
        if sides not in best or entry < best[sides]:
            best[sides] = entry
    found = sorted(best.values())
    return [
        UnsureWordings(left=left, right=right, why=why, settles=settles)
        for _, left, right, why, settles in found
    ]


def _variant(
    group: Sequence[_Unit],
    edges: _Edges,
    unsure: Sequence[UnsureWordings],
    text_of: Callable[[str], str],
) -> dict[str, Any]:
    members = sorted((t for u in group for t in u.tellings), key=lambda t: (t.place, t.id))
    ids = [t.id for t in members]
    inside = set(ids)
    speakers = {t.teller.entity for t in members} - {None}
    return {
        "id": group_id("variant", ids),
        "attributions": ids,
        "speaker": next(iter(speakers)) if len(speakers) == 1 else None,
        "differences": [d for later in members[1:] for d in _compared(members[0], later, text_of)],
        "why": list(_whys(group, members, edges)),
        "unsure": [
            {"left": one.left, "right": one.right, "why": one.why}
            for one in unsure
            if one.left in inside or one.right in inside
        ],
    }


def _whys(
    group: Sequence[_Unit], members: Sequence[Telling], edges: _Edges
) -> Iterator[dict[str, str]]:
    """Of each later printing the strongest link to an earlier one."""
    home = {t.id: unit.id for unit in group for t in unit.tellings}
    for number, later in enumerate(members[1:], start=1):
        best: tuple[float, int, str] | None = None
        for place, earlier in enumerate(members[:number]):
            a, b = home[earlier.id], home[later.id]
            pair = _pair(a, b)
            if a != b and pair not in edges.strengths:
                continue
            strength = 1.0 if a == b else edges.strengths[pair]
            why = "equal-words; told alike" if a == b else edges.whys[pair]
            if best is None or (-strength, place) < best[:2]:
                best = (-strength, place, why)
        if best is not None:
            yield {"left": members[best[1]].id, "right": later.id, "why": best[2]}


def _compared(
    first: Telling, later: Telling, text_of: Callable[[str], str]
) -> Iterator[dict[str, Any]]:
    ours, theirs = text_of(first.article), text_of(later.article)
    for one in differences(Printing(ours, first.parts), Printing(theirs, later.parts)):
        yield {
            "left": _anchor(first.article, one.left, ours),
            "right": _anchor(later.article, one.right, theirs),
            "kind": one.kind.value,
        }


def _anchor(article: str, span: Span | None, text: str) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"article": article, "start": span.start, "end": span.end, "text": span.slice(text)}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
