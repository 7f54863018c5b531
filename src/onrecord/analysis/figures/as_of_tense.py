"""When the clause of a figure tells of it, seen from when it was written."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from onrecord.analysis.event_words import stems_of as event_stems
from onrecord.analysis.figures.modality_verbs import auxiliaries
from onrecord.analysis.figures.modality_words import below, is_verb, stem_at
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.figure_moods import figure_moods

HAVE = frozenset({"have", "has", "'ve", "’ve"})
_BE = frozenset({"am", "is", "are", "'s", "’s", "'re", "’re", "'m", "’m"})
_WERE = frozenset({"was", "were", "did", "had"})
_STATES = frozenset({"be", "have"})


class Told(StrEnum):
    """The tense of a clause."""

    PAST = "past"
    BACKSHIFTED = "backshifted"
    """The present of somebody who spoke in the past: `said it had 300 members`."""
    PERFECT = "perfect"
    PRESENT = "present"
    """What simply happens in it, as headlines tell what is over: `bomb kills 24`."""
    STATE = "state"
    """What is so, or is going on: `there are 300`, `are leaving`."""
    AHEAD = "ahead"
    NONE = "none"
    """There is no verb, or it does not tell."""


def told_when(words: ParsedWords, chain: Sequence[int]) -> Told:
    """The tense in which a figure is told.

    Args:
        words: the paragraph.
        chain: its number and what that hangs on, upwards.
    """
    for place, node in enumerate(chain):
        if not is_verb(words, node) or (place and _only_describes(words, chain[place - 1], node)):
            continue
        found = _of_verb(words, node)
        if found is not None:
            return found
    return Told.NONE


def _only_describes(words: ParsedWords, under: int, verb: int) -> bool:
    """Whether a participle before a noun was met: `the remaining 300`."""
    del under
    return words.deps[verb] == "amod"


def _of_verb(words: ParsedWords, verb: int) -> Told | None:
    """The tense of a verb; None where that of the clause above counts."""
    moods = figure_moods()
    said, tag = auxiliaries(words, verb), words.tags[verb]
    if said & moods.will or (
        "have" not in said and said & (moods.may | moods.should | moods.would)
    ):
        return Told.AHEAD
    if said & HAVE or (tag == "VBN" and _has_aux(words, verb)):
        return Told.PERFECT
    if words.lower[verb] in _EITHER and not said:
        return Told.STATE
    if tag == "VBD" or said & _WERE:
        backshifted = "had" not in said and _is_told_in_past(words, verb)
        return Told.BACKSHIFTED if backshifted else Told.PAST
    if said & _BE:
        return Told.STATE
    if tag in ("VBZ", "VBP"):
        return Told.STATE if stem_at(words, verb) in _STATES else Told.PRESENT
    if tag == "VBN" and not said and (words.deps[verb] in _LIKE_PAST or _has_subject(words, verb)):
        return Told.PAST  # `24 killed in flood`
    return None


def _has_aux(words: ParsedWords, verb: int) -> bool:
    """Whether `'s` stands for `has`: `he's expelled 60`."""
    active = any(words.deps[c] == "dobj" for c in below(words, verb))
    return any(
        words.lower[c] in ("'s", "’s") and (active or words.deps[c] == "aux")
        for c in below(words, verb)
    )


_EITHER = frozenset({"cost"})
"""Forms of the present and the past, of prices that are told as they stand."""
_LIKE_PAST = frozenset({"ROOT", "ccomp", "conj"})


def _has_subject(words: ParsedWords, verb: int) -> bool:
    return any(words.deps[c] == "nsubj" for c in below(words, verb))


def _is_told_in_past(words: ParsedWords, verb: int) -> bool:
    head = words.heads[verb]
    if words.deps[verb] != "ccomp" or words.tags[head] not in ("VBD", "VBN"):
        return False
    between = words.words[min(verb, head) : max(verb, head)]
    if any(mark in _QUOTES for mark in between):
        return False  # somebody's own words keep their tense
    return stem_at(words, head) in event_stems("speech")


_QUOTES = frozenset({'"', "“", "”", "''", "``"})
