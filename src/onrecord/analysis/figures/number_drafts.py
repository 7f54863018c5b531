"""A number while it is read: its core with sign, unit, rate and bound."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from onrecord.analysis.figures.number_bounds import BoundWord, bound_after, bound_before
from onrecord.analysis.figures.number_cores import Core, metre_scale, spaced_scale
from onrecord.analysis.figures.number_units import (
    POUND_IN_ASCII,
    Unit,
    rate_after,
    sign_before,
    unit_after,
    unit_of_many,
)
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.number_words import number_words

_RATE_REACH = 4
"""Words of a noun phrase between a number and what its rate is per."""
_NOUN_TAGS = frozenset({"NN", "NNS", "JJ", "NNP", "NNPS"})


@dataclass(slots=True, kw_only=True)
class Draft:
    """One number; places are code points, words numbers of tokens."""

    core: Core
    start: int
    """With its sign."""
    end: int
    first: int
    last: int
    sign: Unit | None = None
    unit: Unit | None = None
    before: BoundWord | None = None
    after: BoundWord | None = None
    why: str = ""

    @property
    def close(self) -> int:
        """Where the number with its unit ends."""
        return max(self.end, self.unit.place) if self.unit else self.end


def draft(words: ParsedWords, core: Core) -> Draft:
    """The number at a core with all that stands around it."""
    text = words.text
    sign = sign_before(text, core.start) if core.form == "cardinal" else None
    if sign is not None and sign.name == POUND_IN_ASCII:
        printed = text[sign.place : core.end]
        amount = core.scale >= 1e6 or " " in printed[:2] or "," in printed
        sign = Unit("GBP", sign.place) if amount else None
    if sign is not None:
        spaced_scale(text, core)
    else:
        metre_scale(text, core)
    start = sign.place if sign else core.start
    unit = unit_after(text, core.end, core.value, core.scale)
    if core.form not in ("cardinal", "word") and (unit is None or unit.name != "percent"):
        unit = None
    if unit is not None and _is_million(words, core, unit):
        spaced_scale(text, core)
        unit = None
    if core.form == "word" and unit is None:
        unit = unit_of_many(text, core.end, text[core.start : core.end].lower())
    after = bound_after(text, core.end)
    if after is not None and unit is None and after.span.end > core.end:
        unit = unit_after(text, after.span.end, core.value, core.scale)
    elif unit is not None and after is None:
        after = bound_after(text, unit.place)
    first = word_at(words, start)
    if unit is None and sign is None and first and words.lower[first - 1] == "magnitude":
        unit = Unit("magnitude", core.end)
    return Draft(
        core=core,
        start=start,
        end=core.end,
        first=first,
        last=bisect_left(words.starts, core.end) - 1,
        sign=sign,
        unit=unit,
        before=_bound_before(words, start),
        after=after,
    )


def _is_million(words: ParsedWords, core: Core, unit: Unit) -> bool:
    """`1.5 m Norlanders`: a magnitude before what is counted, no length."""
    if unit.name != "meter" or words.text[core.end : unit.place].strip() != "m":
        return False
    after = bisect_left(words.starts, unit.place)
    return words.tags[after : after + 1] in (["NNPS"], ["NNS"]) and core.form == "cardinal"


def _bound_before(words: ParsedWords, start: int) -> BoundWord | None:
    """The bound before a number, where it belongs to no verb: not `handed over two men`."""
    found = bound_before(words.text, start)
    if found is None or found.span.slice(words.text).lower() not in ("over", "about"):
        return found
    at = word_at(words, found.span.start) - 1
    return None if at >= 0 and words.lower[at] in number_words().handing else found


def word_at(words: ParsedWords, place: int) -> int:
    """Number of the word that holds the code point."""
    return bisect_right(words.starts, place) - 1


def rate_of(words: ParsedWords, one: Draft) -> str:
    """What the number is per: `day` of `300 people a day`; empty of most."""
    if rate := rate_after(words.text, one.close):
        return rate
    at = bisect_left(words.starts, one.close)
    for word in range(at, min(at + _RATE_REACH, len(words.words))):
        if words.tags[word] not in _NOUN_TAGS and words.lower[word] != "of":
            return ""
        if rate := rate_after(words.text, words.ends[word]):
            return rate
    return ""


def around(words: ParsedWords, one: Draft) -> tuple[str, str]:
    """The words before and after the number, lower case; empty at the ends."""
    before = words.lower[one.first - 1] if one.first else ""
    return before, words.lower[one.last + 1] if one.last + 1 < len(words.lower) else ""


def has_noun(words: ParsedWords, one: Draft) -> bool:
    """Whether a noun after the number hangs together with it."""
    return words.heads[one.last] > one.last and words.deps[one.last] in ("nummod", "compound")


def word_before(words: ParsedWords, one: Draft) -> int:
    """The word before the number and its bound; -1 at the start."""
    at = one.first - 1
    while one.before is not None and at >= 0 and words.starts[at] >= one.before.span.start:
        at -= 1
    return at


def is_bare(one: Draft) -> bool:
    """Whether it is a cardinal without magnitude, unit and sign."""
    plain = one.core.form == "cardinal" and one.core.scale == 1
    return plain and one.unit is None and one.sign is None
