"""Shares of those who were asked: `45 percent opposed it`, `the Greens (50 percent)`."""

from __future__ import annotations

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.figures.counted_parts import sentence_of
from onrecord.analysis.figures.head_runs import Head, object_of
from onrecord.analysis.figures.outcome_words import stems
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words

MEANS = "means"
"""How a share is found that stands behind a means, of the whole that other sentences name."""
ANSWERS = "answers"
"""How the head of a share is found whose people another sentence names."""
_AMONG = frozenset({"among", "amongst"})
_OBJECTS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "JJ", "``", "IN", "EX", "WP", "CD", "NN"})
"""Tags of a word after a verb that the parse took for a noun: `7 percent blame the mayor`."""
_NOUNS = frozenset({"NN", "NNS"})
_NOT_AFTER_VERB = frozenset({"in", "for", "from", "among", "of", "to", "at", "on", "by", "with"})
_BEING = frozenset({"be", "remain", "feel", "stay"})


def read_answer(words: ParsedWords, found: Head, number: Number) -> bool:
    """Fill in whose share it is, for one of people who were asked; whether it is one.

    Args:
        words: the paragraph.
        found: what was found of the head; changed here.
        number: the number.
    """
    if number.unit != "percent" or number.form not in ("cardinal", "fraction"):
        return False
    if _among(words, found) or _in_brackets(words, found):
        return True
    if not _answers(words, found):
        return False
    found.how = ANSWERS
    found.word = _fronted(words, found)
    return True


def _among(words: ParsedWords, found: Head) -> bool:
    """`4 percent among Greens`."""
    at = found.last + 1
    below = object_of(words, at) if words.lower[at : at + 1] and words.lower[at] in _AMONG else None
    if below is None or words.tags[below] not in ("NNS", "NNPS", "NNP"):
        return False
    found.word, found.how = below, "among"
    return True


def _in_brackets(words: ParsedWords, found: Head) -> bool:
    """`shared by Greens (50 percent)`, but `12 percent name the council (8 percent)`."""
    at = found.first - 1
    while at > 0 and words.tags[at] in ("RB", "IN", "JJR", "JJS") and words.lower[at] != "(":
        at -= 1
    if at < 1 or words.lower[at] != "(":
        return False
    noun = at - 1
    if words.tags[noun][:2] != "NN":
        return False
    if _is_named(words, noun):
        found.how = ANSWERS
        return True
    if _is_means(words, found):
        found.how = MEANS
        return True
    if not _is_group(words, noun):
        return False
    found.word, found.how = noun, "bracket"
    return True


def _is_means(words: ParsedWords, found: Head) -> bool:
    """`by pumps (17 percent), burning (5 percent)`: a list in which one is a doing."""
    first, end = words.sentences[sentence_of(words, found.first)]
    return any(
        words.lower[at] == "(" and words.tags[at + 1] == "CD" and words.tags[at - 1] == "VBG"
        for at in range(first + 1, end - 1)
    )


def _is_named(words: ParsedWords, noun: int) -> bool:
    """Whether a noun is what people answered: whether a verb of naming stands before it."""
    first = words.sentences[sentence_of(words, noun)][0]
    for at in range(noun - 1, first - 1, -1):
        if verb_stem(words.lower[at]) in stems("naming") and words.tags[at] != "NNS":
            return words.lower[at + 1] != "by" and _is_verb(words, at)
    return False


def _is_group(words: ParsedWords, noun: int) -> bool:
    """Whether a plural names people: `Greens`, `independents`, `women`."""
    tag, low = words.tags[noun], words.lower[noun]
    if tag in ("NNPS", "NNS"):
        return True
    over = words.heads[noun]
    beside = words.deps[noun] == "conj" and words.tags[over] in ("NNS", "NNPS")
    return tag == "NNP" and beside and low.endswith("s")


def _answers(words: ParsedWords, found: Head) -> bool:
    """Whether a bare share is the subject of a verb of answering."""
    verb = found.last + 1
    while verb < len(words.tags) and words.tags[verb] in ("RB", "MD"):
        verb += 1
    if verb >= len(words.tags):
        return False
    base = verb_stem(words.lower[verb])
    if base in stems("answering"):
        return _is_verb(words, verb)
    if words.tags[verb][:2] != "VB":
        return False
    if words.tags[verb] in ("VBP", "VBD") and words.lower[verb] in ("do", "did", "have", "had"):
        near = range(verb + 1, min(verb + 4, len(words.tags)))
        if any(verb_stem(words.lower[at]) in stems("answering") for at in near):
            return True
        ends = len(near) < 2 or words.marks[near[1]]
        return words.lower[verb] in ("do", "did") and bool(ends)  # `while 41 percent do not`
    if words.lower[verb] not in ("are", "were", "be") and base not in {
        verb_stem(word) for word in _BEING
    }:
        return False
    return bool(counted_words().opinions.intersection(words.lower[verb + 1 : verb + 4]))


def _is_verb(words: ParsedWords, at: int) -> bool:
    """Whether it is a verb, whatever its tag: `7 percent blame everyone`."""
    if words.tags[at] in ("VBP", "VBZ", "VBD", "VB"):
        return True
    after = at + 1
    if after >= len(words.tags) or words.lower[after] in _NOT_AFTER_VERB:
        return False
    if words.tags[at] == "VBN":
        return words.deps[at] != "acl" or words.tags[after] in _OBJECTS
    return words.tags[at] in _NOUNS and words.tags[after] in _OBJECTS


def _fronted(words: ParsedWords, found: Head) -> int | None:
    """`Among Greens, 60 percent said`: the people named at the head of the sentence."""
    first = words.sentences[sentence_of(words, found.first)][0]
    if words.lower[first] not in _AMONG and words.lower[first] != "of":
        return None
    below = object_of(words, first)
    if below is None or not below < found.first or words.tags[below] not in ("NNS", "NNPS", "NNP"):
        return None
    return below
