"""The days that a figure holds for, by its `AsOf`.

- expression: those of the expression; of what it leaves open none after the publication.
- since: from the first day of the expression to the last of the publication.
- until: open to the left, to the last day of the expression.
- former: open to the left, to the last day of the expression that dates it; without one to the
  day before the last of the publication.
- publication: those on which the article may have been published.
- past: open to the left, to the last day of the publication.
- future: those of the expression where it ends after the publication begins; else from its first
  day on (`was authorized in May to`); without one from the first day of the publication on.

The time of a range covers both of its ends, and its days run from the first to the last of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from onrecord.values.days import DayInterval
from onrecord.values.figures import AsOf, Figure
from onrecord.values.spans import Span

type Dated = tuple[DayInterval, str]
"""Days, and what they rest on: `expression`, `tense`, `publication` or `incident`."""


def figure_days(
    figure: Figure, days_of_time: Mapping[Span, DayInterval], published: DayInterval
) -> Dated:
    """The days that a figure holds for, and what they rest on.

    Args:
        figure: of one article.
        days_of_time: what the time expressions of its article come to, by their places.
        published: the days on which the article may have been published.
    """
    days = _days_of(figure.time, days_of_time)
    if days is None or not days.known:
        return _without(figure.as_of, published)
    basis = "incident" if "time" in figure.inferred else "expression"
    return _with(figure.as_of, days, published), basis


def _days_of(time: Span | None, days_of_time: Mapping[Span, DayInterval]) -> DayInterval | None:
    """The days of an expression, or of a range from its first to its last end."""
    if time is None:
        return None
    if time in days_of_time:
        return days_of_time[time]
    ends = [
        days
        for span, days in days_of_time.items()
        if time.start <= span.start and span.end <= time.end
    ]
    if not ends:
        return None
    found = ends[0]
    for other in ends[1:]:
        found = found.hull(other)
    return found


def _with(as_of: AsOf, days: DayInterval, published: DayInterval) -> DayInterval:
    if as_of is AsOf.SINCE:
        return _forward(days.first, published.last)
    if as_of in (AsOf.UNTIL, AsOf.FORMER):
        return DayInterval(None, days.last)
    if as_of is AsOf.FUTURE:
        ahead = days.last is None or published.first is None or days.last >= published.first
        return days if ahead else DayInterval(days.first, None)
    return _not_after(days, published.last)


def _forward(first: date | None, last: date | None) -> DayInterval:
    """From a day to another; where they run backward only what is sure."""
    if first is not None and last is not None and first > last:
        return DayInterval(None, last)
    return DayInterval(first, last)


def _not_after(days: DayInterval, last: date | None) -> DayInterval:
    """The days up to a last one; as they are where none of them is."""
    return days.intersect(DayInterval(None, last)) or days


def _without(as_of: AsOf, published: DayInterval) -> Dated:
    if as_of is AsOf.FORMER:
        last = published.last
        before = last - timedelta(1) if last is not None and last > date.min else last
        return DayInterval(None, before), "tense"
    if as_of is AsOf.FUTURE:
        return DayInterval(published.first, None), "tense"
    if as_of in (AsOf.PAST, AsOf.UNTIL, AsOf.SINCE):
        return DayInterval(None, published.last), "tense"
    return published, "publication"
