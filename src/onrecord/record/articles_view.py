"""The articles of the record, as the JSON has them."""

from __future__ import annotations

from typing import Any

from onrecord.record.lookups import Lookups
from onrecord.values.article import Article, Dating, Field
from onrecord.values.datings import telling_weekdays
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.stored import ArticleSummary

type Json = dict[str, Any]


def anchor(article: Article, span: Span) -> Json:
    """The words at a place: article, start, end, text."""
    return {
        "article": article.id,
        "start": span.start,
        "end": span.end,
        "text": article.slice(span),
    }


def dating_json(article: Article, dating: Dating, lookups: Lookups) -> Json:
    """A date of an article with its basis and evidence, its own words before those of others."""
    first, last = dating.days.first, dating.days.last
    own = [anchor(article, span) for span in dating.evidence]
    others = [anchor(lookups.article(p.article), p.span) for p in dating.elsewhere]
    return {
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
        "weekdays": list(telling_weekdays(dating.days, dating.weekdays)) or None,
        "basis": dating.basis.value,
        "at": dating.at,
        "evidence": own + others,
        "why": dating.why,
    }


def article_json(
    summary: ArticleSummary, article: Article, analysis: Analysis, lookups: Lookups
) -> Json:
    """One article of the record."""
    return {
        "id": article.id,
        "label": summary.label,
        "name": summary.name,
        "names": list(summary.names),
        "address": article.address,
        "outlet": _value(article.outlet),
        "agency": _value(article.agency),
        "headline": _value(article.headline),
        "dek": _value(article.dek),
        "bylines": [byline.value for byline in article.bylines],
        "dateline_place": _value(article.dateline_place),
        "published": dating_json(article, article.published, lookups),
        "updated": dating_json(article, article.updated, lookups) if article.updated else None,
        "language": article.language,
        "analysed": summary.analysed,
        "media_type": article.media_type,
        "sha256": article.sha256,
        "text": article.text,
        "paragraphs": [
            {"start": p.start, "end": p.end, "role": p.role.value, "why": p.why}
            for p in article.paragraphs
        ],
        "sentences": [[s.start, s.end] for s in analysis.sentences] if summary.analysed else None,
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "type": m.type.value}
            for m in analysis.mentions
        ]
        if summary.analysed
        else None,
        "fields": _fields(article),
        "notes": list(article.notes),
    }


def _value(field: Field | None) -> str | None:
    return field.value if field else None


def _fields(article: Article) -> Json:
    found: Json = {}
    for name in ("headline", "dek", "outlet", "agency", "dateline_place"):
        field: Field | None = getattr(article, name)
        if field is not None:
            found[name] = _field_json(field)
    if article.bylines:
        found["bylines"] = [_field_json(byline) for byline in article.bylines]
    return found


def _field_json(field: Field) -> Json:
    return {
        "basis": field.basis.value,
        "start": field.span.start if field.span else None,
        "end": field.span.end if field.span else None,
        "why": field.why,
    }


def article_row(summary: ArticleSummary) -> dict[str, Any]:
    """One row of the view of articles."""
    days, updated = summary.published, summary.updated
    return {
        "id": summary.id,
        "label": summary.label,
        "name": summary.name,
        "outlet": summary.outlet,
        "agency": summary.agency,
        "headline": summary.headline,
        "published_first": days.first.isoformat() if days.first else None,
        "published_last": days.last.isoformat() if days.last else None,
        "basis": summary.basis,
        "updated": updated.last.isoformat() if updated and updated.last else None,
        "language": summary.language,
        "analysed": summary.analysed,
        "words": summary.words,
    }
