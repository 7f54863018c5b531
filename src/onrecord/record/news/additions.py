"""What one article adds, sentence by sentence: one item a sentence and kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from onrecord.lexicon.retold_weights import retold_weights
from onrecord.record.attributions_view import attribution_id
from onrecord.record.figures_view import figure_id
from onrecord.record.news.first_tellers import FirstTellers
from onrecord.record.news.heard import Heard
from onrecord.record.news.pile import Place
from onrecord.record.news.prose import is_whole, tells_what_happened
from onrecord.values.article import Article
from onrecord.values.attributions import Attribution
from onrecord.values.events import Event
from onrecord.values.figures import Figure
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.told_days import tell_days
from onrecord.values.vocabulary import FigureKind, Stance

type Json = dict[str, Any]

_COUNTED = frozenset(
    {FigureKind.LEVEL, FigureKind.CHANGE, FigureKind.COUNT, FigureKind.MONEY, FigureKind.SHARE}
)
_BACKGROUND = timedelta(days=90)
"""What happened longer before the publication is told as background."""


class Additions:
    """The items of one article; `take` its sentences in order, then `in_order`."""

    def __init__(
        self,
        article: Article,
        analysis: Analysis,
        heard: Heard,
        first: FirstTellers,
        text_of: Callable[[str], str],
    ) -> None:
        """With the article, its findings, what was told before, and the texts of articles."""
        self._text_of = text_of
        self._article, self._first, self._heard = article, first, heard
        self._said = _Placed([(one.extent.start, one) for one in analysis.attributions])
        self._events = _Placed([(one.predicate.start, one) for one in analysis.events])
        self._figures = _Placed([(one.number.start, one) for one in analysis.figures])
        told = tell_days(analysis.times, analysis.attributions, article.published.days)
        self._days = {one.span: r.days for one, r in zip(analysis.times, told.times, strict=True)}
        self._analysis = analysis
        self._own: list[str] = []
        self._items: list[Json] = []

    def take(self, sentence: Span, text_id: str, *, near: bool) -> None:
        """Take a sentence that was not told before.

        Args:
            sentence: its place.
            text_id: of what it tells.
            near: whether much of it was told before.
        """
        again = near or any(
            self._heard.inside(text_id, own) >= retold_weights().near for own in self._own
        )
        main = None if again else self._main(sentence)
        if main is not None:
            self._items.append(main)
            self._own.append(text_id)
        figure = self._figure(sentence, alone=main is None and not again)
        if figure is not None:
            self._items.append(figure)

    def in_order(self) -> list[Json]:
        """All items by anchor; what the article printed is known to the views from here on."""
        id_ = self._article.id
        for start, end, entity in self._first.names(id_):
            self._items.append(self._item("name", Span(start, end), "first-named", about=entity))
        for one, side, before in self._first.differences(id_):
            span = Span(side["start"], side["end"])
            item = self._item("difference", span, one["reason"], about=one["id"])
            self._items.append(item | {"before": before})
        for said in self._analysis.attributions:
            self._first.note_said(attribution_id(id_, said.extent))
        for figure in self._analysis.figures:
            span = figure.span
            self._first.note_figure(figure_id(id_, span), (id_, span.start, span.end))
        return sorted(
            self._items,
            key=lambda item: (item["anchor"]["start"], item["anchor"]["end"], item["kind"]),
        )

    def _main(self, sentence: Span) -> Json | None:
        """The event or statement that a new sentence tells."""
        if not is_whole(self._article.text, sentence):
            return self._entry(sentence)
        said = [one for one in self._said.within(sentence) if _is_said(one)]
        if said:
            about, told = self._first.utterance(attribution_id(self._article.id, said[0].extent))
            return None if told else self._item("statement", sentence, "not-said-before", about)
        entry = self._entry(sentence)
        if entry is not None or self._is_background(sentence):
            return entry
        if tells_what_happened(sentence.slice(self._article.text)):
            return self._item("event", sentence, "not-told-before")
        return None

    def _entry(self, sentence: Span) -> Json | None:
        """The event of the timeline that a sentence is first to tell."""
        found = self._first.entry((self._article.id, sentence.start, sentence.end))
        if found is None or not found[1] or self._is_background(sentence):
            return None
        return self._item("event", sentence, "first-of-entry", found[0])

    def _is_background(self, sentence: Span) -> bool:
        """Whether all that dates a sentence lies long before the publication."""
        published = self._article.published.days.first
        events: Sequence[Event] = [one for one in self._events.within(sentence) if one.time]
        if published is None or not events:
            return False
        lasts = [self._days[one.time].last for one in events if one.time in self._days]
        return bool(lasts) and all(
            last is not None and last < published - _BACKGROUND for last in lasts
        )

    def _figure(self, sentence: Span, *, alone: bool) -> Json | None:
        """The first figure of a sentence that changes a series, or stands alone and is new."""
        for one in self._figures.within(sentence):
            if one.kind not in _COUNTED:
                continue
            reading = self._first.reading(figure_id(self._article.id, one.span))
            if reading is None or reading.told:
                continue
            if reading.before is not None or alone:
                item = self._item("figure", one.span, "new-reading", reading.series)
                return item | {"before": self._anchor(reading.before)}
        return None

    def _item(self, kind: str, span: Span, why: str, about: str | None = None) -> Json:
        id_ = self._article.id
        anchor = {"article": id_, "start": span.start, "end": span.end}
        anchor |= {"text": span.slice(self._article.text)}
        return {"kind": kind, "anchor": anchor, "about": about, "before": None, "why": why}

    def _anchor(self, place: Place | None) -> Json | None:
        if place is None:
            return None
        article, start, end = place
        text = self._text_of(article)[start:end]
        return {"article": article, "start": start, "end": end, "text": text}


class _Placed[T: (Attribution, Event, Figure)]:
    """Findings by where they begin."""

    def __init__(self, found: Sequence[tuple[int, T]]) -> None:
        self._found: list[tuple[int, T]] = sorted(found, key=lambda one: one[0])
        self._starts: list[int] = [start for start, _ in self._found]

    def within(self, span: Span) -> list[T]:
        """Those that begin in a span, in order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [one for _, one in self._found[first:last]]


def _is_said(one: Attribution) -> bool:
    teller = one.source if one.source is not None else one.speaker
    return one.stance is Stance.SAID and teller is not None and one.within is None
