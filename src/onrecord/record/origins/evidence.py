"""Which report of the pile an article means when it names another medium."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.record.origins.reading import ArticleRead
from onrecord.values.spans import Span

type Held = Iterable[tuple[str, int, int, str]]
"""(article, start, end, text id) of sentences, or of words that somebody said."""
type Teller = tuple[str, int]
"""Article and start."""

_MOST = 20
"""Articles of one medium that are looked at for one text; the first of the record."""


@dataclass(frozen=True, slots=True)
class ToldAgain:
    """The sentences of a pile that tell what others tell; read once, for those who ask."""

    sentences: Mapping[str, Sequence[tuple[int, int, str]]] = field(default_factory=dict)
    """Of the articles that have something from another medium, in order."""
    said: Mapping[str, Sequence[tuple[int, int, str]]] = field(default_factory=dict)
    """Of these too what somebody said, in order."""
    tellers: Mapping[str, Mapping[str, Sequence[Teller]]] = field(default_factory=dict)
    """By text and by medium."""
    near: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By text: those that tell the same."""

    @classmethod
    def of(
        cls,
        articles: Sequence[ArticleRead],
        held: Held,
        said: Held,
        links: Iterable[tuple[str, str]],
    ) -> ToldAgain:
        """What articles that name a medium tell again, and where articles of it tell it.

        Args:
            articles: in the order of the record.
            held: the sentences that can be compared.
            said: the words of attributions that can be.
            links: pairs of ids of texts that tell the same.
        """
        cited = {claim.medium.key for one in articles for claim in one.claims}
        citing = {one.article for one in articles if one.claims}
        media = {one.article: _media(one) & cited for one in articles}
        place = {one.article: number for number, one in enumerate(articles)}
        told: list[dict[str, list[tuple[int, int, str]]]] = [defaultdict(list), defaultdict(list)]
        tellers: dict[str, dict[str, list[Teller]]] = defaultdict(lambda: defaultdict(list))
        for found, places in zip(told, (held, said), strict=True):
            for article, start, end, text in places:
                if article in citing:
                    found[article].append((start, end, text))
                for key in media.get(article, ()):
                    tellers[text][key].append((article, start))
        for by_medium in tellers.values():
            for those in by_medium.values():
                those.sort(key=lambda one: (place[one[0]], one[1]))
                del those[_MOST:]
        wanted = {text for found in told for own in found.values() for _, _, text in own}
        near: dict[str, list[str]] = defaultdict(list)
        for link in links:
            for one, other in (link, link[::-1]):
                if one in wanted and other in tellers:
                    near[one].append(other)
        sentences, words = ({a: sorted(own) for a, own in found.items()} for found in told)
        return cls(sentences, words, tellers, near)

    def again(self, text: str, media: Iterable[str]) -> Iterator[Teller]:
        """Where some media tell what a text tells."""
        keys = sorted(media)
        for other in (text, *self.near.get(text, ())):
            by_medium = self.tellers.get(other, {})
            for key in keys:
                yield from by_medium.get(key, ())

    def within(self, article: str, span: Span) -> Iterator[str]:
        """The texts that a place of an article touches."""
        for start, end, text in (*self.sentences.get(article, ()), *self.said.get(article, ())):
            if start < span.end and end > span.start:
                yield text


def _media(one: ArticleRead) -> set[str]:
    """The media on whose page an article stands, or whom it credits."""
    named = (one.outlet, one.descent.medium if one.descent is not None else None)
    return {medium.key for medium in named if medium is not None}


def reports_meant(
    one: ArticleRead, told: ToldAgain, fitting: Callable[[str], bool]
) -> dict[str, str]:
    """By a medium's key the article of it whose words an article's claims tell again, if one does.

    Args:
        one: the article that names the media.
        told: sentences that tell the same.
        fitting: whether an article may be meant.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in one.claims:
        key = claim.medium.key
        for text in told.within(one.article, claim.span):
            counts[key].update({article for article, _ in told.again(text, [key])})
    found = {}
    for key, by_article in counts.items():
        known = [article for article in by_article if article != one.article and fitting(article)]
        if known:
            found[key] = min(known, key=lambda article: (-by_article[article], article))
    return found
