"""What one article adds, sentence by sentence: one item a sentence and kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from onrecord.lexicon.event_words import event_words
from onrecord.lexicon.retold_weights import retold_weights
from onrecord.record.attributions_view import attribution_id
from onrecord.record.figures_view import figure_id
from onrecord.record.news.first_tellers import FirstTellers
from onrecord.record.news.heard import Heard, Telling
from onrecord.record.news.pile import Place
from onrecord.record.news.prose import is_whole, tells_what_happened
from onrecord.text.stems import stem
from onrecord.values.article import Article
from onrecord.values.attributions import Attribution
from onrecord.values.events import Event
from onrecord.values.figures import AsOf, Figure
from onrecord.values.findings import Analysis
from onrecord.values.links import Retold
from onrecord.values.spans import Span
from onrecord.values.told_days import tell_days
from onrecord.values.vocabulary import (
    PROSE_ROLES,
    AttributionKind,
    EventStatus,
    FigureKind,
    Role,
    Stance,
)

type Json = dict[str, Any]

_COUNTED = frozenset(
    {FigureKind.LEVEL, FigureKind.CHANGE, FigureKind.COUNT, FigureKind.MONEY, FigureKind.SHARE}
)
_SURE = 0.9
"""Least strength of a repeat of what heads an article, or of what is dated later."""
_RECENT, _SOON = timedelta(days=2), timedelta(days=7)
"""Before and after the publication: the days around it."""
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
        article_of: Callable[[str], Article],
    ) -> None:
        """With the article, its findings, what was told before, and the other articles."""
        self._article_of = article_of
        self._headings = [
            (p.start, p.end) for p in article.paragraphs if p.role in (Role.HEADLINE, Role.DEK)
        ]
        self._lead_end = _lead_end(article, analysis)
        self._article, self._first, self._heard = article, first, heard
        self._said = _Placed([(one.extent.start, one) for one in analysis.attributions])
        self._events = _Placed([(one.predicate.start, one) for one in analysis.events])
        self._figures = _Placed([(one.number.start, one) for one in analysis.figures])
        told = tell_days(analysis.times, analysis.attributions, article.published.days)
        self._days = {one.span: r.days for one, r in zip(analysis.times, told.times, strict=True)}
        self._analysis = analysis
        self._own: list[str] = []
        self._entries: set[str] = set()
        self._spoken: Span | None = None
        self._items: list[Json] = []

    def headings_last(
        self, sentences: Sequence[tuple[int, int, str]]
    ) -> list[tuple[int, int, str]]:
        """(start, end, text id) of sentences: what the text tells, a headline need not."""
        return sorted(sentences, key=lambda one: (self._is_heading(one[0]), one))

    def _is_heading(self, start: int) -> bool:
        return any(first <= start < last for first, last in self._headings)

    def take(self, sentence: Span, text_id: str, *, near: bool) -> None:
        """Take a sentence that was not told before.

        Args:
            sentence: its place.
            text_id: of what it tells.
            near: whether much of it was told before.
        """
        lead, known = self._is_lead(sentence), retold_weights()
        least = known.near if self._is_heading(sentence.start) else known.retelling
        again = (near and not lead and not self._is_dated(sentence, closely=True)) or any(
            self._heard.inside(text_id, own) >= least for own in self._own
        )
        main = None if again else self._main(sentence, lead=lead)
        if main is not None:
            self._items.append(main)
            self._own.append(text_id)
        figure = self._figure(sentence, alone=main is None and not again)
        if figure is not None:
            self._items.append(figure)

    def in_order(self) -> list[Json]:
        """All items by anchor; what the article printed is known to the views from here on."""
        id_ = self._article.id
        for start, end, entity in self._first.names(self._article):
            self._items.append(self._item("name", Span(start, end), "first-named", about=entity))
        for one, side, before in self._first.differences(id_):
            span = Span(side["start"], side["end"])
            item = self._item("difference", span, one["reason"], about=one["id"])
            self._items.append(item | {"before": before})
        for said in self._analysis.attributions:
            self._first.note_said(attribution_id(id_, said.extent))
        for figure in self._analysis.figures:
            span = figure.span
            former = figure.as_of is AsOf.FORMER
            place = (id_, span.start, span.end)
            self._first.note_figure(figure_id(id_, span), place, former=former)
        return sorted(
            self._items,
            key=lambda item: (item["anchor"]["start"], item["anchor"]["end"], item["kind"]),
        )

    def told_again(self, sentence: Span, told: Telling) -> bool:
        """Whether a telling before is one of what a sentence tells: not of what happened since.

        What heads an article tells what is new that day, so that other words are no retelling.
        """
        if told.kind is Retold.REPEAT and told.strength >= _SURE:
            return True
        return not self._is_lead(sentence) and not self._happened_since(sentence, told)

    def _is_lead(self, sentence: Span) -> bool:
        """Whether a sentence heads its article."""
        return sentence.start < self._lead_end

    def _happened_since(self, sentence: Span, told: Telling) -> bool:
        """Whether a sentence is dated after the publication of the other one's article."""
        published = self._article.published.days.last
        dated = [
            one
            for one in self._events.within(sentence)
            if one.time in self._days and one.status is EventStatus.HAPPENED
        ]
        firsts = [self._days[one.time].first for one in dated if one.time is not None]
        if not firsts or published is None:
            return False
        last = self._published_of(told.place[0])
        return last is not None and all(first and last < first <= published for first in firsts)

    def _main(self, sentence: Span, *, lead: bool) -> Json | None:
        """The event or statement that a new sentence tells."""
        if not lead and not is_whole(self._article.text, sentence):
            return self._entry(sentence)
        said = [one for one in self._said.within(sentence) if self._is_said(one)]
        if said:
            return self._statement(sentence, said[0])
        entry = self._entry(sentence)
        if entry is not None or self._is_background(sentence):
            return entry
        if (
            lead
            or self._is_dated(sentence)
            or tells_what_happened(sentence.slice(self._article.text))
        ):
            return self._item("event", sentence, "not-told-before")
        return None

    def _statement(self, sentence: Span, said: Attribution) -> Json | None:
        """What somebody is first said to have said; a quotation that goes on is one item."""
        about, told = self._first.utterance(attribution_id(self._article.id, said.extent))
        goes_on = said.source is None and said.speaker is not None
        if told or (goes_on and said.speaker == self._spoken):
            return None
        self._spoken = said.speaker
        return self._item("statement", sentence, "not-said-before", about)

    def _is_said(self, one: Attribution) -> bool:
        """Whether words were spoken: quoted, or told after a verb of speech."""
        teller = one.source if one.source is not None else one.speaker
        if one.stance is not Stance.SAID or teller is None or one.within is not None:
            return False
        if one.kind is not AttributionKind.INDIRECT or one.cue is None:
            return True
        cue = one.cue.slice(self._article.text).lower().split()
        bases = event_words().irregular
        return any(stem(bases.get(word, word)) in _speech() for word in cue)

    def _entry(self, sentence: Span) -> Json | None:
        """The event of the timeline that a sentence is first to tell."""
        found = self._first.entry((self._article.id, sentence.start, sentence.end))
        if found is None or not found[1] or found[0] in self._entries:
            return None
        if self._is_background(sentence):
            return None
        self._entries.add(found[0])
        return self._item("event", sentence, "first-of-entry", found[0])

    def _is_dated(self, sentence: Span, *, closely: bool = False) -> bool:
        """Whether a sentence dates an event near the publication, or after it; `closely`: to a
        day of the days around it."""
        published = self._article.published.days.first
        if published is None:
            return False
        for one in self._events.within(sentence):
            days = self._days.get(one.time) if one.time is not None else None
            if days is None or days.first is None or days.first < published - _RECENT:
                continue
            if not closely or (days.exact and days.first <= published + _SOON):
                return True
        return False

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
        """The first figure of a sentence that changes a series, or stands alone and is new; a
        level that held before is told to compare with."""
        for one in self._figures.within(sentence):
            if one.kind not in _COUNTED or one.as_of is AsOf.FORMER:
                continue
            reading = self._first.reading(figure_id(self._article.id, one.span))
            if reading is None:
                if alone and is_whole(self._article.text, sentence):
                    return self._item("figure", one.span, "not-told-before")
            elif not reading.told and (alone or reading.before is not None):
                item = self._item("figure", one.span, "new-reading", reading.series)
                return item | {"before": self._anchor(reading.before)}
        return None

    def _item(self, kind: str, span: Span, why: str, about: str | None = None) -> Json:
        id_ = self._article.id
        anchor = {"article": id_, "start": span.start, "end": span.end}
        anchor |= {"text": span.slice(self._article.text)}
        return {"kind": kind, "anchor": anchor, "about": about, "before": None, "why": why}

    def _published_of(self, article: str) -> date | None:
        return self._article_of(article).published.days.last

    def _anchor(self, place: Place | None) -> Json | None:
        if place is None:
            return None
        article, start, end = place
        text = self._article_of(article).text[start:end]
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


def _lead_end(article: Article, analysis: Analysis) -> int:
    """Where what heads an article ends: headline, dek, and the first sentence of its text."""
    tops = [p.end for p in article.paragraphs if p.role in (Role.HEADLINE, Role.DEK)]
    ledes = [p.start for p in article.paragraphs if p.role in PROSE_ROLES]
    first = next((one.end for one in analysis.sentences if ledes and one.start >= ledes[0]), 0)
    return max([first, *(end for end in tops if not ledes or end <= ledes[0])], default=0)


@cache
def _speech() -> frozenset[str]:
    """Stems of what words are told after."""
    return frozenset({stem(word) for word in event_words().speech} | {"accord"})
