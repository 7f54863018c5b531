"""Parts of a whole beside their number: `two of them`, `11 of the 24`, `of whom three`."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.analysis.figures.head_runs import Head, object_of, run
from onrecord.analysis.figures.head_words import is_noun, lemma
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words

_PER = frozenset({"a", "an", "per", "each", "every"})


def of_after(words: ParsedWords, found: Head, number: Number, roots: Mapping[int, int]) -> bool:
    """`dozens of houses`, `8 percent of voters`, `two of them`, `11 of the 24`."""
    at = _behind(words, found, number)
    below = object_of(words, at) if words.lower[at : at + 1] == ["of"] else None
    if below is None:
        return words.lower[at : at + 1] == ["of"] and _of_number(found, at, roots)
    found.how, found.partitive, found.group = "of", True, below
    if below in roots:  # `11 of the 24`
        found.whole = roots[below]
        return True
    inside = (c for c in words.children.get(below, ()) if c in roots and at < c < below)
    found.whole = next((roots[child] for child in inside), None)
    if words.lower[below] == "those" and _is_described(words, below):
        found.word, found.adjacent = below, True
        return True
    if _is_total(words, below):
        found.pronoun = True  # `30 of that number`
        return True
    if words.lower[below] in counted_words().pronouns:
        found.pronoun = True
        _noun_behind(words, found, below)
        return True
    if not is_noun(words, below):
        return False
    found.word, found.adjacent = below, words.lower[max(found.first - 1, 0)] != "("
    return True


def _of_number(found: Head, of: int, roots: Mapping[int, int]) -> bool:
    """`eight of 14 speakers`, where the parse takes both for one number."""
    whole = next((roots[at] for at in (of + 1, of + 2) if at in roots), None)
    if whole is None:
        return False
    found.how, found.partitive, found.whole = "of", True, whole
    return True


def _behind(words: ParsedWords, found: Head, number: Number) -> int:
    """The word behind a number, its rate, `worth`, and the same in other units in brackets."""
    at, size = found.last + 1, len(words.lower)
    if number.unit is not None and at < size and words.lower[at] == "(":
        close = next((n for n in range(at, min(at + 12, size)) if words.lower[n] == ")"), None)
        at = close + 1 if close is not None else at
    if number.per is not None and at + 1 < size and words.lower[at] in _PER:
        at += 2
    if found.first and words.lower[found.first - 1] == "(" and words.lower[at : at + 1] == [")"]:
        at += 1  # `one quarter (25 percent) of the oil`
    at += words.lower[at : at + 1] == ["-"]
    return at + (words.lower[at : at + 1] == ["worth"])


def _is_total(words: ParsedWords, noun: int) -> bool:
    """Whether it is a bare `that number` of what was counted before."""
    if lemma(words.words[noun]) not in ("number", "total"):
        return False
    kids = words.children.get(noun, ())
    return any(words.lower[child] in ("that", "this") for child in kids)


def _is_described(words: ParsedWords, pronoun: int) -> bool:
    """`66 percent of those surveyed`."""
    kids = words.children.get(pronoun, ())
    return any(child > pronoun and words.deps[child] in ("acl", "relcl") for child in kids)


def _noun_behind(words: ParsedWords, found: Head, pronoun: int) -> None:
    """`two of them medics`: the noun right behind the pronoun."""
    at = run(words, pronoun + 1)
    if at > pronoun and words.tags[at] in ("NNS", "NNPS", "NN"):
        over = words.heads[at]
        if words.deps[at] not in ("nsubj", "nsubjpass", "compound") or over <= at:
            found.word, found.adjacent = at, False


def pronoun_before(words: ParsedWords, found: Head) -> None:
    """`of whom three`, `among them six`."""
    for at in range(found.first - 1, max(found.first - 5, 0), -1):
        if words.lower[at] in counted_words().pronouns:
            found.pronoun = words.lower[at - 1] in ("of", "among", "amongst")
            return
        if words.tags[at][:2] in ("NN", "VB"):
            return


def as_predicate(words: ParsedWords, found: Head, number: Number) -> None:
    """`Eleven were children`: what those who were counted before are."""
    verb = words.heads[found.top]
    if number.unit is not None or words.lower[verb] not in ("were", "are"):
        return
    if found.partitive and found.whole is None and found.group is None:
        return
    if words.deps[found.top] != "nsubj" or verb < found.top:
        return
    for child in words.children.get(verb, ()):
        if words.deps[child] == "attr" and child > verb and words.tags[child] in ("NNS", "NNPS"):
            found.word, found.adjacent, found.how = child, False, "are"
            found.pronoun = found.whole is None
            return
