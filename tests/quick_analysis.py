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
from onrecord.values.vocabulary import PARSED_ROLES, EntityType

_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_SENTENCE = re.compile(r"\S[^.!?\n]*[.!?]?")


@dataclass
class QuickAnalysis:
    """Takes the place of `analysis_stage.analyze`; counts what it is asked for."""

    seconds: float = 0.0
    """Time that each article takes."""
    asked: int = 0

    def __call__(self, articles: Iterable[Article], settings: Settings) -> Iterator[Analysis]:
        """The findings of each article: sentences by their full stops, names by their capitals."""
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
            words=sum(len(article.text[s.start : s.end].split()) for s in sentences),
        )
