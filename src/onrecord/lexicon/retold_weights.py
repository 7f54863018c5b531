"""Weights by which a sentence is judged to tell what another one tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "retold"
_LIMITS = ("retelling", "near", "denied", "other_numbers", "more_numbers")
_WEIGHTS = (
    *("base", "told", "told_back", "plain_told", "in_a_row", "weight", "numbers_missing"),
    *("length", "quoted", "few"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetoldWeights:
    """The parameters of the judge; strengths are 0 to 1."""

    weights: Mapping[str, float]
    """By the name of what is weighed; `base` is what all begin with."""
    retelling: float
    """Least strength of a sentence that is told."""
    near: float
    """Least strength of a sentence much of which is told."""
    denied: float
    """Most strength where only one of the two has a word of denial."""
    other_numbers: float
    """Most strength where each has numbers that the other has not."""
    more_numbers: float
    """Most strength where only the told one has."""


@cache
def retold_weights() -> RetoldWeights:
    """The parameters of the package.

    Raises:
        LexiconError: the data file says something that cannot be accepted.
    """
    return parse_retold_weights(load_data(_FILE))


def parse_retold_weights(data: Any) -> RetoldWeights:
    """The parameters in the content of the data file.

    Raises:
        LexiconError: a key is missing or unknown, or a value is no number, or no strength.
    """
    if not isinstance(data, Mapping) or not isinstance(data.get("weights"), Mapping):
        raise LexiconError(f"{_FILE}.yaml: is no mapping with weights")
    check_keys(_FILE, data, required=frozenset({"weights", *_LIMITS}), optional=frozenset())
    check_keys(_FILE, data["weights"], required=frozenset(_WEIGHTS), optional=frozenset())
    limits = {name: _number(name, data[name]) for name in _LIMITS}
    for name, value in limits.items():
        if not 0 <= value <= 1:
            raise LexiconError(f"{_FILE}.yaml: {name} is no strength: {value}")
    weights = {name: _number(name, value) for name, value in data["weights"].items()}
    return RetoldWeights(weights=weights, **limits)


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LexiconError(f"{_FILE}.yaml: {name} is no number: {value!r}")
    return float(value)
