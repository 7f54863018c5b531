"""Which entries of a timeline are shown: by time, words, outlet, status, weight and choice."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from onrecord.record.entry_search import entries_about
from onrecord.record.entry_words import entry_days
from onrecord.text.folding import fold

type Json = Mapping[str, Any]


def select_entries(
    entries: Sequence[Json],
    *,
    since: date | None = None,
    until: date | None = None,
    about: str | None = None,
    outlet: str | None = None,
    outlets: Mapping[str, str] | None = None,
    status: Collection[str] = (),
    min_weight: float = 0.0,
    top: int | None = None,
    kept: bool = False,
    hidden: bool = False,
) -> list[Json]:
    """The entries that pass all filters, in the order given, which is that of time.

    Args:
        entries: the timeline of a record, as its JSON has it.
        since: only what may have been on this day or later; undated entries pass no date.
        until: only what may have been on this day or earlier.
        about: words as in search (`a b`, `a|b`, `"a b"`, `a*`, `-a`), all in the sentences of an
            entry.
        outlet: part of the name of an outlet or agency among those that reported it, folded.
        outlets: names of outlet and agency of each article, by its id, for `outlet`; without it
            the names of origins are looked at alone.
        status: only these; none: any.
        min_weight: only entries of this weight (0 to 1) or more.
        top: at most so many: the weightiest of those that pass, ties by origins, articles, order.
        kept: only what a person keeps.
        hidden: also what a person hides.

    Raises:
        UsageError: `about` holds no word.
    """
    named = fold(outlet) if outlet is not None else None
    found = [
        entry
        for entry in entries
        if (hidden or not entry.get("hidden"))
        and (entry.get("kept") or not kept)
        and (not status or entry["status"] in status)
        and entry["weight"] >= min_weight
        and _overlaps(entry, since, until)
        and (named is None or named in _reporters(entry, outlets or {}))
    ]
    if about is not None:
        ids = entries_about(found, about)
        found = [entry for entry in found if entry["id"] in ids]
    return found if top is None else _weightiest(found, top)


def _overlaps(entry: Json, since: date | None, until: date | None) -> bool:
    days = entry_days(entry)
    if (since or until) and not days.known:
        return False
    if since and days.last and days.last < since:
        return False
    return not (until and days.first and days.first > until)


def _reporters(entry: Json, outlets: Mapping[str, str]) -> str:
    """Folded names of all who reported it."""
    printed = (outlets.get(support["article"], "") for support in entry["support"])
    return fold(" | ".join(dict.fromkeys([*entry["origin_names"], *printed])))


def _weightiest(entries: Sequence[Json], top: int) -> list[Json]:
    places = sorted(
        range(len(entries)),
        key=lambda n: (
            -entries[n]["weight"],
            -entries[n]["origins"],
            -entries[n]["articles"],
            n,
        ),
    )
    return [entries[n] for n in sorted(places[:top])]
