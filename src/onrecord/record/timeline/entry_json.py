"""One entry of the timeline as the JSON of the record has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.record.agreement.counting import agreement_of
from onrecord.record.timeline.best_sentence import best_telling
from onrecord.record.timeline.content import Contents
from onrecord.record.timeline.precision import length_of
from onrecord.record.timeline.settled import LaterTellings
from onrecord.record.timeline.standing import AHEAD, later_report, status_of_entry
from onrecord.record.timeline.telling import LEADING, Telling
from onrecord.record.timeline.weight import weight_of
from onrecord.record.timeline.why import why_one
from onrecord.values.ids import group_id
from onrecord.values.spans import Span

type Json = dict[str, Any]


def entry_json(group: Sequence[Telling], later: LaterTellings, contents: Contents) -> Json:
    """The entry of one group of tellings.

    Args:
        group: tellings of one event; one or more are dated.
        later: where a later report of an announced event is looked for.
        contents: contents of events.
    """
    tellings = sorted(group, key=lambda one: one.order)
    dated = [one for one in tellings if one.event.time is not None]
    finest = min(dated, key=lambda one: (length_of(one.days), one.order))
    status = status_of_entry(tellings)
    best = best_telling(tellings, status, contents)
    report, sought = later_report(tellings, status)
    if sought and report is None:
        announced = _announced(tellings)
        report = later.after(announced)
        sought = report is not None or later.sought(announced, finest.days)
    agreement = agreement_of([one.teller for one in tellings])
    origins = [teller["origin"] for teller in agreement["tellers"]]
    articles = {one.article for one in tellings}
    leading = sum(one.role in LEADING for one in tellings)
    return {
        "id": group_id("timeline", [one.id for one in tellings]),
        "first": finest.days.first.isoformat() if finest.days.first else None,
        "last": finest.days.last.isoformat() if finest.days.last else None,
        "value": finest.value or None,
        "part": finest.part or None,
        "status": status.value,
        "sentence": _sentence(best),
        "expression": _expression(best),
        "support": _support(tellings),
        "articles": len(articles),
        "origins": len(origins),
        "origin_names": origins,
        "weight": weight_of(origins=len(origins), articles=len(articles), leading=leading),
        "later_report": _sentence(report) if report is not None else None,
        "later_report_sought": sought,
        "why": why_one(tellings),
        "agreement": agreement,
    }


def entry_order(entry: Json) -> tuple[str, str, str]:
    """Sort key: first or last day, last day, id."""
    return (entry["first"] or entry["last"] or "~", entry["last"] or "~", entry["id"])


def _announced(tellings: Sequence[Telling]) -> Telling:
    return next(one for one in tellings if one.status in AHEAD)


def _sentence(one: Telling) -> Json:
    span = one.event.sentence
    return {"article": one.article, "start": span.start, "end": span.end, "text": one.sentence}


def _expression(one: Telling) -> Json | None:
    time, sentence = one.event.time, one.event.sentence
    if time is None or not sentence.start <= time.start < time.end <= sentence.end:
        return None
    text = one.sentence[time.start - sentence.start : time.end - sentence.start]
    return {"article": one.article, "start": time.start, "end": time.end, "text": text}


def _support(tellings: Sequence[Telling]) -> list[Json]:
    """One item a sentence; where two clauses of it tell the event, the first that is dated."""
    found: dict[tuple[str, Span], Telling] = {}
    for one in tellings:
        key = (one.article, one.event.sentence)
        if key not in found or (found[key].event.time is None and one.event.time is not None):
            found[key] = one
    return [
        _sentence(one)
        | {
            "clause": [one.event.clause.start, one.event.clause.end],
            "time": _place(one.event.time),
            "status": one.event.status.value,
            "source": _place(one.event.source),
        }
        for one in found.values()
    ]


def _place(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None
