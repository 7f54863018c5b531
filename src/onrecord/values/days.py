"""Days and intervals of days: what is known of a date, never more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DayInterval:
    """The days between `first` and `last`, both inclusive, null where open."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"an interval runs forward: {self.first} to {self.last}")

    @classmethod
    def on(cls, day: date) -> DayInterval:
        """The interval of one day."""
        return cls(day, day)

    @property
    def known(self) -> bool:
        """Whether anything bounds the interval."""
        return self.first is not None or self.last is not None

    @property
    def exact(self) -> bool:
        """Whether the interval is one day."""
        return self.first is not None and self.first == self.last

    def intersect(self, other: DayInterval) -> DayInterval | None:
        """The days in both, or None where there is no such day."""
        first = max((d for d in (self.first, other.first) if d), default=None)
        last = min((d for d in (self.last, other.last) if d), default=None)
        if first is not None and last is not None and first > last:
            return None
        return DayInterval(first, last)

    def hull(self, other: DayInterval) -> DayInterval:
        """The smallest interval that holds both."""
        first = min(self.first, other.first) if self.first and other.first else None
        last = max(self.last, other.last) if self.last and other.last else None
        return DayInterval(first, last)
