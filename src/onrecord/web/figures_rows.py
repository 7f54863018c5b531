"""The rows of a series: every report with its words, its days and who gives it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from onrecord.values.days import DayInterval
from onrecord.values.figures import AsOf
from onrecord.values.vocabulary import FigureKind
from onrecord.web.agreement import Reports, reported_words, reports_of
from onrecord.web.charts_reports import Report
from onrecord.web.datewords import DateWords, interval_words, read_days
from onrecord.web.figures_chosen import MOST_FEET
from onrecord.web.figures_feet import FigureFeet, FigureFoot
from onrecord.web.figures_grouped import Row, sentence_of
from onrecord.web.figures_words import amount_words, reading, unusual_mood
from onrecord.web.index import RecordIndex, SourceTag, published, short_name, source_tag
from onrecord.web.quotes import Quote, quote
from onrecord.web.tellers import Tellers

type Json = Mapping[str, Any]

_WHOLE = 190
"""Sentences up to so many characters are shown whole in a row."""
_BEFORE, _AFTER = 80, 100
"""Of a longer one, characters shown beside the figure."""
_MOST_TAGS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Articles that count as one origin."""

    tags: tuple[SourceTag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One figure as it is shown wherever it stands: its words, its number, its days."""

    key: str
    href: str
    when: DateWords
    expression: str
    """The words that tell the days; empty where the page may not show them."""
    basis: str
    """What the days rest on, where no words tell them."""
    words: Quote
    value: str
    mood: str
    """`planned`, `denied` and so on; else empty."""
    held: bool
    source: SourceTag


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Why a report stands in the series."""

    why: str
    other: SourceTag


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """Reports that print the same sentence."""

    reported: Reported
    whole: Quote | None
    """The sentence, where the row shows a part."""
    origins: tuple[Origin, ...]
    more: int
    """Articles that are not named."""
    told: Reports | None
    """The tellers as the record counts them; then it stands for the two above."""
    reading: str
    """`2 origins, 3 articles`: who tells its number; on the first of several rows that do."""
    stories: str
    said_by: tuple[str, ...]
    feet: tuple[FigureFoot, ...]
    more_feet: int
    joined: tuple[Joined, ...]


class FigureRows:
    """Reads the figures of a record as rows."""

    def __init__(self, index: RecordIndex) -> None:
        self.index = index
        self.feet = FigureFeet(index)
        self._tellers = Tellers(index.record)
        self._times = {
            (t["article"], t["start"], t["end"]): t for t in index.record.get("times") or ()
        }

    def rows(self, series: Json) -> Iterator[RowView]:
        """The rows of a series as far as it stands on the page."""
        why: dict[str, list[Json]] = defaultdict(list)
        for link in series.get("why") or ():
            why[link["right"]].append(link)
        by_report = is_by_report(series)
        rows = self.index.figures.rows.get(series["id"], ())
        if by_report:
            rows = tuple(sorted(rows, key=lambda row: str(self.last_day(row[0]) or "~")))
        agreed = {f: r["agreement"] for r in series.get("readings") or () for f in r["figures"]}
        seen: set[int] = set()
        for row in rows:
            links = [link for figure in row for link in why[figure["id"]]]
            view = self._row(row, links, by_report=by_report)
            agreement = agreed.get(row[0]["id"])
            yield self._with_tellers(view, row, agreement, is_first=id(agreement) not in seen)
            seen.add(id(agreement))

    def _with_tellers(
        self, view: RowView, row: Row, agreement: Json | None, *, is_first: bool
    ) -> RowView:
        """The row with its tellers as the record counts them; on its first row what is said of
        a number."""
        places: dict[str, int] = {}
        for figure in row:
            places.setdefault(figure["article"], figure["start"])
        told = reports_of(self.index, agreement, places, _MOST_TAGS)
        if told is None or agreement is None:
            return view
        words = reported_words(agreement) if is_first and agreement["articles"] > 1 else ""
        told = told if is_first else replace(told, marks=())
        return replace(view, told=told, reading=words)

    def reported(self, figure: Json, *, by_report: bool = False) -> Reported:
        """One figure with the days for which it is told, or with those of its report."""
        days = published(self._article(figure)) if by_report else read_days(figure["as_of"])
        words = "" if by_report else self.feet.expression(figure)
        basis = str((figure.get("as_of") or {}).get("basis") or "")
        return Reported(
            key=self.index.figures.keys.get(figure["id"], ""),
            href=self.href(figure),
            when=interval_words(days),
            expression=words,
            basis="" if figure.get("time") or by_report else basis,
            words=self.quote(figure),
            value=reading(figure),
            mood=unusual_mood(figure["modality"]),
            held=is_held(figure),
            source=source_tag(self.index, figure["article"], figure["start"]),
        )

    def href(self, figure: Json) -> str:
        """Fragment of the row of a figure; where the page has none of its sentence."""
        key = self.index.figures.keys.get(figure["id"])
        return f"#{key}" if key else self.index.href(figure["article"], figure["start"]) or ""

    def days(self, figure: Json) -> DayInterval:
        """On which days a chart places a figure: a count when it was reported, else as of when."""
        return published(self._article(figure)) if is_count(figure) else read_days(figure["as_of"])

    def anchor(self, figure: Json) -> DayInterval:
        """The days at which a chart has its mark: of what held, the last."""
        days = self.days(figure)
        return DayInterval.on(days.last) if is_held(figure) and days.last else days

    def last_day(self, figure: Json) -> date | None:
        """The last day on which a figure may have been told."""
        return self.anchor(figure).last or self.anchor(figure).first

    def _article(self, figure: Json) -> Json:
        return self.index.by_id[figure["article"]]

    def quote(self, figure: Json) -> Quote:
        """The words around a figure, itself marked."""
        article = self._article(figure)
        start, end = sentence_of(article, figure)
        left, right = _window(article["text"], (start, end), figure)
        mark = [(figure["start"], figure["end"])]
        found = quote(self.index, figure["article"], (left, right), mark)
        return replace(
            found,
            cut_before=bool(found.pieces) and (found.cut_before or left > start),
            cut_after=bool(found.pieces) and (found.cut_after or right < end),
        )

    def report(self, figure: Json) -> Report:
        """A figure as the chart has it."""
        printed = self.feet.printed_number(figure)
        source = short_name(self._article(figure))
        value = reading(figure)
        when = interval_words(self.days(figure)).words
        return Report(
            id=figure["id"],
            href=self.href(figure),
            low=figure["low"],
            high=figure["high"],
            bound=figure["bound"],
            days=self.days(figure),
            since=self._since(figure),
            printed=printed,
            computed=amount_words(figure["low"], figure["high"], figure["bound"]),
            source=source,
            title=f"{value}, {when}, {source}",
        )

    def _since(self, figure: Json) -> DayInterval | None:
        """The days since which a source says that a level held."""
        if not is_held(figure):
            return None
        first = read_days(figure["as_of"]).first
        time = figure.get("time")
        told = self._times.get((figure["article"], time[0], time[1])) if time else None
        days = read_days(told)
        return days if days.last else DayInterval.on(first) if first else None

    def _row(self, row: Row, links: Sequence[Json], *, by_report: bool) -> RowView:
        first = row[0]
        reported = self.reported(first, by_report=by_report)
        origins, more = self._origins(row)
        speakers = (self.feet.said_by(figure) for figure in row)
        by_id = self.index.figures.by_id
        return RowView(
            reported=reported,
            whole=self._whole(first, reported.words),
            origins=origins,
            more=more,
            told=None,
            reading="",
            stories=self.index.stories.tags(figure["article"] for figure in row),
            said_by=tuple(dict.fromkeys(name for name in speakers if name)),
            feet=tuple(map(self.feet.foot, row[:MOST_FEET])),
            more_feet=max(0, len(row) - MOST_FEET),
            joined=tuple(
                Joined(
                    why=str(link["why"]),
                    other=source_tag(
                        self.index,
                        by_id[link["left"]]["article"],
                        by_id[link["left"]]["start"],
                    ),
                )
                for link in links[:1]
                if link["left"] in by_id
            ),
        )

    def _whole(self, figure: Json, words: Quote) -> Quote | None:
        """The whole sentence, where a row shows less of it."""
        if not (words.cut_before or words.cut_after):
            return None
        article = self._article(figure)
        marks = [(figure["start"], figure["end"])]
        if figure.get("counted_at"):
            marks.append((figure["counted_at"][0], figure["counted_at"][1]))
        return quote(self.index, figure["article"], sentence_of(article, figure), marks)

    def _origins(self, row: Row) -> tuple[tuple[Origin, ...], int]:
        """The origins of a row with their articles, and how many articles are not named."""
        places: dict[str, dict[str, int]] = defaultdict(dict)
        for figure in row:
            key = self._tellers.of(figure["article"])
            places[key].setdefault(figure["article"], figure["start"])
        origins, room = [], _MOST_TAGS
        for articles in places.values():
            listed = list(articles.items())[:room]
            room -= len(listed)
            if listed:
                tags = tuple(source_tag(self.index, a, start) for a, start in listed)
                origins.append(Origin(tags=tags))
        return tuple(origins), sum(map(len, places.values())) - (_MOST_TAGS - room)


def is_count(figure: Json) -> bool:
    """Whether a figure counts occurrences: its days are those of the report."""
    return bool(figure["kind"] == FigureKind.COUNT)


def is_by_report(series: Json) -> bool:
    """Whether a series goes by the days of its reports: several of one count."""
    return bool(series["kind"] == FigureKind.COUNT) and len(series["points"]) > 1


def is_held(figure: Json) -> bool:
    """Whether a source says that a level held since some time."""
    as_of = figure.get("as_of") or {}
    return not is_count(figure) and as_of.get("how") == AsOf.SINCE


def _window(text: str, sentence: tuple[int, int], figure: Json) -> tuple[int, int]:
    """The part of a sentence beside a figure, from word to word; all of a short one."""
    start, end = sentence
    if end - start <= _WHOLE:
        return start, end
    left, right = max(start, figure["start"] - _BEFORE), min(end, figure["end"] + _AFTER)
    while start < left < figure["start"] and not text[left - 1].isspace():
        left += 1
    while figure["end"] < right < end and not text[right].isspace():
        right -= 1
    return left, right
