"""Rows of figures: reports of a series that print the same sentence stand in one."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from onrecord.text.folding import fold
from onrecord.values.vocabulary import FigureKind

type Json = Mapping[str, Any]
type Row = tuple[Json, ...]
"""Figures of one series that print the same sentence with the same number and days."""

MOST_ROWS = 1600
"""Most rows of figures on a page: what has a chart first, then what is told most."""


class RowMaker:
    """Makes rows of series as long as the page has room."""

    def __init__(self, by_id: Mapping[str, Json], articles: Mapping[str, Json]) -> None:
        self._by_id = by_id
        self._articles = articles
        self._room = MOST_ROWS
        self.rows: dict[str, tuple[Row, ...]] = {}
        """By id of the series, in its order."""
        self.more: dict[str, int] = {}
        """Reports that found no room, by id of the series."""

    def add(self, series: Json, most: int, kept: Collection[str] = ()) -> bool:
        """Make the rows of a series; False where the page has no room for it.

        Args:
            series: as exported.
            most: its most rows.
            kept: ids of figures whose rows stand before others.
        """
        if series["id"] in self.rows:
            return True
        grouped: dict[tuple[object, ...], list[Json]] = defaultdict(list)
        for point in series["points"]:
            if point in self._by_id:
                figure = self._by_id[point]
                grouped[_same(figure, self._articles[figure["article"]])].append(figure)
        every = [tuple(group) for group in grouped.values()]
        most = min(most, self._room)
        if most == 0:
            return False
        ranked = sorted(every, key=lambda row: (all(f["id"] not in kept for f in row), -len(row)))
        chosen = {row[0]["id"] for row in ranked[:most]}
        rows = tuple(row for row in every if row[0]["id"] in chosen)
        self.rows[series["id"]] = rows
        self._room -= len(rows)
        if len(every) > len(rows):
            self.more[series["id"]] = sum(map(len, every)) - sum(map(len, rows))
        return True


def _same(figure: Json, article: Json) -> tuple[object, ...]:
    """Equal for reports that print the same words and were read the same."""
    start, end = sentence_of(article, figure)
    count = figure["kind"] == FigureKind.COUNT
    as_of = figure.get("as_of") or {}
    days = () if count else (as_of.get("first"), as_of.get("last"))
    amount = (figure["low"], figure["high"], figure["bound"], figure["start"] - start)
    return (*amount, *days, fold(article["text"][start:end]))


def sentence_of(article: Json, figure: Json) -> tuple[int, int]:
    """[start, end) of the sentence that prints a figure; where none does its own words."""
    sentences = article.get("sentences") or ()
    at = bisect_right(sentences, figure["start"], key=lambda sentence: sentence[0]) - 1
    if at >= 0 and sentences[at][0] <= figure["start"] and figure["end"] <= sentences[at][1]:
        return sentences[at][0], sentences[at][1]
    return figure["start"], figure["end"]


def told_first(
    series: Iterable[Json], by_id: Mapping[str, Json], fronts: Mapping[str, int]
) -> list[Json]:
    """Series of one report, those told at the head of an article before the others.

    Args:
        series: in the order of the record.
        by_id: figures by id.
        fronts: where the first paragraph of the running text ends, by id of the article.
    """

    def place(one: Json) -> bool:
        figure = by_id[next(p for p in one["points"] if p in by_id)]
        return bool(figure["start"] >= fronts.get(figure["article"], 0))

    return sorted(series, key=place)
