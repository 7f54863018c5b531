"""Why something is read as somebody's words."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.explain.reasons import Reason, where
from onrecord.store.file import RecordFile
from onrecord.values.article import Article
from onrecord.values.attributions import Attribution

_PARTS = (
    *("source", "cue", "speaker", "description", "condition"),
    *("organisation", "through", "time"),
)


def attributions_at(record: RecordFile, article: Article, start: int) -> Iterator[Reason]:
    """The attributions that say, carry or source the words at a place, outer ones first."""
    for one in record.analysis(article.id).attributions:
        parts = [*one.content, *(p for n in _PARTS if (p := getattr(one, n)) is not None)]
        if any(part.start <= start < part.end for part in parts):
            yield from _reasons(article, one)


def _reasons(article: Article, one: Attribution) -> Iterator[Reason]:
    yield Reason(
        what="attribution",
        value=f"{one.kind.value}, {one.sourcing.value}, {one.stance.value}",
        why=one.why,
        **where(article, one.extent),
    )
    for name in _PARTS:
        span = getattr(one, name)
        if span is not None:
            why = one.speaker_why if name == "speaker" else ""
            yield Reason(what=name, value="", why=why, **where(article, span))
    if one.speaker is None:
        yield Reason(what="speaker", value="none found", why=one.speaker_why)
