"""How the days of printed words were computed: expression, rule, anchor, value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from onrecord.values.days import DayInterval
from onrecord.web.datewords import interval_words, read_days
from onrecord.web.index import Json, RecordIndex, published

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def weekday_words(days: DayInterval) -> str:
    """The interval in words, one day with its weekday: `Thu 11 Jun 2020`."""
    words = interval_words(days).words
    if days.exact and days.first:
        return f"{_WEEKDAYS[days.first.weekday()]} {words}"
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What was read where, from what it was counted, and what came out."""

    words: str
    """The expression as printed; empty where the page may not show it."""
    rule: str
    anchor: str
    """What it counts from: `published 7 Apr 2021`, or the words of another expression."""
    printed: bool
    """The anchor is printed words."""
    by_hand: bool
    """The anchor is a date that a person decided."""
    value: str


class Chains:
    """The chains of all expressions of a record, looked up by place."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index

    @cached_property
    def _times(self) -> Mapping[tuple[str, int, int], Json]:
        times = self._index.record.get("times") or ()
        return {(time["article"], time["start"], time["end"]): time for time in times}

    def of(self, article: str, start: int, end: int) -> Chain | None:
        """The chain of the expression at exactly this place; None where none was found."""
        time = self._times.get((article, start, end))
        if time is None or article not in self._index.by_id:
            return None
        anchor, printed, by_hand = self._anchor(time)
        return Chain(
            words=self.shown(article, start, end),
            rule=time.get("rule") or "",
            anchor=anchor,
            printed=printed,
            by_hand=by_hand,
            value=weekday_words(read_days(time)),
        )

    def _anchor(self, time: Json) -> tuple[str, bool, bool]:
        """What an expression counts from, whether these are printed words or a person's date."""
        article = self._index.by_id[time["article"]]
        counted_from = time.get("counted_from")
        if counted_from == "publication":
            days = published(article)
            basis = (article.get("published") or {}).get("basis")
            said = interval_words(days).words if days.known else "unknown"
            return f"published {said}", False, basis == "decided"
        if counted_from == "expression" and time.get("reference"):
            words = self.shown(time["article"], *time["reference"])
            return words or "another expression", bool(words), False
        return "", False, False

    def shown(self, article: str, start: int, end: int) -> str:
        """The words at a place where the page may show all of them, else nothing."""
        number = self._index.paragraph(article, start)
        places = self._index.places(article, number) if number is not None else ()
        if any(first <= start and end <= last for first, last in places):
            return " ".join(self._index.by_id[article]["text"][start:end].split())
        return ""
