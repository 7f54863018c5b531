"""Who tells what stands at a place: the origin that it counts for, and why.

The origin of a claim is the first of:

1. the medium that it is attributed to;
2. the medium of the family that its article descends from, but for the article's own paragraphs
   where it is a merged pickup;
3. the article's outlet;
4. the family itself, under the name `unknown outlet`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.lexicon.media import Medium
from onrecord.record.origins.family import Family, Member
from onrecord.record.origins.names import MediaNames
from onrecord.record.origins.pile import Origins
from onrecord.record.origins.reading import ArticleRead, Sourced
from onrecord.record.origins.shared import share_within
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Relation

UNKNOWN = "unknown outlet"
_SHOWN = 3
"""Media that are named where nothing tells which of them was first."""
_OWN = 0.2
"""Most of a paragraph that others print where it is the article's own."""
_FROM_COPY = frozenset({Relation.SAME_TEXT, Relation.PICKUP, Relation.VERSION, Relation.REWRITE})


@dataclass(frozen=True, slots=True)
class Origin:
    """What is counted once, and its name."""

    key: str
    name: str
    perhaps: frozenset[str] = frozenset()
    """Where nothing tells whose report it is, the keys of the media of which one is its origin."""


@dataclass(frozen=True, slots=True)
class Told:
    """Who tells what stands at a place."""

    origin: Origin
    why: str
    """`attributed-to: AP`, `copy-of: AP`, `outlet: Elm Courier`, `unknown-outlet`."""
    own: Origin
    """The article's own origin, whatever it attributes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One place where a thing is told."""

    article: str
    outlet: str | None
    """Key of the article's outlet, where it is known."""
    told: Told
    published: DayInterval
    unnamed: frozenset[str] | None = None
    """Of a source without a name the stems of what is printed of it; None where the article tells
    it itself or names who says it."""


@dataclass(frozen=True, slots=True)
class ArticleTellers:
    """The origins of the places of one article."""

    told: Told
    """Of what it does not attribute to another medium."""
    own: Told
    """Of its own paragraphs where it is a merged pickup."""
    own_places: tuple[Span, ...] = ()
    """These paragraphs, in order."""
    claims: tuple[tuple[Span, Told], ...] = ()
    """What it attributes to other media, in order of the places."""
    sourced: tuple[Sourced, ...] = ()
    """What somebody is said to have said, in order."""
    outlet: str | None = None
    """Key of its outlet."""
    published: DayInterval = DayInterval()  # noqa: RUF009 (a frozen value)


@dataclass(frozen=True, slots=True)
class Tellers:
    """The origins of all places of a pile."""

    by_article: Mapping[str, ArticleTellers]

    def at(self, article: str, start: int, end: int) -> Told:
        """Who tells what stands at [start, end) of an article.

        Raises:
            KeyError: the article is none of the pile.
        """
        held = self.by_article[article]
        inside = [
            (place.end - place.start, told)
            for place, told in held.claims
            if place.start <= start and end <= place.end
        ]
        if inside:
            return min(inside, key=lambda one: one[0])[1]
        if held.own_places:
            number = bisect_right([one.start for one in held.own_places], start) - 1
            if number >= 0 and start < held.own_places[number].end:
                return held.own
        return held.told

    def telling(self, article: str, start: int, end: int) -> Telling:
        """What stands at [start, end) of an article, as it is counted."""
        held = self.by_article[article]
        inside = [one for one in held.sourced if one.span.start <= start and end <= one.span.end]
        innermost = min(inside, key=lambda one: one.span.end - one.span.start, default=None)
        return Telling(
            article=article,
            outlet=held.outlet,
            told=self.at(article, start, end),
            published=held.published,
            unnamed=innermost.unnamed if innermost is not None else None,
        )

    def of(self, article: str) -> Origin:
        """The origin of what an article does not attribute to another medium."""
        return self.by_article[article].told.origin


def tellers_of(origins: Origins) -> Tellers:
    """The origins of all places of a pile."""
    return Tellers(
        {
            id_: _article_tellers(
                read, origins.families.of[id_], origins.families.member[id_], origins.names
            )
            for id_, read in origins.articles.items()
        }
    )


def _article_tellers(
    read: ArticleRead, family: Family, member: Member, names: MediaNames
) -> ArticleTellers:
    own = _own(family, member, names)
    told = own
    medium = family.medium
    if medium is not None and (member.outlet is None or member.outlet.key != medium.key):
        why = "copy-of" if member.relation in _FROM_COPY else "copy-without-partner"
        told = Told(_origin(medium, names), f"{why}: {names.name(medium)}", own.origin)
    elif medium is None and len(family.rivals) > 1:
        told = _one_of(family, own.origin, names)
    places: tuple[Span, ...] = ()
    if told is not own and not member.whole and member.covered:
        places = tuple(p for p in read.prose if share_within(p, member.covered) < _OWN)
    claims = tuple(
        (
            claim.span,
            Told(
                _origin(claim.medium, names),
                f"attributed-to: {names.name(claim.medium)}",
                own.origin,
            ),
        )
        for claim in read.claims
    )
    return ArticleTellers(
        told=told,
        own=own,
        own_places=places,
        claims=claims,
        sourced=read.sourced,
        outlet=read.outlet.key if read.outlet is not None else None,
        published=read.published,
    )


def _one_of(family: Family, own: Origin, names: MediaNames) -> Told:
    """Where nothing tells who was first, one origin under the names of all."""
    shown = [names.name(medium) for medium in family.rivals]
    more = [f"{len(shown) - _SHOWN} more"] if len(shown) > _SHOWN else []
    name = " · ".join([*shown[:_SHOWN], *more])
    keys = frozenset(medium.key for medium in family.rivals)
    return Told(Origin(f"articles {family.id}", name, keys), f"one-of: {name}", own)


def _origin(medium: Medium, names: MediaNames) -> Origin:
    return Origin(medium.key, names.name(medium))


def _own(family: Family, member: Member, names: MediaNames) -> Told:
    """An article without a known outlet counts as its family, where it has no words of its own."""
    if member.outlet is not None:
        origin = _origin(member.outlet, names)
        return Told(origin, f"outlet: {origin.name}", origin)
    key = family.id if member.whole or not member.covered else member.article
    origin = Origin(f"articles {key}", UNKNOWN)
    return Told(origin, "unknown-outlet", origin)
