"""Whether two tellings can be of one utterance: by who said it, when, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from onrecord.record.variant_tellings import Said, Teller, Telling

DAYS_APART = 3
"""Most days between two tellings of one utterance."""


class Fit(IntEnum):
    """How two things go together; the least of several counts."""

    NO = 0
    UNSURE = 1
    OPEN = 2
    """Nothing speaks for it, nothing against: strong words will do."""
    YES = 3


@dataclass(frozen=True, slots=True)
class Fitting:
    """How two tellings go together, and why."""

    fit: Fit
    why: str


def fitting(left: Telling, right: Telling) -> Fitting:
    """How speaker, days and stance of two tellings go together: the weakest of them."""
    if left.article == right.article and _overlap(left, right):
        return Fitting(Fit.NO, "same-place")
    if left.stance != right.stance:
        return Fitting(Fit.NO, f"stance: {left.stance}, {right.stance}")
    found = (_tellers(left.teller, right.teller), _days(left.said, right.said))
    return min(found, key=lambda one: one.fit)


def _overlap(left: Telling, right: Telling) -> bool:
    return left.extent.start < right.extent.end and right.extent.start < left.extent.end


def _tellers(left: Teller, right: Teller) -> Fitting:
    if left.entity is not None and right.entity is not None:
        if left.entity == right.entity:
            return Fitting(Fit.YES, "same-speaker")
        if left.entity in right.others or right.entity in left.others:
            return Fitting(Fit.YES, "speaker-and-organisation")
        return Fitting(Fit.UNSURE, "other-speakers")
    if left.entity is None and right.entity is None:
        if left.described and right.described:
            if left.described & right.described:
                return Fitting(Fit.YES, "same-description")
            return Fitting(Fit.UNSURE, "other-descriptions")
        return Fitting(Fit.OPEN, "speakers-unknown")
    known, other = (left, right) if left.entity is not None else (right, left)
    if known.entity in other.others:
        return Fitting(Fit.YES, "speaker-and-organisation")
    if other.described:
        return Fitting(Fit.UNSURE, "one-speaker-not-named")
    return Fitting(Fit.OPEN, "one-speaker-unknown")


def _days(left: Said, right: Said) -> Fitting:
    apart = days_between(left, right)
    if apart is None:
        return Fitting(Fit.OPEN, "days-unknown")
    if apart <= DAYS_APART:
        return Fitting(Fit.YES, f"days-apart: {apart}")
    if "publication" in (left.basis, right.basis):
        # What was said long ago may be told again without its day.
        return Fitting(Fit.OPEN, f"days-apart: {apart}")
    return Fitting(Fit.NO, f"days-apart: {apart}")


def days_between(left: Said, right: Said) -> int | None:
    """Fewest days between two tellings, 0 where they may be of one day; None where open."""
    gaps = []
    for one, other in ((left, right), (right, left)):
        if one.first is not None and other.last is not None:
            gaps.append((one.first - other.last).days)
    return max(0, *gaps) if len(gaps) == 2 else None
