"""Two numbers that belong together: ranges, scores, votes, `one in five`."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.analysis.figures.number_drafts import Draft
from onrecord.lexicon.number_words import number_words

_JOIN = re.compile(
    r"\s*-?\s*(?:(?P<dash>[-–—])|(?P<to>to)|(?:,\s)?(?P<or>or)|(?P<and>and))\s*-?\s*", re.IGNORECASE
)
_IN = re.compile(
    r"[\s-]+(?:(?P<of>out[\s-]+of(?:\s+every)?|of\s+every)|in(?:\s+every)?)[\s-]+", re.I
)
_BETWEEN = re.compile(r"(?<!\w)(between)\s+(?:the\s+ages\s+of\s+|\w+\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)(from)\s+(?:\w+\s+)?$", re.IGNORECASE)
_CHANGE_REACH = 80
_THOUSANDS = 1000
_VOTE_REACH = 40
_SENTENCE_MARK = re.compile(r"[.;:]\s")
_MARK = re.compile(r"[.;:,]\s")
_WORD = re.compile(r"[A-Za-z'’]+")


def linked(text: str, left: Draft, right: Draft) -> str:
    """How two neighbours hang together: `range`, `score`, `share`, `change` or nothing."""
    gap = text[left.close : right.start]
    if len(gap) > 16 or left.core.value is None or right.core.value is None:
        return ""
    if found := _IN.fullmatch(gap):
        return "share" if _is_share(left, right, outspoken=found["of"] is not None) else ""
    if (found := _JOIN.fullmatch(gap)) is None or _apart(left, right):
        return ""
    low, high = spread(left, right)
    before = text[max(0, left.start - 40) : left.start]
    if found["and"]:
        return "range" if _BETWEEN.search(before) and low < high else ""
    if found["or"]:
        return "range" if low < high <= 3 * low + 1 else ""
    if _voted(text, left, right, rising=low < high):
        return "score"
    if found["dash"]:
        return "range" if low < high else "score"
    if _FROM.search(before) and (low >= high or _changed(text, left)):
        return "change"
    return "range" if low < high else ""


def between_word(text: str, one: Draft) -> tuple[int, int] | None:
    """Where `between` or `from` stands before the first end of a range."""
    low = max(0, one.start - 40)
    found = _BETWEEN.search(text[low : one.start]) or _FROM.search(text[low : one.start])
    return (low + found.start(1), low + found.end(1)) if found else None


def _apart(left: Draft, right: Draft) -> bool:
    if left.core.form != "cardinal" or right.core.form not in ("cardinal", "multiple"):
        return True
    signs = (left.sign, right.sign)
    if signs[1] is not None and signs[0] is None:
        return True
    return bool(left.unit and right.unit and left.unit.name != right.unit.name)


def _is_share(left: Draft, right: Draft, *, outspoken: bool) -> bool:
    over, under = left.core.value or 0, right.core.value or 0
    if not 0 < over < under or left.sign or right.sign or left.unit or right.unit:
        return False
    if over != int(over) or under != int(under):
        return False
    return outspoken or (over <= 9 and (under <= 10 or under % 10 == 0))


def _voted(text: str, left: Draft, right: Draft, *, rising: bool) -> bool:
    """Whether words of a vote or a match stand beside the two numbers."""
    if left.sign or right.sign or left.unit or right.unit:
        return False
    if rising and (left.core.scale > 1 or (_is_round(left) and _is_round(right))):
        return False
    clause = _MARK.split(text[max(0, left.start - _VOTE_REACH) : left.start].lower())[-1]
    after = _WORD.findall(text[right.end : right.end + _VOTE_REACH].lower())[:2]
    near = _WORD.findall(clause)[-3 if rising else -5 :]
    return not number_words().votes.isdisjoint([*near, *after])


def _is_round(one: Draft) -> bool:
    return (one.core.step or 1) > 1


def _changed(text: str, left: Draft) -> bool:
    """Whether a change from the one number to the other is told."""
    before = text[max(0, left.start - _CHANGE_REACH) : left.start]
    clause = _SENTENCE_MARK.split(before)[-1]
    return not number_words().changes.isdisjoint(_WORD.findall(clause.lower()))


def spread(left: Draft, right: Draft) -> tuple[float, float]:
    """Both ends with the magnitude of the second: 2e9 and 3e9 of `2 to 3 billion`."""
    low, high = left.core.value or 0.0, right.core.value or 0.0
    if left.core.scale == 1 and right.core.scale > 1 and low * right.core.scale < high:
        low *= right.core.scale
    elif high >= _THOUSANDS and low < _THOUSANDS and high % 1000 == 0 and low * 1000 < high:
        low *= 1000 if _is_short(left, right) else 1
    return low, high


def _is_short(left: Draft, right: Draft) -> bool:
    """Whether the first end leaves out its thousands: `45-50,000`."""
    low, high = left.core.value or 0.0, (right.core.value or 0.0) / 1000
    return low == int(low) and low > 1 and len(str(int(low))) == len(str(int(high)))


def as_beside(left: Draft, right: Draft) -> Draft:
    """The first of two numbers of a change with the unit that is printed once, after the second:
    `from 30 to 40 percent`."""
    low, _ = spread(left, right)
    factor = low / left.core.value if left.core.value else 1.0
    core = replace(left.core, value=low, step=left.core.step and left.core.step * factor)
    unit = left.unit or (right.unit and replace(right.unit, place=left.end))
    return replace(left, core=core, unit=unit if left.sign is None else left.unit)
