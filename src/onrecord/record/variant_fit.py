"""Whether two tellings can be of one utterance: by who said it, when, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from onrecord.record.variant_tellings import Said, Teller, Telling
from onrecord.values.vocabulary import Sourcing

DAYS_APART = 3
"""Most days between two tellings of one utterance."""

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})
"""Words that tell namesakes of one family apart."""


class Fit(IntEnum):
    """How two things go together; the least of several counts."""

    NO = 0
    ASK = 1
    """Something speaks against it: never together unless a person says so."""
    UNSURE = 2
    OPEN = 3
    """Nothing speaks for it, nothing against: strong words will do."""
    YES = 4


@dataclass(frozen=True, slots=True)
class Fitting:
    """How two tellings go together, and why."""

    fit: Fit
    why: str
    apart: bool = False
    """Whether the days are too many for one occasion, but may be those of a later telling."""


def fitting(left: Telling, right: Telling) -> Fitting:
    """How speaker, days and stance of two tellings go together: the weakest of them."""
    if left.article == right.article and _overlap(left, right):
        return Fitting(Fit.NO, "same-place")
    if left.stance != right.stance:
        return Fitting(Fit.NO, f"stance: {left.stance}, {right.stance}")
    tellers, days = _tellers(left.teller, right.teller), _days(left.said, right.said)
    if days.apart and tellers.fit is not Fit.YES:
        return Fitting(Fit.NO, days.why)
    return min((tellers, days), key=lambda one: one.fit)


def _overlap(left: Telling, right: Telling) -> bool:
    return left.extent.start < right.extent.end and right.extent.start < left.extent.end


def _tellers(left: Teller, right: Teller) -> Fitting:
    if left.entity is not None and right.entity is not None:
        return _two_entities(left, right)
    if left.entity is not None:
        return _entity_and_words(left, right)
    if right.entity is not None:
        return _entity_and_words(right, left)
    if left.described and right.described:
        if left.described & right.described:
            return Fitting(Fit.OPEN, "same-description")
        return Fitting(Fit.UNSURE, "other-descriptions")
    return Fitting(Fit.OPEN, "speakers-unknown")


def _two_entities(left: Teller, right: Teller) -> Fitting:
    if left.entity == right.entity:
        return Fitting(Fit.YES, "same-speaker")
    if left.entity in right.others or right.entity in left.others:
        return Fitting(Fit.YES, "speaker-and-organisation")
    if _names_alike(left.named, right.named):
        return Fitting(Fit.OPEN, "speakers-named-alike")
    return Fitting(Fit.ASK, "other-speakers")


def _entity_and_words(known: Teller, other: Teller) -> Fitting:
    if known.entity in other.others:
        return Fitting(Fit.YES, "speaker-and-organisation")
    if _names_alike(known.named, other.described):
        return Fitting(Fit.OPEN, "speakers-named-alike")
    if other.sourcing == Sourcing.DOCUMENT:
        return Fitting(Fit.OPEN, "one-document")
    if other.described:
        return Fitting(Fit.UNSURE, "one-speaker-not-named")
    return Fitting(Fit.OPEN, "one-speaker-unknown")


def _names_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one name has all words of the other but for initials: `D. J. Marsh`, `Dora Marsh`."""
    fewer, more = sorted(({w for w in name if len(w) > 1} for name in (one, other)), key=len)
    return bool(fewer) and fewer <= more and not (more - fewer) & _GENERATIONS


def _days(left: Said, right: Said) -> Fitting:
    apart = days_between(left, right)
    if apart is None:
        return Fitting(Fit.OPEN, "days-unknown")
    if apart <= DAYS_APART:
        return Fitting(Fit.YES, f"days-apart: {apart}")
    if "publication" in (left.basis, right.basis):
        # What was said long ago may be told again without its day.
        return Fitting(Fit.OPEN, f"days-apart: {apart}", apart=True)
    return Fitting(Fit.NO, f"days-apart: {apart}")


def days_between(left: Said, right: Said) -> int | None:
    """Fewest days between two tellings, 0 where they may be of one day; None where open."""
    gaps = []
    for one, other in ((left, right), (right, left)):
        if one.first is not None and other.last is not None:
            gaps.append((one.first - other.last).days)
    return max(0, *gaps) if len(gaps) == 2 else None
