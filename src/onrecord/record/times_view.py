"""The time expressions of the record, resolved by the days on which their articles appeared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.told_days import tell_days


def times_json(article: Article, analysis: Analysis) -> Iterator[dict[str, Any]]:
    """The expressions of one article, in order."""
    told = tell_days(analysis.times, analysis.attributions, article.published.days)
    for one, result in zip(analysis.times, told.times, strict=True):
        first, last = result.days.first, result.days.last
        yield {
            "article": article.id,
            "start": one.span.start,
            "end": one.span.end,
            "type": one.type.value,
            "value": result.value,
            "first": first.isoformat() if first else None,
            "last": last.isoformat() if last else None,
            "rule": one.rule,
            "counted_from": one.counted_from.value,
            "reference": [one.reference.start, one.reference.end] if one.reference else None,
            "range": [one.range.start, one.range.end] if one.range else None,
        }
