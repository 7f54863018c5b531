"""The grammar of time expressions: rules tried around the words that they need.

A rule is a name, the classes of words without which it cannot match, a pattern and a builder.
It is tried in the parts of a paragraph around such words only; of matches that overlap the longest
stays, of equally long ones that of the earlier rule.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.lexicon.time_words import time_words
from onrecord.values.times import CountedFrom, Shape, TimeForm, TimeType


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A match of one rule, before the sentence around it settles its direction.

    [start, end) is in the text that was read.
    """

    start: int
    end: int
    type: TimeType
    form: TimeForm
    counted_from: CountedFrom = CountedFrom.PUBLICATION
    open_direction: bool = False
    """Whether the clause around it decides the direction."""
    range_end: bool = False
    """Whether it is one end of the range that its match is."""
    doubtful: bool = False
    """Whether the words are no time unless the language model takes them for a date."""


Builder = Callable[[re.Match[str], str], Iterable[Found]]
"""Makes what a match stands for; nothing where it is no time after all."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One form of words. Rules are told apart by what they are, not by what they hold: so a tuple
    of them is a quick key."""

    name: str
    needs: frozenset[str]
    """Classes of words; one of them must stand near."""
    pattern: re.Pattern[str]
    build: Builder
    also: frozenset[str]
    """Classes of words, one of which must stand near too; none where empty."""
    before: int
    """Code points before such a word in which the rule is tried."""
    after: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """What stays of a rule's match."""

    found: Found
    rule: str
    match: tuple[int, int]


def make_rule(
    name: str,
    needs: str,
    pattern: str,
    build: Builder,
    *,
    case: bool = False,
    also: str = "",
    before: int = 60,
    after: int = 60,
) -> Rule:
    """A rule; `needs` and `also` are names of classes apart by spaces."""
    flags = re.NOFLAG if case else re.IGNORECASE
    return Rule(
        name=name,
        needs=frozenset(needs.split()),
        pattern=re.compile(pattern, flags),
        build=build,
        also=frozenset(also.split()),
        before=before,
        after=after,
    )


def whole(
    match: re.Match[str], type_: TimeType, form: TimeForm, *, open_direction: bool = False
) -> Found:
    """A finding over the whole match that counts from the publication."""
    return Found(
        start=match.start(),
        end=match.end(),
        type=type_,
        form=form,
        open_direction=open_direction,
    )


def fixed(
    match: re.Match[str], value: str, type_: TimeType = TimeType.DATE, *, part: str = ""
) -> Found:
    """A finding over the whole match that counts from nothing."""
    return fixed_at(match.span(), value, type_, part=part)


def fixed_at(
    span: tuple[int, int],
    value: str,
    type_: TimeType = TimeType.DATE,
    *,
    part: str = "",
    range_end: bool = False,
) -> Found:
    """A finding at a place that counts from nothing."""
    return Found(
        start=span[0],
        end=span[1],
        type=type_,
        form=TimeForm(shape=Shape.FIXED, value=value, part=part),
        counted_from=CountedFrom.NOTHING,
        range_end=range_end,
    )


_BEHIND = 60


def words_before(text: str, place: int) -> str:
    """The few words before a place, enough for any rule to look back at."""
    return text[max(0, place - _BEHIND) : place]


def words_after(text: str, place: int) -> str:
    """The few words after a place."""
    return text[place : place + _BEHIND]


