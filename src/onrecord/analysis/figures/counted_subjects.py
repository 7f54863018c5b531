"""The noun that is the subject of a verb, over clauses, and what a pronoun there stands for."""

from __future__ import annotations

from onrecord.analysis.figures.head_words import is_noun, lemma
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words

_PRONOUNS = frozenset({"it", "they", "that", "this", "which", "who", "those", "these"})
_MOST_STEPS = 4


def has_pronoun(words: ParsedWords, verb: int) -> bool:
    """Whether a pronoun is the subject of a verb."""
    return any(
        words.deps[child][:5] == "nsubj" and words.lower[child] in _PRONOUNS
        for child in words.children.get(verb, ())
    )


def subject_of(words: ParsedWords, verb: int) -> tuple[int | None, bool]:
    """The noun that is the subject of a verb, and whether in the passive.

    Also of a verb that shares it with the clause above, and of one that describes a noun.
    """
    for _ in range(_MOST_STEPS):
        for child in words.children.get(verb, ()):
            if words.deps[child][:5] == "nsubj" and child < verb:
                passive = words.deps[child] == "nsubjpass"
                relative = words.tags[child] in ("WDT", "WP") or words.lower[child] == "that"
                noun = words.heads[verb] if relative else child
                return (noun if is_noun(words, noun) else None), passive
        if words.deps[verb] in ("acl", "relcl"):
            over = words.heads[verb]
            return (over if is_noun(words, over) else None), words.tags[verb] == "VBN"
        if words.deps[verb] not in ("conj", "xcomp", "advcl") or words.heads[verb] == verb:
            return None, False
        verb = words.heads[verb]
    return None, False


def measure_before(words: ParsedWords, verb: int) -> int | None:
    """What `it` stands for: `The death toll is not known, but it is expected to reach 40`."""
    for _ in range(_MOST_STEPS):
        if any(words.lower[c] == "it" for c in words.children.get(verb, ())):
            break
        if words.deps[verb] not in ("xcomp", "conj") or words.heads[verb] == verb:
            return None
        verb = words.heads[verb]
    over = words.heads[verb]
    if words.deps[verb] not in ("conj", "ccomp", "advcl") or over == verb:
        return None
    noun, _ = subject_of(words, over)
    named = noun is not None and noun < verb and lemma(words.words[noun]) in _measures()
    return noun if named else None


def _measures() -> frozenset[str]:
    return counted_words().measures - counted_words().empty
