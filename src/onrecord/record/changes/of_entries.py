"""Entries of the timeline that came, went, became one, fell apart, or tell something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from onrecord.record.changes.change import Change, Shown
from onrecord.record.changes.matching import Group, Matched, match
from onrecord.record.changes.two_records import TwoRecords, days_of_row

type Json = Mapping[str, Any]


def entry_changes(both: TwoRecords) -> Iterator[Change]:
    """What changed in the timeline, in its order now; what is gone comes last.

    An entry is the same where one of its clauses is: the first that tells the event in a sentence.
    """
    lists = both.pair("timeline")
    if lists is None:
        return
    old, new = ([_group(entry, both) for entry in entries] for entries in lists)
    for together in match(old, new):
        yield from _changes(together, both)


def _group(entry: Json, both: TwoRecords) -> Group:
    return Group(entry, frozenset(_key(support, both) for support in entry["support"]))


def _key(support: Json, both: TwoRecords) -> object:
    clause = support.get("clause")
    if clause is None or both.has_other_text(support["article"]):
        return both.key(support)
    return both.key({"article": support["article"], "start": clause[0], "end": clause[1]})


def _changes(together: Matched, both: TwoRecords) -> Iterator[Change]:
    if not together.old or not together.new:
        change = "added" if together.new else "gone"
        yield _change(change, together.old, together.new, both, days_of_row)
    elif len(together.old) == len(together.new) == 1:
        yield from _of_one(together, both)
    else:
        merged = len(together.old) > len(together.new)
        change = "merged" if merged else "split"
        yield _change(change, together.old, together.new, both, days_of_row)


def _of_one(together: Matched, both: TwoRecords) -> Iterator[Change]:
    for change, value in _COMPARED:
        old, new = value(together.old[0].one), value(together.new[0].one)
        if old is not None and new is not None and old != new:
            yield _change(change, together.old, together.new, both, value)


def _status(entry: Json) -> str | None:
    status: str | None = entry.get("status")
    return status


def _origins(entry: Json) -> str | None:
    """By how many origins it is told; the marks that the count alone does not tell."""
    agreement = entry.get("agreement")
    count = agreement["origins"] if agreement else entry.get("origins")
    return None if count is None else str(count)


def _later_report(entry: Json) -> str | None:
    """Whether what was announced is told to have come about."""
    if entry.get("status") not in ("scheduled", "anticipated"):
        return None
    return "found" if entry.get("later_report") else "none found"


_COMPARED: Sequence[tuple[str, Callable[[Json], str | None]]] = (
    ("re-dated", days_of_row),
    ("status", _status),
    ("later-report", _later_report),
    ("origins", _origins),
)
"""What changes in an entry, and what tells it."""


def _change(
    change: str,
    old: Sequence[Group],
    new: Sequence[Group],
    both: TwoRecords,
    value: Callable[[Json], str | None],
) -> Change:
    before = tuple(_shown(group.one, value, both, now=False) for group in old)
    after = tuple(_shown(group.one, value, both, now=True) for group in new)
    told = {support["article"] for group in old for support in group.one["support"]}
    tells = {support["article"] for group in new for support in group.one["support"]}
    concerned = [*sorted(tells - told), *sorted(told - tells), *sorted(told & tells)]
    return Change(
        part="entry",
        change=change,
        before=before,
        after=after,
        why=both.causes(concerned, dates=change == "re-dated"),
    )


def _shown(
    entry: Json, value: Callable[[Json], str | None], both: TwoRecords, *, now: bool
) -> Shown:
    return both.shown(entry["id"], value(entry), entry["sentence"], now=now)
