"""Figures of a made-up pile, by hand: what each counts, where, whose and as of when."""

from __future__ import annotations

from datetime import date
from typing import Any

from onrecord.linking.figures.fact import FigureFact, Mood, ScopeName
from onrecord.linking.figures.grouping import FactGroup, group_facts
from onrecord.values.days import DayInterval
from onrecord.values.ids import finding_id
from onrecord.values.vocabulary import Bound, FigureKind

VALE = ScopeName("place-vale", "Vale")
MERE = ScopeName("place-mere", "Mere")
NORLAND = ScopeName("place-norland", "Norland")
SUDLAND = ScopeName("place-sudland", "Sudland")


def days(first: str | None, last: str | None = None) -> DayInterval:
    """One day, or those between two; empty for an open end."""
    last = first if last is None else last
    return DayInterval(*(date.fromisoformat(one) if one else None for one in (first, last)))


def step_of(value: float | None) -> float | None:
    """How finely a whole number is printed: by its last digit that is not 0."""
    if value is None or value != int(value) or value == 0:
        return None if value is None else 1
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return step


def fact(article: int, value: float | None, start: int = 0, **more: Any) -> FigureFact:
    """A figure in the nth article, which is the nth in the record.

    `told` is the day on which the article was published; counts and levels are of that day unless
    `days` says otherwise.
    """
    told = more.pop("told", f"2031-05-{article + 1:02}")
    told = days(told) if isinstance(told, str) else told
    id_ = f"article-{article:03}"
    end = start + len(str(value)) + 1
    known: dict[str, Any] = {
        "low": value,
        "high": value,
        "step": step_of(value),
        "days": told,
        "basis": "publication",
        "counted": more.get("head", "") and f"{more['head']}s",
        "sentence": (max(0, start - 5), end + 5),
    }
    if more.get("bound") is Bound.AT_LEAST:
        known["high"] = None
    if more.get("bound") is Bound.AT_MOST:
        known["low"] = None
    return FigureFact(
        id=finding_id("figure", id_, start, end),
        article=id_,
        order=article,
        start=start,
        end=end,
        told=told,
        **(known | more),
    )


def troops(article: int, value: float | None, **more: Any) -> FigureFact:
    """How many of Norland's troops are in Vale."""
    known = {"kind": FigureKind.LEVEL, "head": "troop", "owner": NORLAND, "place": VALE}
    return fact(article, value, **(known | more))


def killed(article: int, value: float | None, **more: Any) -> FigureFact:
    """How many were killed by the attack in Vale on 2 May 2031."""
    known = {
        "kind": FigureKind.COUNT,
        "head": "person",
        "outcome": "killed",
        "cause": "attack",
        "place": VALE,
        "days": days("2031-05-02"),
        "basis": "expression",
    }
    return fact(article, value, **(known | more))


def grouped(*facts: FigureFact) -> list[list[float | None]]:
    """The numbers of each series, in the order of the record."""
    return [[one.fact.low or one.fact.high for one in g.members] for g in group_facts(facts)]


def groups(*facts: FigureFact) -> list[FactGroup]:
    """The series."""
    return group_facts(facts)


__all__ = ["MERE", "NORLAND", "SUDLAND", "VALE", "Bound", "FigureKind", "Mood", "days", "fact"]
