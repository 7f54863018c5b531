"""The grammar of time expressions: which words, in which order, make which form.

A rule is a name, words without which it cannot match, a pattern and a builder. All rules that
have a word in the paragraph are tried everywhere; of matches that overlap the longest stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from onrecord.lexicon.time_words import TimeWords, alternation, time_words
from onrecord.values.times import CountedFrom, Direction, Shape, TimeForm, TimeType

FIXED, WEEKDAY, YEARLESS, UNIT, DISTANCE = (
    Shape.FIXED,
    Shape.WEEKDAY,
    Shape.YEARLESS,
    Shape.UNIT,
    Shape.DISTANCE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A match of one rule, before its direction is settled by the sentence around it."""

    start: int
    end: int
    type: TimeType
    form: TimeForm
    rule: str
    counted_from: CountedFrom = CountedFrom.PUBLICATION
    open_direction: bool = False
    """Whether the tense of the sentence decides the direction."""
    needs_noun: bool = False
    """Whether it counts only right before a noun (`recent`)."""
    range_group: int = 0
    """Same number on both ends of a range within one match."""


Builder = Callable[[re.Match[str], str], list[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of words."""

    name: str
    needs: frozenset[str]
    """Classes of words; one of them must stand in the paragraph."""
    pattern: re.Pattern[str]
    build: Builder


class Words:
    """The alternations of word classes as pieces of patterns."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        months = [m for m in words.months]
        self.month = rf"(?:{'|'.join(sorted(months, key=lambda m: (-len(m), m)))})(?![a-z])\.?"
        full = [w for w in words.weekdays if w.endswith("day")]
        self.weekday = rf"(?:{'|'.join(full)})"
        self.weekday_any = (
            rf"(?:{'|'.join(full)}|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)(?![a-z])\.?)"
        )
        self.day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])"
        self.ordinal_day = alternation(words.ordinals)
        self.year = r"(?:1[4-9]\d\d|20\d\d|21\d\d)(?!\d|,\d|\.\d)"
        self.part = alternation(words.parts)
        self.daypart = alternation(words.dayparts)
        self.season = alternation(words.seasons)
        units = [u for u in words.units]
        self.unit = alternation(units)
        self.calendar_unit = (
            r"(?:weekend|week|month|quarter|year|decade|century|fortnight)"
        )
        cardinal = alternation(words.cardinals)
        spelled = rf"{cardinal}(?:[-\s](?:{cardinal}|hundred|thousand|million)(?:\s+and)?)*"
        self.number = (
            rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:\s+\d/\d)?|{spelled}"
            r"|an?\s+(?:hundred|thousand|million|dozen|half)|two\s+dozen|half\s+an?|hundreds\s+of"
            r"|thousands\s+of|dozens\s+of|millions\s+of)"
        )
        self.few = alternation(words.few)
        self.clock = (
            r"(?:(?:[01]?\d|2[0-4])(?:[:.][0-5]\d(?:[:.][0-5]\d)?)?\s?(?:a\.?m\b\.?|p\.?m\b\.?)"
            r"|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|(?:[01]\d|2[0-3])[0-5]\d(?=\s*(?:GMT|UTC|hours|hrs|local))"
            r"|noon|midnight|[a-z]+\s+o['’]clock|\d\d?\s+o['’]clock)"
        )
        zone = alternation(words.zones)
        self.zone = rf"(?:\s*\(?(?:{zone}|local\s+time|eastern(?:\s+time)?)(?![a-z])\)?)?"
        self.approx = alternation(words.approximators)


def _year(text: str) -> str:
    return f"{int(text):04d}"


