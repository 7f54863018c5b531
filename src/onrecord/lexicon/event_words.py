"""The words of events, checked: what is one, how it stands, what dates it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.data_files import LexiconError, load_data

_LISTS = (
    *("light_verbs", "takes_place", "speech", "denial", "failure", "implicative", "scheduled"),
    *("anticipated", "bare_frames", "plan_nouns", "hedges", "may", "ongoing", "states"),
    *("cancelled", "cancelled_before", "scheduled_before", "anticipated_before", "dating"),
    *("inside", "not_dating", "day_as_subject", "day_as_object", "event_nouns", "known_alone"),
    *(
        "pointing_back",
        "before_head",
        "about",
        "not_deeds",
        "parts_of_time",
        "arranged",
        "expected",
    ),
    *("slated", "taking_part", "deed_endings", "cancelled_deeds", "callings_off"),
    *("stative", "not_then", "referring", "addressing"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """The words, lower case, as they stand in the file: base forms but where it says otherwise."""

    deed_endings: tuple[str, ...]
    """Endings of nouns that name what is done: `demotion`, `settlement`."""
    irregular: Mapping[str, str]
    """Form of an irregular verb to its base form."""
    light_verbs: frozenset[str]
    takes_place: frozenset[str]
    speech: frozenset[str]
    addressing: frozenset[str]
    denial: frozenset[str]
    failure: frozenset[str]
    implicative: frozenset[str]
    scheduled: frozenset[str]
    anticipated: frozenset[str]
    bare_frames: frozenset[str]
    plan_nouns: frozenset[str]
    hedges: frozenset[str]
    may: frozenset[str]
    ongoing: frozenset[str]
    states: frozenset[str]
    stative: frozenset[str]
    not_then: frozenset[str]
    referring: frozenset[str]
    cancelled: frozenset[str]
    cancelled_deeds: frozenset[str]
    callings_off: frozenset[str]
    cancelled_before: frozenset[str]
    scheduled_before: frozenset[str]
    anticipated_before: frozenset[str]
    dating: frozenset[str]
    inside: frozenset[str]
    not_dating: frozenset[str]
    day_as_subject: frozenset[str]
    day_as_object: frozenset[str]
    event_nouns: frozenset[str]
    known_alone: frozenset[str]
    pointing_back: frozenset[str]
    before_head: frozenset[str]
    about: frozenset[str]
    not_deeds: frozenset[str]
    parts_of_time: frozenset[str]
    arranged: frozenset[str]
    expected: frozenset[str]
    slated: frozenset[str]
    taking_part: frozenset[str]


@cache
def event_words() -> EventWords:
    """The words of `events.yaml`.

    Raises:
        LexiconError: a list is missing, empty or holds what is no word, or a form is given twice.
    """
    data = load_data("events")
    for name in _LISTS:
        words = data.get(name)
        if not isinstance(words, list) or not words:
            raise LexiconError(f"events.yaml: {name} is missing or no list")
        if wrong := [word for word in words if not isinstance(word, str) or word != word.lower()]:
            raise LexiconError(f"events.yaml: {name} holds what is no word: {wrong[0]!r}")
    return EventWords(
        deed_endings=tuple(data["deed_endings"]),
        irregular=_irregular(data.get("irregular")),
        **{name: frozenset(data[name]) for name in _LISTS if name != "deed_endings"},
    )


def _irregular(table: object) -> dict[str, str]:
    if not isinstance(table, dict) or not table:
        raise LexiconError("events.yaml: irregular is missing or no table")
    forms: dict[str, str] = {}
    for base, printed in table.items():
        if not isinstance(printed, list):
            raise LexiconError(f"events.yaml: {base} has no list of forms")
        for form in printed:
            if form in forms:
                raise LexiconError(f"events.yaml: {form} is a form of {forms[form]} and of {base}")
            forms[form] = base
    return forms
