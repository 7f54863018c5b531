"""A stand-in for the language model: quick, and a function of the words alone, as the real one is."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.analysis import analyze as analysis_stage
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.findings import Analysis, Mention
from onrecord.values.spans import Span
from onrecord.values.times import (
    CountedFrom,
    Direction,
    Shape,
    TimeExpression,
    TimeForm,
    TimeType,
)
from onrecord.values.vocabulary import PARSED_ROLES, TIME_ROLES, EntityType

_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_SENTENCE = re.compile(r"\S[^.!?\n]*[.!?]?")
_TIME = re.compile(
    r"(?P<day>mon|tues|wednes|thurs|fri|satur|sun)day|(?P<n>\d+) (?P<unit>weeks|days)|then", re.I
)
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


@dataclass
class QuickAnalysis:
    """Takes the place of `analysis_stage.analyze`; counts what it is asked for."""

    seconds: float = 0.0
    """Time that each article takes."""
    asked: int = 0

    def __call__(self, articles: Iterable[Article], settings: Settings) -> Iterator[Analysis]:
        """The findings of each article: sentences by full stops, names by capitals, a few times."""
        for article in articles:
            self.asked += 1
            time.sleep(self.seconds)
            yield self._analysis(article, settings)

    def _analysis(self, article: Article, settings: Settings) -> Analysis:
        sentences: list[Span] = []
        if analysis_stage.is_analysed(article, settings.limits):
            for paragraph in article.paragraphs:
                if paragraph.role in PARSED_ROLES:
                    sentences += [
                        Span(m.start(), m.start() + len(m[0].rstrip()))
                        for m in _SENTENCE.finditer(article.text, paragraph.start, paragraph.end)
                    ]
        return Analysis(
            article=article.id,
            sentences=tuple(sentences),
            mentions=tuple(
                Mention(Span(m.start(), m.end()), EntityType.OTHER)
                for sentence in sentences
                for m in _NAME.finditer(article.text, sentence.start, sentence.end)
            ),
            times=tuple(_times(article)) if sentences else (),
            words=sum(len(article.text[s.start : s.end].split()) for s in sentences),
        )


def _times(article: Article) -> Iterator[TimeExpression]:
    """Weekdays, lengths, and `then`, which counts from the weekday before it."""
    before: Span | None = None
    for paragraph in article.paragraphs:
        if paragraph.role not in TIME_ROLES:
            continue
        for match in _TIME.finditer(article.text, paragraph.start, paragraph.end):
            span, form = Span(*match.span()), TimeForm(shape=Shape.UNIT, unit="D")
            type_, counted, reference = TimeType.DATE, CountedFrom.PUBLICATION, None
            if match["day"]:
                number = _DAYS.index(match["day"].lower()) + 1
                form = TimeForm(shape=Shape.WEEKDAY, number=number, direction=Direction.PAST)
                before = span
            elif match["n"]:
                form = TimeForm(shape=Shape.FIXED, value=f"P{match['n']}{match['unit'][0].upper()}")
                type_, counted = TimeType.DURATION, CountedFrom.NOTHING
            elif before is not None:
                counted, reference = CountedFrom.EXPRESSION, before
            yield TimeExpression(
                span=span,
                type=type_,
                form=form,
                rule="quick",
                counted_from=counted,
                reference=reference,
            )
