"""What was said, each utterance once: which statements stand on the page, by whose voice.

A statement is one utterance with all its printings, as the record's `variants` tell; where one
printing has in one piece what another has in two, these are one statement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import Any

from onrecord.record.day_words import read_days
from onrecord.text.folding import fold
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import AttributionKind, Sourcing
from onrecord.web.components import joined
from onrecord.web.statement_agreement import StatementAgreement
from onrecord.web.statement_sizes import size_of
from onrecord.web.tellers import Tellers

type Json = Mapping[str, Any]
type VoiceKey = tuple[str, ...]
"""What tells voices apart: an entity, words printed in one article, or that nothing is known."""

MOST = 1200
"""Most statements on a page: those of most origins, quoted ones before others."""
_MOST_BYTES = 5_000_000
"""Most bytes that they take, as far as that can be told before they are drawn."""
MOST_WITHIN = 6
"""Most statements shown within another."""
UNRESOLVED: VoiceKey = ("unresolved",)
"""A source is printed; who it is was not found."""
NO_SOURCE: VoiceKey = ("none",)

_PLAIN_ID = re.compile(r"[0-9A-Za-z_]{1,64}")
_QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED})
_LARGEST = 200
"""Most attributions read as one statement; more than that is a chain, not an utterance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An utterance with all its printings."""

    id: str
    """Of its first attribution."""
    key: str
    """HTML id."""
    members: tuple[Json, ...]
    """Its attributions, in the order of the record."""
    days: DayInterval
    """When it was said, as the printing tells that knows it best."""
    dated_by: Json
    """That printing."""
    origins: int
    """Distinct media that it goes back to."""
    agreement: Json | None
    """Who tells it, as the record counts them; None where it does not."""
    places: Mapping[str, int]
    """Where each article tells it, also in words that stand as a statement of their own."""
    outer: str | None
    """Id of the statement that all printings have it within."""
    voice: VoiceKey

    @property
    def articles(self) -> int:
        """Articles that print it."""
        return len({member["article"] for member in self.members})

    @property
    def is_quoted(self) -> bool:
        """Whether some printing has quotation marks."""
        return any(member["kind"] in _QUOTED for member in self.members)

    @property
    def is_through(self) -> bool:
        """Whether all printings have it from another medium."""
        return all(member.get("through") for member in self.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker, a document or an unnamed source, with what it said."""

    key: str
    """HTML id."""
    entity: str | None
    names: tuple[str, ...]
    """The entity's name, or the printed forms; empty where nothing names it."""
    is_described: bool
    """Printed words describe it and nothing names it."""
    sourcing: str
    """Of most of its attributions; `unresolved` where a source is printed and not found out."""
    statements: tuple[Statement, ...]
    """Those on the page in order of time, also those that stand within others."""
    total: int
    origins: int
    """Sum of the origins of all its statements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """What was said, as the page has it."""

    looked_for: bool
    voices: tuple[Voice, ...]
    """Those with most origins first; what has no known speaker last."""
    by_id: Mapping[str, Statement]
    """The statements on the page, by id, those of most origins first."""
    of: Mapping[str, str]
    """Id of the statement on the page that an attribution belongs to, by the attribution's id."""
    within: Mapping[str, tuple[Statement, ...]]
    """What a statement on the page holds, by its id, in order of place."""
    names: Mapping[str, str]
    """Name of each entity, by id."""
    total: int
    total_voices: int
    attributions: Sequence[Json] = ()
    """All of the record."""


def select_statements(record: Json) -> Statements:
    """The statements of a record as exported, as far as the page has room for them."""
    attributions = list(record.get("attributions") or ())
    names = {e["id"]: str(e["name"]) for e in record.get("entities") or ()}
    statements = _Maker(record, attributions).statements()
    shown = _shown(statements)
    within: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(shown.values(), key=lambda s: s.members[0]["content"][0][0]):
        if statement.outer:
            within[statement.outer].append(statement)
    voices = _voices(statements, shown, names)
    return Statements(
        looked_for=record.get("attributions") is not None,
        voices=tuple(voice for voice in voices if voice.statements),
        by_id=shown,
        of={member["id"]: s.id for s in shown.values() for member in s.members},
        within={outer: tuple(inner) for outer, inner in within.items()},
        names=names,
        total=len(statements),
        total_voices=len(voices),
        attributions=attributions,
    )


