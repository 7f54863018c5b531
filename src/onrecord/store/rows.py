"""Articles as rows and rows as articles: the one place that knows both."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from onrecord.store.dates import settled_dating
from onrecord.store.events import load_events
from onrecord.store.figures import load_figures
from onrecord.store.findings import load_attributions, load_mentions
from onrecord.store.since import is_older
from onrecord.values.article import Article, Dating, Field, Paragraph
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import (
    CountedFrom,
    Direction,
    Shape,
    TimeExpression,
    TimeForm,
    TimeType,
)
from onrecord.values.vocabulary import Basis, Role

_SINGLE = ("headline", "dek", "outlet", "agency", "dateline_place")


def article_columns(article: Article) -> dict[str, object]:
    """The columns of table `article` that an article fills by itself."""
    updated = article.updated
    return {
        "id": article.id,
        "media_type": article.media_type,
        "sha256": article.sha256,
        "language": article.language,
        **{name: _value(getattr(article, name)) for name in _SINGLE},
        "address": article.address,
        "published_first": _iso(article.published.days.first),
        "published_last": _iso(article.published.days.last),
        "published_basis": article.published.basis.value,
        "published_at": article.published.at,
        "published_why": article.published.why,
        "updated_first": _iso(updated.days.first) if updated else None,
        "updated_last": _iso(updated.days.last) if updated else None,
        "updated_basis": updated.basis.value if updated else None,
        "updated_at": updated.at if updated else None,
        "updated_why": updated.why if updated else None,
        "text": encode_text(article.text),
        "notes": json.dumps(list(article.notes), ensure_ascii=False),
    }


def encode_text(text: str) -> str:
    """Text as SQLite keeps it: lone surrogates, which UTF-8 cannot hold, become U+FFFD."""
    return text.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in text)


def field_rows(
    article: Article,
) -> Iterator[tuple[str, int, str, str, int | None, int | None, str]]:
    """Rows of `article_field` without the article's number."""
    for name in _SINGLE:
        field: Field | None = getattr(article, name)
        if field is not None:
            yield _field_row(name, 0, field)
    for position, byline in enumerate(article.bylines):
        yield _field_row("byline", position, byline)


def _field_row(
    name: str, position: int, field: Field
) -> tuple[str, int, str, str, int | None, int | None, str]:
    start, end = (field.span.start, field.span.end) if field.span else (None, None)
    return name, position, field.value, field.basis.value, start, end, field.why


def evidence_rows(article: Article) -> Iterator[tuple[str, int, int]]:
    """Rows of `date_evidence` without the article's number."""
    for what, dating in (("published", article.published), ("updated", article.updated)):
        for span in dating.evidence if dating else ():
            yield what, span.start, span.end


def read_article_row(
    connection: sqlite3.Connection, row: sqlite3.Row, *, as_read: bool = False
) -> Article:
    """The article of a row of table `article`, its date as settled by the pile; or `as_read`."""
    number = row["number"]
    fields: dict[str, list[Field]] = {}
    for f in connection.execute(
        "SELECT * FROM article_field WHERE article = ? ORDER BY field, position", (number,)
    ):
        span = Span(f["start"], f["end"]) if f["start"] is not None else None
        fields.setdefault(f["field"], []).append(
            Field(f["value"], Basis(f["basis"]), span, f["why"])
        )
    evidence: dict[str, list[Span]] = {}
    for e in connection.execute(
        "SELECT * FROM date_evidence WHERE article = ? ORDER BY what, start", (number,)
    ):
        evidence.setdefault(e["what"], []).append(Span(e["start"], e["end"]))
    paragraphs = tuple(
        Paragraph(p["start"], p["end"], Role(p["role"]), p["why"])
        for p in connection.execute(
            "SELECT start, end, role, why FROM paragraph WHERE article = ? ORDER BY start",
            (number,),
        )
    )
    published = _dating(row, "published", evidence)
    if not as_read:
        published = settled_dating(connection, number, row["id"], published)
    return Article(
        id=row["id"],
        name=row["name"],
        media_type=row["media_type"],
        sha256=row["sha256"],
        text=row["text"],
        paragraphs=paragraphs,
        language=row["language"],
        **{name: fields[name][0] if name in fields else None for name in _SINGLE},
        bylines=tuple(fields.get("byline", ())),
        address=row["address"],
        published=published,
        updated=_dating(row, "updated", evidence) if row["updated_basis"] else None,
        notes=tuple(json.loads(row["notes"])),
    )


def read_analysis(connection: sqlite3.Connection, row: sqlite3.Row) -> Analysis:
    """The findings of a row of table `article`."""
    number = row["number"]
    return Analysis(
        article=row["id"],
        sentences=tuple(
            Span(s["start"], s["end"])
            for s in connection.execute(
                "SELECT start, end FROM sentence WHERE article = ? ORDER BY start", (number,)
            )
        ),
        mentions=tuple(load_mentions(connection, number)),
        times=tuple(_times(connection, number)),
        events=tuple(load_events(connection, number)),
        attributions=tuple(load_attributions(connection, number)),
        figures=tuple(load_figures(connection, number)),
        words=row["words"],
    )


def _times(connection: sqlite3.Connection, number: int) -> Iterator[TimeExpression]:
    """The time expressions of an article; a file of the first schema, opened for reading only,
    holds none."""
    if is_older(connection, _TIMES_SINCE):
        return
    for row in connection.execute(
        "SELECT * FROM time WHERE article = ? ORDER BY start, end DESC", (number,)
    ):
        yield _time(row)


_TIMES_SINCE = 2
"""Schema from which on time expressions are kept."""


def time_row(one: TimeExpression) -> tuple[str | int | None, ...]:
    """The row of table `time` of an expression, without the article's number."""
    form = {k: v for k, v in asdict(one.form).items() if v != _PLAIN_FORM[k]}
    return (
        one.span.start,
        one.span.end,
        one.type.value,
        json.dumps(form, sort_keys=True),
        one.rule,
        one.counted_from.value,
        one.reference.start if one.reference else None,
        one.reference.end if one.reference else None,
        one.range.start if one.range else None,
        one.range.end if one.range else None,
    )


_PLAIN_FORM = asdict(TimeForm(shape=Shape.FIXED)) | {"shape": None}
"""What a form's fields are where nothing is kept; its shape always is."""


def _time(row: sqlite3.Row) -> TimeExpression:
    form = json.loads(row["form"])
    if "direction" in form:
        form["direction"] = Direction(form["direction"])
    return TimeExpression(
        span=Span(row["start"], row["end"]),
        type=TimeType(row["type"]),
        form=TimeForm(**(form | {"shape": Shape(form["shape"])})),
        rule=row["rule"],
        counted_from=CountedFrom(row["counted_from"]),
        reference=_span(row, "reference"),
        range=_span(row, "range"),
    )


def _span(row: sqlite3.Row, what: str) -> Span | None:
    start = row[f"{what}_start"]
    return Span(start, row[f"{what}_end"]) if start is not None else None


def _dating(row: sqlite3.Row, what: str, evidence: dict[str, list[Span]]) -> Dating:
    return Dating(
        DayInterval(_day(row[f"{what}_first"]), _day(row[f"{what}_last"])),
        Basis(row[f"{what}_basis"]),
        row[f"{what}_at"],
        tuple(evidence.get(what, ())),
        row[f"{what}_why"],
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _value(field: Field | None) -> str | None:
    return field.value if field else None
