"""The figures of the record as JSON: what was counted, whose and where, as of when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.record.attributions_view import EntitiesAt, attribution_id
from onrecord.record.figure_names import words_beside
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.figure_days import figure_days
from onrecord.values.figures import Figure
from onrecord.values.findings import Analysis
from onrecord.values.ids import finding_id
from onrecord.values.spans import Span
from onrecord.values.told_days import tell_days

type Json = dict[str, Any]


def figure_id(article: str, span: Span) -> str:
    """The id of the figure at a place."""
    return finding_id("figure", article, span.start, span.end)


def figures_json(article: Article, analysis: Analysis, entities: EntitiesAt) -> Iterator[Json]:
    """The figures of one article, in order."""
    if not analysis.figures:
        return
    published = article.published.days
    told = tell_days(analysis.times, analysis.attributions, published)
    days = {one.span: r.days for one, r in zip(analysis.times, told.times, strict=True)}
    wholes = {one.number: figure_id(article.id, one.span) for one in analysis.figures}
    for one in analysis.figures:
        held, basis = figure_days(one, days, published)
        yield _json(article, one, wholes, _as_of(held, basis, one), entities)


def _json(
    article: Article, one: Figure, wholes: dict[Span, str], as_of: Json, entities: EntitiesAt
) -> Json:
    return {
        "id": figure_id(article.id, one.span),
        "article": article.id,
        "start": one.span.start,
        "end": one.span.end,
        "low": one.low,
        "high": one.high,
        "bound": one.bound.value,
        "unit": one.unit,
        "counted": printed(article, one.counted),
        "scope": {
            "place": _name(article, one.place, entities),
            "owner": _name(article, one.owner, entities),
            "part": printed(article, one.part),
        },
        "as_of": as_of,
        "kind": one.kind.value,
        "modality": one.modality.value,
        "attribution": attribution_id(article.id, one.attribution) if one.attribution else None,
        "counted_at": _place(one.counted),
        "number": _place(one.number),
        "bound_word": printed(article, one.bound_word),
        "per": one.per,
        "direction": one.direction or None,
        "outcome": one.outcome or None,
        "part_of": wholes.get(one.part_of) if one.part_of else None,
        "scope_at": {
            "place": _place(one.place),
            "owner": _place(one.owner),
            "part": _place(one.part),
        },
        "time": _place(one.time),
        "incident": _place(one.incident),
        "inferred": list(one.inferred),
        "why": one.why,
    }


def _as_of(days: DayInterval, basis: str, one: Figure) -> Json:
    return {
        "first": days.first.isoformat() if days.first else None,
        "last": days.last.isoformat() if days.last else None,
        "basis": basis,
        "how": one.as_of.value,
    }


def _name(article: Article, span: Span | None, entities: EntitiesAt) -> str | None:
    """The name of the entity that is named at a place; else as printed."""
    if span is None:
        return None
    words, found = printed(article, span) or "", entities.at(article.id, span)
    return found[1] if found and not words_beside(words, found[1]) else words


def printed(article: Article, span: Span | None) -> str | None:
    """The words at a place on one line."""
    return " ".join(article.slice(span).split()) if span is not None else None


def _place(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None
