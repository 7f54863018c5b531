"""What a timeline entry says of itself in words: when, how it stands, how often it was reported.

Computed words only; what is quoted comes from the entry's anchors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from onrecord.record.agreement_words import agreement_words
from onrecord.record.day_words import interval_words, read_days
from onrecord.values.days import DayInterval
from onrecord.values.time_values import days_of
from onrecord.values.vocabulary import EventStatus

type Json = Mapping[str, Any]

_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_PART_OF_YEAR = re.compile(r"(\d{4})-([QH]\d)")
_DECADE = re.compile(r"\d{3}")
_PARTS = frozenset({"early", "mid", "late"})


def entry_days(entry: Json) -> DayInterval:
    """The days of an entry, open where nothing bounds them."""
    return read_days(entry)


def entry_when(entry: Json) -> str:
    """When it was, no more exact than it is known: `20 Aug 2020`, `late 2017`, `summer 2014`,
    `1 May – 14 Aug 2020`, `until 3 Mar 2021`, `date unknown`."""
    days, value, part = entry_days(entry), entry.get("value") or "", entry.get("part")
    if part in _PARTS and days_of(value).known:
        return f"{part} {_unit_words(value, days_of(value))}"
    return _unit_words(value, days) if days_of(value) == days else interval_words(days).words


def _unit_words(value: str, days: DayInterval) -> str:
    if season := _SEASON.fullmatch(value):
        year, name = season.groups()
        after = f"/{(int(year) + 1) % 100:02}" if name == "WI" else ""
        return f"{_SEASONS[name]} {year}{after}"
    if part := _PART_OF_YEAR.fullmatch(value):
        return f"{part[2]} {part[1]}"
    if _DECADE.fullmatch(value):
        return f"{value}0s"
    return interval_words(days).words


def entry_when_iso(entry: Json) -> str:
    """As `entry_when`, in ISO days where it is days: `2020-08-20`, `2020-08`, `late 2017`,
    `2020-05-01..2020-08-14`, `..2021-03-03`, `undated`."""
    days, value = entry_days(entry), entry.get("value") or ""
    if not days.known:
        return "undated"
    words = entry_when(entry)
    if entry.get("part") in _PARTS or words != interval_words(days).words:
        return words
    if days.exact:
        return str(days.first)
    if days_of(value) == days and re.fullmatch(r"\d{4}(-\d\d)?", value):
        return str(value)
    return f"{days.first or ''}..{days.last or ''}"


def entry_status(entry: Json) -> str:
    """`reported as scheduled`; empty where it is reported as happened."""
    status = entry["status"]
    return "" if status == EventStatus.HAPPENED else f"reported as {status}"


def entry_reports(entry: Json) -> str:
    """`2 origins, 3 articles`."""
    return f"{_counted(entry['origins'], 'origin')}, {_counted(entry['articles'], 'article')}"


def entry_agreement(entry: Json) -> str:
    """`reported by 2 origins (3 outlets): Elm Wire; Lorne Gazette`, with its marks; of a record
    without agreement as `entry_reports`."""
    agreement = entry.get("agreement")
    return agreement_words(agreement) if agreement else entry_reports(entry)


def later_report(entry: Json) -> str:
    """`later report: none found` where one was looked for in vain; empty else."""
    sought = entry.get("later_report") is None and entry.get("later_report_sought")
    return "later report: none found" if sought else ""


def source_words(support: Json, text: str | None) -> str | None:
    """The words that name who is said to have said it; None where nobody is, or they are not at
    hand.

    Args:
        support: a supporting sentence with the place of its `source`.
        text: kept text of its article; without it only a source inside of the sentence is read.
    """
    place = support.get("source")
    if not place:
        return None
    start, end = place
    if text is not None:
        return text[start:end] or None
    if support["start"] <= start < end <= support["end"]:
        words: str = support["text"][start - support["start"] : end - support["start"]]
        return words
    return None


def best_support(entry: Json) -> Json:
    """Of the supporting sentences the one that is quoted, with what is known of it."""
    quoted = entry["sentence"]
    for support in entry["support"]:
        if all(support[key] == quoted[key] for key in ("article", "start", "end")):
            found: Json = support
            return found
    return dict(quoted)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
