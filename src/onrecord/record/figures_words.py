"""What a series and its reports say of themselves in words: kind, days, how many reports.

Computed words, words of the closed vocabularies and printed words, these between quotation marks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.record.day_words import day_count, read_days
from onrecord.text.folding import fold_words
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import FigureKind

type Row = Mapping[str, Any]

_PRINTED = "expression"
_LONG = 1_000_000
"""More days than any interval has that is closed on both sides."""
ACTUAL = "actual"


def as_of_words(point: Row) -> str:
    """As of when, in ISO days, with the words that say so or what else bounds it: `2020-08-20
    “on Thursday”`; `2020-08-15..2020-08-21 (publication)`; `undated`."""
    days = _as_of(point)
    if not days.known:
        return "undated"
    shown = str(days.first) if days.exact else f"{days.first or ''}..{days.last or ''}"
    return f"{shown}{_rests_on(point)}"


def _as_of(point: Row) -> DayInterval:
    return read_days({"first": point["as_of_first"], "last": point["as_of_last"]})


def _rests_on(point: Row) -> str:
    basis, printed = point["as_of_basis"], point.get("expression")
    if printed and basis == _PRINTED:
        return f" “{printed}”"
    return "" if basis == _PRINTED else f" ({basis})"


def kind_words(row: Row) -> str:
    """What kind of number a series has, in which unit, what became of those who are counted, and
    how it is meant: `count, killed`, `money, USD`, `level, barrel per day, planned`."""
    unit = " per ".join(filter(None, (row["unit"] or "", row["per"] or "")))
    if row["per"] and not row["unit"]:
        unit = f"per {row['per']}"
    modality = "" if row["modality"] == ACTUAL else row["modality"]
    return ", ".join(filter(None, (row["kind"], unit, row["outcome"], modality)))


def figure_words(point: Row, key: str = "words") -> str:
    """The printed words of a figure between quotation marks; behind a change which way it went."""
    direction = point.get("direction")
    return f"“{point[key]}” {direction}" if direction else f"“{point[key]}”"


def range_words(row: Row) -> str:
    """The lowest and the highest number as printed: `“roughly 5,000” to “5,200”`; empty where all
    reports print one number or none can be compared."""
    lowest, highest = row["lowest"], row["highest"]
    if lowest is None or row["low"] == row["high"]:
        return ""
    return f"{figure_words(lowest, 'printed')} to {figure_words(highest, 'printed')}"


def equal_reports(points: Sequence[Row]) -> list[list[Row]]:
    """The reports of a series, those together that give one number as of the same days and by the
    same source, in order of their first.

    Of a count all reports are of one period or event, so that their days need not be the same. What
    an article gives without a source, in its headline say, stands with what it gives with one.
    """
    groups: dict[tuple[object, ...], list[Row]] = {}
    sourced = {
        (point["article"], _number(point)): _source(point)
        for point in points[::-1]
        if point["source"]
    }
    for point in points:
        source = _source(point) or sourced.get((point["article"], _number(point)), ())
        groups.setdefault((_number(point), source), []).append(point)
    return list(groups.values())


def telling_report(same: Sequence[Row]) -> Row:
    """Of equal reports the first of those that have a source and the most exact days."""
    return min(same, key=_exactness)


def _number(point: Row) -> tuple[object, ...]:
    """What makes two reports of a series one but for who gives them."""
    days = () if point["kind"] == FigureKind.COUNT else (point["as_of_first"], point["as_of_last"])
    number = [point[key] for key in ("low", "high", "bound", "direction", "unit")]
    words = () if number[0] or number[1] else tuple(fold_words(point["words"]))
    return (*number, words, *days)


def _source(point: Row) -> tuple[str, ...]:
    return tuple(fold_words(point["source"] or ""))


def _exactness(point: Row) -> tuple[bool, int]:
    """Least for what has a source and the fewest days."""
    length = day_count(_as_of(point))
    return point["source"] is None, length if length is not None else _LONG


def labels_of(points: Sequence[Row]) -> list[str]:
    """Labels of the articles that print them, each article once."""
    return list({point["article"]: point["label"] for point in points}.values())
