"""The figures of an article as they are compared: with names that are equal across articles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from sys import intern

from onrecord.lexicon.counted_words import counted_words
from onrecord.lexicon.words import stop_words
from onrecord.linking.figures.fact import FigureFact, ScopeName, mood_of
from onrecord.record.duration_facts import duration_facts
from onrecord.record.figure_names import ScopeNames
from onrecord.record.figures_beside import are_beside
from onrecord.record.figures_view import figure_id, printed
from onrecord.text.folding import fold_words
from onrecord.text.stems import stem
from onrecord.values.article import Article
from onrecord.values.attributions import Attribution
from onrecord.values.days import DayInterval
from onrecord.values.figure_days import figure_days
from onrecord.values.figures import AsOf, Figure
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.told_days import Said, tell_days
from onrecord.values.vocabulary import EntityType, FigureKind

_KINDS = frozenset(
    {FigureKind.LEVEL, FigureKind.CHANGE, FigureKind.COUNT, FigureKind.MONEY, FigureKind.SHARE}
)
"""Kinds that stand in series."""
_NEAR = 24
"""Code points beside a figure in which such a word is looked for."""
_MORE = frozenset({"another", "additional", "further", "more", "other", "others"})
_AROUND = 6
"""Content words on either side of a number that tell in which words it is printed."""
_MOST_OUTER = 4
"""Names behind a place that are looked at for what holds it."""
_INSIDE = re.compile(
    r"\s*,\s*|,?\s+in\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}(?:of\s+)?|['’]s\s+(?:[a-z-]+\s+){0,4}(?:of\s+)?"
)
"""Words between a place and what holds it: `Elm, Vale`, `Elm in the northern province of Vale`."""
_HOLDS = re.compile(r"(?:['’]s)?\s+(?:[a-z-]+\s+){0,4}of\s+|['’]s\s+(?:[a-z-]+\s+){0,3}")
"""Words between what holds a place and it: `Vale's town of Elm`, `the Vale suburb of Elm`."""
_WITHIN_WORD = re.compile(r"[-\u2010\u2011][a-z]")
"""What stands behind a number within a word."""
_SPREAD = re.compile(
    r"\b(?:days|weeks|months|years)\s+of\b|\w-(?:day|week|month)\b"
    r"|\b(?:in|over|within)\s+(?:the\s+)?(?:past\s+|last\s+)?\w+\s+(?:days|weeks|months)\b",
    re.IGNORECASE,
)
"""Words of a sentence that counts over several days."""
_SAID = frozenset({"expression", "occasion"})
"""What the days of an attribution rest on where they tell more than the publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """What is known of the article that prints figures besides its own text."""

    order: int
    """Its place in the record."""
    copies: str = ""
    """Id of the group of copies that it is in; empty of one alone."""


def figure_facts(
    article: Article, analysis: Analysis, names: ScopeNames, printing: Printing
) -> Iterator[FigureFact]:
    """The figures of one article that can be compared, in order: all but words such as the first
    of `three-part`."""
    if not (analysis.figures or analysis.times):
        return
    reading = _Reading(article, analysis, names, printing)
    before: Figure | None = None
    for one in analysis.figures:
        if _is_within_word(article.text, one):
            continue
        beside = before is not None and are_beside(article.text, before, one)
        yield reading.fact(one, before if beside else None)
        before = one if one.kind in _KINDS else None
    yield from duration_facts(article, analysis, order=printing.order, copies=printing.copies)


def is_of_series(fact: FigureFact) -> bool:
    """Whether a figure may stand in a series: of a kind that does, and it is told of what it is, by
    what is counted or by whose or where so much money and the like is."""
    if fact.kind not in _KINDS:
        return False
    if fact.counted or fact.head or fact.outcome:
        return True
    return fact.unit is not None and (fact.place is not None or fact.owner is not None)


def _is_within_word(text: str, one: Figure) -> bool:
    """Whether the number is the first part of a word that tells a kind: `three-part`, but not
    `36-year-old` nor `80-metre`."""
    if one.unit is not None or one.kind is FigureKind.AGE:
        return False
    return bool(_WITHIN_WORD.match(text, one.number.end))


