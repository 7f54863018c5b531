"""The interview that an article is made of: what its speaker says elsewhere in it was told there
too.

`Her remarks came in an interview with the Elm Courier` says it of all that she is said to have
said in the article; `she told the Elm Courier` says it of what follows directly, until she or
somebody else says something on another occasion.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.lexicon.interview_words import interview_words
from onrecord.lexicon.media import Medium, medium_of
from onrecord.text.folding import fold_words
from onrecord.values.article import Article
from onrecord.values.attributions import Attribution
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span

_NEAR = 2
"""Paragraphs after one told to a medium in which the speaker goes on."""


@dataclass(frozen=True, slots=True)
class Interview:
    """What one person told one medium, as an article that is made of it prints it."""

    medium: Medium
    printed: Span
    """Where the medium is named."""
    told: frozenset[Span]
    """Extents of the attributions."""
    is_exclusive: bool


def interview_of(article: Article, analysis: Analysis) -> Interview | None:
    """The interview that an article as a whole is made of, or None."""
    for one in analysis.attributions:
        if one.through is None or one.speaker is None:
            continue
        frame = _frame_at(article, analysis.sentences, one.through)
        if frame is None:
            continue
        medium = medium_of(article.slice(one.through))
        if medium is None:
            continue
        told = frozenset(
            other.extent
            for other in analysis.attributions
            if _is_of(article, other, one) and not _elsewhere(article, analysis, other)
        )
        exclusive = interview_words().exclusive.search(article.slice(frame)) is not None
        return Interview(medium, one.through, told | {one.extent}, exclusive)
    return None


def continuing(article: Article, analysis: Analysis) -> Iterator[tuple[Attribution, Attribution]]:
    """Each attribution without a medium that goes on with what its speaker told one before it, and
    that one."""
    before: Attribution | None = None
    last: Attribution | None = None
    for one in analysis.attributions:
        if one.through is not None and one.speaker is not None:
            before = last = one
            continue
        if before is None or last is None or one.within is not None:
            continue
        goes_on = (
            _is_of(article, one, before)
            and one.time is None
            and not _elsewhere(article, analysis, one)
            and article.text.count("\n", last.extent.end, one.extent.start) <= 2 * _NEAR
        )
        if goes_on:
            yield one, before
            last = one
        else:
            before = last = None


def _frame_at(article: Article, sentences: Sequence[Span], place: Span) -> Span | None:
    """The sentence that holds a place, where it says that all was told in an interview."""
    for sentence in sentences:
        if sentence.start <= place.start < sentence.end:
            found = interview_words().frame.search(article.slice(sentence))
            return sentence if found is not None else None
    return None


def _is_of(article: Article, one: Attribution, other: Attribution) -> bool:
    """Whether both are of one speaker, by the last word of the name."""
    if one.speaker is None or other.speaker is None:
        return False
    ours = fold_words(article.slice(one.speaker))[-1:]
    return bool(ours) and ours == fold_words(article.slice(other.speaker))[-1:]


def _elsewhere(article: Article, analysis: Analysis, one: Attribution) -> bool:
    """Whether an attribution names another occasion or medium."""
    if one.by_occasion:
        return True
    words = interview_words()
    for sentence in analysis.sentences:
        if sentence.start <= one.extent.start < sentence.end:
            frame = article.text[sentence.start : sentence.end]
            for part in one.content:
                inside = article.slice(part)
                frame = frame.replace(inside, " ")
            return bool(words.elsewhere.search(frame)) and not words.interview.search(frame)
    return False