def clock_value(text: str) -> str | None:
    """`T17:00` for a time of the day as printed; None where it is none."""
    low = text.lower().strip()
    if low.startswith("noon"):
        return "T12:00"
    if low.startswith("midnight"):
        return "T24:00"
    match = re.match(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))?\s?([ap])?", low)
    if re.fullmatch(r"\d{4}", low):
        return f"T{low[:2]}:{low[2:]}"
    if match is None:
        spelled = time_words().cardinals.get(low.split()[0])
        return f"T{spelled:02d}:00" if spelled and spelled <= 12 else None
    hour, minute = int(match[1]), match[2] or "00"
    if match[4] == "p" and hour < 12:
        hour += 12
    if match[4] == "a" and hour == 12:
        hour = 0
    if hour > 24 or int(minute) > 59:
        return None
    return f"T{hour:02d}:{minute}" + (f":{match[3]}" if match[3] else "")


def number_value(text: str) -> float | None:
    """The number that words or digits say; None for `several` and its like."""
    low = re.sub(r"\s+", " ", text.lower().strip())
    if low in ("a", "an", "one"):
        return 1
    if low.startswith("half a"):
        return 0.5
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", low):
        return float(low.replace(",", ""))
    match = re.fullmatch(r"(\d+(?:\.\d+)?)(?: (\d)/(\d))?", low)
    if match:
        return float(match[1]) + (int(match[2]) / int(match[3]) if match[2] and match[3] != "0" else 0)
    return _spelled(low)


def _spelled(low: str) -> float | None:
    words = time_words()
    total, current = 0.0, 0.0
    scale = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
    seen = False
    for word in re.split(r"[-\s]+", low):
        if word in words.cardinals:
            value = words.cardinals[word]
            # `nineteen ninety` is a year, not a sum: the caller reads that
            current += value
            seen = True
        elif word in scale:
            current = (current or 1) * scale[word]
            if scale[word] >= 1000:
                total, current = total + current, 0
            seen = True
        elif word in ("a", "an"):
            current = current or 0
        elif word != "and":
            return None
    return total + current if seen else None


def spelled_year(text: str) -> int | None:
    """The year that words such as `nineteen ninety-six` say."""
    words = re.split(r"[-\s]+", text.lower().strip())
    values = [time_words().cardinals.get(w) for w in words]
    if None in values or not values or values[0] not in (18, 19, 20, 17, 16):
        return None
    rest = [v for v in values[1:] if v is not None]
    if not rest or sum(rest) > 99 or (len(rest) > 1 and rest[0] < 20):
        return None
    return int(values[0]) * 100 + sum(rest)


def duration(number: float | None, unit: str) -> str:
    """The TIMEX3 value of so many of a unit; X for a number that is not said."""
    time = "T" if unit in ("TS", "TM", "TH") else ""
    letter = {"TS": "S", "TM": "M", "TH": "H"}.get(unit, unit)
    if unit == "2W":
        letter, number = "W", None if number is None else number * 2
    if letter == "DE" and number is not None and number != int(number):
        letter, number = "Y", number * 10
    if letter == "Q" and number is not None:
        letter, number = "M", number * 3
    if number is None:
        return f"P{time}X{letter}"
    if number == 0.5:
        halves = {"Y": "P6M", "H": "PT30M", "M": "PT30S" if time else "P15D", "D": "PT12H", "DE": "P5Y", "CE": "P50Y"}
        return halves.get(letter, f"P{time}0.5{letter}")
    if number != int(number):
        whole, rest = int(number), number - int(number)
        if rest == 0.5 and letter == "Y":
            return f"P{whole}Y6M" if whole else "P6M"
        if rest == 0.5 and letter == "H":
            return f"PT{whole}H30M"
        if rest == 0.5 and letter == "M" and time:
            return f"PT{whole}M30S"
        return f"P{time}{number:g}{letter}"
    return f"P{time}{int(number)}{letter}"


def found(match: re.Match[str], rule: str, type_: TimeType, form: TimeForm, **more: object) -> Found:
    """A finding over the whole match."""
    return Found(start=match.start(), end=match.end(), type=type_, form=form, rule=rule, **more)  # type: ignore[arg-type]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, ready to run."""
    from onrecord.analysis.time_rules import make_rules  # noqa: PLC0415 - they need this module

    return make_rules()


