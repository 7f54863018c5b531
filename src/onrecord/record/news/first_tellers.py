"""What the compiled views say was told before, while articles are read in the record's order."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.record.news.pile import Place
from onrecord.record.news.views import Json, NewsViews
from onrecord.values.article import Article
from onrecord.values.vocabulary import EVENT_ROLES

NAMED = frozenset({"person", "organisation"})
"""Types of entities whose first mention is news."""

REASONS = frozenset({"conflict", "revision", "scope", "sourcing"})
"""Reasons of differences that are news; that others round or word it otherwise is none."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number that a series has: whether it was told, and the last other number before."""

    series: str
    told: bool
    before: Place | None


class FirstTellers:
    """Who was first, by the views; `note_*` tells it what an article has told, in order."""

    def __init__(self, views: NewsViews, order: Mapping[str, int]) -> None:
        """With the views, and the place of each article in the record's order."""
        self._order = order
        self._entries = dict(_entries(views, order))
        self._groups: dict[str, list[str]] = defaultdict(list)
        for group in (*views.variants, *views.statements):
            for attribution in group["attributions"]:
                self._groups[attribution].append(group["id"])
        self._readings = {
            figure: (series["id"], number)
            for series in views.series
            for number, reading in enumerate(series["readings"])
            for figure in reading["figures"]
        }
        self._names, self._differences = _names(views), _differences(views, order)
        self._said: set[str] = set()
        self._named: set[str] = set()
        self._told: dict[str, list[tuple[int, Place, bool]]] = defaultdict(list)

    def entry(self, place: Place) -> tuple[str, bool] | None:
        """Id of the entry that a sentence supports, and whether its article tells it first."""
        found = self._entries.get(place)
        return None if found is None else (found[0], found[1] == place[0])

    def utterance(self, attribution: str) -> tuple[str | None, bool]:
        """Id of the utterance that an attribution prints, if known, and whether it was before."""
        groups = self._groups.get(attribution, ())
        return (groups[0] if groups else None), any(group in self._said for group in groups)

    def reading(self, figure: str) -> Reading | None:
        """What the series of a figure tells; None where it has none."""
        found = self._readings.get(figure)
        if found is None:
            return None
        series, number = found
        told = self._told.get(series, ())
        others = [place for other, place, former in told if other != number and not former]
        return Reading(
            series=series,
            told=any(other == number for other, _, _ in told),
            before=others[-1] if others else None,
        )

    def names(self, article: Article) -> list[tuple[int, int, str]]:
        """(start, end, entity) of the names that an article is the first to print in its text."""
        starts = [paragraph.start for paragraph in article.paragraphs]
        found: dict[str, tuple[int, int, str]] = {}
        for start, end, entity in self._names.get(article.id, ()):
            role = article.paragraphs[bisect_right(starts, start) - 1].role
            if entity not in self._named and entity not in found and role in EVENT_ROLES:
                found[entity] = (start, end, entity)
        self._named.update(found)
        return sorted(found.values())

    def differences(self, article: str) -> list[tuple[Json, Json, Json]]:
        """(difference, its side in an article, the earlier side) of those that it brings."""
        return self._differences.get(article, [])

    def note_said(self, attribution: str) -> None:
        """An article has printed this attribution."""
        self._said.update(self._groups.get(attribution, ()))

    def note_figure(self, figure: str, place: Place, *, former: bool) -> None:
        """An article has printed this figure; a `former` level is no number to change from."""
        if figure in self._readings:
            series, number = self._readings[figure]
            self._told[series].append((number, place, former))


def _entries(views: NewsViews, order: Mapping[str, int]) -> Iterator[tuple[Place, tuple[str, str]]]:
    """Sentence -> id of the entry that it supports, and the entry's first article."""
    for entry in views.timeline:
        places = [(one["article"], one["start"], one["end"]) for one in entry["support"]]
        first = min((place[0] for place in places), key=order.__getitem__, default="")
        for place in places:
            yield place, (entry["id"], first)


def _names(views: NewsViews) -> dict[str, list[tuple[int, int, str]]]:
    """Article -> where it names whom, in order."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in views.entities:
        if entity["type"] in NAMED:
            for one in entity["mentions"]:
                found[one["article"]].append((one["start"], one["end"], entity["id"]))
    return {article: sorted(places) for article, places in found.items()}


def _differences(
    views: NewsViews, order: Mapping[str, int]
) -> dict[str, list[tuple[Json, Json, Json]]]:
    found: dict[str, list[tuple[Json, Json, Json]]] = defaultdict(list)
    for one in views.differences:
        if one["reason"] not in REASONS:
            continue
        sides = [side for side in (one["left"], one["right"]) if side is not None]
        if len(sides) == 2 and sides[0]["article"] != sides[1]["article"]:
            before, after = sorted(sides, key=lambda side: order[side["article"]])
            found[after["article"]].append((one, after, before))
    return found
