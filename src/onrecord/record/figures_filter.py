"""Which figures are asked for: by words, kind, modality, scope, speaker, outlet and time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict

from onrecord.lexicon.nationalities import country_of
from onrecord.record.day_words import read_days
from onrecord.record.name_search import find_names, forms_of, holds_name
from onrecord.record.names_meant import Meant, meant_speaker
from onrecord.record.word_search import texts_about
from onrecord.text.folding import fold
from onrecord.values.vocabulary import Modality

type Json = Mapping[str, Any]

ACTUAL = "actual"
"""Asserted by an article or reported in the words of somebody else."""
_ACTUAL = frozenset({Modality.ASSERTED.value, Modality.REPORTED.value})


class FigureFilters(TypedDict, total=False):
    """The parts of a `FiguresQuery` as keyword arguments; one word stands for a collection of
    one."""

    about: str | None
    kind: str | Collection[str]
    modality: str | Collection[str]
    place: str | None
    owner: str | None
    by: str | Collection[str]
    outlet: str | None
    since: date | None
    until: date | None
    differences: bool
    conflicts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresQuery:
    """What is asked for; every part that is given must fit.

    Words, place and owner are looked for in all reports of a series, and what fits one of them fits
    the series; the other parts must fit each report.
    """

    about: str | None = None
    """Words as in search (`a b`, `a|b`, `"a b"`, `a*`, `-a`): in what is counted, in the names of
    its scope, or in the sentence."""
    kind: Collection[str] = ()
    modality: Collection[str] = ()
    """`Modality`, or `actual`: asserted or reported."""
    place: str | None = None
    """Where it is counted: a name as people type it, in any form that the record knows."""
    owner: str | None = None
    """Whose it is, likewise; a nationality stands for its country."""
    by: Collection[str] = ()
    """Who gives it, any of them: a name, an id, words of a printed description."""
    outlet: str | None = None
    """Part of the name of the outlet or agency that printed it, folded."""
    since: date | None = None
    """Only what may hold on this day or later; what is undated passes no date."""
    until: date | None = None
    differences: bool = False
    """Only of series in which two reports differ."""
    conflicts: bool = False
    """Only of series in which two reports cannot both hold."""

    @classmethod
    def of(cls, filters: FigureFilters) -> FiguresQuery:
        """The query of keyword arguments."""
        parts: dict[str, Any] = {**filters}
        for key in ("kind", "modality", "by"):
            given = parts.get(key, ())
            parts[key] = (given,) if isinstance(given, str) else given
        return cls(**parts)

    @property
    def names_something(self) -> bool:
        """Whether it asks for something by words or by a name."""
        return any((self.about is not None, self.place, self.owner, self.by))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigures:
    """The figures that pass."""

    rows: tuple[Json, ...]
    speakers: tuple[Meant, ...] = ()
    """Who was meant by each of `by`."""
    unknown: tuple[str, ...] = ()
    """Names of `place` and `owner` that no figure of the record has."""
    told: frozenset[str] = frozenset()
    """Ids of those that have the words of `about` in what is counted or in its scope; of the
    others only the sentence has them."""


def select_figures(
    rows: Sequence[Json],
    query: FiguresQuery,
    *,
    entities: Sequence[Json],
    attributions: Mapping[str, Json],
    outlets: Mapping[str, str],
) -> FoundFigures:
    """The figures that pass a query, in the order of the record.

    Args:
        rows: the figures of a record (`figures_points.figure_rows`).
        query: what is asked for.
        entities: those of the record.
        attributions: those of the record, by id.
        outlets: names of outlet and agency of each article, by its id.

    Raises:
        UsageError: `about` holds no word.
        SeveralNames: a name of `by` fits several entities that give figures.
    """
    speakers = _speakers(rows, query, entities, attributions)
    found = [row for row in rows if _passes(row, query, outlets)]
    if query.by:
        found = [
            row
            for row in found
            if (one := attributions.get(row["attribution"] or "")) is not None
            and any(meant.speaks_in(one) for meant in speakers)
        ]
    unknown = []
    for key, typed in (("place", query.place), ("owner", query.owner)):
        if typed:
            fits = _scope_of(entities, typed)
            fitting = [row for row in rows if fits(row[key])]
            if not fitting:
                unknown.append(typed)
            found = _of_series(found, fitting)
    told: frozenset[str] = frozenset()
    if query.about is not None:
        places = texts_about((_passages(row) for row in rows), query.about)
        found = _of_series(found, [rows[place] for place in sorted(places)])
        own = texts_about((_own_words(row) for row in found), query.about)
        told = frozenset(found[place]["id"] for place in own)
    return FoundFigures(
        rows=tuple(found), speakers=tuple(speakers), unknown=tuple(unknown), told=told
    )


def _of_series(found: Iterable[Json], fitting: Collection[Json]) -> list[Json]:
    """Those that fit, or stand in a series with one that does."""
    series = {row["series"] for row in fitting if row["series"] is not None}
    alone = {row["id"] for row in fitting}
    return [row for row in found if row["series"] in series or row["id"] in alone]


def _speakers(
    rows: Iterable[Json],
    query: FiguresQuery,
    entities: Sequence[Json],
    attributions: Mapping[str, Json],
) -> list[Meant]:
    """Who is meant, of those in whose words a figure stands."""
    if not query.by:
        return []
    held = {row["attribution"] for row in rows if row["attribution"]}
    giving = [attributions[id_] for id_ in sorted(held) if id_ in attributions]
    return [meant_speaker(entities, giving, typed) for typed in query.by]


def _passes(row: Json, query: FiguresQuery, outlets: Mapping[str, str]) -> bool:
    return (
        (not query.kind or row["kind"] in query.kind)
        and (not query.modality or _has_modality(row["modality"], query.modality))
        and (query.outlet is None or fold(query.outlet) in fold(outlets.get(row["article"], "")))
        and _overlaps(row, query.since, query.until)
    )


def _has_modality(modality: str, wanted: Collection[str]) -> bool:
    return modality in wanted or (ACTUAL in wanted and modality in _ACTUAL)


def _overlaps(row: Json, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    days = read_days({"first": row["as_of_first"], "last": row["as_of_last"]})
    if not days.known:
        return False
    if since and days.last and days.last < since:
        return False
    return not (until and days.first and days.first > until)


def _scope_of(entities: Sequence[Json], typed: str) -> Callable[[str | None], bool]:
    """Tells whether the name of a scope is what was typed, or has it in it."""
    forms = {typed}
    for name in filter(None, (typed, country_of(typed))):
        forms.add(name)
        for entity in find_names(entities, name):
            forms.update(forms_of(entity))
    country = country_of(typed)

    def fits(name: str | None) -> bool:
        if name is None:
            return False
        return holds_name(name, forms) or (country is not None and country_of(name) == country)

    return fits


def _own_words(row: Json) -> list[str]:
    """What is counted, and the names of its scope."""
    parts = [row[key] for key in ("series_label", "counted", "place", "owner", "part")]
    return [part for part in parts if part]


def _passages(row: Json) -> list[str]:
    return [*_own_words(row), row["sentence"]]
