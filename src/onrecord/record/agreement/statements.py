"""Statements: what one speaker is told to have said in two or more articles, by its wordings and by
sentences that tell the same. `compile_statements` conducts:

1. units: what one speaker says in sentences of equal words is one, however many articles print it;
2. links between units of one speaker: of one variant, or in sentences that retell each other;
3. groups by average linkage, as of wordings; those of two or more articles are statements;
4. who agrees on each, and what holds it together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from onrecord.lexicon.words import stop_words
from onrecord.record.agreement.counting import agreement_of
from onrecord.record.agreement.tellers import Tellers
from onrecord.record.variant_groups import LinkedItems, grouped
from onrecord.text.folding import fold_words
from onrecord.text.stems import stem
from onrecord.values.ids import group_id
from onrecord.values.links import Retold, RetoldLink
from onrecord.values.vocabulary import Sourcing, Stance

type Json = dict[str, Any]
type Pair = tuple[str, str]

type _Key = tuple[str, str, int]
"""Speaker, id of the sentence's text, and which of the speaker's words in it, the longest first."""

_VARIANT = 1.0
_REPEAT = 0.9
"""Strength of a link by one variant, and by a sentence nearly in the same words."""
_RETELLING = 0.6
"""Share of both sentences that each tells of the other, at least, to be a link."""
_FEWEST = 3
"""Words in common between what two sentences have a speaker say."""
_COMMON = 0.5
"""Share of the fewer words."""
_MOST = 60
"""Units of one variant that are linked with each other."""


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution, as far as statements are concerned."""

    id: str
    article: str
    place: tuple[int, int]
    """Place of the article in the record, and of the words in the article."""
    end: int
    speaker: str
    """What makes two speakers one: the entity, else the stems of what is printed."""


@dataclass(slots=True)
class SaidThere:
    """The attributions of a record, noted while they pass by."""

    order: Mapping[str, int]
    kept: dict[str, Said]
    """Those that say something, by somebody."""
    places: dict[str, tuple[str, int, int]]
    """Of all the article, the start and the end."""

    @classmethod
    def of(cls, order: Mapping[str, int]) -> SaidThere:
        """None yet; `order` is the place of each article in the record."""
        return cls(order, {}, {})

    def passing(self, attributions: Iterable[Json]) -> Iterator[Json]:
        """The same attributions, each noted."""
        for one in attributions:
            speaker = _speaker(one)
            start, end = one["content"][0][0], one["content"][-1][1]
            self.places[one["id"]] = (one["article"], start, end)
            if speaker and one["stance"] == Stance.SAID:
                place = (self.order[one["article"]], start)
                self.kept[one["id"]] = Said(one["id"], one["article"], place, end, speaker)
            yield one


@dataclass(frozen=True, slots=True)
class _Unit:
    id: str
    said: list[Said]


def compile_statements(
    said: SaidThere,
    variants: Iterable[Json],
    held: Iterable[tuple[str, int, int, str]],
    links: Iterable[RetoldLink],
    tellers: Tellers,
    text_of: Callable[[str], str],
) -> list[Json]:
    """The statements of a record, in the order of their first attributions.

    Args:
        said: all attributions.
        variants: as JSON.
        held: (article, start, end, text id) of all sentences that can be compared.
        links: between the texts of sentences.
        tellers: who tells what stands at a place.
        text_of: the text of the article with an id.
    """
    # 1. units
    units = _units(said.kept.values(), held)
    # 2. links
    by_id = {unit.id: unit for unit in units.values()}
    alike = _alike(_retold(units, links), by_id, text_of)
    linked = {**alike, **_of_variants(units, variants, said.kept)}
    # 3. groups
    strengths = {pair: strength for pair, (strength, _) in linked.items()}
    parted = _parted(grouped(LinkedItems(strengths)), strengths)
    groups = [[by_id[id_] for id_ in sorted(group)] for group in parted]
    inside = {unit.id for group in groups for unit in group}
    groups += [[unit] for unit in by_id.values() if unit.id not in inside]
    # 4. agreement
    found = []
    for group in groups:
        members = sorted((s for u in group for s in u.said), key=lambda s: (s.place, s.id))
        if len({one.article for one in members}) > 1:
            found.append((members[0].place, _json(group, members, linked, tellers)))
    return [json for _, json in sorted(found, key=lambda f: (f[0], f[1]["id"]))]


def _parted(
    groups: Sequence[frozenset[str]], strengths: Mapping[Pair, float]
) -> list[frozenset[str]]:
    """The groups, what is in several left only in the one that it is linked with most."""
    homes: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for id_ in group:
            homes[id_].append(number)
    out: list[set[str]] = [set(group) for group in groups]
    for id_, numbers in homes.items():
        if len(numbers) == 1:
            continue
        linked = [
            (sum(strengths.get(_pair(id_, other), 0.0) for other in groups[n] - {id_}), -n)
            for n in numbers
        ]
        kept = -max(linked)[1]
        for n in numbers:
            if n != kept:
                out[n].discard(id_)
    return [frozenset(group) for group in out if group]


