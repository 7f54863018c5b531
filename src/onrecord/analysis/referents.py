"""What the words of a paragraph may stand for: names, descriptions, pronouns, times.

All that the resolution of speakers needs to know of the parse, one `Referent` a phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.analysis.drafts import Draft
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc


class ReferentKind(StrEnum):
    """What a phrase is, by its head."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    TIME = "time"


class Place(StrEnum):
    """How a phrase stands in its clause."""

    SUBJECT = "subject"
    AGENT = "agent"
    OBJECT = "object"
    POSSESSIVE = "possessive"
    APPOSITION = "apposition"
    MODIFIER = "modifier"
    PREPOSITION = "preposition"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """A phrase that may stand for somebody or something.

    Places are [start, end) in code points of the paragraph.
    """

    span: Span
    """The phrase, without relative clause."""
    head: Span
    """Its head: of a name all of the name."""
    kind: ReferentKind
    word: str
    """The head in lower case."""
    place: Place = Place.OTHER
    preposition: str = ""
    """The preposition that it hangs on, in lower case."""
    chain: tuple[int, ...] = ()
    """Where the words begin that it hangs on, the nearest first, prepositions left out; up to
    and with the first verb."""
    type: EntityType | None = None
    """Of a name: its type."""
    label: str = ""
    """Of a name: the model's label."""
    number: str = ""
    """`one` or `many` where that is clear."""
    gender: str = ""
    """`f`, `m` or `n` where its own words tell."""
    described: tuple[str, ...] = ()
    """What is said of a name, in lower case: title, apposition, what it is said to be."""
    determiner: str = ""
    """`the`, `a`, `his`, ..., in lower case."""
    words: tuple[str, ...] = ()
    """The words of the phrase before and with the head, in lower case, without determiner."""
    joined: int | None = None
    """Where the head begins that this one is coordinated with."""
    sentence: int = 0
    """The number of its sentence in the paragraph."""


def find_referents(
    doc: Doc,
    mentions: Sequence[Mention],
    drafts: Sequence[Draft],
    times: Sequence[TimeExpression] = (),
) -> list[Referent]:
    """The referents of a parsed paragraph, in order.

    Args:
        doc: the parsed paragraph.
        mentions: the names found in it.
        drafts: the attributions found in it: their sources are referents in any case.
        times: the time expressions found in it.
    """
    return []
