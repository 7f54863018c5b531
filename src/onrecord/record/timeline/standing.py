"""How an event stands by all who tell it, and the later report that settled it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.record.timeline.content import Contents, agreement
from onrecord.record.timeline.merging import same_event
from onrecord.record.timeline.telling import Telling
from onrecord.values.vocabulary import EventStatus

AHEAD = frozenset({EventStatus.SCHEDULED, EventStatus.ANTICIPATED})
"""Statuses of what has not happened as told."""
_SETTLED = tuple(s for s in EventStatus if s not in AHEAD)


def status_of_entry(tellings: Sequence[Telling]) -> EventStatus:
    """The status that most origins give, each by its latest telling.

    What somebody reports as settled counts before what others only saw coming; of equally many
    origins the latest telling decides.

    Args:
        tellings: of one event, in the order of the record.
    """
    latest: dict[str, Telling] = {}
    for one in tellings:
        before = latest.get(one.origin.key)
        if before is None or (_rank(one), one.order) >= (_rank(before), before.order):
            latest[one.origin.key] = one
    voices = [one for one in latest.values() if one.status not in AHEAD] or list(latest.values())
    counts = Counter(one.status for one in voices)
    most = max(counts.values())
    tied = [one for one in voices if counts[one.status] == most]
    return max(tied, key=lambda one: one.order).status


def _rank(one: Telling) -> tuple[int, bool]:
    """Later articles before earlier ones; of one article what is settled."""
    return (one.place, one.status in _SETTLED)


def later_report(tellings: Sequence[Telling], status: EventStatus) -> tuple[Telling | None, bool]:
    """The telling that settled an event that was announced, and whether one was looked for."""
    if not any(one.status in AHEAD for one in tellings):
        return None, False
    announced = min(one.place for one in tellings if one.status in AHEAD)
    settled = [one for one in tellings if one.status == status and one.place > announced]
    if status in AHEAD or not settled:
        return None, status in AHEAD
    return min(settled, key=lambda one: one.order), True


def settles(announced: Telling, later: Telling, contents: Contents) -> bool:
    """Whether a telling of a later article without a day of its own, or of the calling off,
    is about an announced event."""
    if later.place <= announced.place or later.status in AHEAD:
        return False
    found = agreement(contents.of(announced.event), contents.of(later.event))
    return same_event(found, equal_days=later.status is EventStatus.CANCELLED)
