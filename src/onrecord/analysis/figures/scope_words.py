"""The words of scopes by their stems and forms, as the readers of scopes look them up."""

from __future__ import annotations

from functools import cache, lru_cache

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.figures.head_words import lemma
from onrecord.lexicon.scope_words import scope_words


@lru_cache(maxsize=1 << 14)
def noun_is(word: str, name: str) -> bool:
    """Whether a noun in lower case is in a list of `ScopeWords`."""
    listed: frozenset[str] = getattr(scope_words(), name)
    return word in listed or lemma(word) in listed


@lru_cache(maxsize=1 << 14)
def verb_is(word: str, name: str) -> bool:
    """Whether a verb's form in lower case is in a list of `ScopeWords`."""
    return verb_stem(word) in _stems(name)


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(verb_stem(word) for word in getattr(scope_words(), name))


@cache
def _causes() -> tuple[dict[str, str], dict[tuple[str, str], str], dict[str, str]]:
    """Class of event by noun, by noun and the one before it, and by the stem of a verb."""
    single: dict[str, str] = {}
    double: dict[tuple[str, str], str] = {}
    verbs: dict[str, str] = {}
    for name, cause in scope_words().causes.items():
        for noun in cause.nouns:
            before, _, last = noun.rpartition(" ")
            if before:
                double[before.rpartition(" ")[2], last] = name
            else:
                single[noun] = name
        verbs.update({verb_stem(verb): name for verb in cause.verbs})
    return single, double, verbs


def noun_cause(word: str, before: str = "") -> str:
    """Class of the event that a noun in lower case tells; empty without.

    Args:
        word: the noun.
        before: the word before it.
    """
    form = _event_noun(word)
    if not form:
        return ""
    single, double, _ = _causes()
    return double.get((before, form)) or single.get(form, "")


@lru_cache(maxsize=1 << 14)
def _event_noun(word: str) -> str:
    """The form under which a noun stands among the causes; empty where it does not."""
    single, double, _ = _causes()
    last = {noun for _, noun in double}
    return next((form for form in (word, lemma(word)) if form in single or form in last), "")


@lru_cache(maxsize=1 << 14)
def verb_cause(word: str) -> str:
    """Class of the event that a verb's form in lower case tells; empty without."""
    return _causes()[2].get(verb_stem(word), "")
