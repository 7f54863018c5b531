"""Number words that count nothing: `one day`, `two-way`, `the second half`, lengths of time."""

from __future__ import annotations

import re

from onrecord.analysis.figures.number_drafts import Draft, around, has_noun, word_before
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.number_words import NumberWords, number_words
from onrecord.lexicon.time_words import time_words
from onrecord.values.vocabulary import Bound

_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_YEAR_DIGITS = 4
_FEW = 12
_BARE = frozenset({"pobj", "nsubj", "nsubjpass", "dobj", "poss", "conj", "attr", "dative"})
_PRESENT = frozenset({"VBZ", "VBP", "VB", "MD"})
"""Tags of a verb of which a bare `one` is nobody: `one wonders`."""
_DATING = frozenset({"since", "in", "by", "until", "till", "from", "before", "after"})
"""Words before `around 1960` that make it a year."""
_SECOND_PART = re.compile(r"[-–]\s?([A-Za-z']+)")
_DASHES = frozenset("-–")
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "DT", "PRP$"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "appos"})


def is_idle(words: ParsedWords, one: Draft) -> bool:
    """Whether the words stand for no quantity of anything but time."""
    known = number_words()
    if one.core.form == "fraction":
        return one.unit is None and _is_no_share(words, one, known)
    if one.core.form == "word":
        return _is_idle_many(words, one, known) or counts_time(words, one)
    if one.unit or one.sign or one.core.form == "multiple":
        return False
    if counts_time(words, one) or _is_compound(words, one, known):
        return True
    if _is_idle_one(words, one, known) or _is_bare_year(words, one):
        return True
    return _is_pronoun(words, one) or _is_enumerator(words, one)


def _is_enumerator(words: ParsedWords, one: Draft) -> bool:
    """`one` and `two` of `one, to mend the weir; and two, to pay for it`."""
    if one.core.digits or one.before or (one.core.value or 0) > _FEW or has_noun(words, one):
        return False
    if not _enumerates(words, one.first):
        return False
    other = "two" if one.core.value == 1 else "one"
    return any(
        low == other and at != one.first and _enumerates(words, at)
        for at, low in enumerate(words.lower)
    )


def _enumerates(words: ParsedWords, at: int) -> bool:
    """Whether a word stands between marks, or between `and` and a mark."""
    after = words.lower[at + 1] if at + 1 < len(words.lower) else ""
    before = words.lower[at - 1] if at else "and"
    return after in (",", ":", ")") and (before == "and" or bool(words.marks[at - 1]))


def _is_pronoun(words: ParsedWords, one: Draft) -> bool:
    """`the two` without a noun: those who were named before."""
    if one.core.digits or one.before or one.after or (one.core.value or 0) > _FEW:
        return False
    before, after = around(words, one)
    named = before in ("the", "these", "those") and after != "of"
    return named and not has_noun(words, one) and words.deps[one.last] in _BARE


def counts_time(words: ParsedWords, one: Draft) -> bool:
    """`three weeks`, `a 10-day sentence`, `several consecutive nights`, `21 of September`."""
    known, months = number_words(), time_words().months
    lower, after = words.lower, one.last + 1
    if after < len(lower) and (lower[after] in months or lower[after] in time_words().zones):
        return True
    if one.first and lower[one.first - 1] in months and one.core.digits and one.core.scale == 1:
        return not has_noun(words, one)
    if after < len(lower) and lower[after] in ("-", "–", "of"):
        after += 1
    if after < len(lower) and (
        lower[after] in known.times or (lower[after - 1] == "of" and lower[after] in months)
    ):
        return True
    head = words.heads[one.last]
    attached = words.deps[one.last] in ("nummod", "amod", "quantmod", "compound")
    return attached and head > one.last and lower[head] in known.times


