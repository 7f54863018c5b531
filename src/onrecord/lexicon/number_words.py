"""The words of numbers, checked: how they are spelled, bounded, measured, and what is no figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.time_words import time_words

_SETS = (
    *("zero", "more", "before_bounds", "percent", "points", "rate_periods", "rate_things"),
    *("not_rate_after", "times", "numbered", "groups_of", "streets", "names", "compounds"),
    *("after_one", "before_one", "kin", "aged", "changes", "votes", "metre_after"),
    *("of_parts", "by_parts", "before_half", "after_half"),
    *("pointed", "rate_measures", "not_aged", "emergencies"),
    *("frequencies", "handing", "negative"),
)
_BOUNDS = frozenset({"about", "at-least", "at-most"})
_MANY = ("alone", "of", "after_a")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The words, lower case but for signs and codes; see the file for what each list is."""

    cardinals: Mapping[str, int]
    """One to ninety, and the words for none."""
    scales: Mapping[str, float]
    scale_letters: Mapping[str, float]
    parts: Mapping[str, float]
    many_alone: frozenset[str]
    many_of: frozenset[str]
    many_after_a: frozenset[str]
    multiplied: Mapping[str, float]
    """Verbs that multiply by themselves: `doubled`."""
    multiplying: Mapping[str, float]
    """Words that do before one of `multiples_before`: `twice as`."""
    multiples_before: frozenset[str]
    bounds_before: Mapping[str, str]
    """Phrase to the bound that it is."""
    bounds_after: Mapping[str, str]
    signs: Mapping[str, str]
    codes: Mapping[str, str]
    currencies: Mapping[str, str]
    """Name after an amount to the ISO code."""
    monies: Mapping[str, str]
    """Name after an amount, of a currency without one code, to its singular."""
    hundredths: Mapping[str, str]
    units: Mapping[str, str]
    """Form to the name of the unit."""
    rate_adverbs: Mapping[str, str]
    zero: frozenset[str]
    more: frozenset[str]
    before_bounds: frozenset[str]
    percent: frozenset[str]
    points: frozenset[str]
    rate_periods: frozenset[str]
    rate_things: frozenset[str]
    not_rate_after: frozenset[str]
    times: frozenset[str]
    numbered: frozenset[str]
    groups_of: frozenset[str]
    streets: frozenset[str]
    names: frozenset[str]
    compounds: frozenset[str]
    after_one: frozenset[str]
    before_one: frozenset[str]
    kin: frozenset[str]
    aged: frozenset[str]
    changes: frozenset[str]
    votes: frozenset[str]
    metre_after: frozenset[str]
    of_parts: frozenset[str]
    by_parts: frozenset[str]
    pointed: frozenset[str]
    rate_measures: frozenset[str]
    emergencies: frozenset[str]
    not_aged: frozenset[str]
    before_half: frozenset[str]
    after_half: frozenset[str]
    frequencies: frozenset[str]
    handing: frozenset[str]
    negative: frozenset[str]


@cache
def number_words() -> NumberWords:
    """The words of `numbers.yaml`.

    Raises:
        LexiconError: a list or table is missing, or holds what cannot stand there.
    """
    data = load_data("numbers")
    many, multiples = _table(data, "many"), _table(data, "multiples")
    words = {name: _set(name, data.get(name)) for name in _SETS}
    zero = dict.fromkeys(words["zero"], 0)
    return NumberWords(
        cardinals={**time_words().cardinals, **zero},
        many_alone=_set("many.alone", many.get("alone")),
        many_of=_set("many.of", many.get("of")),
        many_after_a=_set("many.after_a", many.get("after_a")),
        multiplied=_numbers("multiples.verbs", multiples.get("verbs")),
        multiplying=_numbers("multiples.before_the", multiples.get("before_the")),
        multiples_before=_set("multiples.after_those", multiples.get("after_those")),
        bounds_before=_bounds(data, "bounds_before"),
        bounds_after=_bounds(data, "bounds_after"),
        currencies=_turned("currencies", _table(data, "currencies")),
        monies=_turned("monies", _table(data, "monies")),
        hundredths=_turned("hundredths", _table(data, "hundredths")),
        units=_turned("units", _table(data, "units")),
        scales=_numbers("scales", data.get("scales")),
        scale_letters=_numbers("scale_letters", data.get("scale_letters")),
        parts=_numbers("parts", data.get("parts")),
        signs=_strings("signs", data.get("signs")),
        codes=_strings("codes", data.get("codes")),
        rate_adverbs=_strings("rate_adverbs", data.get("rate_adverbs")),
        **words,
    )


def _table(data: Mapping[str, object], name: str) -> dict[str, object]:
    table = data.get(name)
    if not isinstance(table, dict) or not table:
        raise LexiconError(f"numbers.yaml: {name} is missing or no table")
    return table


def _set(name: str, words: object) -> frozenset[str]:
    if not isinstance(words, list) or not words:
        raise LexiconError(f"numbers.yaml: {name} is missing or no list")
    return frozenset(_checked(name, words))


def _checked(name: str, words: Iterable[object]) -> list[str]:
    checked = [word for word in words if isinstance(word, str) and word and word == word.lower()]
    if wrong := [word for word in words if word not in checked]:
        raise LexiconError(f"numbers.yaml: {name} holds what is no word: {wrong[0]!r}")
    return checked


def _numbers(name: str, table: object) -> dict[str, float]:
    if not isinstance(table, dict) or not table:
        raise LexiconError(f"numbers.yaml: {name} is missing or no table")
    for word, number in table.items():
        if not isinstance(number, int | float) or isinstance(number, bool) or number <= 0:
            raise LexiconError(f"numbers.yaml: {name}: {word} stands for no number: {number!r}")
    return {str(word): float(number) for word, number in table.items()}


def _strings(name: str, table: object) -> dict[str, str]:
    if not isinstance(table, dict) or not all(isinstance(one, str) for one in table.values()):
        raise LexiconError(f"numbers.yaml: {name} is missing or holds what is no word")
    return dict(table)


def _turned(name: str, table: Mapping[str, object]) -> dict[str, str]:
    """Form to name, of a table of names to their forms."""
    turned: dict[str, str] = {}
    for one, forms in table.items():
        for form in _set(f"{name}.{one}", forms):
            if form in turned:
                raise LexiconError(f"numbers.yaml: {form} is of {turned[form]} and of {one}")
            turned[form] = one
    return turned


def _bounds(data: Mapping[str, object], name: str) -> dict[str, str]:
    table = _table(data, name)
    if unknown := sorted(set(table) - _BOUNDS):
        raise LexiconError(f"numbers.yaml: {name} knows no bound {unknown[0]}")
    return _turned(name, table)


def is_currency(unit: str | None) -> bool:
    """Whether a unit is one of money: an ISO code, or the name of a currency without one."""
    return unit is not None and (unit.isupper() or unit in number_words().monies)
