"""What filling asks of an article: what stands where, which places are one, what is far."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.analysis.figures.phrases import ScopedPhrase
from onrecord.lexicon.nationalities import country_of
from onrecord.lexicon.scope_words import scope_words
from onrecord.text.folding import fold_words
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.times import Shape, TimeExpression, TimeType
from onrecord.values.vocabulary import Role

_FAR_UNITS = frozenset({"M", "Q", "Y", "DE", "CE", "S"})
_DAYS = {"W": 7, "D": 1, "WE": 7}
_NEAR_DAYS = 7
_FULL = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Told:
    """An article as far as filling needs it."""

    text: str
    paragraphs: Sequence[tuple[Span, Role]]
    sentences: Sequence[Span]
    phrases: Sequence[ScopedPhrase]
    mentions: Sequence[Mention]
    times: Sequence[TimeExpression]
    outer: Mapping[str, frozenset[str]]
    """Key of a place -> keys of places in which it is said to be."""
    places: Sequence[Span]
    """Names of places where something is said to be, in order."""

    def words(self, span: Span) -> str:
        """The words at a place, on one line."""
        return " ".join(span.slice(self.text).split())

    def sentence_of(self, span: Span) -> int:
        """Number of the sentence that holds a place; -1 before the first."""
        return bisect_right(self.sentences, span.start, key=_start) - 1

    def paragraph_of(self, span: Span) -> int:
        """Number of the paragraph that holds a place; -1 before the first."""
        return bisect_right(self.paragraphs, span.start, key=lambda one: one[0].start) - 1

    def key(self, span: Span | None) -> str:
        """What the name at a place counts as when two places are compared; empty without."""
        return place_key(self.words(span)) if span is not None else ""

    def times_in(self, start: int, end: int) -> list[TimeExpression]:
        """The expressions that begin in [start, end)."""
        first = bisect_right(self.times, start - 1, key=lambda one: one.span.start)
        found = []
        for time in self.times[first:]:
            if time.span.start >= end:
                break
            found.append(time)
        return found

    def phrases_in(self, start: int, end: int) -> list[ScopedPhrase]:
        """The phrases whose head stands in [start, end)."""
        first = bisect_right(self.phrases, start - 1, key=lambda one: one.span.start)
        found = []
        for phrase in self.phrases[first:]:
            if phrase.span.start >= end:
                break
            found.append(phrase)
        return found

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The names that begin in [start, end)."""
        first = bisect_right(self.mentions, start - 1, key=lambda one: one.span.start)
        found = []
        for mention in self.mentions[first:]:
            if mention.span.start >= end:
                break
            found.append(mention)
        return found


def _start(span: Span) -> int:
    return span.start


@lru_cache(maxsize=1 << 14)
def place_key(name: str) -> str:
    """A name of a place or owner, so that its printings compare: countries by their name, others
    folded, without `the` and without what kind of place it is."""
    country = country_of(name)
    if country is not None:
        return country.lower()
    kinds = scope_words().named_kinds
    found = [word for word in fold_words(name) if word not in ("the", "s", "of")]
    return " ".join([word for word in found if word not in kinds] or found)


def outer_places(text: str, phrases: Sequence[ScopedPhrase]) -> dict[str, frozenset[str]]:
    """Key of a place -> keys of the places in which the article says that it is."""
    found: dict[str, frozenset[str]] = {}
    for one in phrases:
        if one.place is not None and one.within is not None:
            inner, outer = (place_key(span.slice(text)) for span in (one.place, one.within))
            if inner != outer:
                found[inner] = found.get(inner, frozenset()) | {outer}
    return found


@lru_cache(maxsize=1 << 14)
def is_country(name: str) -> bool:
    """Whether a name is that of a country or region."""
    return country_of(name) is not None


def is_far(time: TimeExpression, days: Sequence[date] = ()) -> bool:
    """Whether an expression speaks of another time than the days around the publication.

    Args:
        time: the expression.
        days: full dates that the top of the article prints.
    """
    form = time.form
    if time.type is TimeType.SET:
        return True
    if form.shape is Shape.FIXED:
        return form.value[:1].isdigit() and not _is_near(form.value, days)
    if form.shape is Shape.YEARLESS:
        return not form.value[:1].isdigit() or len(form.value) < len("06-12")
    if form.shape in (Shape.UNIT, Shape.DISTANCE, Shape.STRETCH):
        if form.unit in _FAR_UNITS:
            return form.shift != 0 or form.shape is Shape.STRETCH
        return abs(form.shift) * _DAYS.get(form.unit, 0) > _NEAR_DAYS
    return abs(form.shift) > 1


def full_date(time: TimeExpression) -> date | None:
    """The day of an expression that prints it with its year."""
    value = time.form.value
    if time.form.shape is not Shape.FIXED or not _FULL.match(value):
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:  # 30 February
        return None


def _is_near(value: str, days: Sequence[date]) -> bool:
    if not _FULL.match(value):
        return any(str(day).startswith(value) for day in days)
    try:
        own = date.fromisoformat(value[:10])
    except ValueError:
        return False
    return any(abs((own - day).days) <= _NEAR_DAYS for day in days)
