"""The earliest and the latest of what a speaker said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.values.vocabulary import Stance

type Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteEnds:
    """One speaker's earliest and latest utterance of those that were found."""

    speaker: str | None
    """Name; None for all whose sources have none."""
    earliest: Json
    latest: Json
    utterances: int
    """How many there are, dated."""
    rivals_earliest: int
    """Others that may be as early: their days overlap, or are the same."""
    rivals_latest: int


def ends_by_speaker(rows: Sequence[Json], *, unnamed: bool) -> list[QuoteEnds]:
    """Of each speaker the earliest and the latest, speakers in the order of their first.

    What is told as not said, or as what might be said, counts only where a speaker has nothing
    else.

    Args:
        rows: utterances in order of time; undated ones are passed over.
        unnamed: whether those without a speaker count as one; else they are passed over.
    """
    by_speaker: dict[str | None, list[Json]] = {}
    for row in rows:
        if (row["first"] or row["last"]) and (row["speaker"] or unnamed):
            by_speaker.setdefault(row["speaker"], []).append(row)
    return [_ends(_told_as_said(rows)) for rows in by_speaker.values()]


def _told_as_said(rows: Sequence[Json]) -> Sequence[Json]:
    return [row for row in rows if row["stance"] == Stance.SAID] or rows


def _ends(rows: Sequence[Json]) -> QuoteEnds:
    earliest = min(rows, key=lambda row: (_first(row), _last(row)))
    # Of the same days the last in order: it is the later one where one article tells both.
    latest = max(reversed(rows), key=lambda row: (_last(row), _first(row)))
    return QuoteEnds(
        speaker=rows[0]["speaker_name"] if rows[0]["speaker"] else None,
        earliest=earliest,
        latest=latest,
        utterances=len(rows),
        rivals_earliest=sum(_first(r) <= _last(earliest) for r in rows if r is not earliest),
        rivals_latest=sum(_last(r) >= _first(latest) for r in rows if r is not latest),
    )


def _first(row: Json) -> str:
    """Open on the left: it may be as early as can be."""
    return row["first"] or ""


def _last(row: Json) -> str:
    return row["last"] or "~"
