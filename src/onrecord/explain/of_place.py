"""Why the words at a place are read as they are."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.explain.of_figures import figures_at
from onrecord.explain.of_speech import attributions_at
from onrecord.explain.reasons import Reason, field_reason, where
from onrecord.store.file import RecordFile
from onrecord.values.article import Article, Field
from onrecord.values.spans import Span
from onrecord.values.told_days import tell_days


def of_place(record: RecordFile, article: Article, start: int) -> Iterator[Reason]:
    """The paragraph, sentence, names, times, figures, attributions and fields at a place."""
    yield from _paragraph_at(article, start)
    yield from _sentence_at(record, article, start)
    yield from _times_at(record, article, start)
    yield from figures_at(record, article, start)
    yield from attributions_at(record, article, start)
    yield from _fields_at(article, start)


def _paragraph_at(article: Article, start: int) -> Iterator[Reason]:
    for paragraph in article.paragraphs:
        if paragraph.start <= start < paragraph.end:
            span = Span(paragraph.start, paragraph.end)
            yield Reason(
                what="paragraph",
                value=paragraph.role.value,
                why=paragraph.why,
                **where(article, span),
            )


def _sentence_at(record: RecordFile, article: Article, start: int) -> Iterator[Reason]:
    analysis = record.analysis(article.id)
    for sentence in analysis.sentences:
        if sentence.start <= start < sentence.end:
            yield Reason(
                what="sentence", value="", why="language-model: parser", **where(article, sentence)
            )
            for mention in analysis.mentions:
                if sentence.start <= mention.span.start < sentence.end:
                    yield Reason(
                        what="mention",
                        value=mention.type.value,
                        why="language-model: names",
                        **where(article, mention.span),
                    )


def _times_at(record: RecordFile, article: Article, start: int) -> Iterator[Reason]:
    found = record.analysis(article.id)
    told = tell_days(found.times, found.attributions, article.published.days)
    for one, result in zip(found.times, told.times, strict=True):
        if one.span.start <= start < one.span.end:
            counted = one.counted_from.value
            if one.reference is not None:
                counted = f"{article.slice(one.reference)} ({one.reference.start})"
            yield Reason(
                what="time",
                value=result.value,
                why=f"rule: {one.rule}; counted from: {counted}",
                **where(article, one.span),
            )


def _fields_at(article: Article, start: int) -> Iterator[Reason]:
    for name in ("headline", "dek", "outlet", "agency", "dateline_place"):
        field: Field | None = getattr(article, name)
        if field and field.span and field.span.start <= start < field.span.end:
            yield field_reason(article, name, field)
    for byline in article.bylines:
        if byline.span and byline.span.start <= start < byline.span.end:
            yield field_reason(article, "byline", byline)
