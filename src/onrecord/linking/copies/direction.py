"""Which of two articles that print the same took it from the other, as far as anything tells.

A pure function of values: a date or a credit may change, and the answer with it. What the articles
say themselves goes before time:

1. one credits or cites the outlet of the other one: it took it from there;
2. both credit one agency, or one of them does: both descend from the agency's report;
3. the days or the stamps of publication lie apart: the later one took it from the earlier one;
4. nothing tells.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from onrecord.values.days import DayInterval
from onrecord.values.links import CopyLink
from onrecord.values.vocabulary import Relation


class From(StrEnum):
    """Where the words that two articles share come from."""

    LEFT = "left"
    RIGHT = "right"
    COMMON = "common"
    """Both descend from one report, of an agency that is named in `Direction.why`."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopySide:
    """What of one article tells who was first."""

    outlet: str | None = None
    """As printed."""
    agency: str | None = None
    """Code of the agency that it credits, or of which it is a page itself."""
    names: frozenset[str] = field(default_factory=frozenset)
    """Printed names and codes that stand for its outlet, folded: `the herald`, `herald`."""
    cited: frozenset[str] = field(default_factory=frozenset)
    """Printed names and codes of media that it credits or attributes things to, folded."""
    days: DayInterval = DayInterval()  # noqa: RUF009 (a frozen value)
    at: str | None = None
    """Full time stamp with its zone (ISO 8601), where there is one."""
    words: int = 0
    """Own running words."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Where shared words come from, and why."""

    source: From
    why: str
    """Name of a reason with its values."""


def direction(link: CopyLink, left: CopySide, right: CopySide) -> Direction:
    """Which of two articles took the shared words from the other.

    Args:
        link: what they print alike.
        left: of the article `link.left`.
        right: of the article `link.right`.
    """
    if link.relation is Relation.INDEPENDENT:
        return Direction(From.UNKNOWN, "no-copy")
    # 1. credit of one for the other
    cited = _credit(left, right)
    if cited is not None:
        return cited
    # 2. an agency
    agencies = {side.agency for side in (left, right) if side.agency}
    if len(agencies) == 1:
        both = left.agency and right.agency
        return Direction(
            From.COMMON, f"{'both-credit' if both else 'one-credits'}: {min(agencies)}"
        )
    # 3. time
    earlier = _earlier(left, right)
    if earlier is not None:
        return earlier
    # 4. Which text holds the other does not tell: an excerpt is held by its source, and a report
    # by the article that merged it with paragraphs of its own.
    return Direction(From.UNKNOWN, "nothing-tells-who-was-first")


def _credit(left: CopySide, right: CopySide) -> Direction | None:
    mine, theirs = left.cited & right.names, right.cited & left.names
    if mine and not theirs:
        return Direction(From.RIGHT, f"credits: {min(mine)}")
    if theirs and not mine:
        return Direction(From.LEFT, f"credits: {min(theirs)}")
    return None


def _earlier(left: CopySide, right: CopySide) -> Direction | None:
    if left.days.last and right.days.first and left.days.last < right.days.first:
        return Direction(From.LEFT, f"published-before: {left.days.last} {right.days.first}")
    if right.days.last and left.days.first and right.days.last < left.days.first:
        return Direction(From.RIGHT, f"published-before: {right.days.last} {left.days.first}")
    mine, theirs = _moment(left.at), _moment(right.at)
    if mine is not None and theirs is not None and mine != theirs:
        first = left if mine < theirs else right
        return Direction(
            From.LEFT if first is left else From.RIGHT, f"published-before: {first.at}"
        )
    return None


def _moment(stamp: str | None) -> datetime | None:
    """The moment of a stamp; None without a zone, as zones may differ by a day."""
    if stamp is None:
        return None
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
