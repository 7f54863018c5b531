"""A link between the dates of two articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onrecord.values.datings import Place, PossibleDays
from onrecord.values.days import DayInterval


class LinkKind(StrEnum):
    """What two articles have in common that bounds their dates against each other."""

    EVENT = "same-event"
    LIKELY = "likely-same-event"
    """As `EVENT`, less sure: it settles nothing and is kept for a person to look at."""
    UTTERANCE = "same-utterance"
    PASSAGE = "same-passage"
    ROUND = "numbered-round"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLink:
    """The day of `right` less the day of `left` lies between `low` and `high`, both inclusive."""

    left: str
    right: str
    kind: LinkKind
    low: int | None
    """Days; None where nothing bounds that side."""
    high: int | None
    why: str
    """Name of a reason with its values."""
    left_places: tuple[Place, ...] = ()
    right_places: tuple[Place, ...] = ()

    def other(self, article: str) -> str:
        """The article at the other end."""
        return self.right if article == self.left else self.left

    def bounds(self, article: str, possible: PossibleDays) -> DayInterval:
        """The days that are left for `article` when the other one is on a possible day."""
        low, high = self.low, self.high
        if article == self.left:
            low, high = (None if high is None else -high), (None if low is None else -low)
        return DayInterval(_moved(possible.days.first, low), _moved(possible.days.last, high))


def _moved(day: date | None, days: int | None) -> date | None:
    if day is None or days is None:
        return None
    try:
        return day + timedelta(days)
    except OverflowError:  # before year 1, after year 9999
        return None
