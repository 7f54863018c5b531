"""The names of an article by which it is compared: folded, each with how often it stands there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from onrecord.linking.names.forms import parse
from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.vocabulary import EntityType, Role

_TYPES = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE})
_ROLES = frozenset({Role.HEADLINE, Role.DEK, Role.LEDE, Role.BODY})


@dataclass(frozen=True, slots=True)
class EventName:
    """A name of an article."""

    printed: str
    """Its longest form there."""
    type: EntityType
    """What it was first taken for."""
    times: int


def event_names(article: Article, analysis: Analysis, end: int) -> dict[str, EventName]:
    """The names up to a place, by their folded forms, sorted: of persons the last word, of what
    is well known its common name."""
    starts = [one.start for one in article.paragraphs]
    found: dict[str, EventName] = {}
    for mention in analysis.mentions:
        span = mention.span
        if span.start >= end or mention.type not in _TYPES:
            continue
        if article.paragraphs[bisect_right(starts, span.start) - 1].role not in _ROLES:
            continue
        form = parse(span.slice(article.text), mention.type)
        if form is None:
            continue
        words = form.words
        if form.known is not None:
            words = tuple(form.known.name.lower().split())
        elif mention.type is EntityType.PERSON:
            words = words[-1:]
        key, printed = " ".join(words), " ".join(form.printed.split())
        before = found.get(key)
        if before is not None:
            printed = max(before.printed, printed, key=len)
        kind = before.type if before is not None else mention.type
        found[key] = EventName(printed, kind, 1 + (before.times if before is not None else 0))
    return dict(sorted(found.items()))
