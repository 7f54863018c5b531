"""Rule and evidence of anything that a record shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from onrecord.decisions import find_entry, is_entry_id, split_place
from onrecord.errors import NoSuchArticle, UsageError
from onrecord.store.file import RecordFile
from onrecord.values.article import Article, Dating, Field
from onrecord.values.datings import Place, telling_weekdays
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.told_days import tell_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why one thing is as it is shown; empty where a part does not apply."""

    what: str
    value: str
    basis: str = ""
    why: str = ""
    place: str = ""
    """START-END in the article's text."""
    words: str = ""
    """The article's words at that place."""

    def as_dict(self) -> dict[str, str]:
        """The reason as a plain mapping."""
        return asdict(self)


def explain(record: RecordFile, what: str) -> list[Reason]:
    """The reasons behind an article, a place in one (`ARTICLE:START`), a group of copies or an
    entry of the timeline.

    Raises:
        NoSuchArticle: nothing has this id or name.
        UsageError: the place is outside of the text.
    """
    try:
        return list(_of_article(record, record.article(record.find(what))))
    except NoSuchArticle:
        found = [*_of_origin(record, what), *_of_entry(record, what)]
        if found:
            return found
        if ":" not in what:
            raise
    name, start = split_place(what)
    article = record.article(record.find(name))
    if start >= len(article.text):
        raise UsageError(f"{what}: the text has {len(article.text)} characters")
    return list(_of_place(record, article, start))


def _of_article(record: RecordFile, article: Article) -> Iterator[Reason]:
    for name in ("headline", "dek", "outlet", "agency", "dateline_place"):
        field: Field | None = getattr(article, name)
        yield _field(article, name, field) if field else Reason(what=name, value="none found")
    for byline in article.bylines:
        yield _field(article, "byline", byline)
    yield from _dating(record, article, "published", article.published)
    if article.updated:
        yield from _dating(record, article, "updated", article.updated)
    yield Reason(what="language", value=article.language, why="by-its-longest-lines")
    for note in article.notes:
        yield Reason(what="note", value=note)
    for group in record.origins():
        for member in group.members:
            if member.article == article.id:
                yield Reason(what="origin", value=f"{group.id} {member.relation}", why=member.why)


def _field(article: Article, name: str, field: Field) -> Reason:
    return Reason(
        what=name,
        value=field.value,
        basis=field.basis.value,
        why=field.why,
        **_where(article, field.span),
    )


def _dating(record: RecordFile, article: Article, what: str, dating: Dating) -> Iterator[Reason]:
    shown = _days(dating.days)
    if weekdays := telling_weekdays(dating.days, dating.weekdays):
        shown += f" ({', '.join(_WEEKDAYS[day - 1] for day in weekdays)})"
    places = [_where(article, span) for span in dating.evidence]
    places += [_elsewhere(record, place) for place in dating.elsewhere]
    for place in places or [{}]:
        yield Reason(what=what, value=shown, basis=dating.basis.value, why=dating.why, **place)


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _days(days: DayInterval) -> str:
    if not days.known:
        return "unknown"
    return str(days.first) if days.exact else f"{days.first or ''}..{days.last or ''}"


def _elsewhere(record: RecordFile, place: Place) -> dict[str, str]:
    """A place in another article, with that article's id before it."""
    there = _where(record.article(place.article), place.span)
    return there | {"place": f"{place.article}:{there['place']}"}


def _where(article: Article, span: Span | None) -> dict[str, str]:
    if span is None:
        return {}
    return {"place": f"{span.start}-{span.end}", "words": article.slice(span)}


def _of_place(record: RecordFile, article: Article, start: int) -> Iterator[Reason]:
    yield from _paragraph_at(article, start)
    yield from _sentence_at(record, article, start)
    yield from _times_at(record, article, start)
    yield from _fields_at(article, start)


def _paragraph_at(article: Article, start: int) -> Iterator[Reason]:
    for paragraph in article.paragraphs:
        if paragraph.start <= start < paragraph.end:
            span = Span(paragraph.start, paragraph.end)
            yield Reason(
                what="paragraph",
                value=paragraph.role.value,
                why=paragraph.why,
                **_where(article, span),
            )


def _sentence_at(record: RecordFile, article: Article, start: int) -> Iterator[Reason]:
    analysis = record.analysis(article.id)
    for sentence in analysis.sentences:
        if sentence.start <= start < sentence.end:
            yield Reason(
                what="sentence", value="", why="language-model: parser", **_where(article, sentence)
            )
            for mention in analysis.mentions:
                if sentence.start <= mention.span.start < sentence.end:
                    yield Reason(
                        what="mention",
                        value=mention.type.value,
                        why="language-model: names",
                        **_where(article, mention.span),
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
                **_where(article, one.span),
            )


def _fields_at(article: Article, start: int) -> Iterator[Reason]:
    for name in ("headline", "dek", "outlet", "agency", "dateline_place"):
        field: Field | None = getattr(article, name)
        if field and field.span and field.span.start <= start < field.span.end:
            yield _field(article, name, field)
    for byline in article.bylines:
        if byline.span and byline.span.start <= start < byline.span.end:
            yield _field(article, "byline", byline)


def _of_origin(record: RecordFile, what: str) -> Iterator[Reason]:
    labels = {s.id: s.label for s in record.summaries()}
    for group in record.origins():
        if len(what) >= 4 and group.id.startswith(what):
            for member in group.members:
                yield Reason(
                    what="origin",
                    value=labels.get(member.article, member.article),
                    basis=member.relation.value,
                    why=member.why,
                )


def _of_entry(record: RecordFile, what: str) -> Iterator[Reason]:
    """What each sentence of a timeline entry adds to it; nothing where no entry has the id."""
    if not is_entry_id(what):
        return
    try:
        entry = find_entry(record, what)
    except UsageError:
        return
    yield Reason(
        what="event",
        value=f"{entry['first'] or ''}..{entry['last'] or ''} reported as {entry['status']}",
        why=entry["why"],
        **_support_words(entry["sentence"]),
    )
    labels = {s.id: s.label for s in record.summaries()}
    for support in entry["support"]:
        yield Reason(
            what="support",
            value=f"{labels[support['article']]}: reported as {support['status']}",
            **_support_words(support),
        )


def _support_words(place: Mapping[str, Any]) -> dict[str, str]:
    where = f"{place['article']}:{place['start']}-{place['end']}"
    return {"place": where, "words": place["text"]}
