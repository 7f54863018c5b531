"""Units that a number leaves out: `50 million crowns from one, 18 million from the other`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.number_words import is_currency

_LARGE = 1e6
_REACH = 40
"""Words back to the sum whose unit is shared."""


def lend_units(words: ParsedWords, numbers: Sequence[Number]) -> list[Number]:
    """The numbers, bare millions behind a sum of the same sentence with its currency.

    Args:
        words: the paragraph.
        numbers: in order.
    """
    found: list[Number] = []
    for one in numbers:
        given = next((each for each in reversed(found) if is_currency(each.unit)), None)
        lent = given is not None and _is_bare(words, one) and _are_near(words, given, one)
        found.append(replace(one, unit=given.unit) if given is not None and lent else one)
    return found


def _is_bare(words: ParsedWords, one: Number) -> bool:
    """Whether nothing but a mark or a preposition follows millions."""
    if one.unit is not None or one.form != "cardinal" or one.step is None or one.step < 1:
        return False
    if max(one.low or 0, one.high or 0) < _LARGE or "illion" not in words.lower[one.last]:
        return False
    after = one.last + 1
    if after >= len(words.tags):
        return True
    return bool(words.marks[after]) or words.tags[after] in ("IN", "TO", "CC")


def _are_near(words: ParsedWords, given: Number, one: Number) -> bool:
    if one.first - given.last > _REACH:
        return False
    return not any(words.lower[at] in (".", "!", "?") for at in range(given.last + 1, one.first))
