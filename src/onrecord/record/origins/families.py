"""From links to families. `compile_families` conducts:

1. groups of copies as linking made them, and rewrites: an article that retells another one's
   report and names its medium joins its group;
2. the medium of each group: an agency whose page or credit is among them, else the outlet of the
   first report;
3. the first report of each group and from whom each further one derives (`deriving`);
4. how each stands to the group's origin, with what it shares and why.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.lexicon.media import Medium
from onrecord.record.origins.deriving import Derived, derive
from onrecord.record.origins.family import Families, Family, Member, SharedWith
from onrecord.record.origins.names import MediaNames
from onrecord.record.origins.reading import ArticleRead
from onrecord.record.origins.rewrites import Rewrite
from onrecord.record.origins.shared import covered_by, turned
from onrecord.record.origins.versions import Version, compare_versions
from onrecord.values.ids import group_id
from onrecord.values.links import CopyLink, OriginGroup
from onrecord.values.vocabulary import Relation

UNKNOWN_DIRECTION = "nothing-tells-who-was-first"
"""Reason."""
_TWO = 2
_MERGED = 0.85
"""Share of an article that another one prints, below which the rest may be its outlet's own."""


def compile_families(
    groups: Iterable[OriginGroup],
    links: Iterable[CopyLink],
    articles: Sequence[ArticleRead],
    rewrites: Mapping[str, Rewrite],
    names: MediaNames,
) -> Families:
    """The families of a pile.

    Args:
        groups: the groups of copies.
        links: what pairs of articles print alike.
        articles: in the order of the record.
        rewrites: by article, what it retells.
        names: of the pile's media.
    """
    # 1. groups and rewrites
    homes = _homes(groups, articles, rewrites)
    inside: dict[str, list[CopyLink]] = defaultdict(list)
    for link in links:
        home = homes.get(link.left)
        if (
            home is not None
            and home == homes.get(link.right)
            and link.relation is not Relation.INDEPENDENT
        ):
            inside[home].append(link)
    members: dict[str, list[ArticleRead]] = defaultdict(list)
    for one in articles:
        members[homes[one.article]].append(one)
    # 2. to 4.
    return Families.of_all(
        tuple(_family(home, kin, inside[home], rewrites, names) for home, kin in members.items())
    )


def _homes(
    groups: Iterable[OriginGroup], articles: Sequence[ArticleRead], rewrites: Mapping[str, Rewrite]
) -> dict[str, str]:
    """The id of the family of each article."""
    known = {one.article for one in articles}
    homes: dict[str, str] = {}
    for group in groups:
        homes |= {m.article: group.id for m in group.members if m.article in known}
    for one in articles:
        homes.setdefault(one.article, group_id("origin", [one.article]))
    held: dict[str, set[str]] = defaultdict(set)
    for article, home in homes.items():
        held[home].add(article)
    for article in sorted(rewrites):
        ours, theirs = homes[article], homes[rewrites[article].of]
        if ours != theirs:
            moved = held.pop(ours)
            held[theirs] |= moved
            homes.update(dict.fromkeys(moved, theirs))
    return {a: group_id("origin", sorted(one)) for one in held.values() for a in one}


def _family(
    home: str,
    kin: Sequence[ArticleRead],
    links: Sequence[CopyLink],
    rewrites: Mapping[str, Rewrite],
    names: MediaNames,
) -> Family:
    if len(kin) == 1:
        of = kin[0].descent.medium if kin[0].descent is not None else kin[0].outlet
        return Family(id=home, medium=of, members=(_lone(kin[0]),))
    printed = [one for one in kin if one.article not in rewrites]
    rivals = _credited(printed)
    credited = rivals[0] if len(rivals) == 1 else None
    found, medium = derive(printed, links, credited, names), credited
    if not rivals and found.rivals:
        outlets = (one.outlet for one in (found.first, *found.rivals))
        rivals = tuple(dict.fromkeys(outlet for outlet in outlets if outlet is not None))
    if medium is None and len(rivals) < _TWO:
        medium = rivals[0] if rivals else found.first.outlet
    near: dict[str, list[CopyLink]] = defaultdict(list)
    for link in links:
        near[link.left].append(link)
        near[link.right].append(link)
    members = []
    for one in kin:
        member = _printed(one, near[one.article])
        if one.article in rewrites:
            members.append(_rewrite(one, rewrites[one.article]))
        elif (derived := found.derived.get(one.article)) is not None:
            members.append(_copy(member, one, derived, credited))
        else:
            unsure = near[one.article] if found.rivals else ()
            members.append(_first(member, one, credited or one.credits, unsure))
    return Family(
        id=home,
        medium=medium,
        members=tuple(members),
        rivals=rivals if len(rivals) >= _TWO else (),
    )


