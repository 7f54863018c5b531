"""A reason, and the words on which it rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from onrecord.values.article import Article, Field
from onrecord.values.spans import Span


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


def where(article: Article, span: Span | None) -> dict[str, str]:
    """Place and words of a span; nothing where there is none."""
    if span is None:
        return {}
    return {"place": f"{span.start}-{span.end}", "words": article.slice(span)}


def anchor_words(place: Mapping[str, Any]) -> dict[str, str]:
    """Place and words of an anchor, its article's id before the place."""
    there = f"{place['article']}:{place['start']}-{place['end']}"
    return {"place": there, "words": place["text"]}


def field_reason(article: Article, name: str, field: Field) -> Reason:
    """Why a field of an article is what it is."""
    return Reason(
        what=name,
        value=field.value,
        basis=field.basis.value,
        why=field.why,
        **where(article, field.span),
    )
