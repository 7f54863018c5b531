"""Numbers that are no figures: the pronoun `one`, numbers of lists, names with a number."""

from __future__ import annotations

from onrecord.analysis.figures.head_runs import Head
from onrecord.analysis.figures.head_words import lemma
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words

_DEFINITE = frozenset({"the", "these", "those", "all", "both", "other", "that"})
_TOGETHER = frozenset(
    {"aircraft", "personnel", "staff", "police", "crew", "cattle", "sheep", "fish", "infantry"}
)
_NAMED = frozenset({"the", "these", "those", "both"})
_PAIR = 2
_TOP = 10
_HOURS = 12
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
     "tomorrow", "yesterday", "tonight", "morning", "afternoon", "evening"}
)  # fmt: skip
_FEW = 4
_EMPTY = frozenset(
    {"day", "thing", "way", "side", "reason", "hand", "point", "time", "example", "place", "end",
     "part", "word", "more", "liner", "sense", "step", "moment", "man", "another", "other"}
)  # fmt: skip


def is_no_figure(
    words: ParsedWords, number: Number, head: Head, outcome: str, *, joined: bool
) -> bool:
    """Whether a number is no figure.

    Args:
        words: the paragraph.
        number: the number.
        head: the head of its phrase.
        outcome: what became of those it counts.
        joined: whether another number of things stands in its sentence.
    """
    if number.unit is not None or number.form not in ("cardinal", "word"):
        return False
    if number.first == number.last and words.lower[number.first] in ("one", "ones", "1"):
        return _is_mere_one(words, number, head, outcome, joined=joined)
    if _is_clock(words, number, head):
        return True
    if _is_list_number(words, number, head, outcome) or _is_in_name(words, number):
        return True
    if head.word is None and not outcome and number.bound_word is None and not head.partitive:
        before = words.lower[head.first - 1] if head.first else ""
        after = words.lower[head.last + 1] if head.last + 1 < len(words.lower) else ""
        listed = before == "and" and after == ","  # `one, to win, and two, to stay`
        return (before in _DEFINITE or listed) and (number.low or 99) <= 10
    if _is_abstract(words, number, head) or _is_name(words, number, head):
        return True
    return not outcome and (_is_known(words, number, head) or _is_superlative(words, number, head))


def _is_known(words: ParsedWords, number: Number, head: Head) -> bool:
    """`the two towns`, `both sides`, `several fronts`: few who are known or nobody counts."""
    if head.word is None or (number.bound_word is not None and number.low is not None):
        return False
    if head.how not in ("noun", "noun-after") or words.words[number.first].isdigit():
        return False
    spelled = words.lower[number.first : number.last + 1]
    few = number.low is not None and number.low <= _PAIR
    before = words.lower[head.first - 1] if head.first else ""
    if few and before in _NAMED and words.tags[head.word] in ("NNS", "NNPS"):
        return head.word == head.last + 1 and not _is_told_of(words, head.word)
    vague = few or spelled == ["several"]
    return vague and lemma(words.words[head.word]) in counted_words().actors


def _is_told_of(words: ParsedWords, noun: int) -> bool:
    """Whether a clause behind the noun says which: `the two men who came`."""
    kids = words.children.get(noun, ())
    return any(child > noun and words.deps[child] in ("relcl", "acl") for child in kids)


def _is_superlative(words: ParsedWords, number: Number, head: Head) -> bool:
    """`the five largest banks`: a rank."""
    if head.word is None or number.low is None or number.low > _TOP:
        return False
    after = words.tags[head.last + 1] if head.last + 1 < len(words.tags) else ""
    return after == "JJS" and words.lower[max(head.first - 1, 0)] == "the"


def _is_clock(words: ParsedWords, number: Number, head: Head) -> bool:
    """`opens on Monday at ten`: a bare hour behind a day."""
    if head.adjacent or number.bound_word is not None or not 1 <= (number.low or 0) <= _HOURS:
        return False
    at = head.first - 1
    return at > 0 and words.lower[at] == "at" and words.lower[at - 1] in _DAYS


def _is_abstract(words: ParsedWords, number: Number, head: Head) -> bool:
    """`two reasons`, `a few ways`: a list of what cannot be counted."""
    if head.word is None or head.how != "noun" or number.bound_word is not None:
        return False
    few = number.low is None or number.low <= _FEW
    return few and lemma(words.words[head.word]) in counted_words().abstract


def _is_mere_one(
    words: ParsedWords, number: Number, head: Head, outcome: str, *, joined: bool
) -> bool:
    """Whether `one` is a pronoun or an article: `one of the`, `one official said`."""
    if number.bound_word is not None:
        return head.word is None and not outcome
    if head.pronoun and outcome:
        return False
    if head.word is None or not head.adjacent or head.partitive:
        return not (outcome and words.lower[max(head.first - 1, 0)] in ("and", "but", "while"))
    if lemma(words.words[head.word]) in _EMPTY and not outcome:
        return True
    before = words.lower[head.first - 1] if head.first else ""
    if before in ("no", "any", "this", "that", "the", "each", "every", "which"):
        return True
    return not (outcome or joined)


def _is_list_number(words: ParsedWords, number: Number, head: Head, outcome: str) -> bool:
    """`3 - YES`, `60.`: a number that opens or fills a line."""
    if head.word is not None or outcome or number.bound_word is not None:
        return False
    after = head.last + 1
    if after < len(words.lower) and not words.marks[after]:
        return False
    before = head.first - 1
    if before >= 0 and words.lower[before] == "(" and (number.low or 0) > 50:
        return False
    return before < 0 or words.lower[before] in (".", ":", "(", "#")


def _is_in_name(words: ParsedWords, number: Number) -> bool:
    """Whether a spelled number is a part of a name: `Nine Line Apparel`, but not in a headline."""
    first = number.first
    if not words.words[first][:1].isupper() or not words.words[first].isalpha():
        return False
    start, end = next(((a, b) for a, b in words.sentences if a <= first < b), (0, 0))
    if first == start or not words.words[first - 1][:1].isalpha():
        return False
    plain = [word for word in words.words[start:end] if word[:1].islower() and len(word) > 3]
    return len(plain) > 2


def _is_name(words: ParsedWords, number: Number, head: Head) -> bool:
    """`the 1033 program`: a number that tells which one, not how many."""
    if head.word is None or head.how != "noun" or words.tags[head.word] != "NN":
        return False
    low, text = number.low, words.words[number.first]
    if low is None or low <= 1 or number.first != number.last or not text.isdigit():
        return False
    if words.lower[head.first - 1 if head.first else 0] not in ("the", "a", "an"):
        return False
    after = words.lower[head.last + 1] if head.last + 1 < len(words.lower) else ""
    if after in ("-", "more") or words.tags[head.first - 1] != "DT":
        return False
    if words.lower[head.first - 1] != "the":
        return True
    return words.lower[head.word] not in _TOGETHER and low >= 100
