"""The timeline section: what happened when, in whose words, as reported by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from onrecord.record.entry_words import (
    best_support,
    entry_days,
    entry_reports,
    entry_status,
    entry_when,
    later_report,
)
from onrecord.values.time_values import days_of
from onrecord.values.vocabulary import DifferenceReason
from onrecord.web.agreement import Told
from onrecord.web.datewords import DateWords
from onrecord.web.entries import Json
from onrecord.web.entry_evidence import Evidence, Foot, Others, Witness
from onrecord.web.entry_sources import Origins
from onrecord.web.gauge import Gauge, gauge
from onrecord.web.index import RecordIndex
from onrecord.web.quotes import Quote

_TOGETHER = 6
"""Years of few entries stand under one heading, with at most this many entries."""
_FEW = 2
_MONTH_OR_YEAR = re.compile(r"\d{4}(-\d\d)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One entry, closed and opened."""

    key: str
    size: str
    when: DateWords
    expression: str
    """The printed words that date it; empty where there are none, or the page has no words."""
    language: str | None
    gauge: Gauge
    sentence: Quote
    own: Foot
    """Where the sentence stands, who is said to have said it, and its chain."""
    others: Others
    """The other sentences that report it."""
    later: Evidence | None
    """The report that it took place or was called off."""
    later_none: str
    """`later report: none found`, where one was looked for; else empty."""
    status: str
    """`reported as scheduled`; empty where it is reported as happened."""
    said_by: str | None
    reports: str
    sources: tuple[Told, ...]
    more_sources: int
    marks: tuple[str, ...]
    """`single origin`, `unnamed sources only` and the like."""
    differences: tuple[EntryDifference, ...]
    stories: str
    why: str
    kept: bool
    note: str


@dataclass(frozen=True, slots=True)
class EntryDifference:
    """How reports of an entry differ."""

    reason: str
    slot: str
    href: str
    is_conflict: bool


@dataclass(frozen=True, slots=True)
class Years:
    """The entries of a year, of some years with few of them, or without a date."""

    label: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A way in which gauges of the section are drawn, and what it means."""

    gauge: Gauge
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The section."""

    looked_for: bool
    legend: tuple[LegendItem, ...]
    years: tuple[Years, ...]
    total: int
    more: int
    """Entries for which the page has no room."""
    hidden: int
    """Entries that a person hides."""
    kept: int
    """Entries that a person keeps."""


def list_entries(index: RecordIndex) -> Timeline:
    """The timeline as the page shows it."""
    chosen = index.timeline
    witness, origins = Witness(index), Origins(index)
    years = tuple(
        Years(label, tuple(_entry(index, witness, origins, entry) for entry in entries))
        for label, entries in _by_year(chosen.entries)
    )
    return Timeline(
        looked_for=chosen.looked_for,
        legend=tuple(_legend([entry.gauge for year in years for entry in year.entries])),
        years=years,
        total=len(chosen.all),
        more=chosen.more,
        hidden=chosen.hidden,
        kept=sum(1 for entry in chosen.all if entry.get("kept")),
    )


def _legend(gauges: Sequence[Gauge]) -> Iterator[LegendItem]:
    """What the drawings mean, of those that are there."""
    bar = Gauge(start="35%", width="25%", end="60%")
    if any(g.dot and not g.look for g in gauges):
        yield LegendItem(Gauge(dot="50%"), "a day, in its year")
    if any(g.start and not g.look for g in gauges):
        yield LegendItem(bar, "within these days")
    if any(g.fade for g in gauges):
        yield LegendItem(Gauge(start="40%", width="60%", end="100%", fade="l"), "border not stated")
    for look, words in (("hollow", "scheduled"), ("dashed", "anticipated")):
        if any(g.look == look for g in gauges):
            yield LegendItem(replace(bar, look=look), words)
    if any(g.look == "struck" for g in gauges):
        yield LegendItem(Gauge(dot="50%", look="struck"), "cancelled or denied")


def _by_year(entries: Sequence[Json]) -> Iterator[tuple[str, list[Json]]]:
    """Entries under the year of their first possible day; neighbours with few of them join."""
    label_from, label_to, held = "", "", list[Json]()
    few = True
    for year, group in groupby(entries, key=_year):
        here = list(group)
        joins = few and len(here) <= _FEW and year and len(held) + len(here) <= _TOGETHER
        if held and not joins:
            yield _label(label_from, label_to), held
            held, few = [], True
        label_from, label_to = (label_from, year) if held else (year, year)
        held += here
        few = few and len(here) <= _FEW and bool(year)
    if held:
        yield _label(label_from, label_to), held


def _year(entry: Json) -> str:
    days = entry_days(entry)
    day = days.first or days.last
    return str(day.year) if day else ""


def _label(first: str, last: str) -> str:
    return (first if first == last else f"{first}–{last}") or "date unknown"


def _entry(index: RecordIndex, witness: Witness, origins: Origins, entry: Json) -> EntryView:
    best = best_support(entry)
    expression = entry.get("expression")
    reports = origins.reports(entry)
    others = witness.others(entry, best)
    sentence = witness.quote(best)
    own = witness.foot(best, entry["status"])
    later = entry.get("later_report")
    return EntryView(
        key=index.timeline.keys[entry["id"]],
        size=index.timeline.sizes[entry["id"]],
        when=_when(entry),
        expression=witness.words(expression) if expression else "",
        language=sentence.language,
        gauge=gauge(entry_days(entry), entry.get("part"), entry["status"]),
        sentence=sentence,
        own=own,
        others=others,
        later=witness.evidence([later]) if later else None,
        later_none=_later_none(entry),
        status=entry_status(entry),
        said_by=_said_by(own, others),
        reports=entry_reports(entry),
        sources=reports.told,
        more_sources=reports.more,
        marks=reports.marks,
        differences=_differences(index, entry),
        stories=index.stories.tags(s["article"] for s in entry["support"]),
        why=(entry.get("why") or "") if len(entry["support"]) > 1 else "",
        kept=bool(entry.get("kept")),
        note=entry.get("note") or "",
    )


def _differences(index: RecordIndex, entry: Json) -> tuple[EntryDifference, ...]:
    """What differs between the reports of an entry: each kind once, conflicts first."""
    found: dict[tuple[str, str], EntryDifference] = {}
    for each in index.differences.about.get(entry["id"], ()):
        reason, slot = str(each["reason"]), str(each.get("slot") or "")
        href = f"#{index.differences.keys[each['id']]}"
        conflict = reason == DifferenceReason.CONFLICT
        found.setdefault((reason, slot), EntryDifference(reason, slot, href, conflict))
    return tuple(found.values())


def _when(entry: Json) -> DateWords:
    """The words of the date, with the machine form where HTML has one for what is known."""
    words, days, value = entry_when(entry), entry_days(entry), entry.get("value") or ""
    if days.exact and days.first:
        return DateWords(words, days.first.isoformat())
    named = _MONTH_OR_YEAR.fullmatch(value) and (entry.get("part") or days_of(value) == days)
    return DateWords(words, value if named else None)


def _later_none(entry: Json) -> str:
    if entry["status"] not in ("scheduled", "anticipated") or entry.get("later_report"):
        return ""
    return later_report(entry)


def _said_by(own: Foot, others: Others) -> str | None:
    """Who is said to have said it: of the sentence shown, else of another; see `Foot`."""
    feet = (own, *others.copies, *(foot for each in others.evidence for foot in each.feet))
    return next((foot.said_by for foot in feet if foot.said_by is not None), None)
