"""From findings to what a caller gets."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.lone_text.found import Attribution, Figure, FigureDays, FigureScope, Said, Time
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.figure_days import figure_days
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression, resolve_all
from onrecord.values.told_days import tell_days


def tell_times(times: tuple[TimeExpression, ...], days: DayInterval) -> Iterator[Time]:
    """Time expressions with what they come to for the days of publication."""
    for one, result in zip(times, resolve_all(times, days), strict=True):
        yield Time(
            start=one.span.start,
            end=one.span.end,
            type=one.type.value,
            value=result.value,
            first=result.days.first,
            last=result.days.last,
            rule=one.rule,
            counted_from=one.counted_from.value,
            reference=(one.reference.start, one.reference.end) if one.reference else None,
            range=(one.range.start, one.range.end) if one.range else None,
        )


def tell_attributions(
    article: Article, analysis: Analysis, days: DayInterval
) -> Iterator[Attribution]:
    """Attributions with when they were said."""
    told = tell_days(analysis.times, analysis.attributions, days)
    for one, said in zip(analysis.attributions, told.said, strict=True):
        named = one.speaker or one.description or one.source
        yield Attribution(
            content=tuple((part.start, part.end) for part in one.content),
            source=_place(one.source),
            cue=_place(one.cue),
            kind=one.kind.value,
            sourcing=one.sourcing.value,
            speaker_name=_words(article, named),
            co_speakers=tuple((span.start, span.end) for span in one.co_speakers),
            through=_words(article, one.through),
            said=Said(first=said.days.first, last=said.days.last, basis=said.basis),
            within=_place(one.within),
            stance=one.stance.value,
            speaker_at=_place(one.speaker),
            speaker_why=one.speaker_why,
            description=_place(one.description),
            condition=_place(one.condition),
            organisation=_place(one.organisation),
            time=_place(one.time),
            why=one.why,
        )


def tell_figures(article: Article, analysis: Analysis, days: DayInterval) -> Iterator[Figure]:
    """Figures with the days for which they hold."""
    told = tell_days(analysis.times, analysis.attributions, days)
    days_of = {one.span: found.days for one, found in zip(analysis.times, told.times, strict=True)}
    for one in analysis.figures:
        held, basis = figure_days(one, days_of, days)
        yield Figure(
            start=one.span.start,
            end=one.span.end,
            low=one.low,
            high=one.high,
            bound=one.bound.value,
            unit=one.unit,
            counted=_words(article, one.counted),
            scope=FigureScope(
                place=_words(article, one.place),
                owner=_words(article, one.owner),
                part=_words(article, one.part),
            ),
            as_of=FigureDays(first=held.first, last=held.last, basis=basis),
            kind=one.kind.value,
            modality=one.modality.value,
            attribution=_place(one.attribution),
            counted_at=_place(one.counted),
            number=(one.number.start, one.number.end),
            bound_word=_words(article, one.bound_word),
            per=one.per,
            direction=one.direction or None,
            outcome=one.outcome or None,
            part_of=_place(one.part_of),
            time=_place(one.time),
            incident=_place(one.incident),
            inferred=one.inferred,
            why=one.why,
        )


def _place(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span is not None else None


def _words(article: Article, span: Span | None) -> str | None:
    return " ".join(article.slice(span).split()) if span is not None else None
