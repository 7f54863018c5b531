"""Which report of the pile an article means when it names another medium."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.record.origins.claims import Claim
from onrecord.record.origins.reading import ArticleRead
from onrecord.values.links import RetoldLink
from onrecord.values.spans import Span

type Held = Iterable[tuple[str, int, int, str]]
"""(article, start, end, text id) of sentences."""


@dataclass(frozen=True, slots=True)
class ToldAgain:
    """The sentences of a pile that tell what others tell; read once, for those who ask."""

    sentences: Mapping[str, Sequence[tuple[int, int, str]]] = field(default_factory=dict)
    """Of the articles that have something from another medium, in order."""
    tellers: Mapping[str, Sequence[tuple[str, int]]] = field(default_factory=dict)
    """By text: (article, start) of the articles of these media."""
    near: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By text: those that tell the same."""

    @classmethod
    def of(
        cls, articles: Sequence[ArticleRead], held: Held, links: Iterable[RetoldLink]
    ) -> ToldAgain:
        """What articles that name a medium tell again, and where articles of it tell it."""
        cited = {claim.medium.key for one in articles for claim in one.claims}
        citing = {one.article for one in articles if one.claims}
        theirs = {one.article for one in articles if _is_of_any(one, cited)}
        if not theirs:
            return cls()
        sentences: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        tellers: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for article, start, end, text in held:
            if article in citing:
                sentences[article].append((start, end, text))
            if article in theirs:
                tellers[text].append((article, start))
        wanted = {text for told in sentences.values() for _, _, text in told}
        near: dict[str, list[str]] = defaultdict(list)
        for link in links:
            for one, other in ((link.left, link.right), (link.right, link.left)):
                if one in wanted and other in tellers:
                    near[one].append(other)
        return cls({a: sorted(told) for a, told in sentences.items()}, tellers, near)

    def again(self, text: str) -> Iterator[tuple[str, int]]:
        """(article, start) of the sentences of those media that tell what a text tells."""
        for other in (text, *self.near.get(text, ())):
            yield from self.tellers.get(other, ())

    def within(self, article: str, span: Span) -> Iterator[str]:
        """The texts of the sentences that a place of an article touches."""
        told = self.sentences.get(article, ())
        for start, end, text in told[max(0, bisect_right(told, (span.start,)) - 1) :]:
            if start >= span.end:
                return
            if end > span.start:
                yield text


def _is_of_any(one: ArticleRead, media: set[str]) -> bool:
    """Whether an article stands on a page of one of some media, or credits it."""
    named = (one.outlet, one.descent.medium if one.descent is not None else None)
    return any(medium is not None and medium.key in media for medium in named)


def reports_meant(
    one: ArticleRead, claims: Iterable[Claim], told: ToldAgain, reports: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """By a medium's key the article of it whose words the claims tell again, where one does.

    Args:
        one: the article that names the media.
        claims: what it has from them.
        told: sentences that tell the same.
        reports: by a medium's key its articles that are not later, in the order of the record.
    """
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for claim in claims:
        fitting = set(reports.get(claim.medium.key, ()))
        for text in told.within(one.article, claim.span):
            for article in {article for article, _ in told.again(text)} & fitting:
                counts[claim.medium.key][article] += 1
    return {
        key: min(found, key=lambda a: (-found[a], reports[key].index(a)))
        for key, found in counts.items()
    }
