"""Fit the weights of same-event links on halves of two public sets.

Data, under `ONRECORD_BENCH_DATA`: `allsides_roundups` and `ecbplus`; `bench/same_event.py` says
which halves. Both sets count the same. First the weights of pairs of the whole pile, then those of
pairs in their neighbourhoods, then the least odds of one event: that with the best F1 of the half
in the groups of the whole pile (the lesser of the two sets, then their mean).

Needs scikit-learn. Run: `python scripts/fit_same_event.py [--texts FOLDER]`; it writes
`src/onrecord/lexicon/data/same_event.yaml`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_ROOT / "bench"))

from data import DataAbsent  # noqa: E402
from onrecord.linking.index import DictIndex  # noqa: E402
from onrecord.linking.pairs import add_keys  # noqa: E402
from onrecord.linking.same_event.keys import SILENT_ABOVE, event_keys  # noqa: E402
from onrecord.linking.same_event.likeness import likeness  # noqa: E402
from onrecord.record.stories.average_link import average_link  # noqa: E402
from onrecord.record.stories.event_groups import CEILING, FLOOR, NEIGHBOURS  # noqa: E402
from onrecord.record.stories.neighbourhoods import near_likeness, neighbours  # noqa: E402
from same_event import SETS, Told, b_cubed, in_order, labels_of, load  # noqa: E402

_OUT = _ROOT / "src" / "onrecord" / "lexicon" / "data" / "same_event.yaml"
_DAYS = (0, 1, 2, 4, 7, 14)
_HALF = 0
_DAY_SCALE = 0.35
"""Spread that columns of days are taken to have, so that those seldom met are held back alike."""
_STRENGTH = 0.3
"""Of the regularisation: its inverse, as scikit-learn has it."""

type Row = list[float]
type Pairs = dict[tuple[int, int], float]


@dataclass(slots=True)
class Pile:
    """A set, its candidates, and what each pair has in common."""

    told: list[Told]
    pairs: list[tuple[int, int]]
    rows: list[Row]

    def same(self, pair: tuple[int, int]) -> bool:
        """Whether both report one event."""
        return self.told[pair[0]].event == self.told[pair[1]].event

    def tunes(self, pair: tuple[int, int]) -> bool:
        """Whether both are of the half for tuning."""
        return all(self.told[place].half == _HALF for place in pair)


def pile_of(told: list[Told]) -> tuple[Pile, list[str]]:
    """A set with its candidates, and the names of what they have in common."""
    places = {one.text.article: place for place, one in enumerate(told)}
    keys = {one.text.article: event_keys(one.text) for one in told}
    found = add_keys(keys, DictIndex(), SILENT_ABOVE).judge
    ends = ((places[a], places[b]) for a, b in found)
    pairs = sorted((min(pair), max(pair)) for pair in ends)
    alike = [likeness(told[a].text, told[b].text) for a, b in pairs]
    rows = [
        [*one.values(), *_day_row(told[a].day, told[b].day)]
        for (a, b), one in zip(pairs, alike, strict=True)
    ]
    return Pile(told, pairs, rows), list(alike[0])


def _day_row(left: date | None, right: date | None) -> Row:
    row = [0.0] * (len(_DAYS) + 1)
    if left is not None and right is not None:
        apart = abs((left - right).days)
        row[next((n for n, most in enumerate(_DAYS) if apart <= most), len(_DAYS))] = 1.0
    return row


def fit(
    parts: Sequence[tuple[list[Row], list[bool]]], *, days: int = 0
) -> tuple[list[float], float]:
    """Weights and base of a logistic regression in which every part counts the same.

    Args:
        parts: rows of each set, and which of them are of one event.
        days: how many of the last columns are days.
    """
    import numpy as np  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.preprocessing import StandardScaler  # noqa: PLC0415

    rows = np.array([row for part, _ in parts for row in part])
    same = np.array([one for _, part in parts for one in part])
    counts = np.concatenate([np.full(len(part), 1 / sum(part)) for _, part in parts])
    counts *= len(counts) / counts.sum()
    scaler = StandardScaler().fit(rows)
    scaler.scale_[len(scaler.scale_) - days :] = _DAY_SCALE
    model = LogisticRegression(C=_STRENGTH, max_iter=800)
    model.fit(scaler.transform(rows), same, sample_weight=counts)
    weights = model.coef_[0] / scaler.scale_
    return list(weights), float(model.intercept_[0] - weights @ scaler.mean_)


def odds(rows: Sequence[Row], weights: Sequence[float], base: float) -> list[float]:
    """The odds of pairs, within bounds."""
    found = (base + sum(w * x for w, x in zip(weights, row, strict=True)) for row in rows)
    return [min(max(one, FLOOR), CEILING) for one in found]


type Near = tuple[list[int], list[tuple[int, int]], list[Row]]
"""Places of a neighbourhood, its pairs, and what they have in common."""


def near_of(pile: Pile, values: Pairs) -> tuple[list[Near], list[str]]:
    """The neighbourhoods of a pile."""
    found: list[Near] = []
    names: list[str] = []
    for near in average_link(values, [1.0] * len(pile.told), floor=FLOOR, least=NEIGHBOURS):
        weighed = neighbours([pile.told[n].text for n in near], [str(n) for n in near])
        pairs, rows = [], []
        for place, one in enumerate(near):
            for after, other in enumerate(near[place + 1 :], place + 1):
                if (one, other) in values:
                    alike = near_likeness(weighed[place], weighed[after], values[one, other])
                    pairs.append((place, after))
                    rows.append(list(alike.values()))
                    names = list(alike)
        found.append((near, pairs, rows))
    return found, names


def f1(pile: Pile, near: Sequence[Near], model: tuple[list[float], float], least: float) -> float:
    """B-cubed F1 of the half for tuning in the groups of the whole pile."""
    groups = []
    for places, pairs, rows in near:
        values = dict(zip(pairs, odds(rows, *model), strict=True))
        found = average_link(values, [1.0] * len(places), floor=FLOOR, least=least)
        groups += [[places[n] for n in group] for group in found]
    counted = [n for n, one in enumerate(pile.told) if one.half == _HALF]
    labels = labels_of(groups, len(pile.told))
    return b_cubed(labels, [one.event for one in pile.told], counted)[2]


def main() -> int:
    """Fit and write; 1 where the data is absent."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--texts", type=Path, help="a folder that keeps what articles tell")
    folder = parser.parse_args().texts
    try:
        made = [pile_of(in_order(load(name, folder))) for name in SETS]
    except DataAbsent as absent:
        print(f"not written: {absent}", file=sys.stderr)
        return 1
    piles, names = [pile for pile, _ in made], made[0][1]
    first = fit([_tuning(pile, pile.pairs, pile.rows) for pile in piles], days=len(_DAYS) + 1)
    near, parts = [], []
    near_names: list[str] = []
    for pile in piles:
        values = dict(zip(pile.pairs, odds(pile.rows, *first), strict=True))
        found, near_names = near_of(pile, values)
        near.append(found)
        inside = [(p[a], p[b]) for p, pairs, _ in found for a, b in pairs]
        parts.append(_tuning(pile, inside, [row for _, _, rows in found for row in rows]))
    second = fit(parts)

    def score(least: float) -> float:
        scores = [f1(pile, one, second, least) for pile, one in zip(piles, near, strict=True)]
        return min(scores) + sum(scores) / len(scores)

    least = max((n / 5 for n in range(-12, 8)), key=score)
    _write(names, first, dict(zip(near_names, second[0], strict=True)), second[1], least)
    return 0


