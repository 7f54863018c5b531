"""Mentions and attributions in the record file: as rows and as values."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from onrecord.store.since import is_older
from onrecord.values.attributions import Attribution
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind, EntityType, Sourcing, Stance

_SINCE = 4
"""Schema from which on attributions, and what is told of a mention, are kept; an older file, opened
for reading only, holds neither."""

_BEFORE = ("source", "cue", "speaker")
_AFTER = ("description", "condition", "organisation", "through", "time")


def save_mentions(connection: sqlite3.Connection, number: int, mentions: Iterable[Mention]) -> None:
    """Keep the mentions of an article, by its internal number."""
    connection.executemany(
        "INSERT OR IGNORE INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(number, m.span.start, m.span.end, m.type.value, m.label),
                *(*_ends(m.title), *_ends(m.description), m.gender, _listed(m.cues)),
            )
            for m in mentions
        ],
    )


def load_mentions(connection: sqlite3.Connection, number: int) -> Iterator[Mention]:
    """The mentions of an article in order of their place."""
    told = not is_older(connection, _SINCE)
    for row in connection.execute(
        "SELECT * FROM mention WHERE article = ? ORDER BY start", (number,)
    ):
        span, type_ = Span(row["start"], row["end"]), EntityType(row["type"])
        if not told:
            yield Mention(span, type_)
            continue
        yield Mention(
            span,
            type_,
            label=row["label"],
            title=_span(row, "title"),
            description=_span(row, "description"),
            gender=row["gender"],
            cues=() if row["cues"] == "[]" else tuple(json.loads(row["cues"])),
        )


def save_attributions(
    connection: sqlite3.Connection, number: int, attributions: Iterable[Attribution]
) -> None:
    """Keep the attributions of an article, by its internal number."""
    marks = ", ".join("?" * 29)
    connection.executemany(
        f"INSERT OR IGNORE INTO attribution VALUES ({marks})",
        [(number, *_row(one)) for one in attributions],
    )


def _row(one: Attribution) -> tuple[str | int | None, ...]:
    return (
        *(one.extent.start, one.extent.end, _spans(one.content)),
        *(one.kind.value, one.sourcing.value, one.stance.value),
        *(end for name in _BEFORE for end in _ends(getattr(one, name))),
        *(one.speaker_why, _spans(one.co_speakers)),
        *(end for name in _AFTER for end in _ends(getattr(one, name))),
        *(int(one.by_occasion), *_ends(one.within), one.why),
    )


def load_attributions(connection: sqlite3.Connection, number: int) -> Iterator[Attribution]:
    """The attributions of an article in order of their place, longer first."""
    if is_older(connection, _SINCE):
        return
    for row in connection.execute(
        "SELECT * FROM attribution WHERE article = ? ORDER BY start, end DESC", (number,)
    ):
        yield Attribution(
            content=_parts(row["content"]),
            kind=AttributionKind(row["kind"]),
            sourcing=Sourcing(row["sourcing"]),
            stance=Stance(row["stance"]),
            speaker_why=row["speaker_why"],
            co_speakers=_parts(row["co_speakers"]),
            by_occasion=bool(row["by_occasion"]),
            why=row["why"],
            **{name: _span(row, name) for name in (*_BEFORE, *_AFTER, "within")},
        )


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span is not None else (None, None)


def _span(row: sqlite3.Row, what: str) -> Span | None:
    start = row[f"{what}_start"]
    return Span(start, row[f"{what}_end"]) if start is not None else None


def _listed(words: tuple[str, ...]) -> str:
    return json.dumps(list(words), ensure_ascii=False, separators=(",", ":"))


def _spans(spans: tuple[Span, ...]) -> str:
    return json.dumps([[span.start, span.end] for span in spans], separators=(",", ":"))


def _parts(listed: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(listed))
