"""Rewrites: an article that retells another one's report in order and names its medium.

`find_rewrites` conducts:

1. articles that have something from another medium, and the articles of that medium;
2. how many of their sentences tell what sentences of these tell;
3. enough of them that are no quotations, in the other's order, and not earlier: a rewrite.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.lexicon.media import Medium
from onrecord.record.origins.evidence import ToldAgain
from onrecord.record.origins.reading import ArticleRead
from onrecord.values.spans import Span

_FEWEST = 4
_SHARE = 0.4
"""Sentences of an article that retell another one's, at least, and the share of its own."""
_OWN_WORDS = 3
"""Of these sentences that are no quotations, at least."""
_HEAD = 4
"""First sentences of an article, its headline one of them."""
_QUOTED = 0.5
"""Share of a sentence in quotation marks from which it is a quotation."""
_IN_ORDER = 0.55
"""Share of these that stand in the other one's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """What an article retells."""

    of: str
    """The article whose report it is."""
    medium: Medium
    """Named by the one that retells."""
    share: float
    """Share of its own sentences that retell the other's."""
    covered: tuple[Span, ...]
    """The sentences that do, in order."""
    why: str


def find_rewrites(
    articles: Sequence[ArticleRead], told: ToldAgain, copies: Mapping[str, str]
) -> dict[str, Rewrite]:
    """By article, what it retells; none that is a copy of it anyway.

    Args:
        articles: in the order of the record.
        told: sentences that tell the same.
        copies: the id of the group of copies of each article.
    """
    place = {one.article: number for number, one in enumerate(articles)}
    outlets = {one.article: one.outlet.key for one in articles if one.outlet is not None}
    found: dict[str, Rewrite] = {}
    for one in articles:
        # 1. who has something from whom
        cited = {claim.medium.key: claim.medium for claim in one.claims}
        sentences = told.sentences.get(one.article, ())
        # 2. sentences, 3. enough
        fitting = [
            rewrite
            for other, pairs in sorted(_matches(sentences, told, cited).items())
            if outlets.get(other, "") in cited and place[other] < place[one.article]
            if copies.get(other) != copies.get(one.article) and other not in found
            if (rewrite := _rewrite(other, cited[outlets[other]], pairs, len(sentences)))
            and _own_words(pairs, one) >= _OWN_WORDS
            and _named_early(sentences, one, outlets[other])
        ]
        if fitting:
            found[one.article] = max(fitting, key=lambda r: (r.share, -place[r.of]))
    return found


def _matches(
    sentences: Sequence[tuple[int, int, str]], told: ToldAgain, media: Iterable[str]
) -> dict[str, list[tuple[Span, int]]]:
    """By another article: sentences of the one with the place of the other's that tells it."""
    found: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for start, end, text in sentences:
        first: dict[str, int] = {}
        for article, at in told.again(text, media):
            first[article] = min(at, first.get(article, at))
        for article, at in first.items():
            found[article].append((Span(start, end), at))
    return found


def _rewrite(
    other: str, medium: Medium, pairs: Sequence[tuple[Span, int]], sentences: int
) -> Rewrite | None:
    share = len(pairs) / sentences
    if len(pairs) < _FEWEST or share < _SHARE or _ordered(pairs) < _IN_ORDER * len(pairs):
        return None
    why = f"retells: {len(pairs)} of {sentences} sentences; cites: {medium.name}"
    return Rewrite(
        of=other,
        medium=medium,
        share=round(share, 4),
        covered=tuple(span for span, _ in pairs),
        why=why,
    )


def _named_early(sentences: Sequence[tuple[int, int, str]], one: ArticleRead, medium: str) -> bool:
    """Whether an article names the medium at its head, as one does whose news it is."""
    _, end, _ = sentences[:_HEAD][-1]
    return any(c.medium.key == medium and c.printed.start < end for c in one.claims)


def _own_words(pairs: Sequence[tuple[Span, int]], one: ArticleRead) -> int:
    """How many of the sentences are not for the most part somebody's words: what anybody may quote
    is no sign of a rewrite."""
    quoted = [said.span for said in one.sourced if said.quoted]
    return sum(
        sum(max(0, min(q.end, span.end) - max(q.start, span.start)) for q in quoted)
        < _QUOTED * (span.end - span.start)
        for span, _ in pairs
    )


def _ordered(pairs: Sequence[tuple[Span, int]]) -> int:
    """How many of the pairs stand in one order on both sides, at most."""
    ends: list[int] = []
    for _, place in pairs:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
