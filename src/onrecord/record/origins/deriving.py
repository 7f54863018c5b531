"""Who derives from whom within a group of copies. `derive` conducts:

1. which side of each link was there first, by credit and time;
2. the first report: the medium's own, else one that derives from none and that most derive from;
3. of every other article the partner that it derives from: of those that are not later, the one
   that it shares most with;
4. the relation: version of a report of the same outlet, same text, or pickup.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.lexicon.media import Medium
from onrecord.linking.copies.direction import CopySide, Direction, From, direction
from onrecord.record.origins.family import SharedWith
from onrecord.record.origins.names import MediaNames
from onrecord.record.origins.reading import ArticleRead
from onrecord.record.origins.shared import turned
from onrecord.values.links import CopyLink
from onrecord.values.vocabulary import Relation

_VERSION = 0.5
"""Share of the shorter of two reports of one outlet that both print, from which one is a version of
the other; with less a new report repeats what the outlet printed before."""
_DAYS = 7
"""Days between two versions of one report, at most."""
_EQUAL = 0.02
"""Shares that differ by no more are equal."""


@dataclass(frozen=True, slots=True)
class Derived:
    """From whom an article derives, and how."""

    relation: Relation
    why: str
    source: str | None
    """The article, where it is known that it was there first."""
    shared: SharedWith


@dataclass(frozen=True, slots=True)
class Descended:
    """A group, from whom each derives."""

    first: ArticleRead
    derived: Mapping[str, Derived]
    """All others, by article."""
    rivals: tuple[ArticleRead, ...]
    """Those of other outlets that may have been there before the first, in the record's order."""


@dataclass(frozen=True, slots=True)
class _Kin:
    """A group with the links in it."""

    by_id: Mapping[str, ArticleRead]
    place: Mapping[str, int]
    near: Mapping[str, Sequence[CopyLink]]
    told: Mapping[tuple[str, str], Direction]

    def source(self, link: CopyLink) -> str | None:
        """The article of a link that was there first; None where nothing tells."""
        found = self.told[link.left, link.right].source
        if found is From.COMMON:
            sides = [self.by_id[link.left], self.by_id[link.right]]
            pages = [one for one in sides if _is_agency_page(one)]
            if len(pages) == len(sides):
                return next((o.article for o, p in (sides, sides[::-1]) if _is_before(o, p)), None)
            return pages[0].article if pages else None
        return {From.LEFT: link.left, From.RIGHT: link.right}.get(found)


def _is_agency_page(one: ArticleRead) -> bool:
    return one.outlet is not None and one.outlet.is_agency


def _is_before(one: ArticleRead, other: ArticleRead) -> bool:
    """Whether one article is known to have been published before another one."""
    last, first = one.published.last, other.published.first
    return last is not None and first is not None and last < first


def _days_apart(one: ArticleRead, other: ArticleRead) -> int:
    """Days that lie between two articles at least."""
    apart = [0]
    for earlier, later in ((one, other), (other, one)):
        last, first = earlier.published.last, later.published.first
        if last is not None and first is not None:
            apart.append((first - last).days)
    return max(apart)


def derive(
    kin: Sequence[ArticleRead],
    links: Sequence[CopyLink],
    medium: Medium | None,
    names: MediaNames,
) -> Descended:
    """The first report of a group, and of all others from whom they derive.

    Args:
        kin: the articles, in the order of the record.
        links: between them, copies only.
        medium: whose report it is, where a credit tells.
        names: of the pile's media.
    """
    by_id = {one.article: one for one in kin}
    near: dict[str, list[CopyLink]] = defaultdict(list)
    for link in links:
        near[link.left].append(link)
        near[link.right].append(link)
    # 1. which side was first
    sides = {one.article: _side(one, names) for one in kin}
    told = {
        (link.left, link.right): direction(link, sides[link.left], sides[link.right])
        for link in links
    }
    held = _Kin(by_id, {one.article: number for number, one in enumerate(kin)}, near, told)
    # 2. the first report
    first = _first(held, medium)
    # 3. partners, 4. relations
    others = (one for one in kin if one is not first and near.get(one.article))
    return Descended(
        first, {one.article: _derived(one, first, held) for one in others}, _rivals(first, held)
    )


def _rivals(first: ArticleRead, held: _Kin) -> tuple[ArticleRead, ...]:
    """Articles of other outlets of which nothing tells that they were not first."""
    unknown = [
        held.by_id[turned(link, first.article).article]
        for link in held.near.get(first.article, ())
        if held.told[link.left, link.right].source is From.UNKNOWN
    ]
    others = (one for one in unknown if one.outlet is None or not first.is_of(one.outlet))
    return tuple(sorted(others, key=lambda one: held.place[one.article]))


def _side(one: ArticleRead, names: MediaNames) -> CopySide:
    credited = one.credits
    own = one.outlet if one.outlet is not None and one.outlet.is_agency else credited
    cited = {names.name(claim.medium) for claim in one.claims}
    if credited is not None:
        cited.add(names.name(credited))
    outlet = names.name(one.outlet) if one.outlet is not None else None
    return CopySide(
        outlet=outlet,
        agency=names.name(own) if own is not None else None,
        names=frozenset({outlet} if outlet is not None else ()),
        cited=frozenset(cited - {outlet}),
        days=one.published,
        at=one.at,
        words=one.words,
    )


def _first(held: _Kin, medium: Medium | None) -> ArticleRead:
    """The medium's own report; else what derives from none and most derive from; ties by order."""

    def rank(one: ArticleRead) -> tuple[bool, int, int, int]:
        sources = [held.source(link) for link in held.near.get(one.article, ())]
        ahead = sum(source == one.article for source in sources)
        behind = sum(source not in (None, one.article) for source in sources)
        return not one.is_of(medium), behind, -ahead, held.place[one.article]

    return min(held.by_id.values(), key=rank)


def _derived(one: ArticleRead, first: ArticleRead, held: _Kin) -> Derived:
    link = min(held.near[one.article], key=lambda link: _nearness(one, link, first, held))
    shared, source = turned(link, one.article), held.source(link)
    other = held.by_id[shared.article]
    is_version = (
        one.is_of(other.outlet)
        and max(link.left_share, link.right_share) >= _VERSION
        and _days_apart(one, other) <= _DAYS
    )
    relation = Relation.VERSION if is_version else link.relation
    why = f"{link.why}; {held.told[link.left, link.right].why}"
    return Derived(relation, why, source if source == other.article else None, shared)


def _nearness(
    one: ArticleRead, link: CopyLink, first: ArticleRead, held: _Kin
) -> tuple[bool, bool, float, bool, bool, int]:
    """Sort key of the partners of an article, the one that it derives from first."""
    shared, source = turned(link, one.article), held.source(link)
    other = held.by_id[shared.article]
    known_later = source == one.article
    after = source is None and held.place[other.article] > held.place[one.article]
    return (
        known_later,
        after and other is not first,
        -round(shared.share / _EQUAL),
        not one.is_of(other.outlet),
        other is not first,
        -held.place[other.article],
    )
