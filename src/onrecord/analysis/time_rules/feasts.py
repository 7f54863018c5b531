"""Feasts and days with names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.analysis.time_grammar import Found, Rule, fixed, make_rule, whole
from onrecord.analysis.time_numbers import one_line
from onrecord.analysis.time_pieces import YEAR
from onrecord.lexicon.time_words import alternation, time_words
from onrecord.values.times import Direction, Shape, TimeForm, TimeType, feast_day

_DIRECTIONS = {"last": Direction.BEFORE, "next": Direction.AFTER}


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    yield make_rule(
        "feast",
        "feast",
        rf"\b(?:(?P<which>last|next|this)\s+)?(?P<feast>{_any_feast()})(?!\w)"
        rf"(?:,?\s+(?P<y>{YEAR}))?",
        _feast,
        before=30,
        after=30,
    )
    yield make_rule(
        "named-day",
        "number",
        rf"(?<![\w/$.]){alternation(time_words().named_days)}(?![\w/]|\.\d)",
        lambda m, _: [fixed(m, time_words().named_days[m.group()])],
        before=0,
        after=8,
    )


def _any_feast() -> str:
    return alternation(time_words().holidays).replace("'", "['’]")


def _feast(match: re.Match[str], _: str) -> Iterator[Found]:
    if not match["feast"][0].isupper():
        return
    rule = time_words().holidays[one_line(match["feast"]).replace("’", "'")]
    if match["y"]:
        day = f"{match['y']}-{rule}" if ":" not in rule else str(feast_day(rule, int(match["y"])))
        yield fixed(match, day)
        return
    which = (match["which"] or "").lower()
    direction = _DIRECTIONS.get(which, Direction.NEAREST)
    form = TimeForm(shape=Shape.YEARLESS, value=rule, direction=direction)
    yield whole(match, TimeType.DATE, form, open_direction=not which)