_WORD = re.compile(r"[a-z]+|\d+")
_BEFORE, _AFTER = 70, 70
"""Code points around a word of a rule's class in which the rule is tried."""


@cache
def _triggers() -> dict[str, tuple[str, ...]]:
    """Word to the classes that it belongs to."""
    w = time_words()
    classes: dict[str, Iterable[str]] = {
        "month": w.months,
        "weekday": [*w.weekdays, *(f"{day}s" for day in w.weekdays)],
        "unit": [*w.units, "period"],
        "quarter": ["quarter", "quarters", "half", "halves", "q"],
        "season": w.seasons,
        "daypart": [*w.dayparts, *(f"{p}s" for p in w.dayparts), "noon", "midnight"],
        "deictic": ["today", "yesterday", "tomorrow", "tonight", "overnight"],
        "vague": [re.split(r"\W+", x)[-1] for x in (*w.vague, *w.vague_adjectives)]
        + ["past", "last", "coming", "next"],
        "set": w.sets,
        "holiday": [max(re.findall(r"[a-z]+", x), key=len) for x in w.holidays],
        "spelled": "nineteen eighteen twenty thousand twenties thirties forties fifties sixties"
        " seventies eighties nineties clock".split(),
        "past": "ago earlier later before after afterward afterwards hence now today previously".split(),
    }
    table: dict[str, list[str]] = {}
    for name, words in classes.items():
        for word in words:
            table.setdefault(word, []).append(name)
    return {word: tuple(dict.fromkeys(names)) for word, names in table.items()}


def places_of(text: str) -> dict[str, list[int]]:
    """Where words of each class stand, in order."""
    table = _triggers()
    places: dict[str, list[int]] = {}
    for match in _WORD.finditer(text.lower()):
        word = match.group()
        if word.isdigit():
            places.setdefault("number", []).append(match.start())
        elif word in table:
            for name in table[word]:
                places.setdefault(name, []).append(match.start())
    return places


def _windows(places: dict[str, list[int]], needs: frozenset[str], text: str) -> list[tuple[int, int]]:
    """The parts of a text around the words that a rule needs, merged where they meet."""
    starts = sorted(p for need in needs for p in places.get(need, ()))
    windows: list[tuple[int, int]] = []
    for place in starts:
        low, high = max(0, place - _BEFORE), min(len(text), place + _AFTER)
        while low > 0 and not text[low - 1].isspace():
            low -= 1
        while high < len(text) and not text[high].isspace():
            high += 1
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], high)
        else:
            windows.append((low, high))
    return windows


def find_candidates(text: str) -> list[Found]:
    """The longest matches of all rules that do not overlap, in order."""
    places = places_of(text)
    if not places:
        return []
    windows: dict[frozenset[str], list[tuple[int, int]]] = {}
    every: list[tuple[int, int, int, Found]] = []
    for order, rule in enumerate(rules()):
        if rule.needs not in windows:
            windows[rule.needs] = _windows(places, rule.needs, text)
        for low, high in windows[rule.needs]:
            for match in rule.pattern.finditer(text, low, high):
                for one in rule.build(match, text):
                    every.append((match.end() - match.start(), order, match.start(), one))
    every.sort(key=lambda c: (-c[0], c[1], c[2], c[3].start))
    taken: list[tuple[int, int, int]] = []  # start, end and order of a match
    kept: list[Found] = []
    for length, order, start, one in every:
        mine = (start, start + length, order)
        if all(mine[1] <= s or start >= e or (s, e, o) == mine for s, e, o in taken):
            taken.append(mine)
            kept.append(one)
    kept.sort(key=lambda f: (f.start, -f.end))
    return kept


def with_clock(one: Found, clock: str) -> Found:
    """The finding with a time of the day."""
    return replace(one, type=TimeType.TIME, form=replace(one.form, clock=clock))


def iterate(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches of a pattern."""
    return pattern.finditer(text)


__all__ = ["Direction", "Found", "Rule", "Words", "find_candidates"]
