"""Names that became one or are no longer one, or are shown in another form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.record.changes.change import Change, Shown
from onrecord.record.changes.matching import Group, Matched, match
from onrecord.record.changes.two_records import TwoRecords

type Json = Mapping[str, Any]


def name_changes(both: TwoRecords) -> Iterator[Change]:
    """Names in their order now. Those that came or went with an article are not told: `news` tells
    them."""
    lists = both.pair("entities")
    if lists is None:
        return
    old, new = ([_group(one, both) for one in side] for side in lists)
    for together in match(old, new):
        change = _change(together)
        if change is None:
            continue
        concerned = {m["article"] for group in together.new for m in group.one["mentions"]}
        yield Change(
            part="name",
            change=change,
            before=tuple(_shown(group.one, both, now=False) for group in together.old),
            after=tuple(_shown(group.one, both, now=True) for group in together.new),
            why=both.causes(sorted(id_ for id_ in concerned if both.added(id_))),
        )


def _change(together: Matched) -> str | None:
    old, new = together.old, together.new
    if not old or not new:
        return None
    if len(old) == len(new) == 1:
        return "name" if old[0].one["name"] != new[0].one["name"] else None
    return "merged" if len(old) > len(new) else "split"


def _group(one: Json, both: TwoRecords) -> Group:
    """An entity by those of its mentions whose article is in both, read alike."""
    kept = (
        both.key(mention)
        for mention in one["mentions"]
        if not both.has_other_text(mention["article"])
        and not both.added(mention["article"])
        and not both.removed(mention["article"])
    )
    return Group(one, frozenset(kept))


def _shown(one: Json, both: TwoRecords, *, now: bool) -> Shown:
    first = one["mentions"][0] if one["mentions"] else None
    return both.shown(one["id"], one["name"], first, now=now)
