"""One text without a record: the finders of the analysis on words that somebody hands over.

All of the text is taken as an article's words: no roles, no residue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import batched

from onrecord.errors import UsageError
from onrecord.settings import Settings, load_settings
from onrecord.values.article import Article, Dating, Paragraph
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression, resolve_all
from onrecord.values.told_days import tell_days
from onrecord.values.vocabulary import Basis, Role

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t\r]*\n))*")
"""A paragraph ends at an empty line: a single line break may be a wrapped line."""
_LINE = re.compile(r"\S[^\n]*")
_WHOLE_LINE = re.compile(r"[.!?:][\"'”’»)\]]*\s*\n")
"""A line that ends where a sentence does."""
_WRAPPED = 120
"""Code points: a text that is wrapped has no longer lines."""

_BATCH = 64
"""Texts analysed together."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """When something was said."""

    first: date | None
    """First day on which it may have been said; None where open."""
    last: date | None
    """Last such day."""
    basis: str
    """expression, occasion or publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """An utterance in a text and who is said to have made it; fields as in the record's JSON.

    Places are (start, end) in code points of the text.
    """

    content: tuple[tuple[int, int], ...]
    """What was said, in parts where the cue interrupts; without outer quotation marks."""
    source: tuple[int, int] | None
    """Who said it, as printed there."""
    cue: tuple[int, int] | None
    """The words that carry it: `said`, `according to`."""
    kind: str
    """direct, indirect or mixed."""
    sourcing: str
    """named, organisation, document, unnamed, outlet or none."""
    speaker_name: str | None
    """Name of the speaker as this text prints it in full; of the unnamed and of documents what is
    printed; None where no source is printed."""
    co_speakers: tuple[tuple[int, int], ...]
    """Names of those who said it too."""
    through: str | None
    """The other medium to which it was said or that reported it, as printed."""
    said: Said
    within: tuple[int, int] | None
    """From the first to the last code point of the content that holds it."""
    stance: str
    """said, negated or hypothetical."""
    speaker_at: tuple[int, int] | None
    """A name of the speaker in the text, which may stand elsewhere than `source`."""
    speaker_why: str
    """How that was found, or why not."""
    description: tuple[int, int] | None
    """What is printed in place of or beside a name."""
    condition: tuple[int, int] | None
    """The condition of an unnamed source."""
    organisation: tuple[int, int] | None
    """For whom the source speaks."""
    time: tuple[int, int] | None
    """The expression that says when it was said."""
    why: str
    """The rule that found it, or the model with its strength."""


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
    article, analysis, days = _analysed(text, published, settings)
    return list(_attributions(article, analysis, days))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFindings:
    """All that the finders find in one text."""

    times: tuple[Time, ...]
    attributions: tuple[Attribution, ...]


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
        days = [_days(published) for _, published in pairs]
        articles = [_checked(text, settings) for text, _ in pairs]
        analyses = analyze(articles, settings)
        for article, analysis, one in zip(articles, analyses, days, strict=True):
            yield TextFindings(
                times=tuple(_times(analysis.times, one)),
                attributions=tuple(_attributions(article, analysis, one)),
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
    _, analysis, days = _analysed(text, published, settings)
    return list(_times(analysis.times, days))


def _analysed(
    text: str, published: date | str | None, settings: Settings | None
) -> tuple[Article, Analysis, DayInterval]:
    """The text as an article, what was found in it, and the days on which it appeared."""
    from onrecord.analysis.analyze import analyze  # noqa: PLC0415 - loads the model's library

    days, settings = _days(published), settings or load_settings()
    article = _checked(text, settings)
    [analysis] = analyze([article], settings)
    return article, analysis, days


def _checked(text: str, settings: Settings) -> Article:
    """The text as an article that is not too long to be analysed."""
    from onrecord.analysis.analyze import is_analysed  # noqa: PLC0415 - loads the model's library

    article = _as_article(text)
    if not is_analysed(article, settings.limits):
        most = settings.limits.article_characters
        raise UsageError(
            f"the text has {len(text):,} characters; at most {most:,} are analysed"
            " (ONRECORD_LIMIT_ARTICLE_CHARACTERS)"
        )
    return article


def _days(published: date | str | None) -> DayInterval:
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


def _as_article(text: str) -> Article:
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


def _attributions(article: Article, analysis: Analysis, days: DayInterval) -> Iterator[Attribution]:
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


def _place(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span is not None else None


def _words(article: Article, span: Span | None) -> str | None:
    return " ".join(article.slice(span).split()) if span is not None else None
