"""Why an article is as it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.explain.asked import Asked
from onrecord.explain.reasons import Reason, field_reason, where
from onrecord.store.file import RecordFile
from onrecord.values.article import Article, Dating, Field
from onrecord.values.datings import Place, telling_weekdays
from onrecord.values.days import DayInterval


def of_article(asked: Asked, article: Article) -> Iterator[Reason]:
    """The fields, dates, language and notes of an article, its origin and its story."""
    record = asked.record
    for name in ("headline", "dek", "outlet", "agency", "dateline_place"):
        field: Field | None = getattr(article, name)
        yield field_reason(article, name, field) if field else Reason(what=name, value="none found")
    for byline in article.bylines:
        yield field_reason(article, "byline", byline)
    yield from _dating(record, article, "published", article.published)
    if article.updated:
        yield from _dating(record, article, "updated", article.updated)
    yield Reason(what="language", value=article.language, why="by-its-longest-lines")
    for note in article.notes:
        yield Reason(what="note", value=note)
    yield from _groups(asked, article.id)


def _groups(asked: Asked, article: str) -> Iterator[Reason]:
    for one in asked.compiled.tail["origins"] or ():
        for member in one["articles"]:
            if member["article"] == article:
                value = f"{one['id']} {member['relation']}"
                yield Reason(what="origin", value=value, why=member["why"])
    for one in asked.compiled.tail["stories"] or ():
        if article in one["articles"]:
            yield Reason(what="story", value=f"{one['id']} {one['name'] or ''}".rstrip())


def _dating(record: RecordFile, article: Article, what: str, dating: Dating) -> Iterator[Reason]:
    shown = _days(dating.days)
    if weekdays := telling_weekdays(dating.days, dating.weekdays):
        shown += f" ({', '.join(_WEEKDAYS[day - 1] for day in weekdays)})"
    places = [where(article, span) for span in dating.evidence]
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
    there = where(record.article(place.article), place.span)
    return there | {"place": f"{place.article}:{there['place']}"}
