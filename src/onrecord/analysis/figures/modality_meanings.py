"""What verbs mean for what they govern: `pledged $5 million`, `asked for 300`, `failed to kill`."""

from __future__ import annotations

from onrecord.analysis.event_words import stems_of as event_stems
from onrecord.analysis.figures.modality_nouns import (
    KINDS,
    Mood,
    mood_in_lists,
)
from onrecord.analysis.figures.modality_verbs import auxiliaries, is_negated, stronger
from onrecord.analysis.figures.modality_words import (
    SUBJECTS,
    below,
    is_noun,
    phrases_of,
    stem_at,
    stems_of,
)
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.figure_moods import figure_moods
from onrecord.values.vocabulary import Modality

_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "attr", "acomp"})
_BE = frozenset({"am", "is", "are", "was", "were", "'s", "’s", "'re", "’re", "'m", "’m", "be"})
_BASES = frozenset({"VB", "VBP"})


def meant_by(words: ParsedWords, verb: int, under: int) -> Mood | None:
    """What the meaning of a verb says of an object or clause of it.

    Args:
        words: the paragraph.
        verb: its number.
        under: the word below it from which the climb came.
    """
    own, dep = stem_at(words, verb), words.deps[under]
    if dep in SUBJECTS and dep != "nsubjpass":
        return _of_subject(words, verb, under, own)
    if dep in ("xcomp", "ccomp", "pcomp"):
        return _of_clause(words, verb, under, own)
    if dep == "advcl" and words.tags[under] == "VB":
        return _of_infinitive(words, verb, under, own)
    if dep == "prep":
        return _of_preposition(words, verb, under, own)
    if dep == "nsubjpass" and _infinitive_below(words, verb) is not None:
        return _of_subject(words, verb, under, own)
    return of_object(words, verb, under, own) if dep in _OBJECTS else None


def of_object(words: ParsedWords, verb: int, under: int, own: str) -> Mood | None:
    """What a verb means for its object."""
    for name, modality in KINDS:
        if own in stems_of(f"{name}_objects"):
            return modality, f"mood: {words.lower[verb]}"
    if own in stems_of("announcing") and stem_at(words, under) in stems_of("to_be_done"):
        return Modality.PLANNED, f"mood: {words.lower[verb]} {words.lower[under]}"
    if own in stems_of("denied") and stem_at(words, under) in stems_of("claims"):
        return Modality.DENIED, f"mood: {words.lower[verb]} {words.lower[under]}"
    return None


def _of_subject(words: ParsedWords, verb: int, under: int, own: str) -> Mood | None:
    """Of what is expected to leave: that it is to come."""
    if words.deps[under] == "nsubj" and own != "be" and words.tags[verb] != "VBN":
        return None  # `300 plan to leave`: they are there
    infinitive = _infinitive_below(words, verb)
    if infinitive is None or own not in stems_of("raising"):
        return None
    return _of_infinitive(words, verb, infinitive, own)


def _infinitive_below(words: ParsedWords, verb: int) -> int | None:
    """The infinitive that goes with a verb or with the adjective after it."""
    for child in below(words, verb):
        if words.deps[child] == "xcomp" and words.tags[child] == "VB":
            return child
        if words.deps[child] in ("acomp", "oprd"):
            found = _infinitive_below(words, child)
            if found is not None:
                return found
    return None


def _of_preposition(words: ParsedWords, verb: int, preposition: int, own: str) -> Mood | None:
    printed, lead = words.lower[verb], words.lower[preposition]
    for name, modality in KINDS:
        if (own, lead) in phrases_of(f"{name}_objects"):
            return modality, f"mood: {printed} {lead}"
    if _adds(words, preposition):
        return of_object(words, verb, preposition, own)
    return None


def _adds(words: ParsedWords, preposition: int) -> bool:
    """Whether a preposition goes on with the object: `in addition to`, `including`."""
    adding = figure_moods().adding
    if words.lower[preposition] == "in":
        return any(words.lower[c] in adding for c in below(words, preposition))
    return words.lower[preposition] in adding


def _of_clause(words: ParsedWords, verb: int, under: int, own: str) -> Mood | None:
    printed, tag = words.lower[verb], words.tags[under]
    if own in stems_of("denied"):
        return None if is_negated(words, verb) else (Modality.DENIED, f"mood: {printed}")
    if words.deps[under] == "ccomp" and tag in _BASES and not auxiliaries(words, under):
        return (Modality.PROPOSED, f"mood: {printed}") if own in stems_of("wanting") else None
    if tag == "VB" and words.deps[under] in ("xcomp", "ccomp"):
        return _of_infinitive(words, verb, under, own)
    if words.deps[under] == "ccomp":
        if own in stems_of("conditional"):
            return Modality.CONDITIONAL, f"mood: {printed}"
        return (Modality.PLANNED, f"mood: {printed}") if own in ("expect", "anticip") else None
    if own in event_stems("speech"):
        return None
    for name, modality in KINDS:  # `considered sending 300`, `plans on sending 300`
        if own in stems_of(name):
            return modality, f"mood: {printed}"
    return None


def _of_infinitive(words: ParsedWords, verb: int, under: int, own: str) -> Mood | None:
    printed = words.lower[verb]
    if own in stems_of("failed") or own in stems_of("denied"):
        told = stem_at(words, under)
        there = told in event_stems("speech") or told in stems_of("not_denying")
        return (
            None if there else (Modality.DENIED, f"mood: {printed}")
        )  # `failed to report $4 million`
    if own == "be" or (own == "go" and auxiliaries(words, verb) & _BE):
        return _of_being(words, verb)
    found = _of_light(words, verb, own)
    for name, modality in KINDS:
        if own in stems_of(name):
            return stronger(found, (modality, f"mood: {printed} to"))
    if found is not None or own in stems_of("as_told") or "have" in auxiliaries(words, under):
        return found
    if stem_at(words, under) in stems_of("making"):
        return Modality.PLANNED, f"purpose: {printed}"
    return None


def _of_being(words: ParsedWords, verb: int) -> Mood | None:
    """`is to leave`, `is likely to leave`; not `was the third to leave`."""
    for child in below(words, verb):
        if words.deps[child] not in ("attr", "acomp", "oprd"):
            continue
        own = stem_at(words, child)
        if is_noun(words, child):
            return mood_in_lists(own, words, child, "nouns")
        for name, modality in KINDS:
            if own in stems_of(name):
                return modality, f"mood: {words.lower[child]} to"
        return None
    return Modality.PLANNED, f"mood: {words.lower[verb]} to"


def _of_light(words: ParsedWords, verb: int, own: str) -> Mood | None:
    """What the object of a verb that says little makes of its infinitive: `made a vow to`."""
    if own not in stems_of("light"):
        return None
    for child in below(words, verb):
        if words.deps[child] in ("dobj", "nsubjpass") and is_noun(words, child):
            return mood_in_lists(stem_at(words, child), words, child, "nouns")
    return None