def _speaker(one: Json) -> str:
    if one["speaker"] is not None:
        return f"entity {one['speaker']}"
    if one["sourcing"] == Sourcing.NONE or one["speaker_name"] is None:
        return ""
    printed = f"{one['speaker_name']} {one['organisation_name'] or ''}"
    words = {stem(w) for w in fold_words(printed) if w not in stop_words()}
    return f"words {' '.join(sorted(words))}" if words else ""


def _units(said: Iterable[Said], held: Iterable[tuple[str, int, int, str]]) -> dict[_Key, _Unit]:
    """By speaker, the text of the sentence and which of the speaker's words in it; what stands in
    no sentence that can be compared is alone."""
    sentences: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    wanted: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        wanted[one.article].append(one)
    for article, start, end, text in held:
        if article in wanted:
            sentences[article].append((start, end, text))
    members: dict[_Key, list[Said]] = defaultdict(list)
    for article, ones in wanted.items():
        places = sorted(sentences.get(article, ()))
        starts = [start for start, _, _ in places]
        inside: dict[tuple[str, str], list[Said]] = defaultdict(list)
        for one in ones:
            number = bisect_right(starts, one.place[1]) - 1
            is_in = number >= 0 and one.place[1] < places[number][1]
            inside[one.speaker, places[number][2] if is_in else one.id].append(one)
        for (speaker, text), found in inside.items():
            ordered = sorted(found, key=lambda s: (s.place[1] - s.end, s.place, s.id))
            for number, one in enumerate(ordered):
                members[speaker, text, number].append(one)
    return {
        key: _Unit(min(one.id for one in found), sorted(found, key=lambda s: (s.place, s.id)))
        for key, found in members.items()
    }


def _retold(
    units: Mapping[_Key, _Unit], links: Iterable[RetoldLink]
) -> dict[Pair, tuple[float, str]]:
    """Links by sentences: of the longest words that a speaker has in each."""
    speakers: dict[str, list[str]] = defaultdict(list)
    for speaker, text, number in units:
        if number == 0:
            speakers[text].append(speaker)
    found: dict[Pair, tuple[float, str]] = {}
    for link in links:
        strength = _strength(link)
        if not strength:
            continue
        for speaker in speakers.get(link.left, ()):
            other = units.get((speaker, link.right, 0))
            if other is not None:
                pair = _pair(units[speaker, link.left, 0].id, other.id)
                found[pair] = max(found.get(pair, (0.0, "")), (strength, link.why))
    return found


def _alike(
    linked: Mapping[Pair, tuple[float, str]],
    by_id: Mapping[str, _Unit],
    text_of: Callable[[str], str],
) -> dict[Pair, tuple[float, str]]:
    """The links whose speakers' own words tell the same, not only the sentences that hold them."""
    words: dict[str, frozenset[str]] = {}
    for id_ in sorted(
        {id_ for pair in linked for id_ in pair}, key=lambda i: by_id[i].said[0].place
    ):
        one = by_id[id_].said[0]
        words[id_] = _content(text_of(one.article)[one.place[1] : one.end])
    return {
        (left, right): link
        for (left, right), link in linked.items()
        if _tell_the_same(words[left], words[right])
    }


def _content(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in fold_words(words) if word not in stop_words())


def _tell_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    common = len(one & other)
    fewer = min(len(one), len(other))
    return common >= _FEWEST and common >= _COMMON * fewer


def _strength(link: RetoldLink) -> float:
    if link.kind is Retold.REPEAT:
        return _REPEAT
    told = min(link.left_told, link.right_told)
    return told if told >= _RETELLING else 0.0


def _of_variants(
    units: Mapping[_Key, _Unit], variants: Iterable[Json], said: Mapping[str, Said]
) -> dict[Pair, tuple[float, str]]:
    home = {one.id: unit.id for unit in units.values() for one in unit.said}
    found: dict[Pair, tuple[float, str]] = {}
    for variant in variants:
        held = sorted({home[id_] for id_ in variant["attributions"] if id_ in said})
        for pair in combinations(held[:_MOST], 2):
            found[pair] = (_VARIANT, f"one-utterance: {variant['id']}")
    return found


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _json(
    group: Sequence[_Unit],
    members: Sequence[Said],
    linked: Mapping[Pair, tuple[float, str]],
    tellers: Tellers,
) -> Json:
    return {
        "id": group_id("statement", [one.id for one in members]),
        "attributions": [one.id for one in members],
        "why": list(_whys(group, linked)),
        "agreement": agreement_of(
            [tellers.telling(one.article, one.place[1], one.end) for one in members]
        ),
    }


def _whys(
    group: Sequence[_Unit], linked: Mapping[Pair, tuple[float, str]]
) -> Iterator[dict[str, str]]:
    """What holds a statement together: each further attribution with one before it."""
    ordered = sorted(group, key=lambda unit: (unit.said[0].place, unit.id))
    for number, unit in enumerate(ordered):
        before = [
            (strength, -place, why)
            for place, other in enumerate(ordered[:number])
            for strength, why in (linked.get(_pair(unit.id, other.id), (0.0, "")),)
            if strength
        ]
        if before:
            _, place, why = max(before)
            yield {"left": ordered[-place].said[0].id, "right": unit.said[0].id, "why": why}
        for one in unit.said[1:]:
            yield {"left": unit.said[0].id, "right": one.id, "why": "equal-sentence"}