class _Reading:
    def __init__(
        self, article: Article, analysis: Analysis, names: ScopeNames, printing: Printing
    ) -> None:
        self._article, self._names, self._printing = article, names, printing
        self._published = article.published.days
        told = tell_days(analysis.times, analysis.attributions, self._published)
        self._days = {t.span: r.days for t, r in zip(analysis.times, told.times, strict=True)}
        self._said = {
            one.extent: (one, said)
            for one, said in zip(analysis.attributions, told.said, strict=True)
        }
        self._mentions = [one for one in analysis.mentions if one.type is EntityType.PLACE]
        self._mention_starts = [one.span.start for one in self._mentions]
        places = (self._named(one.span) for one in self._mentions)
        self._named_places = frozenset(place.key for place in places if place is not None)
        self._sentences = analysis.sentences
        self._starts = [one.start for one in analysis.sentences]
        self._wholes = {one.number: figure_id(article.id, one.span) for one in analysis.figures}
        self._outlet = _outlet(article)

    def fact(self, one: Figure, before: Figure | None = None) -> FigureFact:
        days, basis = figure_days(one, self._days, self._published)
        attribution, said = self._said.get(one.attribution or one.span, (None, None))
        sayer = self._sayer(attribution)
        sentence = self._sentence(one.span)
        return FigureFact(
            id=figure_id(self._article.id, one.span),
            article=self._article.id,
            order=self._printing.order,
            start=one.span.start,
            end=one.span.end,
            sentence=sentence,
            low=one.low,
            high=one.high,
            bound=one.bound,
            step=one.step,
            kind=_kind(one),
            direction=one.direction,
            unit=one.unit,
            per=one.per,
            head=intern(one.head),
            modifiers=one.modifiers,
            outcome=intern(one.outcome),
            cause=intern(one.cause),
            counted=intern(printed(self._article, one.counted) or ""),
            mood=mood_of(one.modality),
            place=self._named(one.place),
            within=self._within(one.place) if one.kind is FigureKind.COUNT else (),
            owner=self._named(one.owner),
            part=self._part(one.part) or self._more(one),
            part_of=self._wholes.get(one.part_of, "") if one.part_of else "",
            days=days,
            basis=basis,
            since=self._since(one),
            told=self._told(said),
            printed=self._published,
            beside=figure_id(self._article.id, before.span) if before else "",
            spread=bool(_SPREAD.search(self._article.text, *sentence)),
            sayer=sayer.key if sayer else "",
            sayer_name=sayer.name if sayer else "",
            outlet=self._through(attribution) or self._outlet,
            near=self._near(one),
            named=self._named_places,
            copies=self._printing.copies,
        )

    def _near(self, one: Figure) -> frozenset[str]:
        """Stems of the content words on either side of a number, within its sentence."""
        start, end = self._sentence(one.span)
        before = _contents(self._article.text[start : one.number.start])[-_AROUND:]
        behind = _contents(self._article.text[one.number.end : end])[:_AROUND]
        return frozenset(intern(stem(word)) for word in (*before, *behind))

    def _sentence(self, span: Span) -> tuple[int, int]:
        n = bisect_right(self._starts, span.start) - 1
        if n >= 0 and self._sentences[n].end > span.start:
            held = self._sentences[n]
            return held.start, max(held.end, span.end)
        return span.start, span.end

    def _within(self, place: Span | None) -> tuple[str, ...]:
        """The places that are told to hold a place: `Elm in Vale`, `Vale's town of Elm`."""
        if place is None:
            return ()
        own, text = self._named(place), self._article.text
        n = bisect_left(self._mention_starts, place.start)
        found = []
        end = place.end
        for other in self._mentions[n : n + _MOST_OUTER]:
            if other.span.start < end:
                continue
            if not _INSIDE.fullmatch(text[end : other.span.start]):
                break
            found.append(self._named(other.span))
            end = other.span.end
        found += [
            self._named(other.span)
            for other in self._mentions[max(0, n - 1) : n]
            if _HOLDS.fullmatch(text[other.span.end : place.start])
        ]
        return tuple(dict.fromkeys(one.key for one in found if one is not None and one != own))

    def _since(self, one: Figure) -> DayInterval | None:
        if one.as_of is not AsOf.SINCE or one.time is None:
            return None
        days = self._days.get(one.time)
        return days if days is not None and days.first is not None else None

    def _named(self, span: Span | None) -> ScopeName | None:
        if span is None:
            return None
        return self._names.named(self._article.id, span, printed(self._article, span) or "")

    def _part(self, span: Span | None) -> ScopeName | None:
        words = printed(self._article, span)
        return ScopeName(" ".join(fold_words(words)), words) if words else None

    def _more(self, one: Figure) -> ScopeName | None:
        """The word that says that they come to others: `another 10`, `21 others`, `three more`."""
        text = self._article.text
        before = text[max(0, one.span.start - _NEAR) : one.span.start].split()[-1:]
        behind = text[one.number.end : one.number.end + _NEAR].split()[:2]
        for word in (*before, *behind):
            plain = word.strip(",.;:()").lower()
            if plain in _MORE:
                return ScopeName("+", plain)
        return None

    def _told(self, said: Said | None) -> DayInterval:
        return said.days if said is not None and said.basis in _SAID else self._published

    def _sayer(self, one: Attribution | None) -> ScopeName | None:
        """Who says it; of the unnamed the words for them, which are nobody in particular."""
        if one is None:
            return None
        span = one.speaker or one.organisation
        if span is not None:
            return self._named(span)
        words = printed(self._article, one.description or one.source)
        return ScopeName(f"~{' '.join(fold_words(words))}", words) if words else None

    def _through(self, one: Attribution | None) -> str:
        return printed(self._article, one.through) or "" if one is not None else ""


def _kind(one: Figure) -> FigureKind:
    """Its kind; of an outcome always the same one, told as a level or as a count."""
    if one.outcome and one.kind in (FigureKind.LEVEL, FigureKind.COUNT):
        return _kinds_of_outcomes().get(one.outcome, one.kind)
    return one.kind


@cache
def _kinds_of_outcomes() -> dict[str, FigureKind]:
    return {one.name: FigureKind(one.kind) for one in counted_words().outcomes}


def _contents(text: str) -> list[str]:
    """The content words of a text, numbers left out."""
    stops = stop_words()
    return [word for word in fold_words(text) if word not in stops and not word.isdigit()]


def _outlet(article: Article) -> str:
    field = article.agency or article.outlet
    return field.value if field is not None else ""


def copies_of(groups: Sequence[tuple[str, Sequence[str]]]) -> dict[str, str]:
    """Article -> id of the group of copies that it is in, of groups of two or more."""
    return {
        article: group for group, articles in groups if len(articles) > 1 for article in articles
    }
