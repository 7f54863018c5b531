"""The numbers of a parsed paragraph that may be figures.

Candidates first: a paragraph without digit and number word costs one look at each word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.figures.number_ages import age_unit
from onrecord.analysis.figures.number_cores import Core, read_core
from onrecord.analysis.figures.number_drafts import Draft, draft, has_noun, is_bare, rate_of
from onrecord.analysis.figures.number_elided import lend_units
from onrecord.analysis.figures.number_idioms import counts_time, is_idle
from onrecord.analysis.figures.number_names import is_part_of_name
from onrecord.analysis.figures.number_ranges import as_beside, between_word, linked, spread
from onrecord.analysis.figures.outcome_words import stems
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.number_words import number_words
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import Bound

_DIGITS = re.compile(r"\.?\d(?:[\d,.]*\d)?")
_ARTICLE = re.compile(r"(?<![\w-])(an?(?:\s+half)?|half\s+an?)(?:\s+|-)$", re.IGNORECASE)
_MULTIPLE_STEP = 1.0
_LAST_DAY = 31
_DAILY = " per day"
_LISTED = re.compile(r"\s*(?:,|and|or|to|-|–|,\s*and)\s*", re.IGNORECASE)
"""What stands between the numbers of names: `Units 12 and 14`."""
_FEW = re.compile(r"(?<!\w)(?:few|several|many|couple)(?:\s+of)?\s+$", re.IGNORECASE)


def find_numbers(words: ParsedWords, times: Sequence[TimeExpression]) -> list[Number]:
    """The numbers in order, none overlapping.

    Args:
        words: the paragraph.
        times: its time expressions; what they hold is no figure, but for ages.
    """
    drafts = _drafts(words)
    if not drafts:
        return []
    taken = [(one.span.start, one.span.end) for one in times]
    return lend_units(words, _numbers(words, drafts, taken))


def _drafts(words: ParsedWords) -> list[Draft]:
    found: list[Draft] = []
    end = 0
    for place in _places(words):
        if place < end:
            continue
        core = _core(words.text, place, end)
        if core is not None:
            found.append(draft(words, core))
            end = core.end
    return found


def _places(words: ParsedWords) -> list[int]:
    """Where digits or number words stand, in order."""
    openers = _openers()
    starts = words.starts
    places = [starts[at] for at, word in enumerate(words.lower) if word in openers]
    digits = [found.start() for found in _DIGITS.finditer(words.text)]
    return sorted([*places, *digits]) if digits else places


@cache
def _openers() -> frozenset[str]:
    known = number_words()
    folds = {f"{word}fold" for word in known.cardinals}
    return frozenset(
        {*known.cardinals, *known.scales, *known.parts, *known.many_alone, *known.many_of}
        | {*known.many_after_a, *known.multiplied, *known.multiplying, *folds}
    )


def _core(text: str, place: int, end: int) -> Core | None:
    """The number whose words begin at `place`, or at an article before it after `end`."""
    low = max(end, place - 8)
    if (article := _ARTICLE.search(text[low:place])) and not text[place].isdigit():
        core = read_core(text, low + article.start(1))
        if core is not None and core.end > place:
            return core
    if text[place].lower() == "d" and _FEW.search(text[low:place]):
        return None
    return _multiple(text, place) or read_core(text, place)


def _multiple(text: str, place: int) -> Core | None:
    """`doubled`, `twice as many`."""
    known = number_words()
    found = re.compile(r"([A-Za-z]+)(?:\s+([A-Za-z'’]+))?").match(text, place)
    if found is None:
        return None
    word, after = found[1].lower(), (found[2] or "").lower()
    value = known.multiplied.get(word)
    if value is None and after in known.multiples_before:
        value = known.multiplying.get(word)
    if value is None:
        return None
    return Core(start=place, end=found.end(1), value=value, step=_MULTIPLE_STEP, form="multiple")


def _numbers(words: ParsedWords, drafts: list[Draft], taken: list[tuple[int, int]]) -> list[Number]:
    numbers: list[Number] = []
    stands = _standing(words, drafts, taken)
    at = 0
    while at < len(drafts):
        one = drafts[at]
        old = age_unit(words, one)
        if at + 1 < len(drafts) and (link := linked(words.text, one, drafts[at + 1])):
            right = drafts[at + 1]
            together = (age_unit(words, right) or old) if link == "range" else None
            if link == "share":
                both = not (_is_taken(one, taken) or _is_taken(right, taken))
                both = both and not counts_time(words, right)
            else:
                both = stands[at] and stands[at + 1]
            if together or both:
                numbers += _pair(words, one, right, link, together)
                at += 2
                continue
            if counts_time(words, right) or (
                _is_taken(one, taken) and _are_days(words, one, right)
            ):
                at += 2
                continue
        if old or stands[at]:
            numbers.append(_number(words, one, old))
        at += 1
    return numbers


def _standing(words: ParsedWords, drafts: list[Draft], taken: list[tuple[int, int]]) -> list[bool]:
    """Of each number whether no time expression holds it and it is a part of no name or idiom."""
    stands: list[bool] = []
    named = False
    for at, one in enumerate(drafts):
        listed = named and is_bare(one) and not has_noun(words, one)
        listed = listed and _LISTED.fullmatch(words.text, drafts[at - 1].end, one.start) is not None
        named = listed or is_part_of_name(words, one)
        free = not _is_taken(one, taken) or _answers(words, one)
        stands.append(not named and free and not is_idle(words, one))
    return stands


def _answers(words: ParsedWords, one: Draft) -> bool:
    """Whether `a quarter` is so many people: `about a quarter name the council`."""
    at = one.last + 1
    if one.core.form != "fraction" or at >= len(words.tags):
        return False
    return words.tags[at] != "IN" and verb_stem(words.lower[at]) in stems("answering")


def _is_taken(one: Draft, taken: list[tuple[int, int]]) -> bool:
    place = bisect_left(taken, (one.core.end, 0)) - 1
    return place >= 0 and taken[place][1] > one.core.start and one.sign is None


def _are_days(words: ParsedWords, left: Draft, right: Draft) -> bool:
    """Whether a bare number after a time expression may end it: `the week of Oct. 21 to 25`."""
    if not is_bare(right) or has_noun(words, right):
        return False
    return (left.core.value or 0) < (right.core.value or 0) <= _LAST_DAY


def _pair(
    words: ParsedWords, left: Draft, right: Draft, link: str, old: str | None
) -> list[Number]:
    if link == "score":
        form = "" if left.unit else "score"
        return [_number(words, one, None, form=form) for one in (left, right)]
    if link == "change":
        return [_number(words, one, old) for one in (as_beside(left, right), right)]
    low, high = spread(left, right)
    between = between_word(words.text, left)
    joined = Draft(
        core=Core(
            start=left.core.start,
            end=right.core.end,
            value=low,
            step=min(left.core.step or 1, right.core.step or 1),
            scale=right.core.scale,
            digits=right.core.digits,
            form=right.core.form,
        ),
        start=left.start,
        end=right.end,
        first=left.first,
        last=right.last,
        sign=left.sign or right.sign,
        unit=right.unit,
        before=left.before,
        after=right.after,
    )
    if link == "share":
        joined.core.form, joined.core.step = "fraction", 100 / high if high else 1
        joined.core.value = round(100 * low / high, 4)
        return [_number(words, joined, None)]
    made = _number(words, joined, old, high=high)
    if between is not None and between[1] <= made.span.start:
        made = _widened(made, between)
    return [made]


def _widened(one: Number, between: tuple[int, int]) -> Number:
    return Number(
        first=one.first,
        last=one.last,
        number=one.number,
        span=Span(between[0], one.span.end),
        low=one.low,
        high=one.high,
        bound=one.bound,
        bound_word=Span(*between),
        step=one.step,
        unit=one.unit,
        per=one.per,
        form=one.form,
        why=one.why,
    )


def _number(
    words: ParsedWords, one: Draft, old: str | None, *, form: str = "", high: float | None = None
) -> Number:
    core = one.core
    unit, factor = _unit(one, old)
    if one.sign is not None and one.first and words.lower[one.first - 1] in _negative():
        factor = -factor
    low = core.value if core.value is None else round(core.value * factor, 4)
    high = low if high is None else round(high * factor, 4)
    bound, word = _bound(one, ranged=high != low)
    ends = (one.close, one.after.span.end if one.after else 0)
    return Number(
        first=one.first,
        last=one.last,
        number=Span(one.start, one.end),
        span=Span(one.before.span.start if one.before else one.start, max(ends)),
        low=None if bound is Bound.AT_MOST else low,
        high=None if bound is Bound.AT_LEAST else high,
        bound=bound,
        bound_word=word,
        step=core.step * abs(factor) if core.step and core.value is not None else None,
        unit=unit.removesuffix(_DAILY) if unit else unit,
        per=_per(words, one, unit) if not old else None,
        form="age" if old else form or core.form,
        why=f"number: {form or core.form}",
    )


def _per(words: ParsedWords, one: Draft, unit: str | None) -> str | None:
    if unit is not None and unit.endswith(_DAILY):
        return "day"  # `40,000 bpd`
    return rate_of(words, one) or None


def _negative() -> frozenset[str]:
    return number_words().negative


def _unit(one: Draft, old: str | None) -> tuple[str | None, float]:
    if old:
        return (None if old == "year" else old), 1.0
    if one.core.form == "fraction":
        return "percent", 1.0
    if one.sign is not None:
        return one.sign.name, 1.0
    return (one.unit.name, one.unit.factor) if one.unit else (None, 1.0)


def _bound(one: Draft, *, ranged: bool) -> tuple[Bound, Span | None]:
    told = one.before or one.after
    if one.before and one.after and one.before.bound is Bound.ABOUT:
        told = one.after
    if one.core.value is None:
        return Bound.DOZENS_LIKE, Span(one.start, one.end)
    if ranged:
        return Bound.RANGE, told.span if told else None
    return (told.bound, told.span) if told else (Bound.EXACT, None)