def _credited(kin: Sequence[ArticleRead]) -> tuple[Medium, ...]:
    """The agencies whose report it may be: one whose page is among them, else whom most credit;
    signs of a credit that was taken off count where nobody credits anybody."""
    for one in kin:
        if one.outlet is not None and one.outlet.is_agency:
            return (one.outlet,)
    for credited in (True, False):
        found = [
            one.descent.medium
            for one in kin
            if one.descent is not None and one.descent.credited is credited
        ]
        counts = Counter(found)
        if found:
            return tuple(one for one in counts if counts[one] == max(counts.values()))
    return ()


def _lone(one: ArticleRead) -> Member:
    """An article without copies: its own report, or one of an agency that is not in the pile."""
    if one.descent is None or one.is_of(one.descent.medium):
        why = "none-alike" if one.descent is None else f"agency-report: {one.descent.medium.name}"
        return Member(
            article=one.article, outlet=one.outlet, relation=Relation.INDEPENDENT, why=why
        )
    return Member(
        article=one.article,
        outlet=one.outlet,
        relation=Relation.UNKNOWN,
        why=one.descent.why,
        whole=one.descent.whole,
    )


def _rewrite(one: ArticleRead, found: Rewrite) -> Member:
    return Member(
        article=one.article,
        outlet=one.outlet,
        relation=Relation.REWRITE,
        why=found.why,
        source=found.of,
        shared=SharedWith(found.of, (), found.share),
        covered=found.covered,
        whole=False,
    )


def _printed(one: ArticleRead, links: Sequence[CopyLink]) -> Member:
    """A member with what it prints like others, before it is known what that makes of it."""
    share = max((turned(link, one.article).share for link in links), default=0.0)
    credited = one.descent is not None and one.descent.credited and one.descent.whole
    return Member(
        article=one.article,
        outlet=one.outlet,
        relation=Relation.INDEPENDENT,
        why="first-report",
        covered=covered_by(one.article, links),
        whole=credited or share >= _MERGED,
    )


def _first(
    member: Member, one: ArticleRead, credited: Medium | None, open_links: Sequence[CopyLink]
) -> Member:
    """The first report of a group in the pile; where another medium is credited, a pickup of what
    is not in the pile; where nothing tells that it was first, it is not said to be."""
    if credited is not None and not one.is_of(credited):
        says_so = one.descent is not None and one.descent.medium.key == credited.key
        why = one.descent.why if one.descent and says_so else f"credit-of-copy: {credited.name}"
        return replace(member, relation=Relation.PICKUP, why=why)
    if open_links:
        nearest = max(open_links, key=lambda link: turned(link, one.article).share)
        same = nearest.relation is Relation.SAME_TEXT
        relation = Relation.SAME_TEXT if same else Relation.UNKNOWN
        return replace(member, relation=relation, why=f"{nearest.why}; {UNKNOWN_DIRECTION}")
    return replace(member, whole=True)


def _copy(member: Member, one: ArticleRead, found: Derived, credited: Medium | None) -> Member:
    why = found.why
    if one.credits is not None:
        why = f"credit: {one.credits.name}; {why}"
    elif credited is not None and not one.is_of(credited):
        why = f"credit-of-copy: {credited.name}; {why}"
    return replace(
        member, relation=found.relation, why=why, source=found.source, shared=found.shared
    )


def with_versions(families: Families, version_of: Callable[[str], Version]) -> Families:
    """The families, each version with what it took out and added; a second printing of one outlet
    that changed nothing is the same text.

    Args:
        families: of a pile.
        version_of: the article with an id and its sentences.
    """
    return Families.of_all(
        tuple(
            replace(family, members=tuple(_compared(one, version_of) for one in family.members))
            if any(one.relation is Relation.VERSION for one in family.members)
            else family
            for family in families.families
        )
    )


def _compared(one: Member, version_of: Callable[[str], Version]) -> Member:
    if one.relation is not Relation.VERSION or one.shared is None:
        return one
    changes = compare_versions(version_of(one.shared.article), version_of(one.article))
    if not changes.taken_out and not changes.added:
        return replace(one, relation=Relation.SAME_TEXT)
    return replace(one, changes=changes)
