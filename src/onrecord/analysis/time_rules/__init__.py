"""The rules of the grammar of time expressions, a family a module."""

from __future__ import annotations

from functools import cache

from onrecord.analysis.time_grammar import Rule
from onrecord.analysis.time_rules import (
    calendar,
    composed,
    days,
    distances,
    durations,
    feasts,
    months,
    repeats,
    seasons,
    units,
    vague,
    weekdays,
    years,
)


@cache
def time_rules() -> tuple[Rule, ...]:
    """All rules; of equally long matches that of the earlier one stays."""
    families = (
        *(calendar, months, composed, weekdays, years, seasons, days, units),
        *(distances, durations, repeats, vague, feasts),
    )
    return tuple(rule for family in families for rule in family.make_rules())
