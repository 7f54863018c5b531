"""Questions about figures: reports of which not all can hold, and series that may be one.

Only a few are asked: of conflicts one a series, those in most articles first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.record.questions import Question, QuestionKind
from onrecord.record.review_pairs import VERDICTS, Place
from onrecord.values.decisions import PAIR_DECISIONS, PairKind, What
from onrecord.values.vocabulary import DifferenceReason

type Json = Mapping[str, Any]

UNSURE = "unsure-"
"""What begins the reason of a near miss that the program is unsure of."""
_MOST_CONFLICTS = 10
_MOST_NEAR = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """Two figures: whether they answer one question."""

    left: Json
    right: Json
    label: str
    known: str
    what: What
    """The decision that is offered first."""
    settles: int
    """Reports that the answer would move."""


@dataclass(frozen=True, slots=True)
class OpenFigures:
    """Pairs of figures that a person may join or part."""

    pairs: Sequence[_Pair]

    @classmethod
    def of(cls, record: Json) -> OpenFigures:
        """Those of a record; `figures`, `series`, `differences` and `decisions` are read."""
        series = {one["id"]: one for one in record.get("series") or ()}
        wanted = {id_ for one in series.values() for id_ in one["points"]}
        figures = {
            one["id"]: {key: one[key] for key in _KEPT}
            for one in record.get("figures") or ()
            if one["id"] in wanted
        }
        decided = _decided(figures.values(), series.values(), record.get("decisions") or ())
        conflicts = _conflicts(record.get("differences") or (), series, figures, decided)
        return cls([*conflicts, *_near_misses(series, figures, decided)])

    def places(self) -> Mapping[str, Collection[Place]]:
        """By article the places whose words are evidence."""
        found: dict[str, set[Place]] = defaultdict(set)
        for pair in self.pairs:
            for one in (pair.left, pair.right):
                found[one["article"]].add((one["start"], one["end"]))
        return found

    def questions(self, articles: Mapping[str, Json]) -> Iterator[Question]:
        """The questions, conflicts first.

        Args:
            articles: by id; of each its name, headline and `cut_out`.
        """
        for pair in self.pairs:
            article = articles[pair.left["article"]]
            yield Question(
                kind=QuestionKind.FIGURES,
                article=article["id"],
                name=article["name"],
                label=pair.label,
                headline=article["headline"],
                known=pair.known,
                choices=VERDICTS,
                evidence=tuple(
                    articles[one["article"]]["cut_out"][one["start"], one["end"]]
                    for one in (pair.left, pair.right)
                ),
                figures=pair.settles,
                what=pair.what.value,
                on=pair.left["id"],
                value=pair.right["id"],
            )


_KEPT = ("id", "article", "start", "end", "low", "high")


def _conflicts(
    differences: Iterable[Json],
    series: Mapping[str, Json],
    figures: Mapping[str, Json],
    decided: Collection[frozenset[str]],
) -> list[_Pair]:
    """Of each series the first two reports that cannot both hold, those in most articles first."""
    first: dict[str, Json] = {}
    for one in differences:
        if one["reason"] == DifferenceReason.CONFLICT and _is_known(one, figures):
            first.setdefault(one["about"], one)
    open_ = [
        (series[id_], one)
        for id_, one in first.items()
        if id_ in series and frozenset({id_}) not in decided
    ]
    open_.sort(key=lambda each: -_articles(each[0], figures))
    return [_conflict(about, one, figures) for about, one in open_[:_MOST_CONFLICTS]]


def _conflict(about: Json, difference: Json, figures: Mapping[str, Json]) -> _Pair:
    """The rarer number stands at the right, for `different` takes all that print this one out."""
    left, right = sorted(
        (difference[side] for side in _SIDES), key=lambda id_: -_equal(about, figures, id_)
    )
    return _Pair(
        left=figures[left],
        right=figures[right],
        label=about["label"],
        known=f"{difference['reason']}; {difference['why']}",
        what=What.DIFFERENT,
        settles=_equal(about, figures, right),
    )


_SIDES = ("left_figure", "right_figure")


def _is_known(difference: Json, figures: Mapping[str, Json]) -> bool:
    return all(difference[side] in figures for side in _SIDES)


def _articles(series: Json, figures: Mapping[str, Json]) -> int:
    return len({figures[id_]["article"] for id_ in series["points"] if id_ in figures})


def _equal(series: Json, figures: Mapping[str, Json], id_: str) -> int:
    """How many reports of a series give the number that one of them gives."""
    one = figures[id_]
    points = [figures[other] for other in series["points"] if other in figures]
    return sum((other["low"], other["high"]) == (one["low"], one["high"]) for other in points)


def _near_misses(
    series: Mapping[str, Json],
    figures: Mapping[str, Json],
    decided: Collection[frozenset[str]],
) -> list[_Pair]:
    """Each two series that may be one, those first of which more reports would be joined."""
    found: dict[frozenset[str], _Pair] = {}
    for one in series.values():
        for near in one["not_joined"]:
            other = series.get(near["series"])
            both = frozenset({one["id"], near["series"]})
            if other is None or both in decided or not near["why"].startswith(UNSURE):
                continue
            found.setdefault(both, _near(one, other, near["why"], figures))
    return sorted(found.values(), key=lambda pair: -pair.settles)[:_MOST_NEAR]


def _near(one: Json, other: Json, why: str, figures: Mapping[str, Json]) -> _Pair:
    labels = dict.fromkeys(filter(None, (one["label"], other["label"])))
    return _Pair(
        left=figures[one["points"][0]],
        right=figures[other["points"][0]],
        label=" – ".join(labels),
        known=why,
        what=What.SAME,
        settles=min(len(one["points"]), len(other["points"])),
    )


def _decided(
    figures: Iterable[Json], series: Iterable[Json], decisions: Iterable[Json]
) -> frozenset[frozenset[str]]:
    """Ids of the series whose figures a person compared, whatever the answer: two, or one where
    both stand in it."""
    pairs = [
        (decision["on"], decision["other"])
        for decision in decisions
        if decision["what"] in PAIR_DECISIONS
        and decision["value"] == PairKind.FIGURE
        and decision.get("other")
    ]
    if not pairs:
        return frozenset()
    of = {id_: one["id"] for one in series for id_ in one["points"]}
    at = {(one["article"], one["start"], one["end"]): of.get(one["id"]) for one in figures}
    sides = [
        [at.get((side["article"], side.get("start"), side.get("end"))) for side in pair]
        for pair in pairs
    ]
    return frozenset(
        frozenset(id_ for id_ in both if id_ is not None) for both in sides if all(both)
    )
