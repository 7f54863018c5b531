"""The peer of the figures: what quantulum3 finds in a paragraph, as places and values.

Without the extras of its classifier. A quantity of time is left out, as is every value that is no
number. `uncertainty` is read as half the width of a range, as its own documentation says.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType

from data import DataAbsent


@cache
def _parser() -> ModuleType:
    try:
        classifier = import_module("quantulum3.classifier")
        parser = import_module("quantulum3.parser")
    except ImportError as error:
        raise DataAbsent("the peer quantulum3 is not installed (extra `dev`)") from error
    vars(classifier)["USE_CLF"] = False  # else it depends on what else is installed
    return parser


def peer_figures(words: str) -> Iterator[tuple[int, int, float, float]]:
    """Start, end, low and high of each quantity of a paragraph, in its code points."""
    try:
        quantities = _parser().parse(words)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, ZeroDivisionError):
        return  # it fails on some texts; what it would have found there counts as not found
    for one in quantities:
        if one.unit.entity.name == "time" or not isinstance(one.value, int | float):
            continue
        start, end = one.span
        wide = one.uncertainty or 0.0
        yield start, end, float(one.value - wide), float(one.value + wide)
