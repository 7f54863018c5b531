"""The section of people, organisations and places: forms, where they stand, who speaks of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import EntityType
from onrecord.web.datewords import DateWords, interval_words
from onrecord.web.index import RecordIndex, SourceTag, published, source_tag

type Json = Mapping[str, Any]

IN_SIGHT = 8
"""Names of a type that stand before its fold."""
MOST_FORMS = 12
_MOST_WHY = 24
_MOST_UNSURE = 8
_MOST_SPEAKERS = 4
_LONGEST = 160

TITLES = {
    EntityType.PERSON: "People",
    EntityType.ORGANISATION: "Organisations",
    EntityType.GROUP: "Groups",
    EntityType.PLACE: "Places",
    EntityType.OTHER: "Others",
}


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form and how often it stands."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class SpeaksOf:
    """A voice that speaks of somebody: in how many statements, and the first of them."""

    name: str
    printed: bool
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Why two printed forms are one name."""

    left: str
    why: str
    right: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """Another name that may stand for the same, with the lines that settle it."""

    name: str
    href: str | None
    why: str
    commands: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """One person, organisation or place."""

    key: str
    stories: str
    name: str
    when: DateWords
    """From the first to the last day of publication of what names it."""
    forms: tuple[Form, ...]
    more_forms: int
    articles: int
    mentions: int
    first: SourceTag | None
    last: SourceTag | None
    said: int
    """Statements of it on the page."""
    voice: str | None
    """Fragment of its statements."""
    spoken_of: tuple[SpeaksOf, ...]
    more_speakers: int
    why: tuple[Joined, ...]
    more_why: int
    unsure: tuple[Unsure, ...]
    more_unsure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGroup:
    """The names of a type."""

    title: str
    total: int
    rows: tuple[NameRow, ...]
    folded: tuple[NameRow, ...]
    more: int
    """Names for which the page has no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesView:
    """The section."""

    looked_for: bool
    total: int
    groups: tuple[NameGroup, ...]
    more: int


def list_names(index: RecordIndex) -> NamesView:
    """The names as the page shows them."""
    names = index.names
    spoken = _spoken_of(index)
    by_type: dict[str, list[Json]] = defaultdict(list)
    for entity in names.shown:
        by_type[entity["type"]].append(entity)
    kinds = [*TITLES, *sorted(kind for kind in by_type if kind not in TITLES)]
    groups = []
    for kind in kinds:
        rows = [_row(index, entity, spoken) for entity in by_type[kind]]
        total = names.totals.get(kind, 0)
        if total:
            groups.append(
                NameGroup(
                    title=TITLES.get(EntityType(kind), kind) if kind in TITLES else kind,
                    total=total,
                    rows=tuple(rows[:IN_SIGHT]),
                    folded=tuple(rows[IN_SIGHT:]),
                    more=total - len(rows),
                )
            )
    return NamesView(
        looked_for=names.looked_for,
        total=len(names.by_id),
        groups=tuple(groups),
        more=len(names.by_id) - len(names.shown),
    )


def _row(index: RecordIndex, entity: Json, spoken: Mapping[str, list[str]]) -> NameRow:
    mentions = [m for m in entity.get("mentions") or () if m["article"] in index.by_id]
    forms = Counter(_printed(index, mention) for mention in mentions)
    articles = list(dict.fromkeys(m["article"] for m in mentions))
    voice = next((v for v in index.said.voices if v.entity == entity["id"]), None)
    speakers = _speakers(index, spoken.get(entity["id"], []), entity["id"])
    why, unsure = entity.get("why") or (), entity.get("unsure") or ()
    return NameRow(
        key=index.names.keys[entity["id"]],
        stories=index.stories.tags(articles),
        name=_clip(entity["name"]),
        when=_when(index, articles),
        forms=tuple(Form(words, n) for words, n in forms.most_common(MOST_FORMS)),
        more_forms=max(0, len(forms) - MOST_FORMS),
        articles=len(articles),
        mentions=len(mentions),
        first=source_tag(index, articles[0], mentions[0]["start"]) if articles else None,
        last=source_tag(index, articles[-1], _first_in(mentions, articles[-1]))
        if len(articles) > 1
        else None,
        said=voice.total if voice else 0,
        voice=f"#{voice.key}" if voice else None,
        spoken_of=tuple(speakers[:_MOST_SPEAKERS]),
        more_speakers=max(0, len(speakers) - _MOST_SPEAKERS),
        why=tuple(Joined(_clip(w["left"]), w["why"], _clip(w["right"])) for w in why[:_MOST_WHY]),
        more_why=max(0, len(why) - _MOST_WHY),
        unsure=tuple(_unsure(index, entity, other) for other in unsure[:_MOST_UNSURE]),
        more_unsure=max(0, len(unsure) - _MOST_UNSURE),
    )


def _printed(index: RecordIndex, mention: Json) -> str:
    return _clip(index.by_id[mention["article"]]["text"][mention["start"] : mention["end"]])


def _clip(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _first_in(mentions: Sequence[Json], article: str) -> int:
    return next(int(m["start"]) for m in mentions if m["article"] == article)


def _when(index: RecordIndex, articles: Sequence[str]) -> DateWords:
    days = [published(index.by_id[article]) for article in articles]
    ends = [day for each in days for day in (each.first, each.last) if day]
    return interval_words(DayInterval(min(ends), max(ends)) if ends else DayInterval())


def _unsure(index: RecordIndex, entity: Json, other: Json) -> Unsure:
    id_ = other["entity"]
    name = (index.names.by_id.get(id_) or {}).get("name") or id_
    lines = (f"onrecord decide FILE {what} {entity['id']} {id_}" for what in ("same", "different"))
    return Unsure(_clip(name), index.names.fragment(id_), str(other.get("why") or ""), tuple(lines))


def _spoken_of(index: RecordIndex) -> Mapping[str, list[str]]:
    """Ids of the statements on the page that name an entity of the page, by its id."""
    places: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entity in index.names.shown:
        for mention in entity.get("mentions") or ():
            places[mention["article"]].append((mention["start"], entity["id"]))
    for found in places.values():
        found.sort()
    spoken: dict[str, list[str]] = defaultdict(list)
    for statement in index.said.by_id.values():
        for named in dict.fromkeys(
            name for m in statement.members for name in _named_in(places, m)
        ):
            spoken[named].append(statement.id)
    return spoken


def _named_in(places: Mapping[str, list[tuple[int, str]]], attribution: Json) -> Iterator[str]:
    here = places.get(attribution["article"], [])
    for start, end in attribution["content"]:
        first = bisect_left(here, (start, ""))
        for at, name in here[first:]:
            if at >= end:
                break
            yield name


def _speakers(index: RecordIndex, statements: Sequence[str], entity: str) -> list[SpeaksOf]:
    """The voices that speak of an entity, its own left out, those with most statements first."""
    voices = {s.id: v for v in index.said.voices for s in v.statements}
    by_voice: dict[str, list[str]] = defaultdict(list)
    for id_ in statements:
        voice = voices.get(id_)
        if voice is not None and voice.entity != entity:
            by_voice[voice.key].append(id_)
    found = []
    for ids in sorted(by_voice.values(), key=len, reverse=True):
        voice, statement = voices[ids[0]], index.said.by_id[ids[0]]
        named = bool(voice.names) and not voice.is_described
        name = _clip(voice.names[0]) if named else _unnamed(voice.sourcing)
        found.append(SpeaksOf(name, named, len(ids), f"#{statement.key}"))
    return found


def _unnamed(sourcing: str) -> str:
    words = {"unnamed": "unnamed source", "unresolved": "speaker not resolved"}
    return words.get(sourcing, "document" if sourcing == "document" else "no source printed")
