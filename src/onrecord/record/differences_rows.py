"""How reports of one thing differ: the rows of `onrecord differences`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from onrecord.record.article_places import ArticlePlaces
from onrecord.record.articles_meant import ArticlesQuery, articles_meant
from onrecord.record.entry_words import entry_when_iso
from onrecord.record.story_filter import meant_story, select_rows
from onrecord.record.word_search import texts_about
from onrecord.values.vocabulary import DifferenceReason

if TYPE_CHECKING:
    from onrecord.record.compile import Record

type Json = Mapping[str, Any]
type Row = dict[str, Any]

WEIGHTIEST_FIRST = (
    DifferenceReason.CONFLICT,
    DifferenceReason.SOURCING,
    DifferenceReason.REVISION,
    DifferenceReason.SCOPE,
    DifferenceReason.PERIOD,
    DifferenceReason.ROUNDING,
    DifferenceReason.WORDING,
)
"""Reasons by how much a reader wants to know of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencesQuery(ArticlesQuery):
    """What is asked for. One side's article is enough for outlet and days; of a story both are."""

    reason: Collection[str] = ()
    slot: Collection[str] = ()
    about: str | None = None
    """Words as in search (`a b`, `a|b`, `"a b"`, `a*`, `-a`), in the sentences of both sides
    together or in the name of what they are about."""


def differences_of(record: Record, query: DifferencesQuery) -> list[Row] | None:
    """The differences of a record that pass, conflicts first, of one reason in the order of the
    record; None where none were looked for.

    `left` and `right` have the sentence (`text`) and in it the `words` that differ, whose place is
    `at`; a side is null where it has no words. `subject` names what both are about, in words of
    the record.

    Raises:
        UsageError: `about` holds no word, or no story is called as asked for.
        SeveralNames: several stories are.
    """
    differences: Sequence[Json] | None = record.tail["differences"]
    if differences is None:
        return None
    if query.story is not None:
        story = meant_story(record.tail["stories"] or (), query.story)
        differences = select_rows("differences", differences, story)
    meant = articles_meant(record, query)
    sides = _Sides(record)
    rows = [
        sides.row(one)
        for one in differences
        if (not query.reason or one["reason"] in query.reason)
        and (not query.slot or one.get("slot", "number") in query.slot)
        and any(one[side] and one[side]["article"] in meant for side in ("left", "right"))
    ]
    if query.about is not None:
        told = texts_about((_passages(row) for row in rows), query.about)
        rows = [rows[place] for place in sorted(told)]
    return sorted(rows, key=lambda row: WEIGHTIEST_FIRST.index(row["reason"]))


def _passages(row: Row) -> list[str]:
    sides = [row[side]["text"] for side in ("left", "right") if row[side]]
    return [*sides, *filter(None, [row["subject"]])]


@dataclass(slots=True)
class _Sides:
    record: Record
    places: ArticlePlaces = field(init=False)
    subjects: Mapping[str, tuple[str, str | None]] = field(init=False)

    def __post_init__(self) -> None:
        self.places = ArticlePlaces(self.record.summaries)
        self.subjects = _subjects(self.record)

    def row(self, one: Json) -> Row:
        kind, subject = self.subjects.get(one["about"], (None, None))
        return {
            "id": one["id"],
            "about": one["about"],
            "about_kind": kind,
            "subject": subject,
            "slot": one.get("slot", "number"),
            "reason": one["reason"],
            "why": one["why"],
            "left": self._side(one, "left"),
            "right": self._side(one, "right"),
        }

    def _side(self, one: Json, side: str) -> Row | None:
        anchor = one[side]
        if anchor is None:
            return None
        words = one.get(f"{side}_words")
        start = anchor["start"]
        at = {"article": anchor["article"], "start": words[0] if words else start}
        return {
            **self.places.row(anchor["article"]),
            **self.places.shown(anchor),
            "at": self.places.place(at),
            "words": anchor["text"][words[0] - start : words[1] - start] if words else None,
            "words_at": list(words) if words else None,
            "figure": one.get(f"{side}_figure"),
        }


def _subjects(record: Record) -> dict[str, tuple[str, str | None]]:
    """Of everything that reports can differ about its kind, and its name where it has one."""
    tail = record.tail
    found: dict[str, tuple[str, str | None]] = {
        one["id"]: ("story", one["name"]) for one in tail["stories"] or ()
    }
    found |= {one["id"]: ("statement", None) for one in tail.get("statements") or ()}
    found |= {one["id"]: ("variant", None) for one in tail["variants"] or () if "id" in one}
    found |= {one["id"]: ("entity", one["name"]) for one in tail["entities"] or ()}
    found |= {one["id"]: ("entry", entry_when_iso(one)) for one in tail["timeline"] or ()}
    found |= {one["id"]: ("series", one["label"] or None) for one in tail["series"] or ()}
    return found
