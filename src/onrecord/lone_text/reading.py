"""One text as an article: cut into paragraphs, checked, analysed."""

from __future__ import annotations

import re
from datetime import date, datetime

from onrecord.errors import UsageError
from onrecord.settings import Settings, load_settings
from onrecord.values.article import Article, Dating, Paragraph
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.vocabulary import Basis, Role

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t\r]*\n))*")
"""A paragraph ends at an empty line: a single line break may be a wrapped line."""
_LINE = re.compile(r"\S[^\n]*")
_WHOLE_LINE = re.compile(r"[.!?:][\"'”’»)\]]*\s*\n")
"""A line that ends where a sentence does."""
_WRAPPED = 120
"""Code points: a text that is wrapped has no longer lines."""

_HALF_PAIR = re.compile(r"[\ud800-\udfff]")
"""Half a surrogate pair, as broken JSON gives it: the language model takes none."""


def analysed(
    text: str, published: date | str | None, settings: Settings | None
) -> tuple[Article, Analysis, DayInterval]:
    """The text as an article, what was found in it, and the days on which it appeared."""
    from onrecord.analysis.analyze import analyze  # noqa: PLC0415 - loads the model's library

    days, settings = days_of(published), settings or load_settings()
    article = checked(text, settings)
    [analysis] = analyze([article], settings)
    return article, analysis, days


def checked(text: str, settings: Settings) -> Article:
    """The text as an article that is not too long to be analysed.

    Raises:
        UsageError: it is longer.
    """
    from onrecord.analysis.analyze import is_analysed  # noqa: PLC0415 - loads the model's library

    article = as_article(text)
    if not is_analysed(article, settings.limits):
        most = settings.limits.article_characters
        raise UsageError(
            f"the text has {len(text):,} characters; at most {most:,} are analysed"
            " (ONRECORD_LIMIT_ARTICLE_CHARACTERS)"
        )
    return article


def days_of(published: date | str | None) -> DayInterval:
    """The days on which a text may have appeared.

    Raises:
        UsageError: an ISO day was expected, and it is none.
    """
    day = _day(published)
    return DayInterval.on(day) if day else DayInterval()


def _day(published: date | str | None) -> date | None:
    if isinstance(published, datetime):  # a date too, but one whose ISO form has an hour
        return published.date()
    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published[:10])
    except ValueError as error:
        raise UsageError(f"{published!r} is no day; write it as 2022-03-14") from error


def as_article(text: str) -> Article:
    """The text as an article: no roles are told apart in it."""
    text = _HALF_PAIR.sub("\ufffd", text)
    starts = [start for match in _PARAGRAPH.finditer(text) for start in _line_starts(match)]
    bounds = [*starts[1:], len(text)] if starts else []
    paragraphs = tuple(
        Paragraph(0 if n == 0 else start, end, Role.BODY, "as-handed-over")
        for n, (start, end) in enumerate(zip(starts, bounds, strict=True))
    )
    return Article(
        id="0" * 16,
        name="text",
        media_type="text/plain",
        sha256="",
        text=text,
        paragraphs=paragraphs,
        language="en",
        published=Dating(DayInterval(), Basis.UNKNOWN),
    )


def _line_starts(block: re.Match[str]) -> list[int]:
    """Where the paragraphs of a block without empty lines begin: each line is one where nearly all
    lines end with a sentence and one is too long to be wrapped."""
    lines = [match.span() for match in _LINE.finditer(block[0])]
    whole = len(_WHOLE_LINE.findall(block[0]))
    if whole < 0.8 * (len(lines) - 1) or all(end - start <= _WRAPPED for start, end in lines):
        return [block.start()]
    return [block.start() + start for start, _ in lines]
