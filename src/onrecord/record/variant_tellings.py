"""What is compared of an attribution beside its words: who said it, when, and how it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.lexicon.words import stop_words
from onrecord.text.folding import fold_words
from onrecord.text.stems import stem
from onrecord.values.spans import Span

type Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Who is said to have said it; equal for those that are told alike."""

    entity: str | None
    others: frozenset[str]
    """Entities that said it with the speaker or for which the source speaks."""
    sourcing: str
    named: frozenset[str]
    """Stems of the entity's name."""
    described: frozenset[str]
    """Stems of the printed description or name of a source that is no entity."""

    @property
    def is_unknown(self) -> bool:
        """Whether nothing tells who it is."""
        return self.entity is None and not self.described


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """When it was said."""

    first: date | None
    last: date | None
    basis: str
    """expression, occasion or publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One printing of something said."""

    id: str
    article: str
    place: tuple[int, int]
    """Place of the article in the record's order, and of the words in the article."""
    parts: tuple[Span, ...]
    text: str
    """Id of its `WordingText`."""
    teller: Teller
    said: Said
    stance: str
    within: str | None
    """Id of the attribution that holds it."""

    @property
    def length(self) -> int:
        """Code points of all parts."""
        return sum(part.end - part.start for part in self.parts)

    @property
    def extent(self) -> Span:
        """From the first to the last code point."""
        return Span(self.parts[0].start, self.parts[-1].end)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsureWordings:
    """Two printings that may be of one utterance; a person is asked."""

    left: str
    """Attribution id, the earlier one in article order."""
    right: str
    why: str
    settles: int
    """Printings that the answer would put together or keep apart."""


def telling(one: Json, text: str, order: int) -> Telling:
    """The telling of an attribution.

    Args:
        one: the attribution as JSON.
        text: the id of its `WordingText`.
        order: the place of its article in the record's order.
    """
    parts = tuple(Span(start, end) for start, end in one["content"])
    entity = one["speaker"]
    others = {*one["co_speakers"], one["organisation"]} - {None, entity}
    name = one["speaker_name"] if entity is None else None
    return Telling(
        id=one["id"],
        article=one["article"],
        place=(order, parts[0].start),
        parts=parts,
        text=text,
        teller=Teller(
            entity=entity,
            others=frozenset(others),
            named=_stems(one["speaker_name"]) if entity is not None else frozenset(),
            sourcing=one["sourcing"],
            described=_stems(name) | _stems(one["organisation_name"]),
        ),
        said=Said(
            first=_day(one["said"]["first"]),
            last=_day(one["said"]["last"]),
            basis=one["said"]["basis"] or "publication",
        ),
        stance=one["stance"],
        within=one["within"],
    )


def _stems(words: str | None) -> frozenset[str]:
    if not words:
        return frozenset()
    return frozenset(stem(word) for word in fold_words(words) if word not in stop_words())


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
