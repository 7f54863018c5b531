"""Later tellings that may settle an announced event: found by rare words, never all by all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.record.timeline.content import Contents, heaviest_words
from onrecord.record.timeline.standing import AHEAD, settles
from onrecord.record.timeline.telling import Telling
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import EventStatus

_KEY_WORDS = 6
_FULLEST_KEY = 200


class LaterTellings:
    """The tellings of the pile by their heaviest words, those that settle something."""

    def __init__(self, tellings: Sequence[Telling], contents: Contents) -> None:
        self._contents = contents
        self._by_word: dict[str, list[Telling]] = defaultdict(list)
        self._last: DayInterval = DayInterval()
        for one in tellings:
            if one.status not in AHEAD and _may_settle(one):
                for word in self._heaviest(one):
                    self._by_word[word].append(one)
        firsts = [one.published.first for one in tellings if one.published.first is not None]
        self.latest = max(firsts, default=None)
        """The latest day before which no article of the pile is known to end."""

    def _heaviest(self, one: Telling) -> list[str]:
        return heaviest_words(self._contents.of(one.event), _KEY_WORDS)

    def after(self, announced: Telling) -> Telling | None:
        """The first later telling that the announced event took place or was called off."""
        found: dict[str, Telling] = {}
        for word in self._heaviest(announced):
            for one in self._by_word.get(word, [])[:_FULLEST_KEY]:
                found[one.id] = one
        fitting = [one for one in found.values() if _dates_fit(announced, one)]
        fitting = [one for one in fitting if settles(announced, one, self._contents)]
        return min(fitting, key=lambda one: one.order) if fitting else None

    def sought(self, days: DayInterval) -> bool:
        """Whether an article of the pile appeared after these days."""
        return days.last is not None and self.latest is not None and self.latest > days.last


def _may_settle(one: Telling) -> bool:
    """What happened on a known day is an entry itself; what was called off may hang on any day."""
    return one.event.time is None or one.status in (EventStatus.CANCELLED, EventStatus.DENIED)


def _dates_fit(announced: Telling, later: Telling) -> bool:
    """An undated report comes after the days; a calling off may come before them."""
    if later.status in (EventStatus.CANCELLED, EventStatus.DENIED):
        return True
    day, last = later.published.first, announced.days.last
    return day is not None and last is not None and day >= last and (day - last).days <= _SOON


_SOON = 3
"""Days after an event within which an undated report of it is expected."""
