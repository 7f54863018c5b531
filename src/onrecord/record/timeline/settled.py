"""Later tellings that may settle an announced event: found by day and by rare words, never all by
all.

To say that no later report was found is to accuse; so less agreement is asked of a later report,
whose sentence the reader sees, than of two tellings that become one entry:

1. an undated report from right after the day, or a calling off, that agrees as tellings of one
   entry do;
2. a report that its words date to these days, or some of them, and that agrees in some of who,
   what and where;
3. a calling off whose sentence holds what was announced and one who takes part in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from onrecord.record.timeline.content import Contents, agreement, heaviest_words, start_of
from onrecord.record.timeline.standing import AHEAD, settles
from onrecord.record.timeline.telling import Telling
from onrecord.text.folding import fold_words
from onrecord.text.stems import stem
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import EventStatus

_KEY_WORDS = 6
_FULLEST_KEY = 200
_FULLEST_DAY = 1_000
_SOME = 0.15
"""Least agreement of words with a report of the same days."""
_FACET = 0.15
"""Least agreement of one of who, what and where."""
_OFF = frozenset({EventStatus.CANCELLED, EventStatus.DENIED})


class LaterTellings:
    """The tellings of the pile by their heaviest words, those that settle something."""

    def __init__(self, tellings: Sequence[Telling], contents: Contents) -> None:
        self._contents = contents
        self._by_word: dict[str, list[Telling]] = defaultdict(list)
        self._dated: list[Telling] = []
        self._off_by_start: dict[str, list[Telling]] = defaultdict(list)
        for one in tellings:
            if one.status in AHEAD:
                continue
            if one.days.first is not None and one.days.last is not None:
                self._dated.append(one)
            if _may_settle(one):
                for word in self._heaviest(one):
                    self._by_word[word].append(one)
            if one.status is EventStatus.CANCELLED:
                for start in _starts(one.sentence):
                    self._off_by_start[start].append(one)
        self._dated.sort(key=_first_day)
        firsts = [one.published.first for one in tellings if one.published.first is not None]
        self.latest = max(firsts, default=None)
        """The latest day before which no article of the pile is known to end."""

    def _heaviest(self, one: Telling) -> list[str]:
        return heaviest_words(self._contents.of(one.event), _KEY_WORDS)

    def after(self, announced: Telling) -> Telling | None:
        """The first later telling that the announced event took place or was called off."""
        for fitting in (self._told(announced), self._same_days(announced), self._off(announced)):
            if fitting:
                return min(fitting, key=lambda one: one.order)
        return None

    def _told(self, announced: Telling) -> list[Telling]:
        found: dict[str, Telling] = {}
        for word in self._heaviest(announced):
            for one in self._by_word.get(word, [])[:_FULLEST_KEY]:
                found[one.id] = one
        fitting = [one for one in found.values() if _dates_fit(announced, one)]
        return [one for one in fitting if settles(announced, one, self._contents)]

    def _same_days(self, announced: Telling) -> list[Telling]:
        content = self._contents.of(announced.event)
        fitting = []
        for one in self._within(announced.days):
            if one.place > announced.place:
                agreed = agreement(content, self._contents.of(one.event))
                some = max(agreed.who, agreed.action, agreed.where) >= _FACET
                if some and agreed.words >= _SOME:
                    fitting.append(one)
        return fitting

    def _within(self, days: DayInterval) -> list[Telling]:
        """The dated tellings whose days lie within some days; of many the first."""
        if days.first is None or days.last is None:
            return []
        start = bisect_left(self._dated, (days.first, ""), key=_first_day)
        end = bisect_right(self._dated, (days.last, "~"), key=_first_day)
        found = self._dated[start : min(end, start + _FULLEST_DAY)]
        return [one for one in found if one.days.last is not None and one.days.last <= days.last]

    def _off(self, announced: Telling) -> list[Telling]:
        what, who = start_of(announced.event.action), _named(announced)
        return [
            one
            for one in self._off_by_start.get(what, [])
            if one.place > announced.place and _is_soon(announced, one)
            if who & _starts(one.sentence)
        ]

    def sought(self, announced: Telling, days: DayInterval) -> bool:
        """Whether an article of the pile appeared after these days, and the announcement says
        enough for a report to be known by it: `the meeting had been set for 26 May` does not."""
        if not (announced.event.places or _named(announced)):
            return False
        return days.last is not None and self.latest is not None and self.latest > days.last


def _first_day(one: Telling) -> tuple[date, str]:
    return one.days.first or date.min, one.id


def _may_settle(one: Telling) -> bool:
    """What happened on a known day is an entry itself; what was called off may hang on any day."""
    return one.event.time is None or one.status in _OFF


def _named(one: Telling) -> frozenset[str]:
    """Who or what takes part, but for the noun that names the event itself."""
    words = (word for name in one.event.participants for word in name.split())
    return frozenset(start_of(stem(word)) for word in words) - {start_of(one.event.action)}


def _starts(sentence: str) -> frozenset[str]:
    """The beginnings of the stems of a sentence."""
    return frozenset(start_of(stem(word)) for word in fold_words(sentence))


def _dates_fit(announced: Telling, later: Telling) -> bool:
    """An undated report comes after the days; a calling off may come before them."""
    if later.status in _OFF:
        return True
    return _is_soon(announced, later) and not _is_before(announced, later)


def _is_before(announced: Telling, later: Telling) -> bool:
    day, last = later.published.first, announced.days.last
    return day is not None and last is not None and day < last


def _is_soon(announced: Telling, later: Telling) -> bool:
    """Whether an article appeared before the days were long over."""
    day, last = later.published.first, announced.days.last
    return day is not None and last is not None and (day - last).days <= _SOON


_SOON = 3
"""Days after an event within which an undated report of it is expected."""
