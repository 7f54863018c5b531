"""Numbers, years and times of the day as news prints them, as numbers and TIMEX3 values."""

from __future__ import annotations

import re

from onrecord.lexicon.time_words import time_words

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
_HALVES = {
    ("", "Y"): "P6M",
    ("T", "H"): "PT30M",
    ("T", "M"): "PT30S",
    ("", "M"): "P15D",
    ("", "D"): "PT12H",
    ("", "DE"): "P5Y",
    ("", "CE"): "P50Y",
}
_CLOCK_UNITS = {"TS": "S", "TM": "M", "TH": "H"}


def one_line(words: str) -> str:
    """Words in lower case with single spaces."""
    return " ".join(words.lower().split())


def number_value(words: str) -> float | None:
    """The number that words or digits say; None for `several` and its like."""
    low = one_line(words)
    if low in ("a", "an", "one", "another"):
        return 1.0
    if low.startswith("half a"):
        return 0.5
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", low):
        return float(low.replace(",", ""))
    match = re.fullmatch(r"(\d+(?:\.\d+)?)(?: (\d)/([1-9]))?", low)
    if match:
        return float(match[1]) + (int(match[2]) / int(match[3]) if match[2] else 0)
    return _spelled(low)


def _spelled(low: str) -> float | None:
    cardinals = time_words().cardinals
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[-\s]+", low):
        if word in cardinals:
            current += cardinals[word]
            seen = True
        elif word in _SCALES:
            current = (current or 1) * _SCALES[word]
            seen = True
            if _SCALES[word] >= 1_000:
                total, current = total + current, 0.0
        elif word not in ("a", "an", "and"):
            return None
    return total + current if seen else None


def spelled_year(words: str) -> int | None:
    """The year that words such as `nineteen ninety-six` or `two thousand four` say."""
    low = one_line(words).replace("-", " ")
    cardinals = time_words().cardinals
    if low.startswith("two thousand"):
        rest = low.removeprefix("two thousand").replace(" and ", " ").strip()
        return 2000 + (cardinals.get(rest, 0) if rest else 0)
    values = [cardinals.get(word, 0) for word in low.split()]
    if not values or values[0] not in (16, 17, 18, 19, 20) or 0 in values:
        return None
    rest_of = values[1:]
    if not rest_of or sum(rest_of) > 99 or (len(rest_of) > 1 and rest_of[0] < 20):
        return None
    return values[0] * 100 + sum(rest_of)


def full_year(digits: str) -> int:
    """A year of two digits or four; two digits up to 40 are of this century."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year <= 40 else 1900)


def day_number(words: str) -> int:
    """The number of a day of the month: `4`, `4th`, `fourth`."""
    low = one_line(words)
    ordinals = time_words().ordinals
    if low in ordinals:
        return ordinals[low]
    return int("".join(c for c in low if c.isdigit()))


def duration(number: float | None, unit: str) -> str:
    """The TIMEX3 value of so many of a unit; X for a number that is not said."""
    if unit == "2W":
        unit, number = "W", None if number is None else number * 2
    if unit == "DE":  # as the corpora of TimeML write it, `decades` too
        unit, number = "Y", None if number is None else number * 10
    time = "T" if unit in _CLOCK_UNITS else ""
    letter = _CLOCK_UNITS.get(unit, unit)
    if number is None:
        return f"P{time}X{letter}"
    if number == 0.5 and (time, letter) in _HALVES:
        return _HALVES[time, letter]
    whole, rest = int(number), number - int(number)
    if rest == 0.5 and (time, letter) in (("", "Y"), ("T", "H"), ("T", "M")):
        return f"P{time}{whole}{letter}{_HALVES[time, letter].lstrip('PT')}"
    return f"P{time}{whole}{letter}" if not rest else f"P{time}{number:g}{letter}"


def clock_value(words: str) -> str | None:
    """`T17:00` for a time of the day as printed; None where it is none."""
    low = words.lower().strip()
    if low.startswith(("noon", "midday")):
        return "T12:00"
    if low.startswith("midnight"):
        return "T24:00"
    if re.fullmatch(r"\d\d\.?\d\d", low):
        return f"T{low[:2]}:{low[-2:]}"
    match = re.match(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))?\s?([ap])?", low)
    if match is None:
        hour = time_words().cardinals.get(low.split()[0], 0)
        return f"T{hour:02d}:00" if 0 < hour <= 12 else None
    hour, minute = int(match[1]), match[2] or "00"
    if (match[4] == "p" or low.endswith(("afternoon", "evening"))) and hour < 12:
        hour += 12
    if match[4] == "a" and hour == 12:
        hour = 0
    if hour > 24 or int(minute) > 59:
        return None
    return f"T{hour:02d}:{minute}" + (f":{match[3]}" if match[3] else "")
