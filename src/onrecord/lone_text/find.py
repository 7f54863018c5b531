"""The finders, one text or many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import batched

from onrecord.lone_text.found import Attribution, Figure, TextFindings, Time
from onrecord.lone_text.reading import analysed, checked, days_of
from onrecord.lone_text.telling import tell_attributions, tell_figures, tell_times
from onrecord.settings import Settings, load_settings

_BATCH = 64
"""Texts analysed together."""


def find_attributions(
    text: str, published: date | str | None = None, *, settings: Settings | None = None
) -> list[Attribution]:
    """Who said what in one text, in order of the places; an utterance that stands inside of
    another one has `within`.

    Args:
        text: the words of an article; no roles are told apart in it. A paragraph ends at an empty
            line.
        published: the day on which it appeared, as a date or an ISO day; None where unknown.
        settings: which language model; by default as the environment says.

    Raises:
        UsageError: `published` is no day, or the text is longer than what is analysed.
        ModelError: the language model cannot be used.
    """
    article, analysis, days = analysed(text, published, settings)
    return list(tell_attributions(article, analysis, days))


def find_figures(
    text: str, published: date | str | None = None, *, settings: Settings | None = None
) -> list[Figure]:
    """The quantities of one text, in order of the places.

    Args:
        text: the words of an article; no roles are told apart in it. A paragraph ends at an empty
            line.
        published: the day on which it appeared, as a date or an ISO day; None where unknown.
        settings: which language model; by default as the environment says.

    Raises:
        UsageError: `published` is no day, or the text is longer than what is analysed.
        ModelError: the language model cannot be used.
    """
    article, analysis, days = analysed(text, published, settings)
    return list(tell_figures(article, analysis, days))


def analyze_many(
    items: Iterable[str | tuple[str, date | str | None]], *, settings: Settings | None = None
) -> Iterator[TextFindings]:
    """The findings of many texts, in their order, parsed in batches.

    Args:
        items: texts, or pairs of a text and the day on which it appeared.
        settings: which language model; by default as the environment says.

    Raises:
        UsageError: a day is no day, or a text is longer than what is analysed.
        ModelError: the language model cannot be used.
    """
    from onrecord.analysis.analyze import analyze  # noqa: PLC0415 - loads the model's library

    settings = settings or load_settings()
    for batch in batched(items, _BATCH):
        pairs = [(item, None) if isinstance(item, str) else item for item in batch]
        days = [days_of(published) for _, published in pairs]
        articles = [checked(text, settings) for text, _ in pairs]
        analyses = analyze(articles, settings)
        for article, analysis, one in zip(articles, analyses, days, strict=True):
            yield TextFindings(
                times=tuple(tell_times(analysis.times, one)),
                attributions=tuple(tell_attributions(article, analysis, one)),
                figures=tuple(tell_figures(article, analysis, one)),
            )


def find_times(
    text: str, published: date | str | None = None, *, settings: Settings | None = None
) -> list[Time]:
    """The time expressions of one text, in order.

    Args:
        text: the words of an article; no roles are told apart in it.
        published: the day on which it appeared, as a date or an ISO day; None where unknown.
        settings: which language model; by default as the environment says.

    Raises:
        UsageError: `published` is no day, or the text is longer than what is analysed.
        ModelError: the language model cannot be used.
    """
    _, analysis, days = analysed(text, published, settings)
    return list(tell_times(analysis.times, days))
