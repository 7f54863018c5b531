"""Heads that a number leaves out: those of its whole, or of the nearest figure that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.figures.counted_answers import ANSWERS, MEANS
from onrecord.analysis.figures.counted_parts import find_donor, sentence_of
from onrecord.analysis.figures.counted_votes import VOTES
from onrecord.analysis.figures.head_runs import Head, is_money, is_paid
from onrecord.analysis.figures.head_words import class_of, is_people, modifiers_of, phrase_span
from onrecord.analysis.figures.moves import Move
from onrecord.analysis.figures.outcome_words import fits
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words
from onrecord.values.spans import Span

ELSEWHERE = frozenset({ANSWERS, MEANS, VOTES, "held"})
"""Ways in which another sentence may name what is counted."""
_NAMING = frozenset({"of", "noun", "among"})
_NEAR_SHARE = 8
"""Words from a share to the counts that put it again."""
_CROWDS = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})


@dataclass(slots=True)
class Reading:
    """One number, half read: what is filled in step by step."""

    number: Number
    head: Head
    move: Move
    whole: int | None
    noun: int | None = None
    base: str = ""
    modifiers: tuple[str, ...] = ()
    span: Span | None = None
    outcome: str = ""
    governor: int | None = None
    dropped: bool = False
    elided: bool = False
    adjacent: bool = False


def complete(words: ParsedWords, readings: Sequence[Reading], position: int) -> None:
    """Give a number without a head that of its whole, or of the nearest figure that fits."""
    one = readings[position]
    if one.head.how == VOTES:
        one.base = "vote"
        return
    if is_money(words, one.number) and one.number.unit is None:
        return
    donor = one.whole
    if (share := _restated(words, readings, position)) is not None:
        donor = share
    who = words.lower[one.head.last + 1 : one.head.last + 2] == ["who"]
    if not who and (donor is None or readings[donor].noun is None):
        heads = [each.head for each in readings]
        wholes = [each.whole for each in readings]
        donor = find_donor(words, [each.number for each in readings], heads, wholes, position)
        if one.head.how in ELSEWHERE and one.number.unit == "percent" and donor is not None:
            donor = donor if _shares_people(words, readings[donor], one) else None
    given = readings[donor] if donor is not None else None
    if given is not None and not given.dropped and _may_give(words, given, one):
        one.base, one.modifiers, one.span = given.base, given.modifiers, given.span
        one.noun, one.elided = given.noun, True
        if not one.outcome and (one.move.former or one.head.silent):
            one.outcome = given.outcome
    elif (noun := _antecedent(words, one)) is not None:
        one.noun, one.elided = noun, True
        one.base, one.modifiers = class_of(words, noun), modifiers_of(words, noun, -1)
        one.span = phrase_span(words, noun, -1)
    elif (
        who
        or _is_headline(words, one)
        or one.outcome in counted_words().of_people
        or _is_crowd(words, one)
    ):
        one.base = "person"


def is_left_out(words: ParsedWords, readings: Sequence[Reading], position: int) -> bool:
    """Whether a participle stands where the things counted before should: `the 90 caught since`."""
    one = readings[position]
    if one.head.how != "outcome" or one.noun is None or not one.head.first or not position:
        return False
    behind = words.tags[one.noun + 1 : one.noun + 2] == ["IN"]
    if words.tags[one.noun] != "VBN" or not behind:
        return False
    if words.lower[one.head.first - 1] not in ("the", "those"):
        return False
    numbers, heads = [each.number for each in readings], [each.head for each in readings]
    donor = find_donor(words, numbers, heads, [each.whole for each in readings], position)
    return donor is not None and donor < position and not is_people(readings[donor].base)


def _restated(words: ParsedWords, readings: Sequence[Reading], position: int) -> int | None:
    """`8 percent of Greens, or 19 of 238`: the share that so many of so many put again."""
    one = readings[position]
    subject = words.deps[one.head.top][:5] == "nsubj"
    if position and subject and words.lower[one.head.first - 1] == "and":
        near = sentence_of(words, readings[position - 1].head.first)
        if readings[position - 1].head.pronoun and near == sentence_of(words, one.head.first):
            return position - 1  # `30 of that number sank and 40 floated`
    if position and readings[position - 1].whole == position:
        position -= 1
    elif one.whole != position + 1:
        return None
    first = readings[position].head.first
    if not position or words.lower[first - 1] != "or":
        return None
    share = readings[position - 1]
    near = first - share.head.last <= _NEAR_SHARE
    return position - 1 if near and share.number.unit == "percent" else None


def _is_headline(words: ParsedWords, one: Reading) -> bool:
    """`Thousands leave towns`: a headline's verb right behind the number."""
    after = words.lower[one.head.last + 1 : one.head.last + 2]
    return one.number.unit is None and bool(counted_words().headline_verbs.intersection(after))


def _antecedent(words: ParsedWords, one: Reading) -> int | None:
    """`its employees, four of whom were hurt`: the noun that `whom` stands for."""
    if not one.head.pronoun or one.head.group is None or words.lower[one.head.group] != "whom":
        return None
    first = words.sentences[sentence_of(words, one.head.first)][0]
    for at in range(one.head.first - 1, first - 1, -1):
        if words.tags[at] in ("NNS", "NNPS"):
            return at
    return None


def _may_give(words: ParsedWords, given: Reading, one: Reading) -> bool:
    """Whether a number may share the head of another: not as the subject of another clause."""
    people = is_people(given.base)
    if given.head.how == "granted":
        return False
    subject = words.deps[one.head.top][:5] == "nsubj" and one.whole is None
    only = words.lower[max(one.head.first - 1, 0)] == "only"
    if only and given.number.form == "word":
        return True  # `several lawsuits, but only two sought`
    if subject and not people and words.deps[given.head.top][:5] != "nsubj":
        return False
    return not one.outcome or fits(one.outcome, given.base, people=people)


def _shares_people(words: ParsedWords, given: Reading, one: Reading) -> bool:
    """Whether a share of those who were asked is of the people that another one names."""
    near = sentence_of(words, given.head.first) == sentence_of(words, one.head.first)
    ways = _NAMING if one.head.how == ANSWERS else ELSEWHERE
    return near and given.head.first < one.head.first and given.head.how in ways


def _is_crowd(words: ParsedWords, one: Reading) -> bool:
    """`dozens cheered`: a bare word of number as a subject counts people."""
    if one.number.form != "word" or one.number.unit is not None:
        return False
    if is_money(words, one.number) or is_paid(words, one.number, one.head.top):
        return False
    dep = words.deps[one.head.top]
    return dep[:5] == "nsubj" or (dep == "dobj" and words.lower[one.number.last] in _CROWDS)


def inherit(words: ParsedWords, one: Reading, readings: Sequence[Reading]) -> None:
    """A part shares the outcome of its whole: `24 were killed, including 11 children`."""
    named = one.noun is not None and words.tags[one.noun][:3] == "NNP"
    if one.whole is not None and named and one.head.pronoun:  # `two of them Norlanders`
        one.base = readings[one.whole].base
    shares = one.head.pronoun or not one.head.partitive
    if one.whole is not None and not one.outcome and shares:
        one.outcome = readings[one.whole].outcome