def _is_no_share(words: ParsedWords, one: Draft, known: NumberWords) -> bool:
    """Ordinals, halves of games, `half-brother`: fractions that tell no part of a whole."""
    before, after = around(words, one)
    if after == "of" and known.times.intersection(words.lower[one.last + 3 : one.last + 4]):
        return True  # `a quarter of an hour`
    text = words.text
    printed = text[one.core.start : one.core.end].lower()
    if text[one.core.end : one.core.end + 1] in _DASHES and not printed[0].isdigit():
        return printed in ("half", "third", "quarter") or not printed.endswith("s")
    if before in known.times or before == "-":
        return True
    named = one.before is not None or after in known.of_parts or before in known.by_parts
    if printed.endswith("half"):
        if before in known.before_half or after in known.times or after in known.after_half:
            return True
        return not named and words.deps[one.last] not in ("nsubj", "nsubjpass", "dobj", "pobj")
    if printed.endswith("quarters") and not named:
        return "-" not in printed
    return not (named or "-" in printed or printed.endswith("s") or "/" in printed)


def _is_idle_many(words: ParsedWords, one: Draft, known: NumberWords) -> bool:
    """`test scores`, `a couple married in May`, `to name a few`."""
    before, after = around(words, one)
    last = words.lower[one.last]
    if last in known.many_of:
        return after != "of"
    if last in ("couple", "handful"):
        return after != "of" and after not in known.more
    return last == "few" and before in ("name", "quite")


def _is_compound(words: ParsedWords, one: Draft, known: NumberWords) -> bool:
    """`two-way`, `one-on-one`, `fifty-fifty`, `.38-caliber`."""
    text, end = words.text, one.core.end
    if not one.core.digits and text[max(0, one.start - 1) : one.start] in _DASHES and one.start:
        return one.start > 1 and not text[one.start - 2].isspace()
    if text[end : end + 1] not in _DASHES or end == len(text):
        return False
    following = _SECOND_PART.match(text, end)
    return following is not None and following[1].lower() in known.compounds


def _is_idle_one(words: ParsedWords, one: Draft, known: NumberWords) -> bool:
    """`one` as a pronoun and in idioms; `zero` as a mere point."""
    if one.core.digits or one.core.value not in (0, 1) or one.core.scale != 1:
        return False
    before, after = around(words, one)
    if one.before is not None and before != "some":
        return not has_noun(words, one) and words.lower[one.first] in known.zero
    if before in known.before_one:
        return True
    if words.lower[one.first] in known.zero:
        return not has_noun(words, one)
    if words.lower[one.last + 1 : one.last + 3] in (["on", "one"], ["by", "one"], ["to", "one"]):
        return True
    if (
        "another" in words.lower[one.last + 2 : one.last + 6]
        and "after" in words.lower[one.last + 2 : one.last + 5]
    ):
        return True
    if after == "of":
        return not _of_counted(words, one) or words.deps[one.last] == "attr"
    if after in known.after_one and not words.words[one.last + 1].isupper():
        return True
    return not has_noun(words, one) and not _is_argument(words, one)


def _of_counted(words: ParsedWords, one: Draft) -> bool:
    """`one of them`, `one of the three`."""
    at = one.last + 2
    after = words.lower[at : at + 3]
    return bool(after) and (
        after[0] in ("them", "whom", "which") or "CD" in words.tags[at : at + 3]
    )


def _is_argument(words: ParsedWords, one: Draft) -> bool:
    """A bare `one` that may be one of those counted in its sentence: `killed two, wounded one`."""
    at = one.first
    if words.deps[at] == "nsubj" and words.tags[words.heads[at]] in _PRESENT:
        return False
    if words.deps[at] not in _ARGUMENTS or (at and words.tags[at - 1] in _ADJECTIVES):
        return False
    first, end = next((s for s in words.sentences if s[0] <= at < s[1]), (at, at + 1))
    many = number_words().many_alone
    return any(
        n != at and (words.tags[n] == "CD" or words.lower[n] in many) for n in range(first, end)
    )


def _is_bare_year(words: ParsedWords, one: Draft) -> bool:
    """`Expo 2010`: four digits that no time expression holds and that count nothing."""
    core = one.core
    if not core.digits or core.scale != 1 or one.after:
        return False
    if not _FIRST_YEAR <= (core.value or 0) < _LAST_YEAR:
        return False
    if one.before and (
        one.before.bound is not Bound.ABOUT or words.lower[word_before(words, one)] not in _DATING
    ):
        return False
    if core.end - core.start != _YEAR_DIGITS or "," in words.text[core.start : core.end]:
        return False
    return not has_noun(words, one) or words.tags[words.heads[one.last]] != "NNS"
