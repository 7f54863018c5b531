"""Figures of one article: whoever its names, descriptions and pronouns stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.analysis.referent_values import Referent, ReferentKind
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType


class Occurrence(NamedTuple):
    """A referent at its place in the article."""

    referent: Referent
    offset: int
    """Where its paragraph begins in the article."""
    paragraph: int
    """The number of its paragraph."""
    sentence: int
    """The number of its sentence in the article; those that are all quotation are not counted."""
    quoted: bool
    """Whether it stands between quotation marks."""
    text: str
    """Its head as printed."""
    start: int
    """Where the head begins in the article."""

    @property
    def head(self) -> Span:
        """The head, in the article."""
        return _moved(self.referent.head, self.offset)

    @property
    def span(self) -> Span:
        """The phrase, in the article."""
        return _moved(self.referent.span, self.offset)

    def covers(self, place: int) -> bool:
        """Whether a place in the article lies in the head."""
        head = self.referent.head
        return head.start <= place - self.offset < head.end

    def within(self, span: Span) -> bool:
        """Whether the head lies in `span`."""
        return span.start <= self.start < span.end

    def hangs_on(self, span: Span) -> bool:
        """Whether a word that it hangs on lies in `span`."""
        first, last = span.start - self.offset, span.end - self.offset
        return any(first <= at < last for at in self.referent.chain)


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something that an article speaks of."""

    kind: EntityType | None
    """Type of one with a name; None of one that is only described."""
    number: str = ""
    gender: str = ""
    name: Occurrence | None = None
    """The fullest name; the first of equally full ones."""
    description: Occurrence | None = None
    """The first description of one without a name."""
    heads: set[str] = field(default_factory=set)
    """Nouns that are said of it, in lower case, singular."""
    offices: frozenset[str] = frozenset()
    """Titles, in lower case, of the public offices that somebody of that name has held."""
    words: set[str] = field(default_factory=set)
    """Other words that are said of it."""
    members: tuple[Figure, ...] = ()
    """Of several together: each of them."""
    at: list[Occurrence] = field(default_factory=list)
    """Where it is spoken of, in order, as far as the article is read."""

    def is_among(self, others: frozenset[int]) -> bool:
        """Whether it, or a member of it, is one of the figures with these `id`s."""
        if not others:
            return False
        return id(self) in others or any(id(one) in others for one in self.members)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a referent stands for, and why."""

    figure: Figure | None
    why: str


def is_person(figure: Figure) -> bool:
    """Whether it is one person, named or described."""
    return figure.kind is EntityType.PERSON


def named_occurrences(occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Those that are names."""
    return [one for one in occurrences if one.referent.kind is ReferentKind.NAME]
