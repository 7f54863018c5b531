"""A chronology to hand in: timeline entries with their quoted sentences and sources.

`compose_chronology` says what goes in; `chronology_markdown` and `chronology_docx` write it.
Everything in it is a printed sentence or name, a computed date or count, a word of the closed
vocabularies, or a person's own words, which are marked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.exports.citations import Citation, cite, one_line
from onrecord.record.compile import Record
from onrecord.record.day_words import day_words
from onrecord.record.entry_words import (
    best_support,
    entry_agreement,
    entry_days,
    entry_status,
    entry_when,
    later_report,
    source_words,
)

type Json = Mapping[str, Any]

TITLE = "Chronology"
OWN_WORDS = "✎"
"""Stands before a person's own words."""
MOST_OTHERS = 20
"""Most further articles named under an entry; the others are counted."""

__all__ = ["Chronology", "ChronologyEntry", "Citation", "compose_chronology", "one_line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyEntry:
    """One entry; all strings are on one line and can be held by any document."""

    when: str
    """Computed: `20 Aug 2020`, `late 2017`."""
    expression: str | None
    """The words that date it in the sentence."""
    standing: tuple[str, ...]
    """`reported as scheduled`, `later report: none found`; empty where it happened."""
    sentence: str
    said_by: str | None
    """The words that name who is said to have said it."""
    note: str | None
    """A person's own words."""
    reports: str
    """`2 origins, 3 articles`."""
    source: Citation
    """Of the sentence."""
    later: Citation | None
    """The report that an event which was to come took place or was called off."""
    others: tuple[Citation, ...]
    """Of the first sentence of every other article."""
    more: int
    """Further articles that are not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """A chronology, ready to be written."""

    title: str
    extent: str
    """`12 entries, 7 articles, 1 May 2020 – 26 Jul 2021`."""
    entries: tuple[ChronologyEntry, ...]


def compose_chronology(
    record: Record, entries: Sequence[Json], *, name: str | None = None
) -> Chronology:
    """The chronology of some entries, in the order given.

    Args:
        record: the record that the entries are from.
        entries: its timeline or a part of it, as its JSON has it.
        name: name of the story in a person's words.
    """
    articles = {anchor["article"] for entry in entries for anchor in entry["support"]}
    facts = [_counted(len(entries), "entry", "entries"), _counted(len(articles), "article")]
    bounds = ((days.first, days.last) for days in map(entry_days, entries))
    days = [day for pair in bounds for day in pair if day]
    if days:
        facts.append(" – ".join(dict.fromkeys((day_words(min(days)), day_words(max(days))))))
    return Chronology(
        title=one_line(f"{TITLE}: {name}" if name and name.strip() else TITLE),
        extent=", ".join(facts),
        entries=tuple(_entry(record, entry) for entry in entries),
    )


def _entry(record: Record, entry: Json) -> ChronologyEntry:
    support = best_support(entry)
    said_by = source_words(support, record.lookups.article(support["article"]).text)
    others = _other_articles(entry)
    later = entry["later_report"]
    return ChronologyEntry(
        when=entry_when(entry),
        expression=one_line(entry["expression"]["text"]) if entry["expression"] else None,
        standing=tuple(filter(None, (entry_status(entry), later_report(entry)))),
        sentence=one_line(entry["sentence"]["text"]),
        said_by=one_line(said_by) if said_by else None,
        note=one_line(entry["note"]) if entry["note"] else None,
        reports=entry_agreement(entry),
        source=cite(record.lookups, entry["sentence"]),
        later=cite(record.lookups, later) if later else None,
        others=tuple(cite(record.lookups, anchor) for anchor in others[:MOST_OTHERS]),
        more=max(len(others) - MOST_OTHERS, 0),
    )


def _other_articles(entry: Json) -> list[Json]:
    """The first supporting sentence of each article but that of the quoted one."""
    first: dict[str, Json] = {}
    for support in entry["support"]:
        if support["article"] != entry["sentence"]["article"]:
            first.setdefault(support["article"], support)
    return list(first.values())


def _counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
