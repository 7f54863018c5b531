"""Undated tellings of headline, dek and lede that join an entry as support.

An article's headline seldom prints a day, but its own first dated sentences tell the same event.
An undated telling joins the entry of such a sentence when both tell the same; it never makes an
entry of its own and never brings two entries together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.record.timeline.content import Contents, agreement
from onrecord.record.timeline.merging import same_event
from onrecord.record.timeline.telling import LEADING, Telling

_FIRST_DATED = 4
"""Dated tellings of an article, from its beginning, whose entries its headline may join."""


def join_undated(
    groups: Sequence[list[Telling]], undated: Iterable[Telling], contents: Contents
) -> list[list[Telling]]:
    """The groups with the undated tellings that tell the same as one of their members.

    Args:
        groups: groups of dated tellings.
        undated: tellings without known days.
        contents: contents of events.
    """
    by_article = _first_dated(groups)
    joined = [list(group) for group in groups]
    for one in sorted(undated, key=lambda t: t.order):
        if one.role not in LEADING:
            continue
        place = _closest(one, by_article.get(one.article, ()), contents)
        if place is not None:
            joined[place].append(one)
    return joined


def _first_dated(groups: Sequence[list[Telling]]) -> Mapping[str, list[tuple[Telling, int]]]:
    found: dict[str, list[tuple[Telling, int]]] = defaultdict(list)
    for place, group in enumerate(groups):
        for one in group:
            found[one.article].append((one, place))
    return {
        article: sorted(tellings, key=lambda t: t[0].order)[:_FIRST_DATED]
        for article, tellings in found.items()
    }


def _closest(
    one: Telling,
    dated: Iterable[tuple[Telling, int]],
    contents: Contents,
) -> int | None:
    mine = contents.of(one.event)
    best: tuple[float, int] | None = None
    for other, place in dated:
        found = agreement(mine, contents.of(other.event))
        if same_event(found, equal_days=True) and (best is None or found.words > best[0]):
            best = (found.words, place)
    return best[1] if best is not None else None
