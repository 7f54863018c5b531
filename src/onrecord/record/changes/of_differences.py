"""Differences that came, went, or have another reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.record.changes.change import Change, Shown
from onrecord.record.changes.two_records import TwoRecords

type Json = Mapping[str, Any]

_SIDES = ("left", "right")


def difference_changes(both: TwoRecords) -> Iterator[Change]:
    """What changed in the differences, in their order now; what is gone comes last.

    A difference is the same where both its sides are, whichever stands first, in the same slot.
    """
    lists = both.pair("differences")
    if lists is None:
        return
    old, new = ({_key(one, both): one for one in side} for side in lists)
    for key, one in new.items():
        was = old.get(key)
        if was is None:
            yield _change("added", None, one, both)
        elif was["reason"] != one["reason"]:
            yield _change("reason", was, one, both)
    for key, one in old.items():
        if key not in new:
            yield _change("gone", one, None, both)


def _key(one: Json, both: TwoRecords) -> object:
    return one.get("slot") or "number", frozenset(_side_key(one, side, both) for side in _SIDES)


def _side_key(one: Json, side: str, both: TwoRecords) -> object:
    """The figure of a side, else the words in which it differs, else its sentence."""
    anchor = one[side]
    if anchor is None:
        return None
    if both.has_other_text(anchor["article"]):
        return both.key(anchor)
    if one.get(f"{side}_figure"):
        return one[f"{side}_figure"]
    words = one.get(f"{side}_words")
    if words:
        return both.key({"article": anchor["article"], "start": words[0], "end": words[1]})
    return both.key(anchor)


def _change(change: str, old: Json | None, new: Json | None, both: TwoRecords) -> Change:
    sides = [one[side] for one in (new, old) if one for side in _SIDES if one[side]]
    return Change(
        part="difference",
        change=change,
        before=_shown(old, both, now=False) if old else (),
        after=_shown(new, both, now=True) if new else (),
        why=both.causes(anchor["article"] for anchor in sides),
    )


def _shown(one: Json, both: TwoRecords, *, now: bool) -> tuple[Shown, ...]:
    """Both sides of a difference, with its reason and reason's values."""
    value = f"{one['reason']}: {one['why']}"
    return tuple(both.shown(one["id"], value, one[side], now=now) for side in _SIDES if one[side])
