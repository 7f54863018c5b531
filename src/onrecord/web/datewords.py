"""Days as the page writes them: the words of `record.day_words`, and how they break."""

from __future__ import annotations

import re

from onrecord.record.day_words import (
    MONTHS,
    UNKNOWN,
    DateWords,
    day_count,
    day_words,
    interval_words,
    read_days,
    short_day,
)

__all__ = [
    "MONTHS",
    "UNKNOWN",
    "DateWords",
    "day_count",
    "day_words",
    "interval_words",
    "read_days",
    "short_day",
    "unbroken",
]

_WITHIN_DAY = re.compile(r"(?<=\d) (?=[A-Z])|(?<=[a-z]) (?=\d{4})|(?<=[MTWFS][a-z][a-z]) (?=\d)")


def unbroken(words: str) -> str:
    """The words with each day on one line, so that a stretch breaks at its dash only."""
    return _WITHIN_DAY.sub("\u00a0", words)
