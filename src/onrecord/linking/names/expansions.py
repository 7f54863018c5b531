"""Abbreviations that an article explains: `Northern Harbour Board (NHB)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.linking.names.organisations import initials, significant
from onrecord.linking.names.units import Unit, UnitKey

_OPEN = re.compile(
    r"['’]?s?,?\s*[(\[]\s*(?:the |or |formerly |known as |also known as |called )?[\"“‘']?$"
)
_OR = re.compile(
    r",? (?:or|known as|also known as|also called|short for|better known as) (?:the )?[\"“‘']?$"
)
_FEWEST = 3
"""Words of a name, small ones apart, whose initials alone tell that an abbreviation is its."""
_LONGEST_GAP = 24
"""Code points between a name and what it is also called."""


def expansions(text: str, units: Sequence[Unit]) -> list[tuple[UnitKey, UnitKey, str]]:
    """Pairs (long, short, why) of units that the text says to be one, and abbreviations whose
    letters are the initials of one name only in the article."""
    found = list(_said(text, units))
    told = {short for _, short, _ in found}
    found += [pair for pair in _by_initials(units) if pair[1] not in told]
    return found


def _said(text: str, units: Sequence[Unit]) -> Iterator[tuple[UnitKey, UnitKey, str]]:
    places = sorted(
        ((m.span.start, m.span.end, unit) for unit in units for m in unit.mentions),
        key=lambda place: place[:2],
    )
    for (_, end, left), (start, stop, right) in pairwise(places):
        if left is right or not 0 < start - end <= _LONGEST_GAP:
            continue
        gap = text[end:start]
        bracket = _OPEN.match(gap) and re.match(r"[\"”’']?\s*[)\]]", text[stop : stop + 4])
        if not bracket and not _OR.match(gap):
            continue
        long_, short = (
            (left, right) if len(left.form.words) >= len(right.form.words) else (right, left)
        )
        if _may_stand_for(short, long_):
            yield long_.key, short.key, "explained"


def _may_stand_for(short: Unit, long_: Unit) -> bool:
    """A word in capitals, or a part of the name, with letters of the long one in order."""
    if short.form.known is not None and long_.form.known is not None:
        return False
    if "p" in (short.letter, long_.letter) and not short.form.short:
        return False
    letters = iter("".join(long_.form.words))
    inside = all(c in letters for c in "".join(short.form.words))
    return (
        inside
        and len(short.form.words) <= len(long_.form.words)
        and (short.form.short or short.form.words[0] in long_.form.words or short.bare)
    )


def _by_initials(units: Sequence[Unit]) -> Iterator[tuple[UnitKey, UnitKey, str]]:
    longs = [u for u in units if len(u.form.words) > 1 and u.letter in "olx"]
    for unit in units:
        if not unit.form.short or unit.form.known is not None:
            continue
        word = unit.form.words[0]
        bearers = {
            u.key
            for u in longs
            if len(significant(u.form.words)) >= _FEWEST and word in initials(u.form.words)
        }
        if len(bearers) == 1:
            yield bearers.pop(), unit.key, "initials"
