"""The origins of a pile. `read_origins` conducts:

1. what each article tells of itself: credit, signs of one, and what it has from other media;
2. rewrites, by sentences that retell others;
3. families: groups of copies with their first report, medium and relations; of versions what they
   changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from onrecord.linking.wordings.link_values import Verdict, WordingLink
from onrecord.record.origins.aliases import with_aliases
from onrecord.record.origins.evidence import ToldAgain
from onrecord.record.origins.families import compile_families, with_versions
from onrecord.record.origins.family import Families
from onrecord.record.origins.names import MediaNames
from onrecord.record.origins.reading import ArticlePile, ArticleRead, read_articles
from onrecord.record.origins.rewrites import find_rewrites
from onrecord.record.origins.versions import Version
from onrecord.values.links import CopyLink, OriginGroup, RetoldLink
from onrecord.values.stored import ArticleSummary


class OriginPile(ArticlePile, Protocol):
    """What origins are read from."""

    def summaries(self) -> list[ArticleSummary]:
        """All articles in the order of the record."""

    def origins(self) -> list[OriginGroup]:
        """All groups of copies."""

    def copy_links(self) -> Iterable[CopyLink]:
        """What pairs of articles print alike."""

    def held_sentences(self) -> Iterator[tuple[str, int, int, str]]:
        """(article, start, end, text id) of all sentences that can be compared."""

    def held_wordings(self) -> Iterator[tuple[str, int, int, str]]:
        """(article, start, end, text id) of all attributions that can be compared."""

    def wording_links(self) -> Iterator[WordingLink]:
        """All links between the texts of attributions."""

    def retold_links(self) -> Iterator[RetoldLink]:
        """All links between the texts of sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The origins of a pile."""

    families: Families
    articles: Mapping[str, ArticleRead]
    """In the order of the record."""
    names: MediaNames
    told: ToldAgain


def read_origins(pile: OriginPile) -> Origins:
    """The origins of a pile: a function of the set of its articles, their links and dates."""
    # 1. articles
    summaries = pile.summaries()
    articles = with_aliases(read_articles(pile, summaries))
    groups = pile.origins()
    copies = {member.article: group.id for group in groups for member in group.members}
    # 2. rewrites
    retold = [(link.left, link.right) for link in pile.retold_links()]
    alike = [(one.left, one.right) for one in pile.wording_links() if one.verdict is Verdict.SAME]
    told = ToldAgain.of(articles, pile.held_sentences(), pile.held_wordings(), [*retold, *alike])
    rewrites = find_rewrites(articles, told, copies)
    # 3. families
    names = MediaNames.of(
        chain((one.outlet for one in articles), (c.medium for one in articles for c in one.claims))
    )
    families = with_versions(
        compile_families(groups, pile.copy_links(), articles, rewrites, names),
        lambda id_: Version(pile.article(id_), pile.analysis(id_).sentences),
    )
    return Origins(
        families=families,
        articles={one.article: one for one in articles},
        names=names,
        told=told,
    )