class _Maker:
    """Makes statements of attributions."""

    def __init__(self, record: Json, attributions: Sequence[Json]) -> None:
        self._attributions = attributions
        self._by_id = {one["id"]: one for one in attributions}
        self._tellers = Tellers(record)
        groups = [v["attributions"] for v in record.get("variants") or ()]
        self._group = joined(self._by_id, groups, _LARGEST)
        self._agreements = StatementAgreement(record, self._by_id)

    def statements(self) -> list[Statement]:
        """All statements in the order of their first printing."""
        members: dict[str, list[Json]] = defaultdict(list)
        for one in self._attributions:
            members[self._group[one["id"]]].append(one)
        voice = self._voice_of(members)
        return [
            self._statement(number, found, voice[id_])
            for number, (id_, found) in enumerate(members.items())
        ]

    def _statement(self, number: int, members: list[Json], voice: VoiceKey) -> Statement:
        first = members[0]
        best = min(members, key=_doubt)
        name = first["id"] if _PLAIN_ID.fullmatch(first["id"]) else f"n-{number}"
        agreement, places = self._agreements.of(members)
        return Statement(
            id=self._group[first["id"]],
            key=f"v-{name}",
            members=tuple(members),
            days=read_days(best.get("said")),
            dated_by=best,
            origins=agreement["origins"] if agreement else self._origins(members),
            agreement=agreement,
            places=places,
            outer=self._outer(members),
            voice=voice,
        )

    def _origins(self, members: Sequence[Json]) -> int:
        return len({self._tellers.of(m["article"], m.get("through")) for m in members})

    def _outer(self, members: Sequence[Json]) -> str | None:
        """Id of the outermost statement around all printings; None where one stands alone."""
        if not all(member.get("within") in self._by_id for member in members):
            return None
        inner = self._group[members[0]["id"]]
        outer, seen = members[0], {members[0]["id"]}
        while outer.get("within") in self._by_id and outer["within"] not in seen:
            outer = self._by_id[outer["within"]]
            seen.add(outer["id"])
        found = self._group[outer["id"]]
        return None if found == inner or outer.get("within") else found

    def _voice_of(self, members: Mapping[str, Sequence[Json]]) -> Mapping[str, VoiceKey]:
        """Whose each statement is; unnamed sources that made one statement are one voice."""
        keys = {id_: [voice_key(m) for m in found] for id_, found in members.items()}
        described = {key for found in keys.values() for key in found if len(key) > 2}
        together = [[k for k in found if len(k) > 2] for found in keys.values()]
        one = joined(described, together, _LARGEST)
        voices = {}
        for id_, found in keys.items():
            best = min(found, key=lambda key: (key == NO_SOURCE, key == UNRESOLVED, len(key) > 2))
            voices[id_] = one.get(best, best)
        return voices


def voice_key(attribution: Json) -> VoiceKey:
    """Whose words an attribution gives, as far as the record tells.

    The same description in two articles is two voices: nothing says that it is one person.
    """
    if attribution.get("speaker"):
        return ("entity", attribution["speaker"])
    sourcing, name = attribution["sourcing"], attribution.get("speaker_name")
    if name and sourcing in (Sourcing.ORGANISATION, Sourcing.OUTLET, Sourcing.NAMED):
        return ("name", fold(name))
    if name:
        return ("described", attribution["article"], fold(name))
    return UNRESOLVED if attribution.get("source") else NO_SOURCE


def _doubt(attribution: Json) -> tuple[bool, bool, int]:
    """How little is known of when it was said: no words that tell it, an open side, many days."""
    said = attribution.get("said") or {}
    days = read_days(said)
    unsaid = said.get("basis") not in ("expression", "occasion")
    if days.first is None or days.last is None:
        return unsaid, True, 0 if days.known else 1
    return unsaid, False, (days.last - days.first).days


def _shown(statements: Sequence[Statement]) -> dict[str, Statement]:
    """The statements on the page, those of most origins first; some of what they hold."""
    alone = [s for s in statements if s.outer is None]
    ranked = sorted(alone, key=lambda s: (-s.origins, not s.is_quoted, -s.articles))
    sizes = accumulate(size_of(s.members) for s in ranked)
    chosen = takewhile(lambda pair: pair[1] <= _MOST_BYTES, zip(ranked[:MOST], sizes, strict=False))
    shown = {statement.id: statement for statement, _ in chosen}
    held: dict[str, int] = defaultdict(int)
    for statement in statements:
        if statement.outer in shown and held[statement.outer or ""] < MOST_WITHIN:
            held[statement.outer or ""] += 1
            shown[statement.id] = statement
    return shown


def _voices(
    statements: Sequence[Statement], shown: Mapping[str, Statement], names: Mapping[str, str]
) -> list[Voice]:
    by_key: dict[VoiceKey, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_key[statement.voice].append(statement)
    voices = [
        _voice(number, key, found, [s for s in found if s.id in shown], names)
        for number, (key, found) in enumerate(by_key.items())
    ]
    last = {UNRESOLVED[0]: 1, NO_SOURCE[0]: 2}
    return sorted(voices, key=lambda v: (last.get(v.sourcing, 0), -v.origins, -v.total))


def _voice(
    number: int,
    key: VoiceKey,
    every: Sequence[Statement],
    shown: Iterable[Statement],
    names: Mapping[str, str],
) -> Voice:
    entity = key[1] if key[0] == "entity" else None
    members = [m for s in every for m in s.members]
    printed = dict.fromkeys(str(m["speaker_name"]) for m in members if m.get("speaker_name"))
    name = names.get(entity) if entity else None
    plain = entity is not None and _PLAIN_ID.fullmatch(entity)
    sourcings = [m["sourcing"] for m in members]
    return Voice(
        key=f"w-{entity if plain else f'n-{number}'}",
        entity=entity,
        names=(name,) if name else () if len(key) == 1 else tuple(printed),
        is_described=key[0] == "described",
        sourcing=key[0] if len(key) == 1 else max(sourcings, key=sourcings.count),
        statements=tuple(sorted(shown, key=_in_time)),
        total=len(every),
        origins=sum(statement.origins for statement in every),
    )


def _in_time(statement: Statement) -> tuple[bool, object, object]:
    first, last = statement.days.first, statement.days.last
    return not statement.days.known, first or last, last or first
