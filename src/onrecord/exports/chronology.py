"""A chronology to hand in: timeline entries with their quoted sentences and sources.

`compose_chronology` says what goes in; `chronology_markdown` and `chronology_docx` write it.
Everything in it is a printed sentence or name, a computed date or count, a word of the closed
vocabularies, or a person's own words, which are marked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from onrecord.record.compile import Record
from onrecord.record.day_words import day_words
from onrecord.record.entry_words import (
    best_support,
    entry_days,
    entry_reports,
    entry_status,
    entry_when,
    later_report,
    source_words,
)
from onrecord.record.possible_days import possible_words
from onrecord.values.article import Article

type Json = Mapping[str, Any]

TITLE = "Chronology"
OWN_WORDS = "✎"
"""Stands before a person's own words."""
MOST_OTHERS = 20
"""Most further articles named under an entry; the others are counted."""
_SPACES = re.compile(r"[\t\n\v\f\r \x85\u2028\u2029]+")
_UNSEEN = re.compile("[\x80-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What no document may hold, and what would turn round the words after it."""
_PICTURES = {c: 0x2400 + c for c in range(32)} | {127: 0x2421}


@dataclass(frozen=True, slots=True)
class Citation:
    """Where words stand: outlet, headline, date and its basis, article and characters."""

    words: str
    address: str | None
    """A web address of the article."""


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
        reports=entry_reports(entry),
        source=_citation(record, entry["sentence"]),
        later=_citation(record, later) if later else None,
        others=tuple(_citation(record, anchor) for anchor in others[:MOST_OTHERS]),
        more=max(len(others) - MOST_OTHERS, 0),
    )


def _other_articles(entry: Json) -> list[Json]:
    """The first supporting sentence of each article but that of the quoted one."""
    first: dict[str, Json] = {}
    for support in entry["support"]:
        if support["article"] != entry["sentence"]["article"]:
            first.setdefault(support["article"], support)
    return list(first.values())


def _citation(record: Record, anchor: Json) -> Citation:
    article = record.lookups.article(anchor["article"])
    outlet = article.outlet.value if article.outlet else None
    agency = article.agency.value if article.agency else None
    named = f"{outlet} ({agency})" if outlet and agency and agency != outlet else outlet or agency
    parts = [
        named or "outlet unknown",
        f"“{article.headline.value}”" if article.headline else "",
        _published(article),
        f"{article.name}, characters {anchor['start']}–{anchor['end']}",
    ]
    return Citation(one_line(", ".join(filter(None, parts))), _web_address(article.address))


def _published(article: Article) -> str:
    dating = article.published
    if not dating.days.known:
        return "date unknown"
    if dating.days.exact and dating.days.first:
        return f"{day_words(dating.days.first)} ({dating.basis.value})"
    return f"{possible_words(dating.days, dating.weekdays)} ({dating.basis.value})"


def _web_address(address: str | None) -> str | None:
    """The address where it can be followed and stands in a document as it is."""
    if address is None or re.search(r"[\s<>\"\\^`{|}\x00-\x20\x7f-\x9f]", address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    known = parts.scheme.lower() in {"http", "https"} and parts.netloc
    return _UNSEEN.sub("", address) if known else None


def one_line(text: str) -> str:
    """Words on one line, as they are, but for what no document can hold: control characters become
    their pictures, lone surrogates and marks that turn the direction of text U+FFFD."""
    folded = _SPACES.sub(" ", text).strip(" ")
    return _UNSEEN.sub("\ufffd", folded.translate(_PICTURES))


def _counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
