"""A phrase of a paragraph that may stand for somebody, without the parse."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType


class ReferentKind(StrEnum):
    """What a phrase is, by its head."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    TIME = "time"


class Standing(StrEnum):
    """How a phrase stands in its clause."""

    SUBJECT = "subject"
    AGENT = "agent"
    OBJECT = "object"
    POSSESSIVE = "possessive"
    MODIFIER = "modifier"
    PREPOSITION = "preposition"
    OTHER = "other"


class Referent(NamedTuple):
    """A phrase that may stand for somebody or something.

    Places are [start, end) in code points of the paragraph. A tuple, since articles are full of
    them and a frozen dataclass takes several times as long to make.
    """

    span: Span
    """The phrase up to its head; of one that a draft has as source also what follows it."""
    head: Span
    """Its head: of a name all of the name."""
    kind: ReferentKind
    word: str
    """The head in lower case."""
    standing: Standing = Standing.OTHER
    preposition: str = ""
    """The preposition that it hangs on, in lower case."""
    chain: tuple[int, ...] = ()
    """Where the words begin that it hangs on, the nearest first, prepositions left out; up to
    and with the first verb."""
    depth: int = 0
    """How many clauses its own lies in; 0 in the main clause of its sentence."""
    type: EntityType | None = None
    """Of a name: its type."""
    number: str = ""
    """`one` or `many` where that is clear."""
    gender: str = ""
    """`f`, `m` or `n` where its own words tell."""
    described: tuple[tuple[str, ...], ...] = ()
    """What is said of a name, in lower case: title, apposition, what it is said to be."""
    determiner: str = ""
    """`the`, `a`, `his`, `'s`, in lower case."""
    words: tuple[str, ...] = ()
    """The words of the phrase before and with the head, in lower case, without determiner."""
    proper: bool = False
    """Of a description: whether its head is tagged as a name, which the model left out."""
    completed: bool = False
    """Of a description: whether it says whose or which one it is: `the father of a girl`."""
    named: Span | None = None
    """Of a description: the name in apposition to it."""
    joined: int | None = None
    """Where the head begins that this one is coordinated with."""
    coordinated: bool = False
    """Whether it is one of several that are coordinated."""
    antecedent: int | None = None
    """Of a relative pronoun: where the head begins that its clause hangs on."""
    sentence: Span = Span(0, 1)
    """Its sentence."""
