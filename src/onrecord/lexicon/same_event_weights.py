"""The weights by which it is judged whether articles report one event.

`scripts/fit_same_event.py` makes the file; `docs/model-cards/same-event.md` says of what.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "same_event"
_KEYS = frozenset({"base", "weights", "days", "later", "near_base", "near", "least"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SameEventWeights:
    """Weights of logistic regressions; what they give are odds, as natural logarithms."""

    base: float
    """Odds of two articles that have nothing in common."""
    weights: Mapping[str, float]
    """By what two articles have in common (`linking/same_event/likeness.py`)."""
    days: tuple[tuple[int, float], ...]
    """Most days between two articles, in order, with what they weigh; where one of them has no
    date, nothing."""
    later: float
    """What more days weigh."""
    near_base: float
    near: Mapping[str, float]
    """Of articles of one neighbourhood: by their odds and by what they have in common that the
    others there have not (`record/stories/neighbourhoods.py`)."""
    least: float
    """Least odds, on the average, of articles of one event."""


@cache
def same_event_weights() -> SameEventWeights:
    """The weights of the package.

    Raises:
        LexiconError: the data file says something that cannot be accepted.
    """
    return parse_weights(load_data(_FILE))


def parse_weights(data: Any) -> SameEventWeights:
    """The weights in the content of the data file.

    Raises:
        LexiconError: a key is missing or unknown, or a value is no number.
    """
    if not isinstance(data, Mapping):
        raise LexiconError(f"{_FILE}.yaml: is no mapping")
    check_keys(_FILE, data, required=_KEYS, optional=frozenset())
    days = _numbers(data, "days")
    if not all(isinstance(most, int) for most in days) or sorted(days) != list(days):
        raise LexiconError(f"{_FILE}.yaml: days are no whole numbers in order")
    return SameEventWeights(
        base=_number(data["base"], "base"),
        weights={str(name): weight for name, weight in _numbers(data, "weights").items()},
        days=tuple(days.items()),
        later=_number(data["later"], "later"),
        near_base=_number(data["near_base"], "near_base"),
        near={str(name): weight for name, weight in _numbers(data, "near").items()},
        least=_number(data["least"], "least"),
    )


def _number(value: Any, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LexiconError(f"{_FILE}.yaml: {name} is given as {value!r}")
    return float(value)


def _numbers(data: Mapping[str, Any], key: str) -> dict[Any, float]:
    found = data[key]
    if not isinstance(found, Mapping):
        raise LexiconError(f"{_FILE}.yaml: {key} is no mapping")
    return {name: _number(value, f"{key}: {name}") for name, value in found.items()}
