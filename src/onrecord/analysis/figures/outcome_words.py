"""The words that say what became of those who are counted, by what they say it of."""

from __future__ import annotations

from functools import cache, lru_cache

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import Outcome, counted_words
from onrecord.text.stems import stem


@cache
def stems(name: str) -> frozenset[str]:
    """The stems of one list of `CountedWords`; of phrases the stem of each word."""
    return frozenset(_stemmed(phrase) for phrase in getattr(counted_words(), name))


def _stemmed(phrase: str) -> str:
    return " ".join(map(stem, phrase.split()))


@cache
def _by_role(role: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for outcome in counted_words().outcomes:
        for phrase in getattr(outcome, role):
            key = _stemmed(phrase) if role in ("undergo", "do") else phrase
            found.setdefault(key, outcome.name)
    return found


@cache
def outcome_named(name: str) -> Outcome:
    """The outcome of this name."""
    return next(one for one in counted_words().outcomes if one.name == name)


def noun_outcome(base: str) -> str:
    """The outcome that a noun names, by its lemma: `death`, `injury`; empty of others."""
    return _by_role("nouns").get(base, "")


def word_outcome(lower: str) -> str:
    """The outcome that an adjective or participle says; empty of others."""
    return _by_role("words").get(lower, "")


def outcome_before(lower: str) -> str:
    """The outcome that a word before a noun says: `24 wounded soldiers`; empty of others."""
    return _by_role("before").get(lower, "")


@lru_cache(maxsize=1 << 12)
def undergoing(lower: str) -> str:
    """The outcome that a form of a verb brings about: `wounds`; empty of most."""
    return _by_role("undergo").get(verb_stem(lower), "")


def verb_with_particle(words: ParsedWords, verb: int) -> str:
    """The stem of a verb with its particle: `lay off`."""
    base = verb_stem(words.lower[verb])
    for child in words.children.get(verb, ()):
        low = words.lower[child]
        if words.deps[child] == "prt" or (low in ("up", "down") and words.deps[child] == "advmod"):
            return f"{base} {words.lower[child]}"
    return base


def undergone(words: ParsedWords, verb: int) -> str:
    """The outcome of who undergoes a verb; empty of most."""
    if words.lower[verb + 1 : verb + 2] == ["off"] and "off" not in verb_with_particle(words, verb):
        return ""  # `killed off the bill`
    return _of_verb(words, verb, "undergo")


def done(words: ParsedWords, verb: int) -> str:
    """The outcome of who does what a verb says, `died`; empty of most."""
    return _of_verb(words, verb, "do")


def _of_verb(words: ParsedWords, verb: int, role: str) -> str:
    table = _by_role(role)
    found = table.get(verb_stem(words.lower[verb]), "")
    return table.get(verb_with_particle(words, verb)) or found


def fits(outcome: str, base: str, *, people: bool) -> bool:
    """Whether an outcome can be that of what is counted: rockets are fired too."""
    known = counted_words()
    if outcome in known.only_people:
        return people or not base
    return not (people and outcome in known.only_things)
