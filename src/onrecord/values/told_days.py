"""The days that an article's expressions come to, and when its attributions were said.

Outside of quotations an expression counts from the publication; inside of one it counts from the
days on which that was said, which may hang on an expression outside of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.values.attributions import Attribution
from onrecord.values.days import DayInterval
from onrecord.values.said import said_days
from onrecord.values.spans import Span
from onrecord.values.times import Resolved, TimeExpression, resolve_all
from onrecord.values.vocabulary import AttributionKind


@dataclass(frozen=True, slots=True)
class Said:
    """When something was said."""

    days: DayInterval
    basis: str
    """`expression`, `occasion` or `publication`."""


@dataclass(frozen=True, slots=True)
class ToldDays:
    """What the expressions and attributions of one article come to, in their orders."""

    times: tuple[Resolved, ...]
    said: tuple[Said, ...]


def tell_days(
    times: Sequence[TimeExpression], attributions: Sequence[Attribution], published: DayInterval
) -> ToldDays:
    """Resolve the expressions of one article and the days of its attributions.

    Args:
        times: all of its expressions, in order.
        attributions: all of its attributions, in order.
        published: the days on which it may have been published.
    """
    found = dict(zip((t.span for t in times), resolve_all(times, published), strict=True))
    said: dict[Span, Said] = {}
    inside = _inside(times, attributions)
    for one in sorted(attributions, key=_outer_first):
        told = Said(*said_days(one, _Days(found), published))
        said[one.extent] = told
        own = inside.get(one.extent)
        if own:
            resolved = resolve_all(times, told.days)
            found |= {t.span: r for t, r in zip(times, resolved, strict=True) if t.span in own}
    return ToldDays(
        tuple(found[one.span] for one in times), tuple(said[one.extent] for one in attributions)
    )


class _Days(Mapping[Span, DayInterval]):
    """The days of what was resolved so far."""

    def __init__(self, found: Mapping[Span, Resolved]) -> None:
        self._found = found

    def __getitem__(self, span: Span) -> DayInterval:
        return self._found[span].days

    def __iter__(self) -> Iterator[Span]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _outer_first(one: Attribution) -> tuple[int, int]:
    return one.extent.start, -one.extent.end


def _inside(
    times: Sequence[TimeExpression], attributions: Sequence[Attribution]
) -> dict[Span, set[Span]]:
    """The expressions that stand inside of a quotation, by the innermost attribution there."""
    found: dict[Span, set[Span]] = {}
    ordered = sorted(attributions, key=_outer_first)
    for time in times:
        holders = [one for one in ordered if _holds(one, time.span)]
        if any(one.kind is AttributionKind.DIRECT for one in holders):
            found.setdefault(holders[-1].extent, set()).add(time.span)
    return found


def _holds(one: Attribution, span: Span) -> bool:
    return any(part.start <= span.start and span.end <= part.end for part in one.content)
