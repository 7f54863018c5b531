"""The words of events by their stems, and the stems of a clause's words."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from onrecord.lexicon.event_words import event_words
from onrecord.lexicon.time_words import time_words
from onrecord.lexicon.words import stop_words
from onrecord.text.stems import stem
from onrecord.values.times import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOALS = frozenset({"for", "to", "until", "till"})
_CONTENT = frozenset({"NN", "VB", "JJ", "CD", "RB", "FW"})
"""First two letters of the tags of words that carry content."""


@cache
def stems_of(name: str) -> frozenset[str]:
    """The stems of one list of `EventWords`; of phrases the stem of each word."""
    return frozenset(" ".join(map(stem, phrase.split())) for phrase in getattr(event_words(), name))


@lru_cache(maxsize=1 << 14)
def verb_stem(word: str) -> str:
    """The stem of a verb's form in lower case, irregular forms by their base form."""
    return stem(event_words().irregular.get(word, word))


def is_verb(token: Token) -> bool:
    """Whether a word is tagged as a verb or modal."""
    return token.tag_[:2] in ("VB", "MD")


def is_noun(token: Token) -> bool:
    """Whether a word is tagged as a noun or name."""
    return token.tag_[:2] == "NN"


def word_stem(token: Token) -> str:
    """The stem of a word: as a verb where it is tagged so."""
    return verb_stem(token.lower_) if is_verb(token) else stem(token.lower_)


def names_event(token: Token) -> bool:
    """Whether a noun names an event by itself: `attack`, `hearings`, `bombing`, `demotion`."""
    return is_noun(token) and (_is_deed(token.lower_, token.tag_) or is_christened(token))


@lru_cache(maxsize=1 << 14)
def _is_deed(word: str, tag: str) -> bool:
    if tag == "NNP" and word in time_words().months:
        return False
    words = event_words()
    singular = {word, word.removesuffix("s"), word.removesuffix("es")}
    if word.endswith("ies"):
        singular.add(word[:-3] + "y")
    if singular & words.event_nouns:
        return True
    if tag.startswith("NNP") or singular & words.not_deeds:
        return False
    if tag == "NN" and word.endswith("ing"):  # `the hacking`, `the storming of the palace`
        return len(word) >= 7
    return any(one.endswith(words.deed_endings) for one in singular)


def is_christened(name: Token) -> bool:
    """Whether a name is that of an event: `Hurricane Ada`, `Operation Sunrise`."""
    if name.tag_ != "NNP":
        return False
    return any(
        c.dep_ == "compound" and c.i + 1 == name.i and c.lower_ in event_words().event_nouns
        for c in name.lefts
    )


def with_particle(verb: Token) -> str:
    """The stem of a verb with its particle: `call off`."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    return f"{word_stem(verb)} {particle}" if particle else word_stem(verb)


def is_one_of(verb: Token, name: str) -> bool:
    """Whether a verb, with its particle, is in a list of `EventWords`."""
    return word_stem(verb) in _first_stems(name) and with_particle(verb) in stems_of(name)


@cache
def _first_stems(name: str) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in stems_of(name))


def is_content(token: Token) -> bool:
    """Whether a word carries content: no stop word, no mark."""
    return token.tag_[:2] in _CONTENT and _carries(token.lower_)


def content_stem(token: Token) -> str:
    """The stem of a word that carries content; empty for others."""
    kind = token.tag_[:2]
    if kind not in _CONTENT:
        return ""
    word = token.lower_
    if not _carries(word):
        return ""
    return verb_stem(word) if kind == "VB" else stem(word)


@lru_cache(maxsize=1 << 14)
def _carries(word: str) -> bool:
    return word not in stop_words() and any(c.isalnum() for c in word)


def arranged_for(verb: Token, time: TimeExpression | None = None) -> bool:
    """Whether a verb puts something on a day: `set for Monday`, `called a meeting for Friday`.

    With a time, whether it is that day: `postponed on Monday until June` puts nothing on Monday.
    """
    if not is_one_of(verb, "arranged"):
        return False
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and names_event(c)]
    leads = [c for head in (verb, *objects) for c in head.children if c.lower_ in _GOALS]
    return any(
        below.ent_type_ in ("DATE", "TIME") and (time is None or _reaches(lead, time))
        for lead in leads
        if lead.dep_ == "prep"
        for below in lead.children
    )


def _reaches(preposition: Token, time: TimeExpression) -> bool:
    last = preposition.right_edge
    return preposition.idx < time.span.start < last.idx + len(last)
