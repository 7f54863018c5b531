"""Words of rising and falling."""

from __future__ import annotations

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.figures.head_words import lemma
from onrecord.analysis.figures.outcome_words import noun_outcome, stems, verb_with_particle
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words

_UP = frozenset({"up", "higher"})
_DOWN = frozenset({"down", "lower"})


def direction_of(words: ParsedWords, at: int) -> str:
    """`up` or `down` of a verb, noun or adverb; else empty."""
    tag, low = words.tags[at][:2], words.lower[at]
    if tag == "NN":
        base = lemma(words.words[at])
        known = counted_words()
        if noun_outcome(base):
            return ""
        return "up" if base in known.rise_nouns else "down" if base in known.fall_nouns else ""
    if tag == "VB":
        full, base = verb_with_particle(words, at), verb_stem(low)
        for name, way in (("rising", "up"), ("falling", "down")):
            if full in stems(name) or base in stems(name):
                return way
    return "up" if low in _UP else "down" if low in _DOWN else ""
