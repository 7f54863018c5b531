"""The rows of the genealogy: an article, how it descends, and the words that show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.lexicon.media import medium_of
from onrecord.text.folding import fold
from onrecord.values.vocabulary import Relation
from onrecord.web.datewords import DateWords, interval_words
from onrecord.web.index import RecordIndex, SourceTag, language, published, short_name, source_tag
from onrecord.web.quotes import Quote, quote

type Json = Mapping[str, Any]

_MOST_PASSAGES = 5
OPENING = 220
"""Most characters shown of a shared passage."""
_COPIES = frozenset({Relation.SAME_TEXT, Relation.PICKUP, Relation.REWRITE, Relation.VERSION})


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that two articles print."""

    words: Quote
    left: SourceTag
    right: SourceTag
    characters: tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Cite:
    """A medium that an article names as the source of statements."""

    medium: str
    count: int
    href: str
    """Fragment of the first place that names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """An article of an origin."""

    article: str
    key: str
    """HTML id of the origin, on its first article; else empty."""
    source: SourceTag
    when: DateWords
    headline: str | None
    name: str
    language: str | None
    agency: str | None
    relation: str
    of: SourceTag | None
    """What it descends from."""
    share: str
    """`62 %`: how much of the other was taken over; empty where that is not told."""
    why: str
    medium: str
    """Of a first article: the agency or outlet that the origin is counted as, if not its own."""
    newsroom: str
    """The newsroom that it shares with others."""
    cites: tuple[Cite, ...]
    passages: tuple[Shared, ...]
    more_passages: int
    versions: str
    """Fragment of the words that were taken out and added; empty without any."""
    stories: str


class MemberRows:
    """Makes the rows of a record's articles."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        groups = index.record.get("origins") or ()
        self._keys = {str(group.get("id")): f"o-{n}" for n, group in enumerate(groups, 1)}
        self._rooms = shared_newsrooms(groups)
        self._versioned = {v["right"] for group in groups for v in group.get("versions") or ()}

    def row(self, group: Json, member: Json) -> MemberRow:
        """The row of an article of an origin."""
        index, here = self._index, member["article"]
        article = index.by_id[here]
        relation = str(member.get("relation") or Relation.UNKNOWN)
        is_head = member is group["articles"][0]
        origin = None if is_head else _origin(group, member)
        share = member.get("share")
        pairs = [] if is_head else list(_pairs(group, here, origin))
        return MemberRow(
            article=here,
            key=self._keys[str(group.get("id"))] if is_head else "",
            source=source_tag(index, here),
            when=interval_words(published(article)),
            headline=article.get("headline"),
            name=article["name"],
            language=language(article),
            agency=article.get("agency"),
            relation=relation,
            of=source_tag(index, origin) if origin else None,
            share=f"{share:.0%}".replace("%", " %") if share and relation in _COPIES else "",
            why=str(member.get("why") or ""),
            medium=_medium(group, article) if is_head else "",
            newsroom=self._newsroom(member),
            cites=tuple(self._cites(member, () if is_head else cited_by(group["articles"][0]))),
            passages=tuple(self._shared(pair) for pair in pairs[:_MOST_PASSAGES]),
            more_passages=max(0, len(pairs) - _MOST_PASSAGES),
            versions=f"#n-{index.keys[here]}" if here in self._versioned else "",
            stories=index.stories.tags([here]),
        )

    def _newsroom(self, member: Json) -> str:
        """The newsroom, where others are of it and the tag does not show its name."""
        room = str(member.get("newsroom") or "")
        own = fold(short_name(self._index.by_id[member["article"]]))
        return room if room in self._rooms and fold(room) != own else ""

    def _cites(self, member: Json, before: Collection[str]) -> Iterator[Cite]:
        """The media that an article cites, without those that its origin cites too."""
        by_medium: dict[str, list[Json]] = defaultdict(list)
        for cite in member.get("cites") or ():
            if medium_key(cite) not in before:
                by_medium[medium_key(cite)].append(cite)
        for cites in by_medium.values():
            anchor = cites[0]["anchor"]
            href = self._index.href(anchor["article"], anchor["start"]) or ""
            yield Cite(str(cites[0]["medium"]), len(cites), href)

    def _shared(self, pair: Json) -> Shared:
        left, right = pair["left"], pair["right"]
        return Shared(
            words=passage_words(self._index, left),
            left=source_tag(self._index, left["article"], left["start"]),
            right=source_tag(self._index, right["article"], right["start"]),
            characters=((left["start"], left["end"]), (right["start"], right["end"])),
        )


def medium_key(cite: Json) -> str:
    """Equal for all printed forms of a medium that is cited."""
    printed = str(cite["medium"])
    medium = medium_of(printed)
    return medium.key if medium is not None else fold(printed)


def cited_by(member: Json) -> frozenset[str]:
    """The media that an article cites."""
    return frozenset(medium_key(cite) for cite in member.get("cites") or ())


def shared_newsrooms(groups: Sequence[Json]) -> frozenset[str]:
    """Newsrooms of more than one article."""
    rooms: dict[str, int] = defaultdict(int)
    for group in groups:
        for member in group.get("articles") or ():
            rooms[str(member.get("newsroom") or "")] += 1
    return frozenset(room for room, count in rooms.items() if room and count > 1)


def passage_words(index: RecordIndex, anchor: Json) -> Quote:
    """The first words of a passage, as far as the page may show them."""
    article = index.by_id.get(anchor["article"])
    if article is None:
        return Quote(pieces=(), cut_before=False, cut_after=False, language=None)
    start, end = opening(article["text"], anchor["start"], anchor["end"])
    found = quote(index, anchor["article"], (start, end))
    cut = bool(found.pieces) and (found.cut_after or end < anchor["end"])
    return Quote(
        pieces=found.pieces,
        cut_before=found.cut_before,
        cut_after=cut,
        language=found.language,
    )


def opening(text: str, start: int, end: int) -> tuple[int, int]:
    """The first words of a place, cut between two words where it is long."""
    if end - start <= OPENING:
        return start, end
    cut = text.rfind(" ", start, start + OPENING)
    return start, cut if cut > start else start + OPENING


def _origin(group: Json, member: Json) -> str:
    """What an article of a group descends from: the head, where nothing else is told."""
    known = {each["article"] for each in group["articles"]}
    origin = member.get("from")
    return str(origin if origin in known else group["articles"][0]["article"])


def _pairs(group: Json, here: str, origin: str | None) -> Iterator[Json]:
    """The passages that an article shares with what it descends from."""
    for pair in group.get("passages") or ():
        left, right = pair.get("left"), pair.get("right")
        if left and right and {left["article"], right["article"]} == {here, origin}:
            yield pair


def _medium(group: Json, article: Json) -> str:
    """What an origin is counted as, where its first article does not show that."""
    medium = str(group.get("medium") or "")
    own = {fold(str(article.get(key) or "")) for key in ("outlet", "agency")}
    return "" if fold(medium) in own else medium