def _tuning(
    pile: Pile, pairs: Sequence[tuple[int, int]], rows: Sequence[Row]
) -> tuple[list[Row], list[bool]]:
    kept = [n for n, pair in enumerate(pairs) if pile.tunes(pair)]
    return [rows[n] for n in kept], [pile.same(pairs[n]) for n in kept]


def _write(
    names: Sequence[str],
    first: tuple[list[float], float],
    near: Mapping[str, Any],
    near_base: float,
    least: float,
) -> None:
    weights, days = first[0][: len(names)], first[0][len(names) :]
    lines = [
        "# Weights by which it is judged whether articles report one event: odds, as natural"
        " logarithms.",
        "# Made by scripts/fit_same_event.py; docs/model-cards/same-event.md says of what.",
        f"base: {first[1]:.3f}",
        "weights:",
        *(f"  {name}: {weight:.3f}" for name, weight in zip(names, weights, strict=True)),
        "# by the days between two articles, at most",
        "days:",
        *(f"  {most}: {weight:.3f}" for most, weight in zip(_DAYS, days[:-1], strict=True)),
        f"later: {days[-1]:.3f}",
        "# in a neighbourhood of articles that are alike",
        f"near_base: {near_base:.3f}",
        "near:",
        *(f"  {name}: {weight:.3f}" for name, weight in near.items()),
        "# least, on the average, of one event",
        f"least: {least:.1f}",
    ]
    _OUT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
