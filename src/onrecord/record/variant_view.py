"""Variants as JSON: who prints it, how each later printing differs from the first, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from onrecord.linking.wordings.alignment import Printing, differences
from onrecord.record.variant_links import Edges, Unit, pair_of
from onrecord.record.variant_tellings import Telling, UnsureWordings
from onrecord.values.ids import group_id
from onrecord.values.spans import Span

TOLD_ALIKE = "told-alike"
"""Reason: same speaker, days and stance as printed."""


def variant_json(
    group: Sequence[Unit],
    edges: Edges,
    unsure: Sequence[UnsureWordings],
    text_of: Callable[[str], str],
) -> dict[str, Any]:
    """The variant of a group of units.

    Args:
        group: the units.
        edges: their links.
        unsure: all open pairs of the record; those of its printings are named in it.
        text_of: the text of the article with an id.
    """
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
    group: Sequence[Unit], members: Sequence[Telling], edges: Edges
) -> Iterator[dict[str, str]]:
    """The links that hold a group together: each printing with one before, strongest first."""
    place = {one.id: n for n, one in enumerate(members)}
    found = [
        (place[unit.first.id], place[one.id], f"equal-words; {TOLD_ALIKE}")
        for unit in group
        for one in unit.tellings[1:]
    ]
    reached = {group[0].id: group[0]}
    waiting = {unit.id: unit for unit in group[1:]}
    while waiting:
        links = [
            (-strength, place[one.first.id], place[other.first.id], other)
            for other in waiting.values()
            for one in reached.values()
            if (strength := edges.strengths.get(pair_of(one.id, other.id))) is not None
        ]
        if not links:
            break
        _, left, right, unit = min(links, key=lambda link: link[:3])
        why = edges.whys[pair_of(*(_home(group, members[n].id) for n in (left, right)))]
        found.append((min(left, right), max(left, right), why))
        reached[unit.id] = waiting.pop(unit.id)
    for left, right, why in sorted(found):
        yield {"left": members[left].id, "right": members[right].id, "why": why}


def _home(group: Sequence[Unit], telling_id: str) -> str:
    return next(unit.id for unit in group if unit.first.id == telling_id)


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
