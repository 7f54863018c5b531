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
from dataclasses import dataclass
from typing import Any

from onrecord.linking.wordings.link_values import WordingLink
from onrecord.record.variant_decisions import wording_decisions
from onrecord.record.variant_groups import grouped
from onrecord.record.variant_links import Edges, Unit, edges_of, linked_items, pair_of, units_of
from onrecord.record.variant_tellings import Json, Telling, UnsureWordings, telling
from onrecord.record.variant_view import variant_json
from onrecord.values.decisions import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """What linking knows of the pile's wordings."""

    held: Mapping[str, str]
    """Attribution id to the id of its text."""
    links: Iterable[WordingLink]


@dataclass(frozen=True, slots=True)
class CompiledVariants:
    """The variants of a record and what is open about them."""

    variants: list[dict[str, Any]]
    unsure: list[UnsureWordings]
    """The most telling first."""


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
    units = units_of(tellings, decided)
    # 3. links
    edges = edges_of(units, wordings.links)
    # 4. decisions
    linked = linked_items(edges, units, decided)
    # 5. groups
    by_id = {unit.id: unit for unit in units}
    groups = [[by_id[u] for u in sorted(group)] for group in grouped(linked)]
    groups += _copies(units, groups)
    groups = _outermost(groups)
    unsure = _open_pairs(edges, by_id, groups)
    made = [variant_json(group, edges, unsure, text_of) for group in groups]
    place = {t.id: t.place for t in tellings}
    variants = sorted(made, key=lambda v: (place[v["attributions"][0]], v["attributions"]))
    return CompiledVariants(variants, unsure)


def _copies(units: Sequence[Unit], groups: Sequence[Sequence[Unit]]) -> list[list[Unit]]:
    """Units that no group holds, of several printings in equal words."""
    held = {unit.id for group in groups for unit in group}
    return [[unit] for unit in units if unit.id not in held and len(unit.tellings) > 1]


def _outermost(groups: Iterable[Sequence[Unit]]) -> list[list[Unit]]:
    """The groups without what only stands inside of another printing: a quotation in a quotation
    is printed with what holds it."""
    trimmed = [found for group in groups if (found := _without_inner(group))]
    homes: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(trimmed):
        for one in _tellings(group):
            homes[one.id].add(number)
    return [
        group
        for group in trimmed
        if not set.intersection(*(homes[one.within or ""] for one in _tellings(group)))
    ]


def _without_inner(group: Sequence[Unit]) -> list[Unit]:
    """The units without printings that another one of the group holds; none where one is left."""
    ids = {one.id for one in _tellings(group)}
    units = [Unit(unit.id, [t for t in unit.tellings if t.within not in ids]) for unit in group]
    kept = [unit for unit in units if unit.tellings]
    return kept if sum(len(unit.tellings) for unit in kept) > 1 else []


def _tellings(group: Iterable[Unit]) -> Iterator[Telling]:
    return (one for unit in group for one in unit.tellings)


def _open_pairs(
    edges: Edges,
    by_id: Mapping[str, Unit],
    groups: Sequence[Sequence[Unit]],
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
        sides = pair_of(str(homes[a] or a), str(homes[b] or b))
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
