"""Groups of articles that descend from one report, made of the links between them.

An article that prints parts of two reports belongs to the one that it has most of, and does not
make one of the two: a link joins two articles only where what it shares is, on both sides, what
the article shares with the one nearest to it, or the whole of the other one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from onrecord.values.ids import group_id
from onrecord.values.links import CopyLink, OriginGroup, OriginMember
from onrecord.values.vocabulary import Relation

WHOLE = 0.8
"""Share of a text from which it is in another one as a whole."""
_OVERLAP = 0.5
"""Share of the shorter of two stretches from which they are the same part of a text."""
_VERSION, _MUTUAL = 0.4, 0.25
"""Shares of the two texts, the greater and the smaller, from which articles that both have a nearer
one are versions of one report; less is the background that two reports of an agency share."""

type LinksOf = Callable[[str], Sequence[CopyLink]]
"""The links of an article, of any relation."""


def groups_of(touched: Iterable[str], links_of: LinksOf) -> tuple[OriginGroup, ...]:
    """All groups of the articles that hang together with some, those alone too, by their ids.

    Args:
        touched: ids of articles of the pile.
        links_of: reads the links of one article.
    """
    links: dict[str, list[CopyLink]] = {}
    waiting = sorted(set(touched), reverse=True)
    while waiting:
        article = waiting.pop()
        if article not in links:
            links[article] = [one for one in links_of(article) if _is_copy(one)]
            waiting += [_other(one, article) for one in links[article]]
    homes = {article: _home(article, found) for article, found in links.items()}
    joined = _Joined(links)
    for article, found in sorted(links.items()):
        for link in found:
            if link.left == article and _joins(link, homes):
                joined.join(link.left, link.right)
    groups = [_group(members, homes) for members in joined.groups()]
    return tuple(sorted(groups, key=lambda group: group.id))


def _is_copy(link: CopyLink) -> bool:
    return link.relation is not Relation.INDEPENDENT


def _other(link: CopyLink, article: str) -> str:
    return link.right if link.left == article else link.left


def _share(link: CopyLink, article: str) -> float:
    return link.left_share if link.left == article else link.right_share


def _home(article: str, links: Sequence[CopyLink]) -> CopyLink | None:
    """The link by which most of an article is printed elsewhere."""
    return min(
        links,
        key=lambda one: (
            one.relation is not Relation.SAME_TEXT,
            -_share(one, article),
            -_share(one, _other(one, article)),
            _other(one, article),
        ),
        default=None,
    )


def _joins(link: CopyLink, homes: dict[str, CopyLink | None]) -> bool:
    if link.relation is Relation.SAME_TEXT:
        return True
    if link not in (homes[link.left], homes[link.right]):
        shares = sorted((link.left_share, link.right_share))
        if shares[0] < _MUTUAL or shares[1] < _VERSION:
            return False
    return all(_belongs(link, article, homes) for article in (link.left, link.right))


def _belongs(link: CopyLink, article: str, homes: dict[str, CopyLink | None]) -> bool:
    """Whether a link tells where an article comes from, or what comes from it."""
    home, other = homes[article], _other(link, article)
    if home is None or home == link:
        return True
    if homes[other] == link and _share(link, other) >= WHOLE:
        return True
    ours, theirs = _places(link, article), _places(home, article)
    both = sum(
        max(0, min(end, last) - max(start, first)) for start, end in ours for first, last in theirs
    )
    shorter = min(sum(e - s for s, e in ours), sum(e - s for s, e in theirs))
    return both >= _OVERLAP * shorter


def _places(link: CopyLink, article: str) -> list[tuple[int, int]]:
    """Where in an article the passages of a link stand, without what lies twice."""
    spans = sorted((one.left if link.left == article else one.right) for one in link.passages)
    found: list[tuple[int, int]] = []
    for span in spans:
        start = max(span.start, found[-1][1]) if found else span.start
        if span.end > start:
            found.append((start, span.end))
    return found


class _Joined:
    """Articles joined into groups."""

    def __init__(self, articles: Iterable[str]) -> None:
        self._first = {article: article for article in articles}

    def join(self, one: str, other: str) -> None:
        """Have two articles in one group."""
        first, second = self._of(one), self._of(other)
        self._first[max(first, second)] = min(first, second)

    def groups(self) -> list[list[str]]:
        """The groups, each in order."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for article in sorted(self._first):
            found[self._of(article)].append(article)
        return list(found.values())

    def _of(self, article: str) -> str:
        while self._first[article] != article:
            article = self._first[article]
        return article


def _group(members: list[str], homes: dict[str, CopyLink | None]) -> OriginGroup:
    if len(members) == 1:
        found = (OriginMember(members[0], Relation.UNKNOWN, "no-shared-passage"),)
        return OriginGroup(group_id("origin", members), found)
    return OriginGroup(
        group_id("origin", members),
        tuple(_member(article, homes[article]) for article in members),
    )


def _member(article: str, home: CopyLink | None) -> OriginMember:
    if home is None:
        return OriginMember(article, Relation.UNKNOWN, "no-shared-passage")
    return OriginMember(article, home.relation, home.why)