_WORD = re.compile(r"[a-z]+|\d+")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_LOOKALIKES = str.maketrans("ſıİK", "sxxk")
"""Letters that a pattern takes for others when it reads capitals and small letters alike."""


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Word to the classes that it belongs to."""
    words = time_words()
    classes: dict[str, Iterable[str]] = {
        "month": words.months,
        "weekday": [*words.weekdays, *(f"{day}s" for day in words.weekdays)],
        "unit": [*words.units, *(f"{unit}long" for unit in words.units), "period"],
        "quarter": ["quarter", "quarters", "half", "q"],
        "season": words.seasons,
        "daypart": [*words.dayparts, *(f"{part}s" for part in words.dayparts), "noon", "midnight"],
        "deictic": ["today", "yesterday", "tomorrow", "tonight", "overnight"],
        "vague": [x.split()[-1] for x in (*words.vague, *words.vague_adjectives)],
        "set": words.sets,
        "feast": [max(re.findall(r"[a-z]+", feast), key=len) for feast in words.holidays],
        "spelled": [*words.spelled_years, *words.tens, "clock"],
        "distance": words.distances,
        "ago": ["ago", "now", "today", "hence", "time"],
        "times": ["once", "twice", "times"],
        "century": ["century", "centuries"],
        "hours": ["hours", "dawn"],
        "end": ["end"],
        "latest": ["latest", "recent"],
        "ago-or-same": ["ago", "earlier", "same", "comparable", "corresponding", "last"],
    }
    table: dict[str, list[str]] = {}
    for name, members in classes.items():
        for word in members:
            table.setdefault(word, []).append(name)
    return {word: tuple(dict.fromkeys(names)) for word, names in table.items()}


def _places(text: str) -> dict[str, list[int]]:
    """Where words of each class stand, in order."""
    table = _classes()
    places: dict[str, list[int]] = {}
    for match in _WORD.finditer(text.lower()):
        word = match.group()
        if word.isdigit():
            places.setdefault("number", []).append(match.start())
        elif word in table:
            for name in table[word]:
                places.setdefault(name, []).append(match.start())
    return places


@lru_cache(maxsize=4)
def _grouped(rules: tuple[Rule, ...]) -> list[list[tuple[int, Rule]]]:
    """The rules with their numbers; those together that are tried in the same parts of a text."""
    groups: dict[tuple[object, ...], list[tuple[int, Rule]]] = {}
    for order, rule in enumerate(rules):
        key = (rule.needs, rule.also, rule.before, rule.after)
        groups.setdefault(key, []).append((order, rule))
    return list(groups.values())


def _windows(places: dict[str, list[int]], rule: Rule, text: str) -> list[tuple[int, int]]:
    """The parts of a text around the words that a rule needs, merged where they meet."""
    if places.keys().isdisjoint(rule.needs) or (rule.also and places.keys().isdisjoint(rule.also)):
        return []
    windows: list[tuple[int, int]] = []
    for place in sorted(p for need in rule.needs for p in places.get(need, ())):
        low, high = max(0, place - rule.before), min(len(text), place + rule.after)
        while low > 0 and not text[low - 1].isspace():
            low -= 1
        while high < len(text) and not text[high].isspace():
            high += 1
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], high)
        else:
            windows.append((low, high))
    if rule.also:
        also = sorted(p for need in rule.also for p in places.get(need, ()))
        windows = [w for w in windows if bisect_left(also, w[0]) < bisect_left(also, w[1])]
    return windows


def find_candidates(text: str, rules: tuple[Rule, ...]) -> list[Candidate]:
    """The longest matches of the rules that do not overlap, in order of their place."""
    if not text.isascii():
        text = _FOREIGN_DIGIT.sub("x", text.translate(_LOOKALIKES))
        if len(text.lower()) != len(text):  # a letter whose small form is longer
            text = "".join(c if len(c.lower()) == 1 else "x" for c in text)
    places = _places(text)
    if not places:
        return []
    every: list[tuple[int, int, int, Candidate]] = []
    for group in _grouped(rules):
        for low, high in _windows(places, group[0][1], text):
            for order, rule in group:
                for match in rule.pattern.finditer(text, low, high):
                    for found in rule.build(match, text):
                        length = match.end() - match.start()
                        candidate = Candidate(found, rule.name, match.span())
                        every.append((-length, order, found.start, candidate))
    every.sort(key=lambda entry: entry[:3])
    return _without_overlap([candidate for _, _, _, candidate in every])


def _without_overlap(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that overlap none before them; the two ends of one match stay together."""
    taken: list[tuple[int, int, str]] = []
    kept: list[Candidate] = []
    for candidate in candidates:
        start, end = candidate.match
        mine = (start, end, candidate.rule)
        at = bisect_left(taken, mine)
        if at < len(taken) and taken[at] == mine:
            kept.append(candidate)
        elif (at == 0 or taken[at - 1][1] <= start) and (at == len(taken) or taken[at][0] >= end):
            taken.insert(at, mine)
            kept.append(candidate)
    kept.sort(key=lambda c: (c.found.start, -c.found.end))
    return kept
