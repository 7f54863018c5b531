"""One text without a record: the finders of the analysis on words that somebody hands over.

All of the text is taken as an article's words: no roles, no residue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from onrecord.errors import UsageError
from onrecord.settings import Settings, load_settings
from onrecord.values.article import Article, Dating, Paragraph
from onrecord.values.days import DayInterval
from onrecord.values.times import TimeExpression, resolve_all
from onrecord.values.vocabulary import Basis, Role

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t\r]*\n))*")
"""A paragraph ends at an empty line: a single line break may be a wrapped line."""

_HALF_PAIR = re.compile(r"[\ud800-\udfff]")
"""Half a surrogate pair, as broken JSON gives it: the language model takes none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression in a text. [start, end) are code points of it."""

    start: int
    end: int
    type: str
    """DATE, TIME, DURATION or SET."""
    value: str
    """TIMEX3 value; X for what the publication would say."""
    first: date | None
    """First day that is meant; None where none is fixed."""
    last: date | None
    rule: str
    """The rule that found it."""
    counted_from: str
    """`nothing`, `publication`, or `expression`."""
    reference: tuple[int, int] | None
    """Place of the expression that it counts from."""
    range: tuple[int, int] | None
    """Place of the other end of the range that it is one end of."""


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
    from onrecord.analysis.analyze import (  # noqa: PLC0415 - loads the model's library
        analyze,
        is_analysed,
    )

    day = _day(published)
    article, settings = _as_article(text), settings or load_settings()
    if not is_analysed(article, settings.limits):
        most = settings.limits.article_characters
        raise UsageError(
            f"the text has {len(text):,} characters; at most {most:,} are analysed"
            " (ONRECORD_LIMIT_ARTICLE_CHARACTERS)"
        )
    [analysis] = analyze([article], settings)
    days = DayInterval.on(day) if day else DayInterval()
    return list(_times(analysis.times, days))


def _day(published: date | str | None) -> date | None:
    if isinstance(published, datetime):  # a date too, but one whose ISO form has an hour
        return published.date()
    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published[:10])
    except ValueError as error:
        raise UsageError(f"{published!r} is no day; write it as 2022-03-14") from error


def _as_article(text: str) -> Article:
    text = _HALF_PAIR.sub("\ufffd", text)
    starts = [match.start() for match in _PARAGRAPH.finditer(text)]
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


def _times(times: tuple[TimeExpression, ...], days: DayInterval) -> Iterator[Time]:
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
