"""Made-up figures with their sentences, as what differences are looked for in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from figure_makers import fact
from onrecord.linking.figures.fact import FigureFact
from onrecord.record.differences import Compared, compile_differences
from onrecord.record.series import CompiledSeries, compile_series
from onrecord.values.spans import Span

TEXT = "In Vale it was said that so many were there. " * 9


@dataclass
class Texts:
    """Look-ups that know the texts of articles."""

    articles: Sequence[str]
    texts: Mapping[str, str] = field(default_factory=dict)

    def summaries(self) -> list[Any]:
        """One for each article, in order."""
        return [SimpleNamespace(id=one) for one in self.articles]

    def article(self, article_id: str) -> Any:
        """An article with nothing but its text."""
        return SimpleNamespace(text=self.texts.get(article_id, TEXT))

    def analysis(self, article_id: str) -> Any:
        """Findings with nothing but the sentences, one a line."""
        text = self.article(article_id).text
        found = tuple(Span(*one.span()) for one in re.finditer(r"[^\n]+", text))
        return SimpleNamespace(sentences=found)


def told_by(*facts: FigureFact) -> list[dict[str, Any]]:
    """The differences of some figures, as JSON."""
    articles = sorted({one.article for one in facts})
    lookups: Any = Texts(articles)
    return compile_differences(Compared(series=compile_series(facts)), lookups)


def printed(article: int, text: str, **more: Any) -> FigureFact:
    """The figure of a sentence, whose number stands between stars: `about *60* metres`."""
    number = re.search(r"\*([\d,.]+)\*", text)
    assert number is not None
    value = float(number[1].replace(",", ""))
    plain = text.replace("*", "")
    start = number.start()
    made = fact(article, value, start, **({"sentence": (0, len(plain))} | more))
    return replace(made, end=start + len(number[1]))


def told_in(*sentences: tuple[str, dict[str, Any]], **shared: Any) -> list[dict[str, Any]]:
    """The differences of some articles of one sentence and one figure each, in no series."""
    facts = [
        printed(n, text, **({"copies": ""} | shared | more))
        for n, (text, more) in enumerate(sentences)
    ]
    texts = {
        one.article: text.replace("*", "") for one, (text, _) in zip(facts, sentences, strict=True)
    }
    lookups: Any = Texts(list(texts), texts)
    return compile_differences(Compared(series=CompiledSeries([], [], facts)), lookups)
