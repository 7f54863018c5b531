"""What a person decided about timeline entries: kept, hidden, a note in own words.

A decision hangs on words, never on an entry's id: it holds for every entry of which the words
are a telling clause; where they are none, for every entry that they stand in a sentence of. Where
other words stand there now it holds for none; it is an orphan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.values.decisions import ENTRY_DECISIONS, Decision, What

type Json = dict[str, Any]


def with_decisions(
    entries: Iterable[Mapping[str, Any]], decisions: Iterable[Decision]
) -> list[Json]:
    """The entries with `kept`, `hidden` and `note` as last fields.

    Of `keep` and `hide` on one entry the later holds, and so does the later of two notes.

    Args:
        entries: a timeline, as the JSON of the record has it.
        decisions: in the order made.
    """
    entries = list(entries)
    held: dict[int, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.what in ENTRY_DECISIONS and not decision.undone:
            for place in _held_by(decision, entries):
                held[place].append(decision)
    return [_decided(entry, held[place]) for place, entry in enumerate(entries)]


def _held_by(decision: Decision, entries: Sequence[Mapping[str, Any]]) -> list[int]:
    """Places of the entries for which a decision holds."""
    near = {
        place: [
            one
            for one in entry["support"]
            if one["article"] == decision.article and stands_in(decision, one)
        ]
        for place, entry in enumerate(entries)
    }
    clause = [decision.start, decision.end]
    exact = [place for place, found in near.items() if any(s["clause"] == clause for s in found)]
    return exact or [place for place, found in near.items() if found]


def _decided(entry: Mapping[str, Any], decisions: Sequence[Decision]) -> Json:
    choice: What | None = None
    note: str | None = None
    for decision in decisions:
        if decision.what is What.NOTE:
            note = decision.value
        else:
            choice = decision.what
    return {**entry, "kept": choice is What.KEEP, "hidden": choice is What.HIDE, "note": note}


def stands_in(decision: Decision, support: Mapping[str, Any]) -> bool:
    """Whether the words of a decision and those of a sentence overlap and are the same there."""
    if decision.start is None or decision.end is None or not decision.text:
        return False
    first, last = max(decision.start, support["start"]), min(decision.end, support["end"])
    if first >= last or decision.article != support["article"]:
        return False
    here = support["text"][first - support["start"] : last - support["start"]]
    there = decision.text[first - decision.start : last - decision.start]
    return bool(here == there)
