"""Signs and units around a number: `$8 billion`, `30 percent`, `14 km`, `a barrel`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.number_words import number_words

POUND_IN_ASCII = "#"
"""How old sets of characters print the sign of the pound: `#3.6bn`."""
_OF = re.compile(r"\s+of(?=\s)", re.IGNORECASE)
_NEXT = re.compile(r"\s+(\w+)")
_WORD = re.compile(r"[a-z%]+")
_POINT_REACH = 60
"""Code points around `three points` in which a poll or a price is sought."""
_SIGN_REACH = 7
"""Code points of the longest sign or code before an amount, with a space."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and where it ends (or, of a sign, starts)."""

    name: str
    place: int
    factor: float = 1.0
    """What the number is to be multiplied by: 0.01 of cents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    sign: re.Pattern[str]
    unit: re.Pattern[str]
    names: dict[str, tuple[str, float]]
    rate: re.Pattern[str]


def sign_before(text: str, place: int) -> Unit | None:
    """The currency whose sign or code stands right before `place`."""
    if not place:
        return None
    low = max(0, place - _SIGN_REACH)
    found = _patterns().sign.search(text[low:place])
    if found is None:
        return None
    known = number_words()
    printed = " ".join(found[1].split())
    if printed == POUND_IN_ASCII:
        return Unit(POUND_IN_ASCII, low + found.start(1))
    name = known.signs.get(printed.upper()) or known.codes.get(printed)
    return Unit(name, low + found.start(1)) if name else None


def unit_after(text: str, place: int, value: float | None, scale: float) -> Unit | None:
    """The unit that follows a number ending at `place`.

    Args:
        text: the paragraph.
        place: where the number ends.
        value: what it comes to: `at one point` is no point of anything.
        scale: the magnitude printed with the number: `million pounds` are no weight.
    """
    found = _patterns().unit.match(text, place)
    if found is None:
        return None
    printed = " ".join(found[1].lower().split())
    name, factor = _patterns().names[printed]
    if printed in ("point", "points") and not (value != 1 and _is_scored(text, found)):
        return None
    if name == "pound" and scale >= 1e6 and text[found.end() : found.end() + 4] != " of ":
        name = "GBP"
    return Unit(name, found.end(), factor)


def unit_of_many(text: str, place: int, printed: str) -> Unit | None:
    """The unit behind the `of` of `billions of dollars`, `hundreds of miles`.

    Args:
        text: the paragraph.
        place: where the words for many end.
        printed: those words, lower case.
    """
    found = _OF.match(text, place)
    if found is None:
        return None
    huge = 1e6 if "illions" in printed else 1.0
    unit = unit_after(text, found.end(), None, huge)
    return unit if unit is not None and unit.place > found.end() + 1 else None


def rate_after(text: str, place: int) -> str:
    """What a rate is per whose words follow at `place`: `day` of `a day`; empty for none."""
    found = _patterns().rate.match(text, place)
    if found is None:
        return ""
    known = number_words()
    word = re.split(r"[\s/-]+", found[0].lower())[-1]
    if word in known.rate_adverbs:
        return known.rate_adverbs[word]
    if found["article"] and (after := _NEXT.match(text, found.end())):
        return "" if after[1].lower() in known.not_rate_after else word
    return word


def _is_scored(text: str, found: re.Match[str]) -> bool:
    """Whether bare points are of a poll, a price or an index."""
    if text[found.start() : found.start(1)].strip():
        return False
    low = max(0, found.start() - _POINT_REACH)
    beside = _WORD.findall(text[low : found.end() + _POINT_REACH].lower())
    known = number_words()
    return not (known.changes | known.pointed).isdisjoint(beside)


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(set(phrases), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in ordered) + ")"


@cache
def _patterns() -> _Patterns:
    known = number_words()
    names = {form: (name, 1.0) for form, name in known.units.items()}
    names |= {form: (name, 1.0) for form, name in known.currencies.items()}
    names |= {form: (name, 1.0) for form, name in known.monies.items()}
    names |= {form: (name, 0.01) for form, name in known.hundredths.items()}
    names |= dict.fromkeys(known.percent, ("percent", 1.0))
    names |= dict.fromkeys(known.points, ("points", 1.0))
    measured = _any(known.rate_periods | known.rate_measures)
    rates = _any(known.rate_periods | known.rate_measures | known.rate_things)
    return _Patterns(
        sign=re.compile(
            rf"(?<![\w$])({_any(known.signs)}|#|(?-i:{_any(known.codes)}))\s?$", re.IGNORECASE
        ),
        unit=re.compile(rf"(?:\s|-|\s-\s)?({_any(names)})(?!\w)", re.IGNORECASE),
        names=names,
        rate=re.compile(
            rf"(?:\s+|-|\s-\s)(?:(?P<article>an?)(?:\s+|-|\s-\s){measured}"
            rf"|(?:per|each|every)(?:\s+|-|\s-\s){rates}"
            rf"|{_any(known.rate_adverbs)})(?!\w)|/{rates}(?!\w)",
            re.IGNORECASE,
        ),
    )
