"""The head of a number's phrase: what it counts, by the parse and by the words beside it."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.analysis.figures.counted_ages import read_aged
from onrecord.analysis.figures.counted_answers import read_answer
from onrecord.analysis.figures.counted_money import read_held
from onrecord.analysis.figures.counted_votes import read_vote
from onrecord.analysis.figures.head_parts import as_predicate, of_after, pronoun_before
from onrecord.analysis.figures.head_runs import (
    EXTENTS,
    Head,
    is_hyphen,
    is_money,
    is_phrase,
    last_word,
    object_of,
    root_of,
    run,
)
from onrecord.analysis.figures.head_words import is_noun, lemma
from onrecord.analysis.figures.outcome_words import undergoing, word_outcome
from onrecord.analysis.figures.outcomes import is_listed
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words

_ATTRIBUTIVE = frozenset(
    {"nummod", "compound", "quantmod", "amod", "nmod", "det", "npadvmod", "advmod", "predet"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ENDS = frozenset({"NN", "NNS", "NNPS"})
_PER = frozenset({"a", "an", "per", "each"})
_BRACKETED = 8
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "ROOT"})


def find_head(words: ParsedWords, number: Number, roots: Mapping[int, int]) -> Head:
    """The head of one number's phrase, where that phrase has one.

    Args:
        words: the paragraph.
        number: the number.
        roots: top words of the numbers of the paragraph -> their positions.
    """
    first, last = number.first, last_word(words, number)
    found = Head(first, last, root_of(words, first, last))
    if number.form in ("score", "cardinal") and read_vote(words, found, number):
        return found
    if number.form == "score":
        return found
    if number.form == "age":
        read_aged(words, found)
        return found
    if of_after(words, found, number, roots):
        as_predicate(words, found, number)
        return found
    if _hyphened(words, found, number) or read_answer(words, found, number):
        return found
    if _bracketed(words, found, number) or _noun_over(words, found, number):
        return found
    if _noun_after(words, found, number):
        return found
    if read_held(words, found, number):
        return found
    if _outcome_after(words, found, number) or _in_after(words, found, number):
        return found
    pronoun_before(words, found)
    as_predicate(words, found, number)
    return found


def _hyphened(words: ParsedWords, found: Head, number: Number) -> bool:
    """`a 100-member chamber`, `the 29-country coalition`: the noun behind the hyphen."""
    at = found.last + 2
    if number.unit is not None or at >= len(words.tags) or not is_hyphen(words, at - 1):
        return False
    if words.tags[at] not in ("NN", "NNS") or words.heads[found.top] < at:
        return False
    found.word, found.adjacent, found.how = at, True, "hyphen"
    thing = words.heads[at]
    if lemma(words.words[at]) in counted_words().sizes and is_phrase(words, at, thing):
        found.how = "size"
        if thing > at and is_noun(words, thing):
            found.word = thing
    return True


def _noun_over(words: ParsedWords, found: Head, number: Number) -> bool:
    """`24 people`, `39 rocket attacks`, `$8 billion package`, `half the houses`."""
    if words.deps[found.top] not in _ATTRIBUTIVE:
        return False
    over = words.heads[found.top]
    start = found.last + 1
    if number.form in ("fraction", "multiple") and start < over:
        start += words.tags[start] in ("DT", "PRP$")
    start, last = _past_rate(words, number, start), found.last
    if over <= found.last or not is_phrase(words, start, over):
        return False
    if words.lower[over] in EXTENTS and words.heads[over] > over:
        over = words.heads[over]
    if not is_noun(words, over) and not word_outcome(words.lower[over]):
        return False
    while (
        words.deps[over] in ("compound", "nmod", "amod")
        and words.heads[over] > over
        and is_phrase(words, over + 1, words.heads[over])
    ):
        over = words.heads[over]
    if words.tags[over] == "NNP" and is_money(words, number) and _acts(words, over):
        return False  # `the $6 billion Norland has set aside`
    if words.lower[over] in counted_words().not_heads or _is_verb(words, over, number):
        return False
    found.word, found.top, found.adjacent, found.how = over, over, True, "noun"
    found.last = start - 1 if number.per is not None else last
    return True


def _bracketed(words: ParsedWords, found: Head, number: Number) -> bool:
    """`a $9 million (£7 million) loss`: the noun behind a sum in two currencies, of both."""
    if not is_money(words, number):
        return False
    at = _past_rate(words, number, found.last + 1)
    opened = found.first > 0 and words.lower[found.first - 1] == "("
    inner = opened and words.lower[at : at + 1] == [")"] and "$" in words.tags[:at]
    at += inner
    if not at or words.lower[at - 1] != ")":
        return False
    noun = run(words, at)
    if noun < at or words.tags[noun] not in ("NN", "NNS"):
        return False
    found.word, found.how = noun, "noun"
    return True


def _acts(words: ParsedWords, name: int) -> bool:
    """Whether a verb follows a name whose it is, however the parse hangs the name."""
    return words.deps[name] == "nsubj" or words.tags[name + 1 : name + 2] in (["VBZ"], ["VBD"])


def _past_rate(words: ParsedWords, number: Number, at: int) -> int:
    """The word behind `a year` and the same sum in brackets: `a $9 million (£7 million) loss`."""
    if number.per is not None and words.lower[at : at + 1] and words.lower[at] in _PER:
        at += 2
    if is_money(words, number) and words.lower[at : at + 1] == ["("]:
        inside = range(at, min(at + _BRACKETED, len(words.lower)))
        at = next((n + 1 for n in inside if words.lower[n] == ")"), at)
    return at


def _is_verb(words: ParsedWords, noun: int, number: Number) -> bool:
    """Whether what is tagged as a noun is a verb: `kills 12, wounds 50`."""
    after = noun + 1
    if after >= len(words.tags):
        return False
    first = _past_aside(words, last_word(words, number) + 1)
    headline = words.lower[first] in counted_words().headline_verbs and noun > first
    if headline and number.unit is None and number.low != 1 and words.tags[noun] == "NNS":
        return True  # `4,200 leave homes`
    if words.tags[after] == "CD":
        return bool(undergoing(words.lower[noun]))
    own = words.tags[noun] == "NN" and number.unit == "percent"
    return own and words.tags[after] in ("NNP", "PRP", "DT", "PRP$")


def _noun_after(words: ParsedWords, found: Head, number: Number) -> bool:
    """The noun right after the number, where the parse hangs them apart."""
    at = _past_aside(words, found.last + 1)
    if number.unit is not None or at >= len(words.tags) or word_outcome(words.lower[at]):
        return False
    at = run(words, at + _is_participle(words, at))
    if at <= found.last or _is_verb(words, at, number):
        return False
    aside = words.lower[found.last + 1] == ","
    if words.tags[at] not in _ENDS or (words.deps[at] in ("nsubj", "npadvmod") and not aside):
        return False
    if words.heads[at] > at and words.deps[at] == "compound":
        return False
    found.word, found.adjacent, found.how = at, True, "noun-after"
    if words.deps[at] in _ROLES:
        found.top = at
    return True


def _past_aside(words: ParsedWords, at: int) -> int:
    """The word behind an aside: `a dozen, mostly foreign, fighters`."""
    if words.lower[at : at + 1] != [","]:
        return at
    for end in range(at + 2, min(at + 5, len(words.tags) - 1)):
        if words.lower[end] == "," and words.tags[end + 1] in ("NNS", "NNPS"):
            aside = words.tags[at + 1 : end]
            return end + 1 if aside[0] == "RB" and "CD" not in aside else at
    return at


def _is_participle(words: ParsedWords, at: int) -> bool:
    """Whether a verb's form describes the noun behind it: `54 pledged delegates were`."""
    if words.tags[at] not in ("VBD", "VBN") or at + 2 >= len(words.tags):
        return False
    if words.tags[at + 1] not in ("NN", "NNS"):
        return False
    return words.lower[at] in counted_words().plain or words.tags[at + 2] in _FINITE


def _outcome_after(words: ParsedWords, found: Head, number: Number) -> bool:
    """`24 dead`, `24 killed`: an adjective or participle of what became of them."""
    at = found.last + 1
    if at < len(words.lower) and words.lower[at] in ("more", "others"):
        at += 1
    if number.unit is not None or at >= len(words.lower) or not word_outcome(words.lower[at]):
        return False
    for child in words.children.get(at, ()):
        if words.deps[child] == "dobj" and not is_listed(words, child):
            return False
    found.word, found.adjacent, found.how = at, True, "outcome"
    return True


def _in_after(words: ParsedWords, found: Head, number: Number) -> bool:
    """`$8 billion in aid`, `billions in compensation`."""
    at = found.last + 1
    if at + 1 >= len(words.lower) or words.lower[at] != "in":
        return False
    if not is_money(words, number) and number.unit != "percent":
        return False
    below = object_of(words, at)
    if below is None or words.tags[below] not in ("NN", "NNS"):
        return False
    if words.lower[below] in counted_words().not_heads or words.tags[at + 1] in ("DT", "CD"):
        return False
    found.word, found.adjacent, found.how = below, True, "in"
    return True
